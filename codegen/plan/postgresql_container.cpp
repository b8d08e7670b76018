// Schemas, extensions and enumerations on PostgreSQL.
#include "codegen/plan/postgresql.hpp"

#include "codegen/diff/matching.hpp"
#include "codegen/plan/resource.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"

#include <algorithm>
#include <functional>

namespace strata::codegen {
namespace {

/// The values that a type built anew has and did not have, and who wants them.
class new_values {
public:
  explicit new_values(const replace_enumeration& replaced) {
    const std::vector<std::string>& before = replaced.before.values;
    for (const std::string& value : replaced.after.values) {
      // Equal sides stand for a type that only gains values, whichever they are.
      if (replaced.before == replaced.after ||
          std::find(before.begin(), before.end(), value) == before.end()) {
        values_.push_back(value);
      }
    }
  }

  bool are_filled_in(const std::vector<operation>& operations,
                     const model::qualified_name& table,
                     const std::string& column) const {
    return std::any_of(operations.begin(), operations.end(), [&](const operation& one) {
      const model::backfill* fill = backfill_in(one);
      return fill != nullptr && fill->table == table && fill->column == column &&
             std::any_of(values_.begin(), values_.end(), [&](const std::string& value) {
               return fill->expression.postgresql.find(sql::quote_text(value)) != std::string::npos;
             });
    });
  }

  bool are_in_rows(const std::vector<operation>& operations,
                   const model::qualified_name& table,
                   const std::string& column) const {
    const auto has = [&](const change_rows::change& row) {
      for (std::size_t at = 0; at < row.columns.size(); ++at) {
        if (row.columns[at] == column &&
            std::find(values_.begin(), values_.end(), row.values[at].text) != values_.end()) {
          return true;
        }
      }
      return false;
    };
    return std::any_of(operations.begin(), operations.end(), [&](const operation& one) {
      const auto* rows = std::get_if<change_rows>(&one);
      return rows != nullptr && rows->table == table &&
             (std::any_of(rows->inserted.begin(), rows->inserted.end(), has) ||
              std::any_of(rows->updated.begin(), rows->updated.end(), [&](const auto& update) {
                return has(update.after);
              }));
    });
  }

private:
  static const model::backfill* backfill_in(const operation& one) {
    if (const auto* filled = std::get_if<backfill_column>(&one)) {
      return &filled->backfill;
    }
    const auto* altered = std::get_if<alter_column>(&one);
    return altered != nullptr && altered->backfill ? &*altered->backfill : nullptr;
  }

  std::vector<std::string> values_;
};

} // namespace

void postgresql_lowering::operator()(const create_schema& made) {
  make(object_class::schema, made.name, stage::add).run(sql::create_schema{made.name});
}

void postgresql_lowering::operator()(const drop_schema& gone) {
  make(object_class::schema, gone.name, stage::remove)
      .run(sql::drop_schema{gone.name},
           drop_comment(model::object_kind::schema, {}, {"", gone.name}, false));
}

void postgresql_lowering::operator()(const create_extension& created) {
  action& made = make(object_class::extension, created.extension.name, stage::add);
  made.after = {{object_class::extension, created.extension.name, stage::remove}};
  made.run(sql::create_extension{created.extension});
}

void postgresql_lowering::operator()(const alter_extension& altered) {
  action& made = make(object_class::extension, altered.after.name, stage::add);
  made.run(sql::alter_extension{altered.before, altered.after});
}

void postgresql_lowering::operator()(const drop_extension& gone) {
  make(object_class::extension, gone.extension.name, stage::remove)
      .run(sql::drop_extension{gone.extension.name},
           drop_comment(model::object_kind::extension, {}, {"", gone.extension.name}, false));
}

void postgresql_lowering::operator()(const create_enumeration& created) {
  const model::enumeration& enumeration = created.enumeration;
  action& made = make(object_class::enumeration, vertex_name(enumeration.name), stage::add);
  made.takes = {type_resource(enumeration.name)};
  made.run(sql::create_type{enumeration.name, enumeration.values});
}

void postgresql_lowering::operator()(const drop_enumeration& gone) {
  const model::qualified_name& name = gone.enumeration.name;
  action& made = make(object_class::enumeration, vertex_name(name), stage::remove);
  made.frees = {type_resource(name)};
  made.run(sql::drop_type{name}, drop_comment(model::object_kind::enumeration, {}, name, false));
}

void postgresql_lowering::operator()(const rename_enumeration& renamed) {
  action& made = make(object_class::enumeration, vertex_name(renamed.to), stage::rename);
  made.frees = {type_resource(renamed.from)};
  made.takes = {type_resource(renamed.to)};
  made.run(sql::rename_type{renamed.from, renamed.to.name});
}

void postgresql_lowering::operator()(const rename_enum_value& renamed) {
  action& made =
      make(object_class::enumeration, vertex_name(renamed.enumeration, renamed.to), stage::rename);
  made.after = {{object_class::enumeration, vertex_name(renamed.enumeration), stage::rename}};
  made.frees = {
      own_resource(object_class::enumeration, vertex_name(renamed.enumeration, renamed.from))};
  made.takes = {
      own_resource(object_class::enumeration, vertex_name(renamed.enumeration, renamed.to))};
  made.run(sql::rename_type_value{renamed.enumeration, renamed.from, renamed.to});
}

void postgresql_lowering::operator()(const add_enum_value& added) {
  action& made = make(object_class::enumeration, vertex_name(added.enumeration), stage::add);
  made.after = {
      {object_class::enumeration, vertex_name(added.enumeration), stage::rename},
      {object_class::enumeration, vertex_name(added.enumeration, added.before), stage::rename}};
  if (online()) {
    // A new value cannot be used in the transaction that adds it.
    made.conduct = conduct::own_transaction;
    made.step_group = "enumeration values";
  }
  made.run(sql::add_type_value{added.enumeration, added.value, added.before});
}

/// Columns that had the type and have it no longer are gone, or altered, before it is dropped.
void postgresql_lowering::after_last_use(action& dropping, const model::qualified_name& type) {
  model::qualified_name old = type;
  for (const operation& one : of_.operations) {
    const auto* renamed = std::get_if<rename_enumeration>(&one);
    old = renamed != nullptr && renamed->to == type ? renamed->from : old;
  }
  for (const model::table& table : of_.from.tables) {
    const model::qualified_name name = names_.new_name(table.name);
    for (const model::column& column : table.columns) {
      if (column.type.kind != model::type_kind::enumeration || column.type.name != old) {
        continue;
      }
      const std::string vertex = vertex_name(name, names_.new_column(name, column.name));
      dropping.after.push_back({object_class::column, vertex, stage::alter});
      dropping.after.push_back({object_class::column, vertex, stage::remove});
      dropping.after.push_back({object_class::table, vertex_name(name), stage::remove});
    }
  }
}

/// The column of an enumeration as it was; null where there was none.
const model::column* postgresql_lowering::enumeration_before(const model::qualified_name& table,
                                                             const std::string& column) const {
  const model::table* old = names_.is_new(table) ? nullptr : names_.before(table);
  if (old == nullptr) {
    return nullptr;
  }
  const auto found = std::find_if(old->columns.begin(), old->columns.end(), [&](const auto& one) {
    return names_.new_column(table, one.name) == column &&
           one.type.kind == model::type_kind::enumeration;
  });
  return found == old->columns.end() ? nullptr : &*found;
}

void postgresql_lowering::operator()(const replace_enumeration& replaced) {
  const model::qualified_name& name = replaced.after.name;
  action& made = make(object_class::enumeration, vertex_name(name), stage::alter);
  made.where = replaced.after.where;
  made.conduct = conduct::own_transaction;
  made.after = {{object_class::enumeration, vertex_name(name), stage::rename}};
  const model::qualified_name passing = {name.schema, of_.passing.fresh(name.name)};
  // The plain form beside a careful one is for databases in which nobody else works.
  const bool has_users = online() || of_.transition.fast;
  if (has_users) {
    made.run(sql::keep_rights{sql::owned_kind::type, name},
             name.name + " keeps its owner and grants");
  }
  made.run(sql::create_type{passing, replaced.after.values},
           name.name + " is built anew with its values");
  std::vector<planned_statement> defaults;
  const new_values fresh(replaced);
  // By name: the order of declaration changes nothing.
  for (const model::table* each : sorted_by(of_.to.tables, std::mem_fn(&model::table::name))) {
    const model::table& table = *each;
    const bool in_rows =
        std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
          return column.type.name == name &&
                 fresh.are_in_rows(of_.operations, table.name, column.name);
        });
    const vertex inserted = {object_class::rows, vertex_name(table.name, ""), stage::add};
    bool gains_column = false;
    bool has_column = false;
    for (const model::column& column : table.columns) {
      const bool is_of_type =
          column.type.kind == model::type_kind::enumeration && column.type.name == name;
      const vertex added = {object_class::column, vertex_name(table.name, column.name), stage::add};
      if (!is_of_type) {
        continue;
      }
      const model::column* was = enumeration_before(table.name, column.name);
      made.before.push_back(added); // The column, or a new default of it.
      has_column = true;
      if (was == nullptr) {
        gains_column = true;
        continue;
      }
      const std::string text = column.type.array_dimensions > 0 ? "::text[]::" : "::text::";
      model::data_type type = column.type;
      type.name = passing;
      keep_statistics(table.name, column.name, made);
      if (column.default_to || was->default_to) {
        made.run(sql::drop_default{table.name, column.name});
      }
      if (column.default_to) {
        defaults.push_back({sql::set_default{table.name, column.name, *column.default_to}, ""});
      }
      made.run(sql::set_column_type{table.name,
                                    column.name,
                                    type,
                                    "",
                                    sql::quote(column.name) + text +
                                        sql::type_words(type, of_.on.dialect)});
      restore_storage(table.name, column, made);
      restore_statistics(table.name, column.name, made);
      // Rows leave a value that goes before it is gone, and take one that comes once it is there.
      const vertex filled = {
          object_class::column, vertex_name(table.name, column.name), stage::fill};
      (fresh.are_filled_in(of_.operations, table.name, column.name) ? made.before : made.after)
          .push_back(filled);
      made.after.push_back(
          {object_class::column, vertex_name(table.name, column.name), stage::rename});
      made.after.push_back({object_class::table, vertex_name(table.name), stage::rename});
    }
    if (has_column) {
      (in_rows || gains_column ? made.before : made.after).push_back(inserted);
    }
  }
  after_last_use(made, name);
  made.run(sql::drop_type{name});
  made.run(sql::rename_type{passing, name.name});
  if (has_users) {
    made.run(sql::restore_rights{sql::owned_kind::type, name});
  }
  made.statements.insert(made.statements.end(), defaults.begin(), defaults.end());
}

} // namespace strata::codegen
