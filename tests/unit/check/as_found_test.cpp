// Keys of databases that exist.
#include "codegen/check/as_found.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

#include <algorithm>

using namespace strata;
using namespace strata::testing;
using model::referential_action;

namespace {

const table found_users = table("users").with_id().with(column("nick", text));

/// Of `posts` beside `users`: the codes of its findings, until its keys say that they were found.
names codes_as_found(const table& posts) {
  model::schema schema = schema_of({found_users, posts});
  names codes;
  for (const std::string& each : check_findings(schema))
    codes.push_back(each.substr(each.find('[') + 1, 4));
  codegen::mark_as_found(schema);
  CHECK(check_findings(schema).empty());
  const model::table& marked = schema.tables.back();
  const auto is_marked = [](const auto& key) { return key.as_found; };
  const auto count =
      std::count_if(marked.uniques.begin(), marked.uniques.end(), is_marked) +
      std::count_if(marked.foreign_keys.begin(), marked.foreign_keys.end(), is_marked);
  CHECK(static_cast<std::size_t>(count) == codes.size());
  return codes;
}

table posts(const column& a) { return table("posts").with_id().with(a); }

model::foreign_key to_users(referential_action on_delete = referential_action::no_action) {
  return references({"a"}, "users", {"id"}, on_delete);
}

} // namespace

TEST_CASE("keys that break no rule are not marked", "[check]") {
  CHECK(codes_as_found(posts(column("a", bigint)).with(to_users()).unique({"a"})) == names{});
}

TEST_CASE("rules of foreign keys leave alone what was found", "[check]") {
  CHECK(codes_as_found(posts(column("a", bigint)).with(references({"a"}, "people", {"id"}))) ==
        names{"S120"});
  CHECK(codes_as_found(posts(column("a", bigint)).with(references({"a"}, "users", {"uid"}))) ==
        names{"S121"});
  CHECK(codes_as_found(posts(column("a", text)).with(references({"a"}, "users", {"nick"}))) ==
        names{"S122"});
  CHECK(codes_as_found(posts(column("a", integer)).with(to_users())) == names{"S123"});
  CHECK(codes_as_found(posts(column("a", bigint)).with(references({"a", "id"}, "users", {"id"}))) ==
        names{"S124"});
  CHECK(codes_as_found(posts(column("a", bigint)).with(to_users(referential_action::set_null))) ==
        names{"S125"});
  CHECK(
      codes_as_found(posts(column("a", bigint)).with(to_users(referential_action::set_default))) ==
      names{"S126"});
  CHECK(codes_as_found(posts(column("a", bigint)).with(to_users()).with(to_users())) ==
        names{"S127"});
}

TEST_CASE("a foreign key to what has no primary key leaves alone what was found", "[check]") {
  const table keyless = table("keyless").with(column("a", bigint));
  CHECK(codes_as_found(keyless.with(references({"a"}, "keyless", {}))) == names{"S110"});
}

TEST_CASE("a key that repeats another leaves alone what was found", "[check]") {
  CHECK(codes_as_found(posts(column("a", bigint)).unique({"id"})) == names{"S133"});
  CHECK(codes_as_found(posts(column("a", bigint)).unique({"a"}).unique({"a"})) == names{"S133"});
}
