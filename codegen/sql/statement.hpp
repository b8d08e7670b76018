// SQL statements as values: what the plan decides on and the printer prints.
#pragma once

#include "codegen/sql/object_statement.hpp"
#include "codegen/sql/rights.hpp"
#include "codegen/sql/row_statement.hpp"
#include "codegen/sql/table_statement.hpp"

#include <variant>

namespace strata::codegen::sql {

using statement = std::variant<create_schema,
                               drop_schema,
                               create_extension,
                               alter_extension,
                               drop_extension,
                               create_type,
                               drop_type,
                               rename_type,
                               add_type_value,
                               rename_type_value,
                               create_table,
                               drop_table,
                               rename_table,
                               set_logged,
                               alter_table,
                               set_column_storage,
                               add_column,
                               drop_column,
                               rename_column,
                               set_column_type,
                               set_default,
                               drop_default,
                               set_not_null,
                               add_not_null,
                               set_constraint_inheritance,
                               drop_not_null,
                               add_identity,
                               set_identity,
                               drop_identity,
                               set_expression,
                               drop_expression,
                               add_constraint,
                               validate_constraint,
                               drop_constraint,
                               rename_constraint,
                               create_index,
                               attach_index,
                               drop_index,
                               rename_index,
                               set_index_statistics,
                               create_view,
                               drop_view,
                               rename_view,
                               create_function,
                               drop_function,
                               create_trigger,
                               drop_trigger,
                               rename_trigger,
                               set_triggers,
                               create_object,
                               drop_object,
                               alter_object,
                               rename_object,
                               comment_on,
                               insert_rows,
                               update_row,
                               delete_row,
                               advance_sequence,
                               fill_column,
                               copy_rows,
                               copy_sequence,
                               check_deferred_now,
                               verbatim,
                               keep_rights,
                               restore_rights>;

} // namespace strata::codegen::sql
