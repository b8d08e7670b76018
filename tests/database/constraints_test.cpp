// Keys, checks and indexes on tables that hold rows.
#include "tests/database/migration_case.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const auto bare =
    table("t").with(column("a", integer)).with(column("b", integer)).with(column("c", text).null());
const auto keyed = bare.key({"a"});
const std::string rows = "INSERT INTO t VALUES (1, 10, 'x'), (2, 20, 'Y'), (3, 30, NULL)";

void check_change(std::string name,
                  const table& from,
                  const table& to,
                  model::dialect_set on = {},
                  model::transition by = {}) {
  check_case({.name = std::move(name),
              .from = schema_of({from}),
              .to = schema_of({to}),
              .by = std::move(by),
              .rows = rows,
              .on = on});
}

model::index partial(model::index of, const char* predicate) {
  of.predicate = sql(predicate);
  return of;
}

model::index unique_one(model::index of) {
  of.unique = true;
  return of;
}

model::index named(model::index of, const char* name) {
  of.name = name;
  return of;
}

} // namespace

TEST_CASE("a primary key comes, goes and changes", "[constraints]") {
  check_change("comes", bare, keyed);
  check_change("goes", keyed, bare);
  check_change("other columns", keyed, bare.key({"b"}));
  check_change("more columns", keyed, bare.key({"b", "a"}));
  check_change(
      "another name", keyed, keyed.changed([](table& t) { t.primary_key->name = "the_key"; }));
}

TEST_CASE("unique constraints come, go and change", "[constraints]") {
  check_change("comes", keyed, keyed.unique({"b"}));
  check_change("goes", keyed.unique({"b"}), keyed);
  check_change("another column", keyed.unique({"b"}), keyed.unique({"c"}));
  const auto named_one = [](names columns) {
    return keyed.unique(std::move(columns)).changed([](table& t) {
      t.uniques[0].name = "one_of_them";
    });
  };
  check_change("the same name on other columns", named_one({"b"}), named_one({"b", "c"}));
  check_change("another name", keyed.unique({"b"}), named_one({"b"}));
  check_change("deferrable",
               keyed.unique({"b"}),
               keyed.unique({"b"}).changed(
                   [](table& t) { t.uniques[0].deferrable = model::deferral::initially_deferred; }),
               only_postgresql);
  check_change("includes",
               keyed,
               keyed.unique({"b"}).changed([](table& t) { t.uniques[0].include = {"c"}; }),
               only_postgresql);
}

TEST_CASE("a unique constraint that a foreign key needs is replaced", "[constraints]") {
  const auto made = [](const char* name) {
    return schema_of({keyed.unique({"b"}).changed([&](table& t) { t.uniques[0].name = name; }),
                      table("child")
                          .with_id()
                          .with(column("b", integer).null())
                          .with(references({"b"}, "t", {"b"}))});
  };
  check_case({.name = "renamed", .from = made("one"), .to = made("two"), .rows = rows});
}

TEST_CASE("checks come, go and change", "[constraints]") {
  const auto with = [](const char* expression) { return keyed.check(sql(expression), "sound"); };
  check_change("comes", keyed, with("b > 0"));
  check_change("goes", with("b > 0"), keyed);
  check_change("says something else", with("b > 0"), with("b > a"));
  check_change("another name", with("b > 0"), keyed.check(sql("b > 0"), "quite_sound"));
  check_change("text with quotes", keyed, with("c <> 'it''s (not)'"));
  check_change("two of the same", keyed, keyed.check(sql("a > 0")).check(sql("a > 0")));
}

TEST_CASE("foreign keys come, go and change", "[constraints]") {
  const auto parent = table("parent")
                          .with(column("x", integer))
                          .with(column("y", integer))
                          .key({"x"})
                          .unique({"x", "y"});
  const auto child =
      table("child").with_id().with(column("x", integer).null()).with(column("y", integer).null());
  const auto key = [](model::referential_action action = {}) {
    return references({"x"}, "parent", {"x"}, action);
  };
  const auto change =
      [&](const char* name, const table& from, const table& to, model::dialect_set on = {}) {
        check_case({.name = name,
                    .from = schema_of({parent, from}),
                    .to = schema_of({parent, to}),
                    .rows = "INSERT INTO parent VALUES (1, 1), (2, 2);"
                            "INSERT INTO child VALUES (1, 1, 1), (2, NULL, NULL)",
                    .on = on});
      };
  change("comes", child, child.with(key()));
  change("goes", child.with(key()), child);
  change("another action", child.with(key()), child.with(key(model::referential_action::cascade)));
  change("of two columns",
         child.with(key()),
         child.with(references({"x", "y"}, "parent", {"x", "y"})));
  change("deferred", child.with(key()), child.with([&] {
    auto deferred = key();
    deferred.deferrable = model::deferral::initially_deferred;
    return deferred;
  }()));
  change("on update, and full",
         child,
         child.with([&] {
           auto full = references({"x", "y"}, "parent", {"x", "y"});
           full.on_update = model::referential_action::set_null;
           full.match = model::match_type::full;
           return full;
         }()),
         only_postgresql);
  change("another name", child.with(key()), child.with([&] {
    auto other = key();
    other.name = "its_parent";
    return other;
  }()));
  change("not validated",
         child,
         child.with([&] {
           auto lax = key();
           lax.not_valid = true;
           return lax;
         }()),
         only_postgresql);
}

TEST_CASE("exclusions come and go", "[constraints]") {
  const auto with = keyed.changed([](table& t) {
    model::exclusion_constraint& added = t.exclusions.emplace_back();
    added.method = "btree";
    added.elements.emplace_back().column = "b";
    added.elements.back().operator_ = "=";
    added.predicate = sql("a > 0");
  });
  check_change("comes", keyed, with, only_postgresql);
  check_change("goes", with, keyed, only_postgresql);
  const auto twice = with.changed([](table& t) {
    t.exclusions.front().name = "once";
    t.exclusions.push_back(t.exclusions.front());
    t.exclusions.back().name = "again";
  });
  check_change("stays two", with, twice, only_postgresql);
}

TEST_CASE("indexes come and go in every form", "[indexes]") {
  check_change("plain", keyed, keyed.with(index({"b", "c"})));
  check_change("away", keyed.with(index({"b", "c"})), keyed);
  check_change("unique", keyed, keyed.with(unique_one(index({"b"}))));
  check_change("partial", keyed, keyed.with(partial(index({"b"}), "c IS NOT NULL AND b > 5")));
  check_change("descending", keyed, keyed.with(index_of({key("b", true), key("a")})));
  check_change("of an expression",
               keyed,
               keyed.with(index_of({key_on(sql("lower(c)")), key_on(sql("(a + b)"))})));
  check_change("collated",
               keyed,
               keyed.with([] {
                 auto collated = index({"c"});
                 collated.keys[0].collation = "NOCASE";
                 return collated;
               }()),
               only_sqlite);
  check_change("with all that PostgreSQL has",
               keyed,
               keyed.with([] {
                 auto rich = partial(index_of({key("c"), key("b", true)}), "a > 0");
                 rich.keys[0].operator_class = "text_pattern_ops";
                 rich.keys[1].nulls = model::nulls_order::last;
                 rich.include = {"a"};
                 rich.with = "fillfactor = 70";
                 rich.comment = "it's rich";
                 return rich;
               }()),
               only_postgresql);
  check_change("hash",
               keyed,
               keyed.with([] {
                 auto hashed = index({"b"});
                 hashed.method = "hash";
                 return hashed;
               }()),
               only_postgresql);
}

TEST_CASE("an index is replaced under its name, or only renamed", "[indexes]") {
  check_change(
      "replaced", keyed.with(named(index({"b"}), "i")), keyed.with(named(index({"c"}), "i")));
  check_change(
      "renamed", keyed.with(named(index({"b"}), "i")), keyed.with(named(index({"b"}), "j")));
  check_change("becomes unique",
               keyed.with(named(index({"b"}), "i")),
               keyed.with(unique_one(named(index({"b"}), "i"))));
}

TEST_CASE("two indexes change names with each other", "[indexes]") {
  check_change("crosswise",
               keyed.with(named(index({"b"}), "i")).with(named(index({"c"}), "j")),
               keyed.with(named(index({"b"}), "j")).with(named(index({"c"}), "i")));
}
