// Foreign keys to what exists, is unique and of the same type.
#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

using namespace strata;
using namespace strata::testing;
using model::referential_action;

namespace {

const table users = table("users")
                        .with_id()
                        .with(column("email", text))
                        .with(column("nick", text))
                        .unique({"email"});

names with(const model::table& posts) { return check_findings(schema_of({users, posts})); }

} // namespace

TEST_CASE("a sound foreign key has no finding", "[check]") {
  CHECK(with(table("posts").with(column("a", bigint)).with(references({"a"}, "users", {"id"})))
            .empty());
  CHECK(
      with(table("posts").with(column("a", varchar(9))).with(references({"a"}, "users", {"email"})))
          .empty());
}

TEST_CASE("a foreign key to nowhere is a finding with what may be meant", "[check]") {
  CHECK(with(table("posts").with(column("a", bigint)).with(references({"a"}, "user", {"id"}))) ==
        names{"0: [S120] posts.a references table user, which version 3 does not have; declare it, "
              "or correct the name | did you mean users?"});
  CHECK(with(table("posts").with(column("a", text)).with(references({"a"}, "users", {"emial"}))) ==
        names{"0: [S121] posts.a references column users.emial, which version 3 does not have; "
              "declare it, or correct the name | did you mean email?"});
}

TEST_CASE("a foreign key needs a key that makes rows unique", "[check]") {
  const table posts =
      table("posts").with(column("a", text)).with(references({"a"}, "users", {"nick"}));
  const names finding = {
      "0: [S122] posts.a references users.nick, which is neither the primary key "
      R"(nor unique; make it unique | unique("nick") in users)"};
  CHECK(with(posts) == finding);
  model::index partial = index({"nick"});
  partial.unique = true;
  CHECK(check_findings(schema_of({users.with(partial), posts})).empty());
  partial.predicate = sql("nick <> ''");
  CHECK(check_findings(schema_of({users.with(partial), posts})) == finding);
}

TEST_CASE("both ends of a foreign key have one type", "[check]") {
  CHECK(with(table("posts")
                 .with(column("author_id", integer))
                 .with(references({"author_id"}, "users", {"id"}))) ==
        names{"0: [S123] posts.author_id is integer but references users.id, which is bigint | "
              "declare author_id as bigint | "
              ".as_found() on the foreign key, where a database has it so"});
}

TEST_CASE("a foreign key has as many columns as it references", "[check]") {
  CHECK(
      with(table("posts")
               .with(column("a", bigint))
               .with(column("b", text))
               .with(references({"a", "b"}, "users", {"id"}))) ==
      names{"0: [S124] posts (a, b) references users.id, another number of columns; name as many"});
}

TEST_CASE("actions need columns that can take their values", "[check]") {
  const auto posts = [](const column& a, referential_action action) {
    return table("posts").with(a).with(references({"a"}, "users", {"id"}, action));
  };
  CHECK(
      with(posts(column("a", bigint), referential_action::set_null)) ==
      names{"0: [S125] posts.a is set to null by its foreign key but is not null; make it nullable "
            R"(or choose another action | column("a", …).nullable())"});
  CHECK(with(posts(column("a", bigint).null(), referential_action::set_null)).empty());
  CHECK(
      with(posts(column("a", bigint), referential_action::set_default)) ==
      names{"0: [S126] posts.a is set to its default by its foreign key but has none; give it one "
            R"(or choose another action | column("a", …).default_(…))"});
}

TEST_CASE("the same foreign key twice is a finding", "[check]") {
  CHECK(with(table("posts")
                 .with(column("a", bigint))
                 .with(references({"a"}, "users", {"id"}))
                 .with(references({"a"}, "users", {"id"}))) ==
        names{"0: [S127] posts.a references users.id twice; keep one of the foreign keys"});
}

TEST_CASE("tables can reference themselves and each other", "[check]") {
  CHECK(check_findings(schema_of({table("a")
                                      .with_id()
                                      .with(column("b_id", bigint))
                                      .with(column("up", bigint).null())
                                      .with(references({"b_id"}, "b", {"id"}))
                                      .with(references({"up"}, "a", {"id"})),
                                  table("b")
                                      .with_id()
                                      .with(column("a_id", bigint))
                                      .with(references({"a_id"}, "a", {"id"}))}))
            .empty());
}
