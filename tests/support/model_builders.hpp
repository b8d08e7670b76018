// Models in a few words: `table("t").column("id", bigint).primary_key({"id"})`.
#pragma once

#include <strata/model/version.hpp>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace strata::testing {

using names = std::vector<std::string>;

inline model::data_type type(model::type_kind kind) {
  model::data_type made;
  made.kind = kind;
  return made;
}

inline const model::data_type smallint = type(model::type_kind::smallint);
inline const model::data_type integer = type(model::type_kind::integer);
inline const model::data_type bigint = type(model::type_kind::bigint);
inline const model::data_type text = type(model::type_kind::text);
inline const model::data_type boolean = type(model::type_kind::boolean);
inline const model::data_type uuid = type(model::type_kind::uuid);
inline const model::data_type jsonb = type(model::type_kind::jsonb);
inline const model::data_type timestamptz = type(model::type_kind::timestamptz);
inline const model::data_type timestamp = type(model::type_kind::timestamp);
inline const model::data_type date = type(model::type_kind::date);
inline const model::data_type bytea = type(model::type_kind::bytea);
inline const model::data_type double_precision = type(model::type_kind::double_precision);

inline model::data_type varchar(int length) {
  model::data_type made = type(model::type_kind::varchar);
  made.length = length;
  return made;
}

inline model::data_type numeric(int precision, int scale) {
  model::data_type made = type(model::type_kind::numeric);
  made.precision = precision;
  made.scale = scale;
  return made;
}

inline model::data_type array(model::data_type element) {
  ++element.array_dimensions;
  return element;
}

inline model::data_type enumerated(std::string name) {
  model::data_type made = type(model::type_kind::enumeration);
  made.name.name = std::move(name);
  return made;
}

/// The same SQL for both databases.
inline model::sql_text sql(std::string both) { return {both, both}; }

inline model::sql_text sql_for(std::string postgresql, std::string sqlite) {
  return {std::move(postgresql), std::move(sqlite)};
}

inline model::literal literal_text(std::string value) {
  return {model::literal::kind::text, std::move(value)};
}

inline model::literal literal_integer(std::int64_t value) {
  return {model::literal::kind::integer, std::to_string(value)};
}

inline model::literal literal_boolean(bool value) {
  return {model::literal::kind::boolean, value ? "true" : "false"};
}

/// A column; what is called on it returns it, so that it can be one expression.
struct column : model::column {
  column(std::string named, model::data_type of) {
    name = std::move(named);
    model::column::type = std::move(of);
  }

  column null() const {
    return changed([](column& c) { c.nullable = true; });
  }

  column defaults_to(model::default_value value) const {
    return changed([&](column& c) { c.default_to = std::move(value); });
  }

  column is_identity(model::identity options = {}) const {
    return changed([&](column& c) { c.identity = options; });
  }

  column computed(model::sql_text expression,
                  model::generated::storage kept = model::generated::storage::stored) const {
    return changed([&](column& c) { c.generated = model::generated{std::move(expression), kept}; });
  }

  column collated(std::string collation_name) const {
    return changed([&](column& c) { c.collation = std::move(collation_name); });
  }

  column says(std::string words) const {
    return changed([&](column& c) { c.comment = std::move(words); });
  }

  column on(model::dialect_set databases) const {
    return changed([&](column& c) { c.only = databases; });
  }

private:
  template <typename Change>
  column changed(Change change) const {
    column copy = *this;
    change(copy);
    return copy;
  }
};

inline const model::dialect_set only_postgresql{true, false};
inline const model::dialect_set only_sqlite{false, true};

inline model::index_key key(std::string column_name, bool descending = false) {
  model::index_key made;
  made.column = std::move(column_name);
  made.descending = descending;
  return made;
}

inline model::index_key key_on(model::sql_text expression) {
  model::index_key made;
  made.expression = std::move(expression);
  return made;
}

inline model::index index(const names& columns) {
  model::index made;
  for (const std::string& each : columns)
    made.keys.push_back(key(each));
  return made;
}

inline model::index index_of(std::vector<model::index_key> keys) {
  model::index made;
  made.keys = std::move(keys);
  return made;
}

inline model::foreign_key references(names columns,
                                     std::string target,
                                     names target_columns,
                                     model::referential_action on_delete = {}) {
  model::foreign_key made;
  made.columns = std::move(columns);
  made.target.name = std::move(target);
  made.target_columns = std::move(target_columns);
  made.on_delete = on_delete;
  return made;
}

/// A table; what is called on it returns it.
struct table : model::table {
  explicit table(std::string named) { name.name = std::move(named); }

  table with(testing::column added) const {
    return changed([&](table& t) { t.columns.push_back(std::move(added)); });
  }

  table key(names key_columns) const {
    return changed([&](table& t) { t.primary_key.emplace().columns = std::move(key_columns); });
  }

  /// `id bigint`, an identity and the primary key.
  table with_id() const { return with(testing::column("id", bigint).is_identity()).key({"id"}); }

  table unique(names key_columns) const {
    return changed([&](table& t) { t.uniques.emplace_back().columns = std::move(key_columns); });
  }

  table check(model::sql_text expression, std::string named = {}) const {
    return changed([&](table& t) {
      model::check_constraint& added = t.checks.emplace_back();
      added.name = std::move(named);
      added.expression = std::move(expression);
    });
  }

  table with(model::foreign_key added) const {
    return changed([&](table& t) { t.foreign_keys.push_back(std::move(added)); });
  }

  table with(model::index added) const {
    return changed([&](table& t) { t.indexes.push_back(std::move(added)); });
  }

  table with_rows(names of_columns, std::vector<std::vector<model::literal>> values) const {
    return changed([&](table& t) {
      t.rows.emplace().columns = std::move(of_columns);
      for (auto& each : values)
        t.rows->rows.emplace_back().values = std::move(each);
    });
  }

  /// Any other change, by a function of the table.
  template <typename Change>
  table changed(Change change) const {
    table copy = *this;
    change(copy);
    return copy;
  }
};

inline model::enumeration enumeration(std::string named, names values) {
  model::enumeration made;
  made.name.name = std::move(named);
  made.values = std::move(values);
  return made;
}

inline model::view view(std::string named, model::sql_text query, names depends_on) {
  model::view made;
  made.name.name = std::move(named);
  made.query = std::move(query);
  for (std::string& each : depends_on)
    made.depends_on.push_back({{}, std::move(each)});
  return made;
}

inline model::trigger
trigger(std::string named, std::string on, model::sql_text events, model::sql_text action) {
  model::trigger made;
  made.name = std::move(named);
  made.table.name = std::move(on);
  made.events = std::move(events);
  made.action = std::move(action);
  return made;
}

inline model::schema schema_of(std::initializer_list<model::table> tables) {
  model::schema made;
  made.tables = tables;
  return made;
}

/// What one version says about the way from its predecessor.
struct transition : model::transition {
  transition rename_table(std::string from, std::string to) const {
    return rename(model::object_kind::table, {}, std::move(from), std::move(to));
  }

  transition rename_column(std::string of, std::string from, std::string to) const {
    return rename(model::object_kind::column, std::move(of), std::move(from), std::move(to));
  }

  transition
  rename(model::object_kind kind, std::string of, std::string from, std::string to) const {
    return changed([&](transition& t) {
      model::rename& added = t.renames.emplace_back();
      added.kind = kind;
      added.owner.name = std::move(of);
      added.from.name = std::move(from);
      added.to = std::move(to);
      added.because = "a test";
    });
  }

  transition
  drop(model::object_kind kind, std::string of, std::string name, model::sql_text down = {}) const {
    return changed([&](transition& t) {
      model::drop& added = t.drops.emplace_back();
      added.kind = kind;
      added.owner.name = std::move(of);
      added.name.name = std::move(name);
      added.because = "a test";
      added.down_value = std::move(down);
    });
  }

  transition drop_table(std::string name) const {
    return drop(model::object_kind::table, {}, std::move(name));
  }

  transition drop_column(std::string of, std::string name, model::sql_text down = {}) const {
    return drop(model::object_kind::column, std::move(of), std::move(name), std::move(down));
  }

  transition convert(std::string of,
                     std::string column_name,
                     model::sql_text up,
                     model::sql_text down = {}) const {
    return changed([&](transition& t) {
      model::conversion& added = t.conversions.emplace_back();
      added.table.name = std::move(of);
      added.column = std::move(column_name);
      added.using_sql = std::move(up);
      added.down_sql = std::move(down);
    });
  }

  transition backfill(std::string of, std::string column_name, model::sql_text expression) const {
    return changed([&](transition& t) {
      model::backfill& added = t.backfills.emplace_back();
      added.table.name = std::move(of);
      added.column = std::move(column_name);
      added.expression = std::move(expression);
    });
  }

  template <typename Change>
  transition changed(Change change) const {
    transition copy = *this;
    change(copy);
    return copy;
  }
};

} // namespace strata::testing
