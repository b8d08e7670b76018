// Renames: what they carry along without any further change.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;
using model::object_kind;

TEST_CASE("a renamed table's default names follow by rename", "[diff]") {
  const auto with = [](const std::string& name, const std::string& of) {
    return schema_of(
        {table(name).with_id().with(column("n", text)).unique({"n"}).with(index({"n"})),
         table("child").with(column(of, bigint)).with(references({of}, name, {"id"}))});
  };
  CHECK(brief_diff(with("cams", "c"),
                   with("cameras", "c"),
                   transition().rename_table("cams", "cameras")) ==
        names{"rename_table cams cameras",
              "rename_object cams_id_seq cameras_id_seq",
              "rename_constraint cameras.cams_pkey cameras_pkey",
              "rename_constraint cameras.cams_n_key cameras_n_key",
              "rename_index cameras.cams_n_idx cameras_n_idx"});
}

TEST_CASE("a renamed column's constraints, checks and indexes follow", "[diff]") {
  const auto with = [](const std::string& name) {
    model::index partial = index({name});
    partial.predicate = sql(name + " IS NOT NULL");
    return schema_of({table("t")
                          .with_id()
                          .with(column(name, integer))
                          .with(column("twice", integer).computed(sql(name + " * 2")))
                          .check(sql(name + " > 0"))
                          .with(partial)});
  };
  CHECK(brief_diff(
            with("amount"), with("total"), transition().rename_column("t", "amount", "total")) ==
        names{"rename_column t.amount total",
              "rename_constraint t.t_amount_check t_total_check",
              "rename_index t.t_amount_idx t_total_idx"});
}

TEST_CASE("a rename of a table and of its column go together", "[diff]") {
  CHECK(brief_diff(schema_of({table("regions").with(column("points", jsonb))}),
                   schema_of({table("zones").with(column("polygon", jsonb))}),
                   transition()
                       .rename_table("regions", "zones")
                       .rename_column("zones", "points", "polygon")) ==
        names{"rename_table regions zones", "rename_column zones.points polygon"});
}

TEST_CASE("renamed enumerations, values, indexes, views and triggers", "[diff]") {
  const auto with = [](const std::string& type,
                       const std::string& value,
                       const std::string& view_name,
                       const std::string& trigger_name) {
    model::schema schema = schema_of({table("t").with_id().with(column("s", enumerated(type)))});
    schema.enumerations = {enumeration(type, {value, "b"})};
    schema.views = {view(view_name, sql("SELECT 1"), {})};
    schema.triggers = {trigger(trigger_name, "t", sql("AFTER INSERT"), sql("SELECT 1"))};
    return schema;
  };
  CHECK(brief_diff(with("s", "a", "v", "g"),
                   with("state", "x", "w", "h"),
                   transition()
                       .rename(object_kind::enumeration, {}, "s", "state")
                       .rename(object_kind::enum_value, "state", "a", "x")
                       .rename(object_kind::view, {}, "v", "w")
                       .rename(object_kind::trigger, "t", "g", "h")) ==
        names{"rename_enumeration s state",
              "rename_enum_value state a x",
              "rename_view v w",
              "rename_trigger t.g h"});
}

TEST_CASE("a rename of what is not there does nothing", "[diff]") {
  CHECK(brief_diff(schema_of({table("t").with_id()}),
                   schema_of({table("t").with_id()}),
                   transition().rename_table("x", "y").rename_column("t", "p", "q")) == names{});
}
