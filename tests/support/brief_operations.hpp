// Operations in one line each, for comparing what a diff found with what it should find.
#pragma once

#include "codegen/compose/further_objects.hpp"
#include "codegen/diff/operation.hpp"

#include <string>
#include <vector>

namespace strata::testing {

class brief_operation {
public:
  std::string operator()(const codegen::create_schema& op) const {
    return "create_schema " + op.name;
  }

  std::string operator()(const codegen::drop_schema& op) const { return "drop_schema " + op.name; }

  std::string operator()(const codegen::create_extension& op) const {
    return "create_extension " + op.extension.name;
  }

  std::string operator()(const codegen::alter_extension& op) const {
    return "alter_extension " + op.after.name;
  }

  std::string operator()(const codegen::drop_extension& op) const {
    return "drop_extension " + op.extension.name;
  }

  std::string operator()(const codegen::create_enumeration& op) const {
    return "create_enumeration " + display(op.enumeration.name);
  }

  std::string operator()(const codegen::drop_enumeration& op) const {
    return "drop_enumeration " + display(op.enumeration.name);
  }

  std::string operator()(const codegen::rename_enumeration& op) const {
    return "rename_enumeration " + display(op.from) + " " + display(op.to);
  }

  std::string operator()(const codegen::rename_enum_value& op) const {
    return "rename_enum_value " + display(op.enumeration) + " " + op.from + " " + op.to;
  }

  std::string operator()(const codegen::add_enum_value& op) const {
    return "add_enum_value " + display(op.enumeration) + " " + op.value + " before " + op.before;
  }

  std::string operator()(const codegen::replace_enumeration& op) const {
    return "replace_enumeration " + display(op.after.name);
  }

  std::string operator()(const codegen::create_table& op) const {
    return "create_table " + display(op.table.name);
  }

  std::string operator()(const codegen::drop_table& op) const {
    return "drop_table " + display(op.table.name);
  }

  std::string operator()(const codegen::rename_table& op) const {
    return "rename_table " + display(op.from) + " " + display(op.to);
  }

  std::string operator()(const codegen::alter_table& op) const {
    return "alter_table " + display(op.after.name);
  }

  std::string operator()(const codegen::add_column& op) const {
    return "add_column " + of(op.table, op.column.name) + (op.backfill ? " with backfill" : "");
  }

  std::string operator()(const codegen::drop_column& op) const {
    return "drop_column " + of(op.table, op.column.name);
  }

  std::string operator()(const codegen::rename_column& op) const {
    return "rename_column " + of(op.table, op.from) + " " + op.to;
  }

  std::string operator()(const codegen::alter_column& op) const {
    return "alter_column " + of(op.table, op.after.name) +
           (op.conversion ? " with conversion" : "") + (op.backfill ? " with backfill" : "");
  }

  std::string operator()(const codegen::backfill_column& op) const {
    return "backfill_column " + of(op.backfill.table, op.backfill.column);
  }

  std::string operator()(const codegen::add_constraint& op) const {
    return "add_constraint " + of(op.table, name(op.constraint));
  }

  std::string operator()(const codegen::drop_constraint& op) const {
    return "drop_constraint " + of(op.table, name(op.constraint));
  }

  std::string operator()(const codegen::rename_constraint& op) const {
    return "rename_constraint " + of(op.table, op.from) + " " + op.to;
  }

  std::string operator()(const codegen::create_index& op) const {
    return "create_index " + of(op.table, op.index.name);
  }

  std::string operator()(const codegen::drop_index& op) const {
    return "drop_index " + of(op.table, op.index.name);
  }

  std::string operator()(const codegen::replace_index& op) const {
    return "replace_index " + of(op.table, op.after.name);
  }

  std::string operator()(const codegen::rename_index& op) const {
    return "rename_index " + of(op.table, op.from) + " " + op.to;
  }

  std::string operator()(const codegen::set_index_statistics& op) const {
    return "set_index_statistics " + of(op.table, op.index);
  }

  std::string operator()(const codegen::create_view& op) const {
    return "create_view " + display(op.view.name);
  }

  std::string operator()(const codegen::drop_view& op) const {
    return "drop_view " + display(op.view.name);
  }

  std::string operator()(const codegen::rename_view& op) const {
    return "rename_view " + display(op.from) + " " + display(op.to);
  }

  std::string operator()(const codegen::create_function& op) const {
    return "create_function " + display(op.function.name);
  }

  std::string operator()(const codegen::drop_function& op) const {
    return "drop_function " + display(op.function.name);
  }

  std::string operator()(const codegen::replace_function& op) const {
    return "replace_function " + display(op.after.name);
  }

  std::string operator()(const codegen::create_trigger& op) const {
    return "create_trigger " + of(op.trigger.table, op.trigger.name);
  }

  std::string operator()(const codegen::drop_trigger& op) const {
    return "drop_trigger " + of(op.trigger.table, op.trigger.name);
  }

  std::string operator()(const codegen::rename_trigger& op) const {
    return "rename_trigger " + of(op.table, op.from) + " " + op.to;
  }

  std::string operator()(const codegen::create_object& op) const {
    return "create_object " + name(op.object);
  }

  std::string operator()(const codegen::drop_object& op) const {
    return "drop_object " + name(op.object);
  }

  std::string operator()(const codegen::alter_object& op) const {
    return "alter_object " + name(op.after);
  }

  std::string operator()(const codegen::rename_object& op) const {
    return "rename_object " + display(op.from) + " " + op.to;
  }

  std::string operator()(const codegen::set_comment& op) const {
    const std::string what = op.owner.name.empty() ? display(op.name) : of(op.owner, op.name.name);
    return "set_comment " + what + " '" + op.before + "' '" + op.after + "'";
  }

  std::string operator()(const codegen::change_rows& op) const {
    return "change_rows " + display(op.table) + " +" + std::to_string(op.inserted.size()) + " ~" +
           std::to_string(op.updated.size()) + " -" + std::to_string(op.deleted.size());
  }

  std::string operator()(const codegen::run_sql& op) const {
    return "run_sql " + op.statement.up.postgresql;
  }

private:
  static std::string of(const model::qualified_name& owner, const std::string& name) {
    return display(owner) + "." + name;
  }

  static std::string name(const codegen::further_object& object) {
    return std::visit(
        [](const auto& each) {
          const auto owner = codegen::owner_of(each);
          const auto own = display(codegen::name_of_object(each));
          return owner.name.empty() ? own : display(owner) + "." + own;
        },
        object);
  }

  static std::string name(const codegen::constraint& constraint) {
    return std::visit([](const auto& each) { return each.name; }, constraint);
  }
};

inline std::vector<std::string> brief(const std::vector<codegen::operation>& operations) {
  std::vector<std::string> result;
  for (const codegen::operation& each : operations) {
    result.push_back(std::visit(brief_operation(), each));
  }
  return result;
}

} // namespace strata::testing
