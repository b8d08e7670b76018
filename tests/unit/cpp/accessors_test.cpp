// What accessor headers say, piece by piece; that they compile and work is tested on databases.
#include "codegen/cpp/accessors.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace strata;
using namespace strata::codegen;

namespace {

model::column column(std::string name, model::type_kind kind) {
  model::column made;
  made.name = std::move(name);
  made.type.kind = kind;
  return made;
}

model::version with_owners(std::vector<model::column> columns) {
  model::version head;
  head.number = 1;
  model::table owners;
  owners.name.name = "owners";
  owners.columns = std::move(columns);
  owners.where = {.file = "schema/v1.hpp", .line = 3, .column = 1};
  head.schema.tables.push_back(std::move(owners));
  return head;
}

std::string printed(const model::version& head, const std::string& path) {
  diagnostics out;
  const auto files = print_accessors(head, "shelter::db", "0123456789abcdef99", out);
  for (const finding& each : out.sorted()) {
    UNSCOPED_INFO(format(each));
  }
  REQUIRE(out.empty());
  const auto file = std::ranges::find(files, path, &generated_file::path);
  REQUIRE(file != files.end());
  return file->text;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> codes(const model::version& head) {
  diagnostics out;
  print_accessors(head, "shelter::db", "0123456789abcdef99", out);
  std::vector<std::string> found;
  for (const finding& each : out.sorted()) {
    found.push_back(each.code);
  }
  return found;
}

using kind = model::type_kind;

} // namespace

TEST_CASE("each table has a header, and the schema its shared ones", "[cpp]") {
  auto head = with_owners({column("id", kind::bigint)});
  head.schema.enumerations.push_back({.name = {"", "mood"},
                                      .values = {"calm"},
                                      .comment = {},
                                      .only = {},
                                      .cpp_name = {},
                                      .where = {}});
  diagnostics out;
  std::vector<std::string> paths;
  for (const auto& file : print_accessors(head, "shelter::db", "0123456789abcdef99", out)) {
    paths.push_back(file.path);
  }
  std::ranges::sort(paths);
  CHECK(paths == std::vector<std::string>{"shelter/db.hpp",
                                          "shelter/db/enumerations.hpp",
                                          "shelter/db/fingerprint.hpp",
                                          "shelter/db/hana.hpp",
                                          "shelter/db/owners.hpp"});
}

TEST_CASE("a column is optional exactly where it is nullable", "[cpp]") {
  auto site = column("site", kind::text);
  site.nullable = true;
  site.comment = "where it lives";
  const std::string text =
      printed(with_owners({column("name", kind::varchar), site}), "shelter/db/owners.hpp");
  CHECK(has(text, "\n  std::string name;\n"));
  CHECK(has(text, "\n  /// where it lives\n  std::optional<std::string> site;\n"));
  CHECK(has(text, "strata::required<std::string> name;"));
  CHECK(has(text, "strata::defaulted<std::optional<std::string>> site{};"));
  CHECK(has(text, "strata::changed<std::optional<std::string>> site{};"));
}

TEST_CASE("what the database makes itself cannot be given", "[cpp]") {
  auto id = column("id", kind::bigint);
  id.identity = model::identity{};
  id.identity->when = model::identity::mode::always;
  auto shouted = column("shouted", kind::text);
  shouted.generated = model::generated{};
  auto number = column("number", kind::integer);
  number.identity = model::identity{};
  const std::string text = printed(with_owners({id, shouted, number}), "shelter/db/owners.hpp");
  CHECK(has(text, "struct new_row {\n  strata::defaulted<std::int32_t> number{};\n};"));
  CHECK(has(text, "struct patch {\n  strata::changed<std::int32_t> number{};\n};"));
}

TEST_CASE("a column of one database alone is null on the other", "[cpp]") {
  auto search = column("search", kind::tsvector);
  search.only = {.postgresql = true, .sqlite = false};
  const std::string text =
      printed(with_owners({column("name", kind::text), search}), "shelter/db/owners.hpp");
  CHECK(has(text, R"sql(R"("name", "search")",)sql"));
  CHECK(has(text, R"sql(R"("name", NULL AS "search")"},)sql"));
  CHECK(has(text, "std::optional<std::string> search;"));
}

TEST_CASE("as and maps_to choose name and type", "[cpp]") {
  auto price = column("class", kind::bigint);
  price.cpp = {.name = "price", .type = "acme::cents", .header = "<acme/cents.hpp>"};
  const std::string text = printed(with_owners({price}), "shelter/db/owners.hpp");
  CHECK(has(text, "#include <acme/cents.hpp>"));
  CHECK(has(text, "\n  acme::cents price;\n"));
  CHECK(has(text, R"sql(strata::column<table, acme::cents> price{"class", R"("class")"})sql"));
}

TEST_CASE("an enumeration that a column hides is named in full", "[cpp]") {
  auto mood = column("mood", kind::enumeration);
  mood.type.name.name = "mood";
  auto head = with_owners({mood});
  head.schema.enumerations.push_back({.name = {"", "mood"},
                                      .values = {"calm", "in two minds"},
                                      .comment = {},
                                      .only = {},
                                      .cpp_name = {},
                                      .where = {}});
  CHECK(has(printed(head, "shelter/db/owners.hpp"), "\n  shelter::db::mood mood;\n"));
  const std::string text = printed(head, "shelter/db/enumerations.hpp");
  CHECK(has(text, "enum class mood {\n  calm,\n  in_two_minds,\n};"));
  CHECK(has(text, "\"in two minds\","));
}

TEST_CASE("names reach SQL in quotes and C++ in literals", "[cpp]") {
  const std::string text =
      printed(with_owners({column("a\"b", kind::text)}), "shelter/db/owners.hpp");
  CHECK(has(text, R"sql(a_b{"a\"b", R"("a""b")"})sql"));
}

TEST_CASE("keys become find functions and upsert targets", "[cpp]") {
  auto head =
      with_owners({column("id", kind::uuid), column("db", kind::text), column("n", kind::integer)});
  auto& owners = head.schema.tables[0];
  owners.primary_key = model::primary_key{.name = "owners_pkey",
                                          .columns = {"id"},
                                          .include = {},
                                          .with = {},
                                          .deferrable = {},
                                          .sqlite_keys = {},
                                          .on_conflict = {},
                                          .comment = {},
                                          .where = {}};
  model::unique_constraint unique;
  unique.columns = {"db", "n"};
  owners.uniques.push_back(unique);
  model::unique_constraint later;
  later.columns = {"n"};
  later.deferrable = model::deferral::initially_deferred;
  owners.uniques.push_back(later);
  const std::string text = printed(head, "shelter/db/owners.hpp");
  CHECK(has(text, "find(strata::queryable& db, const strata::uuid& id) {"));
  CHECK(has(text,
            "find_by_db_and_n(strata::queryable& db,\n"
            "                                           const std::string& db_,\n"
            "                                           std::int32_t n) {"));
  CHECK(has(text, "select(db, col::db == db_ && col::n == n).first()"));
  CHECK(has(text, R"sql(inline constexpr strata::key<table> db_and_n{R"("db")", R"("n")"};)sql"));
  CHECK(has(text, "find_by_n("));
  CHECK_FALSE(has(text, "strata::key<table> n{"));
}

TEST_CASE("a view without declared columns has no header, one with them reads only", "[cpp]") {
  auto head = with_owners({column("id", kind::bigint)});
  model::view quiet;
  quiet.name.name = "quiet";
  model::view read;
  read.name.name = "read";
  read.columns = {column("id", kind::bigint)};
  head.schema.views = {quiet, read};
  const std::string text = printed(head, "shelter/db/read.hpp");
  CHECK(has(text, "select(strata::queryable& db"));
  CHECK_FALSE(has(text, "insert"));
  CHECK_FALSE(has(printed(head, "shelter/db.hpp"), "quiet"));
}

TEST_CASE("the fingerprint's symbol is declared by one header", "[cpp]") {
  const std::string text =
      printed(with_owners({column("id", kind::bigint)}), "shelter/db/fingerprint.hpp");
  CHECK(has(text, "namespace shelter::db::detail {"));
  CHECK(has(text, "extern const char strata_schema_0123456789abcdef;"));
}

TEST_CASE("two names that become one identifier are a finding", "[cpp]") {
  CHECK(codes(with_owners({column("a-b", kind::text), column("a_b", kind::text)})) ==
        std::vector<std::string>{"S535"});
  auto head = with_owners({column("id", kind::bigint)});
  head.schema.enumerations.push_back({.name = {"", "owners"},
                                      .values = {"a-b", "a b"},
                                      .comment = {},
                                      .only = {},
                                      .cpp_name = {},
                                      .where = {}});
  CHECK(codes(head) == std::vector<std::string>{"S535", "S535"});
  head.schema.enumerations[0].cpp_values = {"", "a_and_b"};
  CHECK(codes(head) == std::vector<std::string>{"S535"});
  auto chosen = column("a-b", kind::text);
  chosen.cpp.name = "a_dash_b";
  CHECK(codes(with_owners({chosen, column("a_b", kind::text)})).empty());
}

TEST_CASE("a chosen name that is no identifier is a finding", "[cpp]") {
  auto named = column("a", kind::text);
  named.cpp.name = "class";
  CHECK(codes(with_owners({named})) == std::vector<std::string>{"S536"});
  auto head = with_owners({column("id", kind::bigint)});
  head.schema.enumerations.push_back({.name = {"", "mood"},
                                      .values = {"+", "-"},
                                      .cpp_values = {"plus", "minus!"},
                                      .comment = {},
                                      .only = {},
                                      .cpp_name = {},
                                      .where = {}});
  CHECK(codes(head) == std::vector<std::string>{"S536"});
}

TEST_CASE("the order of declaration changes nothing outside a table", "[cpp]") {
  auto head = with_owners({column("id", kind::bigint)});
  head.schema.tables.push_back(head.schema.tables[0]);
  head.schema.tables[1].name.name = "pets";
  auto turned = head;
  std::ranges::reverse(turned.schema.tables);
  diagnostics out;
  CHECK(print_accessors(head, "shelter::db", "0123456789abcdef99", out) ==
        print_accessors(turned, "shelter::db", "0123456789abcdef99", out));
}
