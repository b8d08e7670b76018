// Old programs and new schemas, one operation at a time.
#include "codegen/assess/compatibility.hpp"

#include "codegen/assess/own_value.hpp"

#include <algorithm>
#include <set>

namespace strata::codegen {
namespace {

/// An old program writes no value for what it does not know, and reads what it did before. Of what
/// belongs to a table that it does not know, it knows nothing.
class survival {
public:
  explicit survival(const std::vector<operation>& operations) {
    for (const operation& each : operations) {
      if (const auto* const created = std::get_if<create_table>(&each)) {
        new_tables_.insert(created->table.name);
      }
    }
  }

  bool operator()(const create_schema&) const { return true; }

  bool operator()(const drop_schema&) const { return false; }

  bool operator()(const create_extension&) const { return true; }

  bool operator()(const alter_extension& op) const { return op.before.schema == op.after.schema; }

  bool operator()(const drop_extension&) const { return false; }

  bool operator()(const create_enumeration&) const { return true; }

  bool operator()(const drop_enumeration&) const { return false; }

  bool operator()(const rename_enumeration&) const { return false; }

  bool operator()(const rename_enum_value&) const { return false; }

  bool operator()(const add_enum_value&) const { return false; } // It would read an unknown value.

  bool operator()(const replace_enumeration&) const { return false; }

  bool operator()(const create_table&) const { return true; }

  bool operator()(const drop_table&) const { return false; }

  bool operator()(const rename_table&) const { return false; }

  bool operator()(const alter_table& op) const { return is_new(op.after.name); }

  bool operator()(const add_column& op) const { return has_own_value(op.column); }

  bool operator()(const drop_column&) const { return false; }

  bool operator()(const rename_column&) const { return false; }

  bool operator()(const alter_column&) const { return false; }

  bool operator()(const backfill_column&) const { return false; }

  bool operator()(const add_constraint& op) const { return is_new(op.table); }

  bool operator()(const drop_constraint&) const { return false; }

  bool operator()(const rename_constraint&) const { return false; }

  bool operator()(const create_index& op) const { return !op.index.unique || is_new(op.table); }

  bool operator()(const drop_index&) const { return false; }

  bool operator()(const replace_index&) const { return false; }

  bool operator()(const rename_index&) const { return false; }

  bool operator()(const set_index_statistics&) const { return true; }

  bool operator()(const create_view&) const { return true; }

  bool operator()(const drop_view&) const { return false; }

  bool operator()(const rename_view&) const { return false; }

  bool operator()(const create_function&) const { return true; }

  bool operator()(const drop_function&) const { return false; }

  bool operator()(const replace_function&) const { return false; }

  bool operator()(const create_trigger& op) const { return is_new(op.trigger.table); }

  bool operator()(const drop_trigger&) const { return false; }

  bool operator()(const rename_trigger&) const { return false; }

  bool operator()(const create_object& op) const {
    return !std::holds_alternative<model::rule>(op.object) &&
           !std::holds_alternative<model::policy>(op.object);
  }

  bool operator()(const drop_object& op) const {
    return std::holds_alternative<model::statistics>(op.object);
  }

  bool operator()(const alter_object& op) const {
    return std::holds_alternative<model::statistics>(op.after) ||
           std::holds_alternative<model::sequence>(op.after);
  }

  bool operator()(const rename_object&) const { return false; }

  bool operator()(const set_comment&) const { return true; }

  bool operator()(const change_rows& op) const { return is_new(op.table); }

  bool operator()(const run_sql& op) const { return op.statement.compatible; }

private:
  bool is_new(const model::qualified_name& table) const { return new_tables_.count(table) > 0; }

  std::set<model::qualified_name> new_tables_;
};

} // namespace

bool keeps_old_programs(const std::vector<operation>& operations) {
  const survival survives(operations);
  return std::all_of(operations.begin(), operations.end(), [&](const operation& each) {
    return std::visit(survives, each);
  });
}

int oldest_compatible(int before, int number, const std::vector<operation>& operations) {
  return keeps_old_programs(operations) ? before : number;
}

} // namespace strata::codegen
