// `strata show` and `strata erd` of a generated folder.
#include "codegen/lock/lock_file.hpp"
#include "codegen/tool/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace strata;
using namespace strata::codegen;
using namespace strata::testing;

namespace {

struct outcome {
  int code = 0;
  std::string out;
  std::string errors;
};

outcome run_tool(std::vector<std::string> words) {
  words.insert(words.begin(), "strata");
  std::ostringstream out;
  std::ostringstream errors;
  const int code = codegen::run_tool(words, out, errors);
  return {code, out.str(), errors.str()};
}

/// A folder with a lock of two versions.
class generated_folder {
public:
  generated_folder()
      : path_(std::filesystem::temp_directory_path() /
              ("strata-show-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
    std::vector<model::version> versions(2);
    for (int at = 0; at < 2; ++at) {
      model::version& each = versions[static_cast<std::size_t>(at)];
      each.number = at + 1;
      each.schema = schema_of({table(at == 0 ? "old" : "fresh").with_id()});
      each.schema.tables.front().primary_key->name = "pk";
    }
    lock made;
    for (canonical_version& each : canonical(versions)) {
      locked_version& locked = made.versions.emplace_back();
      locked.fingerprint = fingerprint(each);
      locked.text = std::move(each);
      locked.oldest_compatible = 1;
    }
    std::ofstream(path_ / "schema.lock", std::ios::binary) << print(made, "test");
  }

  generated_folder(const generated_folder&) = delete;
  generated_folder& operator=(const generated_folder&) = delete;

  ~generated_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string file(const char* name) const { return (path_ / name).string(); }

  std::string path() const { return path_.string(); }

private:
  std::filesystem::path path_;
};

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

TEST_CASE("a generated folder's newest version is shown, or another", "[tool]") {
  const generated_folder generated;
  const outcome newest = run_tool({"show", generated.path()});
  CHECK(newest.code == 0);
  CHECK(newest.out.find("table fresh\n  id  bigint  not null  identity\n") != std::string::npos);
  CHECK(run_tool({"show", generated.file("schema.lock"), "--version", "1"}).out.find("table old") !=
        std::string::npos);
  CHECK(run_tool({"show", generated.path(), "--json"}).out.find(R"("tables":[{"name":"fresh")") !=
        std::string::npos);
  const outcome missing = run_tool({"show", generated.path(), "--version", "3"});
  CHECK(missing.code == 2);
  CHECK(missing.errors.find("holds no version 3") != std::string::npos);
}

TEST_CASE("a diagram is printed, or written to a file", "[tool]") {
  const generated_folder generated;
  const std::string expected = "erDiagram\n    fresh {\n        bigint id PK\n    }\n";
  CHECK(run_tool({"erd", generated.path()}).out == expected);
  CHECK(run_tool({"erd", generated.path(), "--format", "dot"}).out.find("digraph") == 0);
  const outcome written = run_tool({"erd", generated.path(), "--out", generated.file("a.mmd")});
  CHECK(written.code == 0);
  CHECK(written.out.empty());
  CHECK(read(generated.file("a.mmd")) == expected);
  CHECK(run_tool({"erd", generated.path(), "--format", "png"}).code == 2);
  CHECK(run_tool({"erd", generated.path(), "--out", generated.file("schema.lock/x")}).code == 3);
}

TEST_CASE("what is neither a database nor a generated folder is refused", "[tool]") {
  const generated_folder generated;
  CHECK(run_tool({"show", "nothing"}).code == 2);
  std::ofstream(generated.file("a.db")) << "SQLite format 3";
  const outcome file = run_tool({"show", generated.file("a.db")});
  CHECK(file.code == 2);
  CHECK(file.errors.find("write sqlite:" + generated.file("a.db")) != std::string::npos);
  std::ofstream(generated.file("b")) << "this is no lock";
  CHECK(run_tool({"show", generated.file("b")}).code == 3);
  std::filesystem::remove(generated.file("schema.lock"));
  const outcome gone = run_tool({"show", generated.path()});
  CHECK(gone.code == 3);
  CHECK(gone.errors.find("schema.lock does not exist") != std::string::npos);
  CHECK(run_tool({"show", "sqlite::memory:"}).code == 2);
  CHECK(run_tool({"show", "sqlite:" + generated.path(), "--version", "1"}).code == 2);
}
