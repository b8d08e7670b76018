// The exact forms of ALTER TABLE on SQLite, as its documentation and trials have them.
#include "codegen/plan/sqlite_table.hpp"

#include "codegen/plan/sqlite_conversion.hpp"
#include "codegen/sql/definition.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

constexpr int has_drop_column = 3035005; // Earlier ones may corrupt the table.

struct collector {
  const change_lookup& names;
  std::map<model::qualified_name, sqlite_table_change>& all;

  sqlite_table_change* at(const model::qualified_name& table) {
    if (names.is_new(table) || names.before(table) == nullptr || names.after(table) == nullptr) {
      return nullptr;
    }
    sqlite_table_change& found = all[table];
    found.name = table;
    found.before = names.before(table);
    found.after = names.after(table);
    return &found;
  }

  void note(const operation& one) {
    if (const auto* table = std::get_if<rename_table>(&one)) {
      with(table->to, [](auto& change) { change.renames_table = true; });
    } else if (const auto* storage = std::get_if<alter_table>(&one)) {
      with(storage->after.name, [](auto& change) { change.changes_storage = true; });
    } else if (const auto* added = std::get_if<add_column>(&one)) {
      with(added->table, [&](auto& change) { change.added.push_back(added); });
    } else if (const auto* dropped = std::get_if<drop_column>(&one)) {
      with(dropped->table, [&](auto& change) { change.dropped.push_back(dropped); });
    } else if (const auto* altered = std::get_if<alter_column>(&one)) {
      with(altered->table, [&](auto& change) { change.altered.push_back(altered); });
      if (altered->backfill) {
        with(altered->table, [&](auto& change) { change.fills.push_back(*altered->backfill); });
      }
    } else if (const auto* filled = std::get_if<backfill_column>(&one)) {
      with(filled->backfill.table, [&](auto& change) { change.fills.push_back(filled->backfill); });
    } else if (const auto* renamed = std::get_if<rename_column>(&one)) {
      with(renamed->table, [&](auto& change) { change.renamed.push_back(renamed); });
    } else if (const auto* made = std::get_if<add_constraint>(&one)) {
      with(made->table, [&](auto& change) { change.new_constraints.push_back(made->constraint); });
    } else if (const auto* gone = std::get_if<drop_constraint>(&one)) {
      with(gone->table, [&](auto& change) { change.gone_constraints.push_back(gone->constraint); });
    } else if (const auto* name = std::get_if<rename_constraint>(&one)) {
      with(name->table, [](auto& change) { change.renames_constraint = true; });
    }
  }

  template <typename Note>
  void with(const model::qualified_name& table, Note note) {
    if (sqlite_table_change* found = at(table)) {
      note(*found);
    }
  }
};

/// ADD COLUMN is exact for a table with rows where the value of those rows is null or a literal.
bool can_add(const add_column& added) {
  const model::column& column = added.column;
  if (column.identity) {
    return false;
  }
  if (column.generated) {
    return column.generated->kept == model::generated::storage::computed_on_read && column.nullable;
  }
  if (added.backfill) {
    return column.nullable && !column.default_to;
  }
  const bool literal =
      !column.default_to || std::holds_alternative<model::literal>(*column.default_to);
  const bool null =
      !column.default_to ||
      (literal && std::get<model::literal>(*column.default_to).of == model::literal::kind::null);
  return literal && (column.nullable || !null);
}

class decision {
public:
  decision(const sqlite_table_change& table, int minimum_version)
      : table_(table), minimum_version_(minimum_version) {}

  bool needs_rebuild() const {
    if (!table_.altered.empty() || !table_.conversions.empty() || table_.renames_constraint ||
        table_.changes_storage) {
      return true;
    }
    const auto any = [](const auto& all, auto is) {
      return std::any_of(all.begin(), all.end(), is);
    };
    return any(table_.added, [&](const auto* one) { return !can_add(*one); }) ||
           any(table_.dropped, [&](const auto* one) { return !can_drop(one->column); }) ||
           any(table_.new_constraints, [&](const auto& one) { return !comes_with_column(one); }) ||
           any(table_.gone_constraints, [&](const auto& one) { return !goes_with_column(one); });
  }

private:
  bool comes_with_column(const constraint& of) const {
    for (const add_column* added : table_.added) {
      const std::string& column = added->column.name;
      if (const auto* check = std::get_if<model::check_constraint>(&of)) {
        const model::column* own = sql::column_of_check(*table_.after, *check);
        if (own != nullptr && own->name == column) {
          return true;
        }
      } else if (const auto* key = std::get_if<model::foreign_key>(&of)) {
        const model::foreign_key* own = reference_with(*table_.after, column);
        // With foreign keys on, SQLite wants the new column to be null in every row.
        if (own != nullptr && own->name == key->name && !added->column.default_to &&
            added->column.nullable) {
          return true;
        }
      }
    }
    return false;
  }

  bool goes_with_column(const constraint& of) const {
    const auto* check = std::get_if<model::check_constraint>(&of);
    if (check == nullptr) {
      return false;
    }
    const model::column* own = sql::column_of_check(*table_.before, *check);
    return own != nullptr &&
           std::any_of(table_.dropped.begin(), table_.dropped.end(), [&](const auto* one) {
             return one->column.name == own->name;
           });
  }

  /// DROP COLUMN refuses a column that anything else in the table speaks of; indexes go before it.
  bool can_drop(const model::column& column) const {
    const model::table& before = *table_.before;
    const auto names = [&](const std::vector<std::string>& columns) {
      return std::find(columns.begin(), columns.end(), column.name) != columns.end();
    };
    if (minimum_version_ < has_drop_column || column.identity ||
        (before.primary_key && names(before.primary_key->columns))) {
      return false;
    }
    for (const model::unique_constraint& unique : before.uniques) {
      if (names(unique.columns)) {
        return false;
      }
    }
    for (const model::foreign_key& key : before.foreign_keys) {
      if (names(key.columns)) {
        return false;
      }
    }
    for (const model::check_constraint& check : before.checks) {
      if (sql::mentions(check.expression.sqlite, column.name) &&
          sql::column_of_check(before, check) == nullptr) {
        return false;
      }
    }
    return std::none_of(before.columns.begin(), before.columns.end(), [&](const auto& other) {
      return other.generated && sql::mentions(other.generated->expression.sqlite, column.name);
    });
  }

  const sqlite_table_change& table_;
  int minimum_version_;
};

} // namespace

bool sqlite_table_change::is_added_empty(const std::string& column) const {
  return std::any_of(added.begin(), added.end(), [&](const add_column* one) {
    return one->column.name == column && !one->backfill;
  });
}

const model::backfill* sqlite_table_change::folded_fill(const std::string& column) const {
  const bool checks_change =
      std::any_of(gone_constraints.begin(), gone_constraints.end(), [&](const constraint& one) {
        const auto* check = std::get_if<model::check_constraint>(&one);
        return check != nullptr && sql::mentions(check->expression.sqlite, column);
      });
  const auto found = std::find_if(
      fills.begin(), fills.end(), [&](const auto& one) { return one.column == column; });
  return needs_rebuild && checks_change && found != fills.end() ? &*found : nullptr;
}

std::map<model::qualified_name, sqlite_table_change>
sqlite_tables(const change& of, const change_lookup& names, diagnostics& out) {
  std::map<model::qualified_name, sqlite_table_change> all;
  collector collect{names, all};
  for (const operation& one : of.operations) {
    collect.note(one);
  }
  for (sqlite_conversion& one : sqlite_conversions(of, names, out)) {
    collect.with(one.table, [&](auto& table) {
      table.conversions.emplace(std::move(one.column), std::move(one.expression));
    });
  }
  for (auto& [name, table] : all) {
    table.needs_rebuild = decision(table, of.on.minimum_version).needs_rebuild();
  }
  return all;
}

std::vector<model::check_constraint> checks_with(const model::table& table,
                                                 const std::string& column) {
  std::vector<model::check_constraint> found;
  for (const model::check_constraint& check : table.checks) {
    const model::column* own = sql::column_of_check(table, check);
    if (own != nullptr && own->name == column) {
      found.push_back(check);
    }
  }
  return found;
}

const model::foreign_key* reference_with(const model::table& table, const std::string& column) {
  for (const model::foreign_key& key : table.foreign_keys) {
    if (key.columns.size() == 1 && key.columns.front() == column) {
      return &key;
    }
  }
  return nullptr;
}

} // namespace strata::codegen
