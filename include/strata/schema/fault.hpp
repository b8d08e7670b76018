// Every rule that the compiler refuses a declaration for. None of these functions is constexpr or
// defined: calling one in a declaration ends the compilation with its name in the message.
#pragma once

namespace strata::detail {

// Names and texts.
void S001_name_is_empty();
void S002_name_is_longer_than_63_bytes();
void S003_name_holds_a_nul_byte();
void S004_text_is_empty();
void S005_option_given_twice();

// Columns.
void S010_column_declared_twice();
void S011_length_is_less_than_one();
void S012_precision_is_out_of_range();
void S013_scale_is_greater_than_precision();
void S014_default_does_not_fit_the_column_type();
void S015_column_has_two_sources_of_its_value();
void S016_identity_needs_an_integer_column();
void S017_identity_option_without_identity();
void S018_identity_column_is_nullable();
void S019_null_default_on_a_column_that_is_not_null();

// Keys, constraints and indexes.
void S020_constraint_declared_twice();
void S021_index_declared_twice();
void S022_primary_key_declared_twice();
void S023_key_names_an_unknown_column();
void S024_key_names_a_column_twice();
void S025_primary_key_column_is_nullable();
void S026_foreign_key_references_nothing();
void S027_foreign_key_references_an_unknown_column();
void S028_foreign_key_references_another_number_of_columns();
void S029_operator_of_an_exclusion_is_missing();

// Reference rows.
void S030_row_has_another_number_of_values_than_columns();
void S031_rows_name_an_unknown_column();
void S032_rows_declared_twice();
void S033_row_value_does_not_fit_the_column_type();

// Derived tables.
void S040_without_names_a_column_that_is_not_there();
void S041_renamed_column_is_not_there();
void S042_renamed_column_takes_a_name_that_is_in_use();
void S043_table_is_renamed_to_its_own_name();
void S044_derived_table_cannot_change_its_schema();

// Enumerations and other objects.
void S050_enum_value_declared_twice();
void S051_enumeration_has_no_values();
void S052_view_column_declared_twice();
void S053_indexes_on_a_view_that_is_not_materialized();

// Transitions.
void S060_reason_is_missing();
void S061_down_value_on_something_that_is_no_column();
void S062_statement_outside_a_transaction_needs_done_when();
void S063_rename_to_the_same_name();

// Versions.
void S070_version_number_is_less_than_one();
void S071_since_names_a_version_that_is_not_earlier();
void S072_since_given_twice();
void S073_transition_given_twice();
void S074_object_listed_twice();
void S075_transition_without_since();

} // namespace strata::detail
