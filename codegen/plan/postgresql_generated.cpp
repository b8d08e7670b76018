// Columns whose values are generated otherwise on PostgreSQL: most are dropped and added again.
#include "codegen/plan/postgresql.hpp"

#include "codegen/plan/column_facts.hpp"
#include "codegen/sql/kept_column.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {

void postgresql_lowering::change_generation(const alter_column& altered) {
  const model::column& after = altered.after;
  action& made = make(object_class::column, altered.table, after.name, stage::alter);
  made.columns = {after.name};
  made.texts = texts_in(after);
  if (is_virtual(altered.before) && is_virtual(after) && !type_differs(altered.before, after) &&
      altered.before.nullable == after.nullable) {
    made.run(sql::set_expression{altered.table, after.name, after.generated->expression});
    return;
  }
  // What is computed on read has no values that could stay.
  if (!after.generated && is_stored(altered.before)) {
    made.run(sql::drop_expression{altered.table, after.name});
    alter_ungenerated(altered, made);
    return;
  }
  made.conduct = conduct::own_transaction;
  made.loses_data = of_.way == direction::down && !altered.before.generated;
  made.run(sql::keep_column(altered.table, after.name, !type_differs(altered.before, after)),
           after.name + (altered.before.generated ? " is generated from another expression"
                                                  : " is generated, and its values are lost"));
  made.run(sql::drop_column{altered.table, after.name});
  made.run(sql::add_column{altered.table, after, {}, {}});
  restore_column(altered.table, altered.before, after, made);
}

/// The values that were generated stay.
void postgresql_lowering::alter_ungenerated(const alter_column& altered, action& made) {
  const model::column& before = altered.before;
  const model::column& after = altered.after;
  if (type_differs(before, after)) {
    made.conduct = conduct::own_transaction;
    keep_statistics(altered.table, after.name, made);
    made.run(sql::set_column_type{
        altered.table, after.name, after.type, after.collation, conversion_of(altered)});
    restore_storage(altered.table, after, made);
    restore_statistics(altered.table, after.name, made);
  }
  if (after.default_to) {
    made.run(sql::set_default{altered.table, after.name, *after.default_to});
  }
  if (!before.nullable && after.nullable) {
    made.run(sql::drop_not_null{altered.table, after.name});
  } else if (before.nullable && !after.nullable) {
    tighten(altered.table, after);
  }
  if (after.identity) {
    begin_identity(altered);
  }
  change_storage(altered);
}

/// What a pair of operations drops to add it again; null: nothing.
const model::column* postgresql_lowering::made_again(const model::qualified_name& table,
                                                     const std::string& column) const {
  for (const operation& one : of_.operations) {
    const auto* gone = std::get_if<drop_column>(&one);
    if (gone != nullptr && gone->table == table && gone->column.name == column) {
      return &gone->column;
    }
  }
  return nullptr;
}

const model::column* postgresql_lowering::added_again(const model::qualified_name& table,
                                                      const std::string& column) const {
  for (const operation& one : of_.operations) {
    const auto* added = std::get_if<add_column>(&one);
    if (added != nullptr && added->table == table && added->column.name == column) {
      return &added->column;
    }
  }
  return nullptr;
}

/// As it was before, then as it shall be.
void postgresql_lowering::restore_column(const model::qualified_name& table,
                                         const model::column& before,
                                         const model::column& after,
                                         action& made) {
  made.run(sql::restore_column(table, after.name));
  model::column kept = type_differs(before, after) ? model::column{} : before;
  kept.name = after.name;
  kept.statistics = before.statistics; // These are kept with any type.
  kept.parameters = before.parameters;
  set_storage(table, kept, after, made);
}

} // namespace strata::codegen
