// Prints statements. One overload per statement and no fallback; the definitions stand in one file
// per kind of statement, both databases side by side.
#pragma once

#include "codegen/sql/statement.hpp"

#include <string>

namespace strata::codegen::sql {

struct printer {
  model::dialect on;

  std::string operator()(const create_schema&) const;
  std::string operator()(const drop_schema&) const;
  std::string operator()(const create_extension&) const;
  std::string operator()(const alter_extension&) const;
  std::string operator()(const drop_extension&) const;
  std::string operator()(const create_type&) const;
  std::string operator()(const drop_type&) const;
  std::string operator()(const rename_type&) const;
  std::string operator()(const add_type_value&) const;
  std::string operator()(const rename_type_value&) const;
  std::string operator()(const create_table&) const;
  std::string operator()(const drop_table&) const;
  std::string operator()(const rename_table&) const;
  std::string operator()(const set_logged&) const;
  std::string operator()(const alter_table&) const;
  std::string operator()(const set_column_storage&) const;
  std::string operator()(const add_column&) const;
  std::string operator()(const drop_column&) const;
  std::string operator()(const rename_column&) const;
  std::string operator()(const set_column_type&) const;
  std::string operator()(const set_default&) const;
  std::string operator()(const drop_default&) const;
  std::string operator()(const set_not_null&) const;
  std::string operator()(const add_not_null&) const;
  std::string operator()(const set_constraint_inheritance&) const;
  std::string operator()(const drop_not_null&) const;
  std::string operator()(const add_identity&) const;
  std::string operator()(const set_identity&) const;
  std::string operator()(const drop_identity&) const;
  std::string operator()(const set_expression&) const;
  std::string operator()(const drop_expression&) const;
  std::string operator()(const add_constraint&) const;
  std::string operator()(const validate_constraint&) const;
  std::string operator()(const drop_constraint&) const;
  std::string operator()(const rename_constraint&) const;
  std::string operator()(const create_index&) const;
  std::string operator()(const attach_index&) const;
  std::string operator()(const drop_index&) const;
  std::string operator()(const rename_index&) const;
  std::string operator()(const set_index_statistics&) const;
  std::string operator()(const create_view&) const;
  std::string operator()(const drop_view&) const;
  std::string operator()(const rename_view&) const;
  std::string operator()(const create_function&) const;
  std::string operator()(const drop_function&) const;
  std::string operator()(const create_trigger&) const;
  std::string operator()(const drop_trigger&) const;
  std::string operator()(const rename_trigger&) const;
  std::string operator()(const set_triggers&) const;
  std::string operator()(const create_object&) const;
  std::string operator()(const drop_object&) const;
  std::string operator()(const alter_object&) const;
  std::string operator()(const rename_object&) const;
  std::string operator()(const comment_on&) const;
  std::string operator()(const insert_rows&) const;
  std::string operator()(const update_row&) const;
  std::string operator()(const delete_row&) const;
  std::string operator()(const advance_sequence&) const;
  std::string operator()(const fill_column&) const;
  std::string operator()(const copy_rows&) const;
  std::string operator()(const copy_sequence&) const;
  std::string operator()(const check_deferred_now&) const;
  std::string operator()(const verbatim&) const;
  std::string operator()(const keep_rights&) const;
  std::string operator()(const restore_rights&) const;
};

/// The statement's text with its semicolon, without a newline at its end. Throws holds_nul.
inline std::string render(const statement& what, model::dialect on) {
  return std::visit(printer{on}, what);
}

} // namespace strata::codegen::sql
