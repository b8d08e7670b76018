// Tables, columns, constraints and indexes that come, change and go.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const table users = table("users").with_id().with(column("name", text)).unique({"name"});

} // namespace

TEST_CASE("a schema does not differ from itself", "[diff]") {
  CHECK(brief_diff(schema_of({users}), schema_of({users})).empty());
}

TEST_CASE("a table is created with its columns, its keys follow on their own", "[diff]") {
  const table posts = table("posts")
                          .with_id()
                          .with(column("author", bigint).says("who"))
                          .with(references({"author"}, "users", {"id"}))
                          .with(index({"author"}));
  const auto operations =
      codegen::diff(resolved(schema_of({users})), resolved(schema_of({users, posts})), {});
  CHECK(brief(operations) == names{"create_table posts",
                                   "set_comment posts.author '' 'who'",
                                   "add_constraint posts.posts_author_fkey",
                                   "create_index posts.posts_author_idx"});
  const auto& created = std::get<codegen::create_table>(operations.front()).table;
  CHECK(created.columns.size() == 2);
  CHECK(created.columns[1].comment.empty());
  CHECK(created.primary_key->name == "posts_pkey");
  CHECK(created.foreign_keys.empty());
  CHECK(created.indexes.empty());
}

TEST_CASE("a dropped table takes its parts along", "[diff]") {
  model::schema before = schema_of({users.with(index({"name"}))});
  before.triggers = {trigger("touch", "users", sql("AFTER UPDATE"), sql("SELECT 1"))};
  CHECK(brief_diff(before, {}) == names{"drop_table users"});
}

TEST_CASE("columns come in declared order, and tables in order of name", "[diff]") {
  const table b = table("b").with_id();
  const table a = table("a").with_id();
  CHECK(brief_diff(schema_of({b, a}),
                   schema_of({b.with(column("z", text).null()).with(column("c", text).null()),
                              a.with(column("n", text).null())})) ==
        names{"add_column a.n", "add_column b.z", "add_column b.c"});
}

TEST_CASE("the order of columns and constraints makes no difference", "[diff]") {
  const table t =
      table("t").with(column("a", text)).with(column("b", text)).unique({"a"}).unique({"b"});
  const table same =
      table("t").with(column("b", text)).with(column("a", text)).unique({"b"}).unique({"a"});
  CHECK(brief_diff(schema_of({t}), schema_of({same})).empty());
}

TEST_CASE("a column differs by what it is in the database", "[diff]") {
  const column name("name", text);
  const auto with = [](const column& c) { return schema_of({table("t").with(c)}); };
  const names altered = {"alter_column t.name"};
  CHECK(brief_diff(with(name), with(column("name", varchar(9)))) == altered);
  CHECK(brief_diff(with(name), with(name.null())) == altered);
  CHECK(brief_diff(with(name), with(name.defaults_to(literal_text("x")))) == altered);
  CHECK(brief_diff(with(name), with(name.collated("C"))) == altered);
  CHECK(brief_diff(with(name), with(name.computed(sql("'x'")))) == altered);
  CHECK(brief_diff(with(column("id", bigint)), with(column("id", bigint).is_identity())) ==
        names{"alter_column t.id"});
  CHECK(brief_diff(with(name), with(name.says("it"))) == names{"set_comment t.name '' 'it'"});
  column mapped = name;
  mapped.cpp.name = "label";
  CHECK(brief_diff(with(name), with(mapped)).empty());
}

TEST_CASE("a changed constraint is dropped and added, a changed index replaced", "[diff]") {
  const table t = table("t").with(column("a", text)).with(column("b", text));
  model::index plain = index({"a"});
  plain.name = "i";
  model::index other = index({"b"});
  other.name = "i";
  CHECK(brief_diff(schema_of({t.check(sql("a > ''"), "c").with(plain)}),
                   schema_of({t.check(sql("a > 'b'"), "c").with(other)})) ==
        names{"drop_constraint t.c", "add_constraint t.c", "replace_index t.i"});
}

TEST_CASE("what SQLite does with a broken constraint is a part of it", "[diff]") {
  constexpr auto replace = model::conflict_action::replace;
  const table t = users.key({"id"});
  const auto changed = [&](auto change) { return schema_of({t.changed(change)}); };
  const names other_key = {"drop_constraint users.users_name_key",
                           "add_constraint users.users_name_key"};
  const names other_primary = {"drop_constraint users.users_pkey",
                               "add_constraint users.users_pkey"};
  const model::schema plain = schema_of({t});
  CHECK(brief_diff(plain, changed([](table& of) { of.columns[1].on_null = replace; })) ==
        names{"alter_column users.name"});
  CHECK(brief_diff(plain, changed([](table& of) { of.uniques[0].on_conflict = replace; })) ==
        other_key);
  CHECK(brief_diff(plain, changed([](table& of) { of.primary_key->on_conflict = replace; })) ==
        other_primary);
  CHECK(brief_diff(plain, changed([](table& of) { of.uniques[0].sqlite_keys = "name DESC"; })) ==
        other_key);
  CHECK(brief_diff(plain, changed([](table& of) { of.primary_key->sqlite_keys = "id DESC"; })) ==
        other_primary);
}

TEST_CASE("a foreign key goes and comes back when the key it relies on is changed", "[diff]") {
  const table child = table("child")
                          .with_id()
                          .with(column("name", text))
                          .with(references({"name"}, "users", {"name"}));
  const table covering = users.changed([](table& t) { t.uniques[0].include = {"id"}; });
  CHECK(brief_diff(schema_of({users.changed([](table& t) { t.uniques[0].name = "k"; }), child}),
                   schema_of({covering.changed([](table& t) { t.uniques[0].name = "k"; }),
                              child})) == names{"drop_constraint users.k",
                                                "add_constraint users.k",
                                                "drop_constraint child.child_name_fkey",
                                                "add_constraint child.child_name_fkey"});
}

TEST_CASE("another name for the same definition is a rename", "[diff]") {
  model::index given = index({"name"});
  given.name = "ix_name";
  CHECK(brief_diff(schema_of({users.with(index({"name"}))}), schema_of({users.with(given)})) ==
        names{"rename_index users.users_name_idx ix_name"});
  const table renamed = users.changed([](table& t) { t.uniques[0].name = "one_name"; });
  CHECK(brief_diff(schema_of({users}), schema_of({renamed})) ==
        names{"rename_constraint users.users_name_key one_name"});
}

TEST_CASE("a name in use is not taken by a rename", "[diff]") {
  const auto with = [](const std::string& first, const std::string& second) {
    model::index a = index({"a"});
    a.name = first;
    model::index b = index({"b"});
    b.name = second;
    return schema_of({table("t").with(column("a", text)).with(column("b", text)).with(a).with(b)});
  };
  CHECK(brief_diff(with("i", "k"), with("k", "i")) ==
        names{"replace_index t.k", "replace_index t.i"});
}

TEST_CASE("storage options alter the table", "[diff]") {
  const table t = table("t").with_id();
  CHECK(brief_diff(schema_of({t}), schema_of({t.changed([](table& c) { c.unlogged = true; })})) ==
        names{"alter_table t"});
}

TEST_CASE("words of the transition go with the operations they are about", "[diff]") {
  const table before =
      table("t").with_id().with(column("a", integer)).with(column("d", text).null());
  const table after = table("t")
                          .with_id()
                          .with(column("a", text))
                          .with(column("b", text))
                          .with(column("d", text).null());
  transition words = transition()
                         .convert("t", "a", sql("a::text"))
                         .backfill("t", "b", sql("'x'"))
                         .backfill("t", "d", sql("'y'"));
  model::custom_sql& statement = words.statements.emplace_back();
  statement.when = model::custom_sql::timing::after;
  statement.up = sql("ANALYZE");
  CHECK(brief_diff(schema_of({before}), schema_of({after}), words) ==
        names{"add_column t.b with backfill",
              "alter_column t.a with conversion",
              "backfill_column t.d",
              "run_sql ANALYZE"});
}

TEST_CASE("schemas and extensions come and go", "[diff]") {
  model::table log = table("log").with_id();
  log.name.schema = "audit";
  model::schema before = schema_of({log});
  before.extensions.push_back({"pg_trgm", {}, {}, {}, {}});
  CHECK(brief_diff({}, before) ==
        names{"create_schema audit", "create_extension pg_trgm", "create_table audit.log"});
  CHECK(brief_diff(before, {}) ==
        names{"drop_schema audit", "drop_extension pg_trgm", "drop_table audit.log"});
  model::schema other = before;
  other.extensions[0].version = "1.6";
  CHECK(brief_diff(before, other).empty());
  before.extensions[0].version = "1.5";
  CHECK(brief_diff(before, other) == names{"alter_extension pg_trgm"});
  other.extensions[0] = {"pg_trgm", "audit", "1.5", {}, {}};
  CHECK(brief_diff(before, other) == names{"alter_extension pg_trgm"});
}
