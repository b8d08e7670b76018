// The catalogue of casts against a server's: its rows, and what they do to values at their limits.
#include "codegen/diff/cast_catalogue.hpp"
#include "codegen/diff/casts.hpp"
#include "codegen/diff/suggested_conversion.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

#include <fmt/format.h>

#include <set>

using namespace strata;
using namespace strata::testing;
using codegen::cast_way;
using kind = model::type_kind;

namespace {

std::string text_of(const value& of) {
  const auto* text = std::get_if<std::string>(&of);
  return text == nullptr ? "" : *text;
}

/// A change of one column's type and back again, from one value.
constexpr const char* attempt = R"(CREATE FUNCTION attempt(
    from_type text, to_type text, value text, there text, back text)
    RETURNS text LANGUAGE plpgsql AS $$
DECLARE was text; became text;
BEGIN
  EXECUTE format('CREATE TEMP TABLE tried (a %s)', from_type);
  EXECUTE format('INSERT INTO tried VALUES (%L)', value);
  EXECUTE 'SELECT format(''%s'', a) FROM tried' INTO was;
  BEGIN
    EXECUTE format('ALTER TABLE tried ALTER a TYPE %s%s', to_type, there);
  EXCEPTION WHEN OTHERS THEN
    DROP TABLE tried;
    RETURN 'failed: ' || SQLERRM;
  END;
  BEGIN
    EXECUTE format('ALTER TABLE tried ALTER a TYPE %s%s', from_type, back);
    EXECUTE 'SELECT format(''%s'', a) FROM tried' INTO became;
  EXCEPTION WHEN OTHERS THEN
    became := NULL;
  END;
  DROP TABLE tried;
  RETURN CASE WHEN was = became THEN 'kept' ELSE 'changed: ' || coalesce(became, 'no way back') END;
END $$)";

struct sample {
  model::data_type type;
  std::vector<std::string> values;
};

model::data_type with(model::data_type of, int precision) {
  of.precision = precision;
  return of;
}

model::data_type called(const char* name, const char* modifier = "") {
  model::data_type made = type(kind::named);
  made.name.name = name;
  made.modifier = modifier;
  return made;
}

const std::vector<sample>& samples() {
  static const std::vector<sample> all = {
      {smallint, {"-32768", "32767", "0", "1"}},
      {integer, {"-2147483648", "2147483647", "0", "16777217"}},
      {bigint, {"-9223372036854775808", "9223372036854775807", "9007199254740993"}},
      {type(kind::real), {"0.1", "3.4e38", "2.7", "Infinity"}},
      {double_precision, {"0.1", "1.7976931348623157e308", "2.7", "NaN"}},
      {type(kind::numeric), {"1.2345", "99999999999999999999.5", "1e300", "NaN"}},
      {numeric(12, 4), {"1.2345", "99999999.9999", "-0.0001"}},
      {numeric(12, 2), {"0.01", "9999999999.99"}},
      {numeric(4, 2), {"99.99", "0.05"}},
      {numeric(3, 1), {"99.9"}},
      {numeric(5, 0), {"99999", "-99999"}},
      {boolean, {"true", "false"}},
      {text, {"", "a ", "007", "2024-01-01 15:30", "2024-01-01 10:00+05", "yes", "1.50"}},
      {varchar(5), {"a  ", "abcde", "05"}},
      {varchar(10), {"abcdefghij", "a         "}},
      {type(kind::character), {"a"}},
      {type(kind::date), {"infinity", "2024-06-30", "4713-01-01 BC", "5874897-12-31"}},
      {type(kind::time_of_day), {"23:59:59.999999", "00:00"}},
      {with(type(kind::time_of_day), 0), {"23:59:59"}},
      {type(kind::time_of_day_tz), {"12:00:00.5+05"}},
      {timestamp, {"2024-06-30 23:30:00.7", "infinity", "4713-01-01 BC", "294276-12-31 23:59:59"}},
      {with(timestamp, 0), {"2024-06-30 23:30:00"}},
      {timestamptz, {"2024-06-30 23:30:00.7+00", "-infinity", "294276-12-31 23:59:59+00"}},
      {with(timestamptz, 0), {"2024-06-30 23:30:00+00"}},
      {type(kind::interval), {"1 mon 2 days 03:00:00", "25:00:00", "00:00:00.5"}},
      {uuid, {"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"}},
      {type(kind::json), {R"({"b":1,  "a":2, "b":3})", "5", R"("x")", "null", R"("\u0000")"}},
      {jsonb, {"5.7", "5", "true", R"({"a": 1})"}},
      {type(kind::inet), {"10.0.0.1/8", "10.0.0.0/8", "::1"}},
      {type(kind::cidr), {"10.0.0.0/8"}},
      {type(kind::macaddr), {"08:00:2b:01:02:03"}},
      {called("macaddr8"), {"08:00:2b:01:02:03:04:05"}},
      {called("oid"), {"0", "2147483647", "4294967295"}},
      {called("bit", "(8)"), {"00000101"}},
      {called("bit", "(3)"), {"101"}},
      {called("varbit"), {"1011", "1"}},
      {called("money"), {"12.30", "92233720368547758.07"}},
      {called("point"), {"(1,2)"}},
      {called("box"), {"(3,4),(1,2)"}},
      {called("polygon"), {"((0,0),(1,1),(2,0))"}},
      {called("path"), {"[(0,0),(1,1)]", "((0,0),(1,1))"}},
      {called("circle"), {"<(1,1),2>"}},
      {called("lseg"), {"[(0,0),(1,1)]"}},
      {called("xml"), {"<a>1</a>"}},
      {array(integer), {"{1,2147483647,NULL}", "{}"}},
      {array(bigint), {"{9223372036854775807}"}},
      {array(text), {R"({"a b",NULL,007})"}},
      {array(varchar(5)), {"{abcde}"}},
      {array(timestamp), {R"({"2024-06-30 23:30:00"})"}},
  };
  return all;
}

std::string words(const model::data_type& of) {
  return codegen::sql::type_words(of, model::dialect::postgresql);
}

std::string using_words(const std::string& expression) {
  return expression.empty() ? "" : " USING " + expression;
}

} // namespace

TEST_CASE("the catalogue has what the server has between the types that it names", "[tool]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database on(dialect::postgresql);
  std::set<std::string> names = {"bytea", "uuid", "tsvector"};
  for (const codegen::catalogued_cast& each : codegen::catalogued_casts()) {
    names.insert(std::string(each.from));
    names.insert(std::string(each.to));
  }
  std::set<std::string> known;
  for (const codegen::catalogued_cast& each : codegen::catalogued_casts()) {
    const bool is_written = each.way == cast_way::written;
    known.insert(fmt::format("{} to {}{}", each.from, each.to, is_written ? ", written" : ""));
  }
  const auto rows =
      on.open()
          ->query("SELECT s.typname::text, t.typname::text, (c.castcontext = 'e')::text"
                  " FROM pg_cast c JOIN pg_type s ON s.oid = c.castsource"
                  " JOIN pg_type t ON t.oid = c.casttarget WHERE s.oid <> t.oid"
                  " AND s.typnamespace = 'pg_catalog'::regnamespace")
          .rows;
  std::set<std::string> found;
  for (const auto& row : rows) {
    if (names.contains(text_of(row[0])) && names.contains(text_of(row[1])))
      found.insert(fmt::format("{} to {}{}",
                               text_of(row[0]),
                               text_of(row[1]),
                               text_of(row[2]) == "true" ? ", written" : ""));
  }
  CHECK(found == known);
}

TEST_CASE("what is said to keep values keeps them, and what cannot fail does not", "[tool]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database on(dialect::postgresql);
  const auto session = on.open();
  session->execute(attempt);
  session->execute("SET client_min_messages = error; SET TimeZone = 'Asia/Tokyo'");
  std::vector<std::string> wrong;
  for (const sample& from : samples()) {
    for (const sample& to : samples()) {
      const codegen::cast_facts said = codegen::cast_facts_of(from.type, to.type);
      const auto there = codegen::expression_of_cast(from.type, to.type, "a", words(to.type));
      const bool is_whole_in_json = // No expression makes an array of it again.
          from.type.array_dimensions > 0 && to.type.array_dimensions == 0;
      const bool is_longer_blank = // Blanks beyond the length are cut, and said of what may fail.
          to.type == varchar(5) && said.may_fail;
      if (from.type == to.type || !there || is_whole_in_json || is_longer_blank ||
          (!said.loses.empty() && said.may_fail))
        continue;
      const std::string back_words =
          using_words(codegen::suggested_conversion(to.type, from.type, "a"));
      for (const std::string& value : from.values) {
        const auto rows = session
                              ->query(fmt::format("SELECT attempt({}, {}, {}, {}, {})",
                                                  codegen::sql::quote_text(words(from.type)),
                                                  codegen::sql::quote_text(words(to.type)),
                                                  codegen::sql::quote_text(value),
                                                  codegen::sql::quote_text(using_words(*there)),
                                                  codegen::sql::quote_text(back_words)))
                              .rows;
        const std::string result = text_of(rows.at(0).at(0));
        const bool failed = result.starts_with("failed");
        if ((failed && !said.may_fail) || (result.starts_with("changed") && said.loses.empty()))
          wrong.push_back(
              fmt::format("{} to {}, {}: {}", words(from.type), words(to.type), value, result));
      }
    }
  }
  CHECK(wrong == std::vector<std::string>{});
}
