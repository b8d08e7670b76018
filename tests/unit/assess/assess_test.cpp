// Hazards of operations.
#include "codegen/assess/assess.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const table t = table("t").with_id().with(column("a", text));

/// `hazard object`, in order.
names hazards(const model::schema& from, const model::schema& to, const transition& words = {}) {
  names result;
  for (const codegen::assessment& each :
       codegen::assess(codegen::diff(resolved(from), resolved(to), words))) {
    result.push_back(std::string(codegen::name_of(each.hazard)) + " " + each.object);
  }
  return result;
}

names changing(const column& from, const column& to) {
  return hazards(schema_of({table("t").with(from)}), schema_of({table("t").with(to)}));
}

} // namespace

TEST_CASE("drops lose data and break older programs", "[assess]") {
  CHECK(hazards(schema_of({t}), {}) ==
        names{"data_loss t", "breaks_old_readers t", "breaks_old_writers t"});
  CHECK(hazards(schema_of({t}), schema_of({table("t").with_id()})) ==
        names{"data_loss t.a", "breaks_old_readers t.a", "breaks_old_writers t.a"});
}

TEST_CASE("what only adds has no hazard", "[assess]") {
  CHECK(hazards({}, schema_of({t.unique({"a"}).check(sql("a <> ''"))})).empty());
  CHECK(hazards(schema_of({t}),
                schema_of({t.with(column("b", text).null())
                               .with(index({"a"}))
                               .with(column("c", text).defaults_to(literal_text("x")))}))
            .empty());
}

TEST_CASE("a default of its own for each row rewrites the table", "[assess]") {
  CHECK(hazards(schema_of({t}),
                schema_of({t.with(
                    column("b", uuid).defaults_to(model::known_function::gen_random_uuid))})) ==
        names{"rewrites_table t.b", "blocks_reads t.b", "blocks_writes t.b"});
  CHECK(
      hazards(schema_of({t}),
              schema_of({t.with(column("b", timestamptz).defaults_to(model::known_function::now))}))
          .empty());
}

TEST_CASE("SQL that is the same for each row rewrites nothing", "[assess]") {
  const auto adding = [](const char* default_sql) {
    return hazards(schema_of({t}),
                   schema_of({t.with(column("b", text).null().defaults_to(sql(default_sql)))}));
  };
  for (const char* steady : {"'a (b)'::character varying(9)",
                             "now() - '1 day'::interval",
                             "EXTRACT(epoch FROM now())",
                             "(1 + (2 * 3))",
                             "ARRAY[]::text[]"}) {
    CHECK(adding(steady).empty());
  }
  for (const char* own : {"clock_timestamp()", "public.now()", "lower(\"random\" ())"}) {
    CHECK(adding(own).front() == "rewrites_table t.b");
  }
}

TEST_CASE("constraints on rows that exist may fail", "[assess]") {
  CHECK(hazards(schema_of({t}), schema_of({t.unique({"a"})})) ==
        names{"may_fail_on_data t/t_a_key", "breaks_old_writers t/t_a_key"});
  CHECK(changing(column("a", text).null(), column("a", text)) ==
        names{"may_fail_on_data t.a", "breaks_old_writers t.a"});
}

TEST_CASE("a type change is assessed by its cast", "[assess]") {
  CHECK(changing(column("a", varchar(5)), column("a", text)) ==
        names{"breaks_old_readers t.a", "breaks_old_writers t.a"});
  CHECK(changing(column("a", integer), column("a", bigint)) == names{"rewrites_table t.a",
                                                                     "blocks_reads t.a",
                                                                     "blocks_writes t.a",
                                                                     "breaks_old_readers t.a",
                                                                     "breaks_old_writers t.a"});
  CHECK(changing(column("a", numeric(9, 4)), column("a", numeric(9, 2))).front() ==
        "data_loss t.a");
}

TEST_CASE("what a cast loses is a loss, whoever writes the cast", "[assess]") {
  for (const auto& [from, to] : {std::pair(text, integer),
                                 std::pair(timestamp, timestamptz),
                                 std::pair(jsonb, integer),
                                 std::pair(text, date)}) {
    CHECK(changing(column("a", from), column("a", to)).front() == "data_loss t.a");
  }
  CHECK(changing(column("a", bigint), column("a", integer)).front() == "may_fail_on_data t.a");
  CHECK(changing(column("a", text), column("a", uuid)).front() == "may_fail_on_data t.a");
}

TEST_CASE("a column that becomes generated loses its values, and the table is written anew",
          "[assess]") {
  const auto with = [](const column& b) {
    return schema_of({table("t").with(column("a", integer)).with(b)});
  };
  const names found =
      hazards(with(column("b", integer)), with(column("b", integer).computed(sql("a"))));
  CHECK(found[0] == "data_loss t.b");
  CHECK(found[1] == "rewrites_table t.b");
  CHECK(hazards(with(column("b", integer).computed(sql("a"))),
                with(column("b", integer).computed(sql("a + 1"))))[1] == "rewrites_table t.b");
}

TEST_CASE("SQLite's affinity decides what a column's words lose", "[assess]") {
  const auto losing = [](const char* from, const char* to) {
    const auto called = [](const char* words) {
      model::data_type type = testing::type(model::type_kind::named);
      type.name.name = words;
      return column("a", type);
    };
    const auto found = codegen::assess(codegen::diff(schema_of({table("t").with(called(from))}),
                                                     schema_of({table("t").with(called(to))}),
                                                     {}),
                                       model::dialect::sqlite);
    return found.front().hazard == codegen::hazard::data_loss;
  };
  CHECK(losing("TEXT", "INTEGER"));
  CHECK(losing("INTEGER", "REAL"));
  CHECK(losing("", "NUMERIC"));
  CHECK(losing("REAL", "TEXT"));
  CHECK_FALSE(losing("INTEGER", "TEXT"));
  CHECK_FALSE(losing("INTEGER", "BLOB"));
  CHECK_FALSE(losing("VARCHAR(5)", "TEXT"));
}

TEST_CASE("hazards are one line for each object, the worst first", "[assess]") {
  using codegen::hazard;
  CHECK(codegen::lines_of({{hazard::breaks_old_readers, "t.b", "the column has another name"},
                           {hazard::rewrites_table, "t.a", "text becomes integer"},
                           {hazard::data_loss, "t.a", "zeros are lost"},
                           {hazard::blocks_reads, "t.a", "text becomes integer"}}) ==
        std::vector<std::string>{
            "data_loss: t.a: zeros are lost; rewrites_table, blocks_reads: text becomes integer",
            "breaks_old_readers: t.b: the column has another name"});
}

TEST_CASE("a constraint without a name is called by what it says", "[assess]") {
  codegen::add_constraint added;
  added.table.name = "r";
  model::check_constraint check;
  check.expression = sql("a > 0");
  added.constraint = check;
  CHECK(codegen::assess({added}, model::dialect::sqlite).front().object == "r/check (a > 0)");
}

TEST_CASE("an acceptance of what is no hazard is a finding", "[assess]") {
  model::version after{2, {}, resolved(schema_of({table("t").with_id()})), {}, {}};
  after.transition.acceptances.push_back({"data_loss", "t.b", "never mind", {}});
  const auto operations = codegen::diff(resolved(schema_of({t})), after.schema, {});
  codegen::diagnostics out;
  codegen::check_acceptances(after, operations, out);
  CHECK(
      lines(out) ==
      names{
          R"(0: [S250] accept(data_loss, "t.b") accepts nothing: version 2 has no such hazard )"
          R"(there; take it out or correct its object | accept(data_loss, "t.a"): the column and )"
          "its values are gone"});
  after.transition.acceptances[0].object = "t.a";
  codegen::diagnostics sound;
  codegen::check_acceptances(after, operations, sound);
  CHECK(sound.empty());
}
