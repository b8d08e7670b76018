// Tables as a whole.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen::sql {
namespace {

/// The lines between CREATE TABLE's parentheses.
class table_body {
public:
  table_body(const model::table& table, model::dialect on) : table_(table), on_(on) {}

  std::vector<std::string> lines() const {
    std::vector<std::string> all;
    for (const model::column& column : table_.columns) {
      all.push_back(column_line(column));
    }
    if (table_.primary_key && !key_is_inline()) {
      all.push_back(constraint_definition(*table_.primary_key, on_));
    }
    for (const model::unique_constraint& unique : table_.uniques) {
      all.push_back(constraint_definition(unique, on_));
    }
    for (const model::check_constraint& check : table_.checks) {
      if (!on_sqlite() || column_of_check(table_, check) == nullptr) {
        all.push_back(constraint_definition(check, on_));
      }
    }
    for (const model::exclusion_constraint& exclusion : table_.exclusions) {
      all.push_back(constraint_definition(exclusion, on_));
    }
    if (on_sqlite()) {
      for (const model::foreign_key& key : table_.foreign_keys) {
        all.push_back(constraint_definition(key, on_));
      }
    }
    return all;
  }

private:
  bool on_sqlite() const { return on_ == model::dialect::sqlite; }

  bool key_is_inline() const {
    return on_sqlite() && std::any_of(table_.columns.begin(), table_.columns.end(), [&](auto& one) {
             return is_autoincrement(table_, one);
           });
  }

  std::string column_line(const model::column& column) const {
    if (!on_sqlite()) {
      return column_definition(table_.name, column, on_);
    }
    std::string text = is_autoincrement(table_, column)
                           ? fmt::format("{} {} {}PRIMARY KEY{} AUTOINCREMENT",
                                         quote(column.name),
                                         type_words(column.type, on_),
                                         name_words(table_.primary_key->name),
                                         conflict_words(table_.primary_key->on_conflict))
                           : column_definition(table_.name, column, on_);
    for (const model::check_constraint& check : table_.checks) {
      if (column_of_check(table_, check) == &column) {
        text += ' ' + constraint_definition(check, on_);
      }
    }
    return text;
  }

  const model::table& table_;
  model::dialect on_;
};

/// What follows the list of columns.
std::string descent_words(const model::lineage& of) {
  std::string text = of.bounds.empty() ? "" : "\n" + of.bounds;
  if (!of.inherits.empty()) {
    std::string parents;
    for (const model::qualified_name& each : of.inherits) {
      parents += (parents.empty() ? "" : ", ") + quote(each);
    }
    text += "\nINHERITS (" + parents + ")";
  }
  return text + (of.partitioned_by.empty() ? "" : "\nPARTITION BY " + of.partitioned_by);
}

std::string options(const model::table& table, model::dialect on) {
  if (on == model::dialect::postgresql) {
    return descent_words(table.descent) + (table.with.empty() ? "" : "\nWITH (" + table.with + ")");
  }
  std::string words = table.strict ? " STRICT" : "";
  if (table.without_rowid) {
    words += words.empty() ? " WITHOUT ROWID" : ", WITHOUT ROWID";
  }
  return words;
}

} // namespace

bool is_autoincrement(const model::table& table, const model::column& column) {
  return column.identity && table.primary_key && table.primary_key->columns.size() == 1 &&
         table.primary_key->columns.front() == column.name;
}

std::string printer::operator()(const create_table& made) const {
  const bool unlogged = made.table.unlogged && on == model::dialect::postgresql;
  const model::qualified_name& parent = made.table.descent.partition_of;
  std::string text =
      fmt::format("CREATE {}TABLE {}", unlogged ? "UNLOGGED " : "", quote(made.table.name));
  text += parent.name.empty() ? "" : " PARTITION OF " + quote(parent);
  std::string body;
  for (const std::string& line : table_body(made.table, on).lines()) {
    body += (body.empty() ? "\n  " : ",\n  ") + line;
  }
  if (!body.empty() || parent.name.empty()) {
    text += " (" + body + "\n)"; // A partition may add nothing to its parent.
  }
  return text + options(made.table, on) + ';';
}

std::string printer::operator()(const drop_table& gone) const {
  return fmt::format("DROP TABLE {};", quote(gone.name));
}

std::string printer::operator()(const rename_table& renamed) const {
  return fmt::format("ALTER TABLE {} RENAME TO {};", quote(renamed.from), quote(renamed.to));
}

std::string printer::operator()(const set_logged& set) const {
  return fmt::format(
      "ALTER TABLE {} SET {};", quote(set.table), set.logged ? "LOGGED" : "UNLOGGED");
}

} // namespace strata::codegen::sql
