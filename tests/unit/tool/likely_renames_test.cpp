// What goes while something like it comes: both ways out are offered.
#include "codegen/tool/likely_renames.hpp"

#include "codegen/tool/tool_error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;

namespace {

model::column column(const std::string& name, const model::data_type& type) {
  model::column made;
  made.name = name;
  made.type = type;
  return made;
}

model::table table_of_texts(const std::string& name, const std::vector<std::string>& columns) {
  model::table made;
  made.name.name = name;
  for (const std::string& each : columns) {
    made.columns.push_back(column(each, testing::text));
  }
  return made;
}

const std::vector<operation> column_changes = {
    drop_column{{"", "users"}, column("mail", testing::text)},
    add_column{{"", "users"}, column("email", testing::text), std::nullopt},
    add_column{{"", "users"}, column("age", testing::integer), std::nullopt}};

} // namespace

TEST_CASE("a column that goes may be one of its type that comes", "[tool]") {
  const std::vector<likely_rename> found = likely_renames(column_changes);
  REQUIRE(found.size() == 1);
  CHECK(found[0] == likely_rename{{"", "users"}, "mail", {"email"}});
  CHECK(words_of(found[0]) ==
        "column users.mail goes and email comes: if it is the same, write --rename "
        "users.mail=email; if it is not, --drop users.mail");
}

TEST_CASE("a table that goes may be one of like columns that comes", "[tool]") {
  const auto names = [](const std::vector<operation>& all) {
    std::vector<std::string> found;
    for (const likely_rename& each : likely_renames(all)) {
      found.insert(found.end(), each.comes.begin(), each.comes.end());
    }
    return found;
  };
  const drop_table gone{table_of_texts("users", {"id", "name", "mail"})};
  CHECK(names({gone, create_table{table_of_texts("people", {"id", "name", "email"})}}) ==
        std::vector<std::string>{"people"});
  CHECK(names({gone, create_table{table_of_texts("orders", {"id", "total", "placed"})}}).empty());
  drop_table partition = gone;
  partition.table.descent.partition_of = {"", "all_users"};
  CHECK(names({partition, create_table{table_of_texts("people", {"id", "name", "mail"})}}).empty());
}

TEST_CASE("a path says that what goes is dropped", "[tool]") {
  for (const std::string path : {"users.mail", "public.users.mail"}) {
    const given_drops made =
        take_drops(likely_renames(column_changes), column_changes, {path}, "public");
    CHECK(made.open.empty());
    CHECK(made.objects == std::vector<std::string>{"users.mail"});
  }
  CHECK_THROWS_AS(take_drops({}, column_changes, {"users.email"}, "public"), tool_usage_error);
}

TEST_CASE("paths are quoted where a shell or a dot would cut them", "[tool]") {
  const likely_rename odd{{"s", "a.b"}, "it's", {"x y"}};
  CHECK(words_of(odd).find(R"(--drop 's."a.b"."it'\''s"')") != std::string::npos);
}
