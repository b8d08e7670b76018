// Random objects, one at a time, each sound beside those that are there.
#include "tests/property/schema_generator.hpp"

#include "codegen/sql/quote.hpp"
#include "tests/support/model_builders.hpp"

#include <algorithm>

namespace strata::testing {
namespace {

using codegen::sql::quote;
using model::type_kind;

bool is_whole_number(const model::data_type& type) {
  return (type.kind == type_kind::smallint || type.kind == type_kind::integer ||
          type.kind == type_kind::bigint) &&
         type.array_dimensions == 0;
}

bool is_words(const model::data_type& type) {
  return (type.kind == type_kind::text || type.kind == type_kind::varchar) &&
         type.array_dimensions == 0;
}

/// Columns that a key or an index can be on, on both databases.
std::vector<const model::column*> usable(const model::table& on) {
  std::vector<const model::column*> columns;
  for (const model::column& each : on.columns) {
    if (is_distinct(each.type) && !each.generated)
      columns.push_back(&each);
  }
  return columns;
}

bool has_single_key(const model::table& table) {
  return table.primary_key && table.primary_key->columns.size() == 1;
}

const model::column& key_column(const model::table& of) {
  return *std::ranges::find(of.columns, of.primary_key->columns.front(), &model::column::name);
}

} // namespace

bool is_distinct(const model::data_type& type) {
  switch (type.kind) {
  case type_kind::smallint:
  case type_kind::integer:
  case type_kind::bigint:
  case type_kind::text:
  case type_kind::varchar:
  case type_kind::numeric:
  case type_kind::date:
  case type_kind::timestamptz:
  case type_kind::uuid:
    return type.array_dimensions == 0;
  default:
    return false;
  }
}

std::string schema_generator::name(const char* kind) {
  static const std::vector<std::string> hostile = {
      "select", "Mixed Case", "quo\"te", "it's", "se;mi", "--", "ünï", "per%cent", "ta\tb", "a.b"};
  const std::string plain = kind + std::to_string(++named_);
  return random_.chance(20) ? random_.pick(hostile) + plain : plain;
}

model::data_type schema_generator::type(const model::schema& in) {
  const std::vector<model::data_type> types = {testing::smallint,
                                               integer,
                                               bigint,
                                               testing::text,
                                               varchar(20),
                                               testing::boolean,
                                               numeric(10, 2),
                                               date,
                                               timestamptz,
                                               uuid,
                                               jsonb,
                                               bytea,
                                               double_precision,
                                               array(integer),
                                               array(testing::text)};
  if (!in.enumerations.empty() && random_.chance(15)) {
    return enumerated(random_.pick(in.enumerations).name.name);
  }
  return random_.pick(types);
}

model::column schema_generator::column(const model::schema& in) {
  testing::column made(name("c"), type(in));
  made.nullable = random_.chance(40);
  if (is_whole_number(made.type) && random_.chance(30))
    made.default_to = literal_integer(7);
  if (is_words(made.type) && random_.chance(30))
    made.default_to = literal_text("it's; \"x\"");
  if (made.type == timestamptz && random_.chance(50))
    made.default_to = model::known_function::now;
  if (made.type == uuid && random_.chance(50)) {
    made.default_to = model::known_function::gen_random_uuid;
  }
  if (made.type == testing::boolean && random_.chance(50))
    made.default_to = literal_boolean(true);
  if (random_.chance(10))
    made.comment = "what's \"it\"; for";
  return made;
}

model::enumeration schema_generator::enumeration() {
  names values;
  for (std::size_t each = 0; each < 3 + random_.below(3); ++each)
    values.push_back(name("v"));
  return testing::enumeration(name("e"), values);
}

void schema_generator::add_key(model::table& to) {
  const std::size_t way = random_.below(10);
  if (way < 5) {
    testing::column id(name("id"), bigint);
    id.identity = model::identity{};
    to.columns.insert(to.columns.begin(), id);
    to.primary_key.emplace().columns = {id.name};
  } else if (way < 9) {
    testing::column key(name("k"),
                        random_.pick(std::vector<model::data_type>{testing::text, uuid, integer}));
    to.columns.push_back(key);
    to.primary_key.emplace().columns = {key.name};
    if (random_.chance(30)) {
      testing::column second(name("k"), integer);
      to.columns.push_back(second);
      to.primary_key->columns.push_back(second.name);
    }
  }
}

model::table schema_generator::table(const model::schema& in) {
  model::table made;
  made.name.name = name("t");
  for (std::size_t each = 0; each < 1 + random_.below(5); ++each)
    made.columns.push_back(column(in));
  add_key(made);
  for (std::size_t each = 0; each < random_.below(3); ++each)
    reference(made, in);
  if (random_.chance(30))
    made.checks.push_back(check(made));
  for (std::size_t each = 0; each < random_.below(3); ++each) {
    if (!usable(made).empty())
      made.indexes.push_back(index(made));
  }
  if (const auto columns = usable(made); !columns.empty() && random_.chance(30)) {
    const std::string& column = columns[random_.below(columns.size())]->name;
    // PostgreSQL makes one of two keys over the same columns, without a word.
    if (!has_single_key(made) || made.primary_key->columns.front() != column)
      made.uniques.emplace_back().columns = {column};
  }
  for (const model::column& each : std::vector<model::column>(made.columns)) {
    if (is_whole_number(each.type) && !each.generated && random_.chance(10)) {
      made.columns.push_back(
          testing::column(name("g"), bigint).null().computed(sql(quote(each.name) + " + 1")));
      break;
    }
  }
  if (random_.chance(10))
    made.comment = "all about it's";
  return made;
}

void schema_generator::reference(model::table& from, const model::schema& in) {
  std::vector<const model::table*> targets;
  for (const model::table& each : in.tables) {
    if (has_single_key(each))
      targets.push_back(&each);
  }
  if (has_single_key(from))
    targets.push_back(&from);
  if (targets.empty())
    return;
  const model::table& target = *targets[random_.below(targets.size())];
  testing::column added(name("r"), key_column(target).type);
  added.nullable = random_.chance(60);
  using enum model::referential_action;
  auto key = references({added.name},
                        target.name.name,
                        {key_column(target).name},
                        random_.pick(std::vector{no_action, cascade, restrict_}));
  if (random_.chance(10))
    key.deferrable = model::deferral::initially_deferred;
  from.columns.push_back(added);
  from.foreign_keys.push_back(key);
}

model::check_constraint schema_generator::check(const model::table& on) {
  model::check_constraint made;
  made.expression = sql("1 < 2");
  for (const model::column& each : on.columns) {
    if (random_.chance(50))
      continue;
    if (is_whole_number(each.type))
      made.expression = sql(quote(each.name) + " > -5");
    if (is_words(each.type))
      made.expression = sql(quote(each.name) + " <> 'it''s \"bad\"'");
  }
  if (random_.chance(50))
    made.name = name("ck");
  return made;
}

model::index schema_generator::index(const model::table& on) {
  const auto columns = usable(on);
  const model::column& first = *columns[random_.below(columns.size())];
  model::index made;
  made.name = name("ix");
  made.keys.push_back(testing::key(first.name, random_.chance(20)));
  if (is_words(first.type) && random_.chance(30)) {
    made.keys.front() = key_on(sql("lower(" + quote(first.name) + ")"));
  }
  if (const model::column& second = *columns[random_.below(columns.size())];
      second.name != first.name && random_.chance(40)) {
    made.keys.push_back(testing::key(second.name));
  }
  made.unique = random_.chance(25);
  if (random_.chance(25))
    made.predicate = sql(quote(first.name) + " IS NOT NULL");
  return made;
}

model::view schema_generator::view(const model::table& on) {
  std::string columns;
  model::view made;
  const bool names_all = random_.chance(20);
  for (const model::column& each : on.columns) {
    if (!columns.empty() && random_.chance(50))
      continue;
    columns += (columns.empty() ? "" : ", ") + quote(each.name);
    const std::string other = name("a");
    if (names_all) {
      made.column_names.push_back(other);
    } else if (random_.chance(50)) {
      columns += " AS " + quote(other);
    } else {
      continue;
    }
    if (random_.chance(30))
      made.columns.push_back(testing::column(other, testing::text).says("of " + on.name.name));
  }
  made.name.name = name("w");
  made.query = sql("SELECT " + columns + " FROM " + quote(on.name));
  made.depends_on = {on.name};
  return made;
}

model::trigger schema_generator::trigger(const model::table& on) {
  const std::string event = random_.pick(std::vector<std::string>{"INSERT", "UPDATE", "DELETE"});
  auto made = testing::trigger(name("tr"),
                               on.name.name,
                               sql("AFTER " + event),
                               sql_for("FOR EACH ROW EXECUTE FUNCTION nothing()",
                                       "BEGIN SELECT count(*) FROM " + quote(on.name) + "; END"));
  return made;
}

model::schema schema_generator::schema() {
  model::schema made;
  for (std::size_t each = 0; each < random_.below(3); ++each)
    made.enumerations.push_back(enumeration());
  for (std::size_t each = 0; each < 1 + random_.below(4); ++each)
    made.tables.push_back(table(made));
  model::function& nothing = made.functions.emplace_back();
  nothing.name.name = "nothing";
  nothing.definition = {"RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$", {}};
  nothing.only = only_postgresql;
  for (const model::table& each : made.tables) {
    if (random_.chance(30))
      made.views.push_back(view(each));
    if (random_.chance(20))
      made.triggers.push_back(trigger(each));
  }
  add_further(made);
  return made;
}

} // namespace strata::testing
