// numeric on SQLite: what keeps it, and what is refused since it would compare otherwise there.
#include "codegen/adapt/adapt.hpp"
#include "codegen/adapt/sqlite_number_text.hpp"
#include "codegen/sql/number.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"
#include "tests/unit/plan/sqlite_memory.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

using names = std::vector<std::string>;

model::column numeric_column(std::string name, std::optional<int> precision, int scale) {
  model::column made = column(std::move(name), type_kind::numeric);
  made.type.precision = precision;
  if (precision) {
    made.type.scale = scale;
  }
  return made;
}

model::table priced(model::column price) {
  return table("t", {column("id", type_kind::bigint), std::move(price)});
}

names found_in(const model::table& one) {
  diagnostics found;
  codegen::adapt(version({one}).schema, on_sqlite, found);
  names all;
  for (const codegen::finding& each : found.sorted()) {
    all.push_back(each.code);
  }
  return all;
}

/// A database with the table.
struct made_table {
  sqlite_memory database;

  explicit made_table(const model::table& one) {
    diagnostics found;
    database.migrate(codegen::make_migration(on_sqlite, nullptr, version({one}), found).up);
    REQUIRE(found.empty());
  }

  bool takes(const std::string& value) {
    try {
      database.run("INSERT INTO t (p) VALUES (" + value + ")");
      return true;
    } catch (const std::runtime_error&) {
      return false;
    }
  }
};

names miscompared(const char* sql) {
  const auto is_p = [](const std::string& name) { return name == "p" || name == "q"; };
  names all;
  if (codegen::compared_digits(sql, is_p)) {
    all.emplace_back("compared");
  }
  if (codegen::computed_number(sql, is_p)) {
    all.emplace_back("computed");
  }
  return all;
}

} // namespace

TEST_CASE("numbers of up to fifteen digits compare as numbers on SQLite", "[adapt]") {
  model::table one = priced(numeric_column("p", 10, 2));
  one.checks = {check("t_most", "p <= 100")};
  one.uniques = {unique("t_p_key", {"p"})};
  made_table at(one);
  CHECK(at.takes("99.5"));
  CHECK(at.takes("'9.25'"));
  CHECK_FALSE(at.takes("100.5"));
  CHECK_FALSE(at.takes("'99.50'")); // There already.
  CHECK_FALSE(at.takes("1.005"));   // A third place.
  CHECK_FALSE(at.takes("'many'"));
  CHECK_FALSE(at.takes("0.1 + 0.2")); // Not the number 0.3.
  CHECK(at.takes("-12345678.91"));
  CHECK_FALSE(at.takes("-100000000"));
  CHECK(at.database.ask("SELECT p FROM t ORDER BY p") == "-12345678.91;9.25;99.5");
  CHECK(at.database.ask("SELECT count(*) FROM t WHERE p = 99.50") == "1");
}

TEST_CASE("every number of fifteen digits comes back from SQLite", "[adapt]") {
  for (const char* number : {"999999999999999", "9999999999999.99", "-0.000000000000001"}) {
    const std::string text = number;
    const auto point = text.find('.');
    const int scale = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    made_table at(priced(numeric_column("p", 15, scale)));
    CHECK(at.takes(number));
    CHECK(at.database.ask("SELECT printf('%." + std::to_string(scale) + "f', p) FROM t") == text);
  }
}

TEST_CASE("longer numbers have one text each on SQLite", "[adapt]") {
  model::table one = priced(numeric_column("p", {}, 0));
  one.uniques = {unique("t_p_key", {"p"})};
  one.checks = {check("t_p_sign", "p >= 0")};
  made_table at(one);
  CHECK(at.takes("'123456789012345678901234567890.5'"));
  CHECK(at.takes("1.50"));
  CHECK_FALSE(at.takes("'1.5'"));
  CHECK(at.takes("100"));
  CHECK(at.takes("'0'"));
  for (const char* other :
       {"'1.50'", "'01'", "'-0'", "'.5'", "'5.'", "'1e3'", "'-1'", "''", "'a'"}) {
    INFO(other);
    CHECK_FALSE(at.takes(other));
  }
}

TEST_CASE("comparisons that would go by text are refused", "[adapt]") {
  for (const char* sql : {"p <= 100",
                          "100 >= p",
                          "p > -1",
                          "p = 1.0",
                          "p = '1.5'",
                          "p BETWEEN 0 AND 10",
                          "x BETWEEN 0 AND p",
                          "p < q",
                          "\"t\".\"p\" <= 100",
                          "coalesce(p, 0) < 10",
                          "CASE WHEN x THEN p END < 10"}) {
    INFO(sql);
    CHECK(miscompared(sql) == names{"compared"});
  }
  for (const char* sql : {"p >= 0",
                          "0 < p",
                          "t.p > 0",
                          "p <> 0",
                          "p = 1.50",
                          "p = q",
                          "p IS NULL OR p >= 0",
                          "CAST(p AS REAL) <= 100",
                          "abs(p) <= 100",
                          "x <= 100 AND p > 0",
                          "p >= 0 AND x + 1 > 2",
                          "round(p + q, 2) = 3"}) {
    INFO(sql);
    CHECK(miscompared(sql).empty());
  }
  CHECK(miscompared("p + q = 3") == names{"computed"});
  CHECK(miscompared("x = 1 OR p * 2 > 3") == names{"computed"});
}

TEST_CASE("the build says what SQLite would compare otherwise", "[adapt]") {
  model::table one = priced(numeric_column("p", 20, 2));
  one.checks = {check("t_most", "p <= 100")};
  CHECK(found_in(one) == names{"S346"});
  one.checks.front().expression.sqlite = "CAST(p AS REAL) <= 100";
  CHECK(found_in(one).empty());
  one = priced(numeric_column("p", 10, 2));
  one.checks = {check("t_sum", "p + 1.10 = 2")};
  CHECK(found_in(one) == names{"S345"});
  one.checks = {check("t_sum", "round(p + 1.10, 2) = 2")};
  CHECK(found_in(one).empty());
  one.indexes = {index("t_i", {"id"})};
  one.indexes.front().predicate = sql("p * 2 > 1");
  CHECK(found_in(one) == names{"S345"});
}

TEST_CASE("generated numbers are rounded as PostgreSQL rounds them", "[adapt]") {
  model::table one = priced(numeric_column("p", 10, 2));
  one.columns.push_back(nullable(numeric_column("q", 10, 2)));
  one.columns.back().generated = model::generated{sql("p * 3"), {}};
  made_table at(one);
  CHECK(at.takes("0.1"));
  CHECK(at.database.ask("SELECT q, q = 0.3 FROM t") == "0.3|1");
  one.columns.back() = nullable(numeric_column("q", 30, 2));
  one.columns.back().generated = model::generated{sql("p * 3"), {}};
  CHECK(found_in(one) == names{"S347"});
}

TEST_CASE("a key between a number and digits is refused", "[adapt]") {
  model::table parents = table("parents", {numeric_column("p", 20, 2)});
  model::table one = priced(numeric_column("p", 10, 2));
  one.foreign_keys = {foreign_key("t_p_fkey", "p", "parents", "p")};
  diagnostics found;
  codegen::adapt(version({parents, one}).schema, on_sqlite, found);
  REQUIRE(found.sorted().size() == 1);
  CHECK(found.sorted().front().code == "S348");
}

TEST_CASE("defaults and reference rows are the numbers that rows hold", "[adapt]") {
  model::column fee = with_default(numeric_column("p", 8, 2), text("0.10"));
  made_table at(priced(fee));
  at.database.run("INSERT INTO t (id) VALUES (1)");
  CHECK(at.database.ask("SELECT p = 0.1, typeof(p) FROM t") == "1|real");
  made_table longer(priced(with_default(numeric_column("p", 28, 2), text("0.10"))));
  longer.database.run("INSERT INTO t (id) VALUES (1)");
  CHECK(longer.database.ask("SELECT p FROM t") == "0.1");
}

TEST_CASE("versions of earlier releases keep their text, and the next one brings it over",
          "[adapt]") {
  model::table old = priced(nullable(numeric_column("p", 10, 2)));
  model::table wide = table("w", {column("id", type_kind::bigint), numeric_column("p", {}, 0)});
  const model::version to = version({old, wide});
  old.columns[1].sqlite_type = codegen::sql::found_text_words;
  wide.columns[1].sqlite_type = codegen::sql::found_text_words;
  const model::version from = version({old, wide});
  diagnostics found;
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO t VALUES (1, '1.50'), (2, '-0.00'), (3, NULL), (4, '100');"
               "INSERT INTO w VALUES (1, '1.50'), (2, '-00.00'), (3, '.5'), (4, '-5.'),"
               " (5, '12345678901234567890.10'), (6, '700')");
  const migration_sql made = codegen::make_migration(on_sqlite, &from, to, found);
  REQUIRE(found.empty());
  database.migrate(made.up);
  CHECK(database.ask("SELECT p FROM t ORDER BY id") == "1.5;0.0;null;100.0");
  CHECK(database.ask("SELECT p FROM w ORDER BY id") == "1.5;0;0.5;-5;12345678901234567890.1;700");
  database.migrate(made.down);
  CHECK(database.ask("SELECT p FROM t ORDER BY id") == "1.50;0.00;null;100.00");
  CHECK(database.ask("SELECT p FROM w ORDER BY id") == "1.5;0;0.5;-5;12345678901234567890.1;700");
}
