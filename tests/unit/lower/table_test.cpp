// Tables of docs/dsl.md lowered: columns, constraints, indexes and rows.
#include "tests/unit/lower/dsl_example.hpp"
#include "tests/unit/lower/lowered.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

const model::version_declaration& first() {
  static const model::version_declaration version = lower(example::v1::version);
  return version;
}

model::table named(const std::string& name) {
  model::table result;
  result.name = plain(name);
  return result;
}

model::column of_default(model::column column, model::default_value value) {
  column.default_to = std::move(value);
  return column;
}

model::column nullable(model::column column) {
  column.nullable = true;
  return column;
}

model::index indexed(std::vector<model::index_key> keys) {
  model::index result;
  result.keys = std::move(keys);
  return result;
}

model::index_key key(const std::string& column) {
  model::index_key result;
  result.column = column;
  return result;
}

} // namespace

TEST_CASE("columns lower with everything they say", "[lower]") {
  std::vector<model::column> expected;
  model::column id = lowered_column("id", type_kind::bigint);
  id.identity.emplace();
  id.identity->start = 1000;
  id.identity->cache = 10;
  expected.push_back(id);
  model::column code = lowered_column("code", type_kind::varchar);
  code.type.length = 12;
  code.cpp.name = "site_code";
  expected.push_back(code);
  model::column name = of_default(lowered_column("name", type_kind::text), text_literal("unnamed"));
  name.comment = "as painted";
  expected.push_back(name);
  model::column area = nullable(lowered_column("area", type_kind::numeric));
  area.type.precision = 10;
  area.type.scale = 2;
  expected.push_back(area);
  model::column fee = of_default(lowered_column("fee", type_kind::numeric), text_literal("0.10"));
  fee.type.precision = 8;
  fee.type.scale = 2;
  expected.push_back(fee);
  expected.push_back(of_default(lowered_column("open", type_kind::boolean),
                                model::literal{model::literal::kind::boolean, "true"}));
  model::column tags = of_default(lowered_column("tags", type_kind::text), text_literal("{}"));
  tags.type.array_dimensions = 1;
  expected.push_back(tags);
  model::column position = lowered_column("position", type_kind::named);
  position.type.name = plain("geometry");
  position.only = {true, false};
  expected.push_back(position);
  model::column path = lowered_column("path", type_kind::named);
  path.type.name = plain("ltree");
  path.sqlite_type = "TEXT";
  expected.push_back(path);
  model::column area_code = lowered_column("area_code", type_kind::text);
  area_code.generated = {both("substr(code, 1, 2)"), model::generated::storage::stored};
  expected.push_back(area_code);
  model::column seen =
      of_default(lowered_column("seen_at", type_kind::timestamptz), model::known_function::now);
  seen.type.precision = 3;
  expected.push_back(seen);
  expected.push_back(
      of_default(lowered_column("token", type_kind::text),
                 model::sql_text{"md5(random()::text)", "lower(hex(randomblob(16)))"}));
  model::column price = lowered_column("price", type_kind::bigint);
  price.cpp.type = "acme::cents";
  price.cpp.header = "<acme/money.hpp>";
  expected.push_back(price);

  const auto& sites = object_of<model::table>(first(), 1);
  REQUIRE(sites.columns.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO(expected[i].name);
    CHECK(sites.columns[i] == expected[i]);
  }
}

TEST_CASE("constraints lower with their options, left-out names to empty ones", "[lower]") {
  model::table cameras = named("cameras");
  cameras.comment = "what watches";
  cameras.columns.push_back(
      of_default(lowered_column("id", type_kind::uuid), model::known_function::gen_random_uuid));
  cameras.columns.push_back(lowered_column("site_id", type_kind::bigint));
  cameras.columns.push_back(lowered_column("serial", type_kind::text));
  model::column status =
      of_default(lowered_column("status", type_kind::enumeration), text_literal("active"));
  status.type.name = plain("camera_status");
  cameras.columns.push_back(status);
  cameras.columns.push_back(nullable(lowered_column("installed", type_kind::date)));
  cameras.columns.push_back(nullable(lowered_column("removed", type_kind::date)));
  cameras.primary_key.emplace().columns = {"id"};

  auto& serial = cameras.uniques.emplace_back();
  serial.name = "cameras_serial_once";
  serial.columns = {"site_id", "serial"};
  serial.nulls_not_distinct = true;
  auto& dates = cameras.checks.emplace_back();
  dates.name = "cameras_dates";
  dates.expression = both("removed is null or removed >= installed");
  auto& site = cameras.foreign_keys.emplace_back();
  site.columns = {"site_id"};
  site.target = plain("sites");
  site.target_columns = {"id"};
  site.on_delete = model::referential_action::cascade;
  site.deferrable = model::deferral::initially_immediate;
  auto& in_use = cameras.exclusions.emplace_back();
  in_use.name = "cameras_one_serial_in_use";
  in_use.elements = {{"site_id", {}, "", "="}, {"", both("lower(serial)"), "", "="}};
  in_use.predicate = both("removed is null");
  in_use.only = {true, false};

  CHECK(object_of<model::table>(first(), 2) == cameras);
}

TEST_CASE("indexes lower with their keys' order and their options", "[lower]") {
  model::index_key at = key("at");
  at.descending = true;
  at.nulls = model::nulls_order::last;
  model::index by_camera = indexed({key("camera_id"), at});
  by_camera.include = {"note"};
  model::index_key note;
  note.expression = both("lower(note)");
  model::index by_note = indexed({note});
  by_note.predicate = both("note is not null");
  by_note.name = "readings_note_idx";
  model::index_key data = key("data");
  data.operator_class = "jsonb_path_ops";
  model::index by_data = indexed({data});
  by_data.method = "gin";
  by_data.only = {true, false};
  model::index by_time = indexed({key("at")});
  by_time.unique = true;
  by_time.with = "fillfactor = 70";

  const auto& readings = object_of<model::table>(first(), 3);
  CHECK(readings.indexes == std::vector<model::index>{by_camera, by_note, by_data, by_time});
  REQUIRE(readings.columns[0].identity.has_value());
  CHECK(readings.columns[0].identity->when == model::identity::mode::always);
}

TEST_CASE("reference rows lower row by row", "[lower]") {
  using kind = model::literal::kind;
  model::reference_rows expected;
  expected.columns = {"id", "name", "secret"};
  expected.rows.resize(2);
  expected.rows[0].values = {{kind::integer, "1"}, {kind::text, "admin"}, {kind::bytes, "00ff"}};
  expected.rows[1].values = {{kind::integer, "2"}, {kind::text, "guest"}, {kind::null, ""}};
  const auto& roles = object_of<model::table>(first(), 4);
  REQUIRE(roles.rows.has_value());
  CHECK(*roles.rows == expected);
  CHECK_FALSE(model::is_same_position(roles.rows->rows[0].where, roles.rows->rows[1].where));
}
