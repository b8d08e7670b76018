// What is found when history was changed.
#include "codegen/lock/sealing.hpp"
#include "codegen/lock/sha256.hpp"
#include "tests/unit/lock/sample.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::codegen;

namespace {

const history_file lock_at{"/project/generated/schema.lock", "generated/schema.lock"};

std::string sealed_lock() {
  lock made;
  for (const auto& text : canonical({testing::sample_version()})) {
    made.versions.push_back({.text = text,
                             .sealed = true,
                             .fingerprint = fingerprint(text),
                             .oldest_compatible = 1,
                             .files = {},
                             .line = 0});
  }
  return print(made, "shop");
}

finding only_finding(const diagnostics& found) {
  REQUIRE(found.sorted().size() == 1);
  return found.sorted().front();
}

finding finding_of_lock(const std::string& text) {
  diagnostics found;
  read_lock(text, lock_at, found);
  return only_finding(found);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

} // namespace

TEST_CASE("two branches that added the same version are told so", "[lock]") {
  const finding found = finding_of_lock("strata_lock 1\n\n<<<<<<< HEAD\nversion 5 \"a\"\n=======\n"
                                        "version 5 \"b\"\n>>>>>>> other\n");
  CHECK(found.code == "S400");
  CHECK(found.message.starts_with("two branches each added version 5; "));
  CHECK(found.where.line == 3);
}

TEST_CASE("a version that stands in the lock twice is told so", "[lock]") {
  const std::string text = sealed_lock();
  const finding found = finding_of_lock(text + text.substr(text.find("\nversion")));
  CHECK(found.code == "S402");
}

TEST_CASE("a lock that was edited is not believed", "[lock]") {
  CHECK(finding_of_lock(replaced(sealed_lock(), "bigint", "integer")).code == "S403");
  CHECK(finding_of_lock(replaced(sealed_lock(), "  column", "column")).code == "S401");
}

TEST_CASE("an edited sealed version is explained at its header", "[lock]") {
  diagnostics found;
  const auto history = read_lock(sealed_lock(), lock_at, found);
  model::version edited = testing::sample_version();
  edited.schema.tables[0].columns[0].type.kind = model::type_kind::integer;
  const auto text = canonical({edited}).front();
  check_sealed(*history,
               lock_at,
               {{&text, fingerprint(text), "schema/v2.hpp", {"/project/schema/v2.hpp", 9, 1}}},
               found);
  const finding edit = only_finding(found);
  CHECK(edit.code == "S404");
  CHECK(edit.where.file == "/project/schema/v2.hpp");
  CHECK(edit.help ==
        std::vector<std::string>{"column audit.a\\.b 'c'.id: bigint -> integer",
                                 "to put it back: git checkout -- schema/v2.hpp",
                                 "to change the schema: write the change as version 3"});
}

TEST_CASE("a sealed version that no header declares is missed", "[lock]") {
  diagnostics found;
  const auto history = read_lock(sealed_lock(), lock_at, found);
  check_sealed(*history, lock_at, {}, found);
  CHECK(only_finding(found).code == "S405");
}

TEST_CASE("sealed SQL is what was locked, or is found", "[lock]") {
  const history_file file{"/p/generated/sqlite/0001.up.sql", "generated/sqlite/0001.up.sql"};
  const std::string digest = sha256("SELECT 1;\n");
  diagnostics none;
  check_sealed_file(file, 1, digest, "SELECT 1;\n", none);
  CHECK(none.empty());
  diagnostics edited;
  check_sealed_file(file, 1, digest, "SELECT 2;\n", edited);
  CHECK(only_finding(edited).code == "S406");
  diagnostics missing;
  check_sealed_file(file, 1, digest, std::nullopt, missing);
  CHECK(only_finding(missing).code == "S407");
}
