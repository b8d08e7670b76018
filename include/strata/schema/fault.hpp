// Every rule that the compiler refuses a declaration for. None of these functions is constexpr or
// defined: a declaration that calls one does not compile, and compilers quote its line from here,
// so what to do stands on it.
#pragma once

namespace strata::detail {

// clang-format off

// Names and texts.
void S001_name_is_empty(); // write the name that the database will bear
void S002_name_is_longer_than_63_bytes(); // PostgreSQL would cut it; choose a shorter one
void S003_name_holds_a_nul_byte(); // no database can store it; remove the \0
void S004_text_is_empty(); // write the expression, comment or reason, or leave the option out
void S005_option_given_twice(); // keep one of the two

// Columns.
void S010_column_declared_twice(); // rename one of the two columns, or remove it
void S011_length_is_less_than_one(); // give varchar(n) or character(n) at least one character
void S012_precision_is_out_of_range(); // numeric has 1 to 1000 digits, times have 0 to 6 of a second
void S013_scale_is_greater_than_precision(); // numeric(p, s) has p digits in all, s of them after the point
void S014_default_does_not_fit_the_column_type(); // write a value of the column's type, or sql("...")
void S015_column_has_two_sources_of_its_value(); // keep one of default_, identity and generated
void S016_identity_needs_an_integer_column(); // make the column smallint, integer or bigint
void S017_identity_option_without_identity(); // write .identity() first
void S018_identity_column_is_nullable(); // remove .nullable()
void S019_null_default_on_a_column_that_is_not_null(); // add .nullable(), or choose another default

// Keys, constraints and indexes.
void S020_constraint_declared_twice(); // give one of the two another name
void S021_index_declared_twice(); // give one of the two another name
void S022_primary_key_declared_twice(); // name all columns in one primary_key, or make one unique
void S023_key_names_an_unknown_column(); // name a column of this table, or add it
void S024_key_names_a_column_twice(); // remove one of the two
void S025_primary_key_column_is_nullable(); // remove .nullable() from the column
void S026_foreign_key_references_nothing(); // add .references(table, "column")
void S027_foreign_key_references_an_unknown_column(); // name a column of the referenced table
void S028_foreign_key_references_another_number_of_columns(); // name one referenced column for each column
void S029_statistics_of_a_key_that_is_a_column(); // give .statistics_target(...) to the column itself

// Reference rows.
void S030_row_has_another_number_of_values_than_columns(); // give one value for each column in columns(...)
void S031_rows_name_an_unknown_column(); // name a column of this table, or add it
void S032_rows_declared_twice(); // put all rows into one rows(...)
void S033_row_value_does_not_fit_the_column(); // write a value of the column's type; null only where it is nullable
void S034_rows_name_a_column_twice(); // remove one of the two

// Derived tables.
void S040_without_names_a_column_that_is_not_there(); // name a column of the table that this derives from
void S041_renamed_column_is_not_there(); // renamed_column(from, to): from is a column of the table that this derives from
void S042_renamed_column_takes_a_name_in_use(); // choose another name, or rename or leave out that column too
void S043_table_is_renamed_to_its_own_name(); // remove .renamed(...)
void S044_derived_table_changes_its_schema(); // declare a table in the other schema, and drop this one

// Other objects.
void S050_enum_value_declared_twice(); // remove one of the two
void S051_enumeration_has_no_values(); // write its values after its name
void S052_view_column_declared_twice(); // remove one of the two
void S053_index_on_a_view_that_is_not_materialized(); // make it a materialized_view, or index its tables
void S054_sequence_does_not_count_in_integers(); // count in smallint, integer or bigint
void S055_attribute_declared_twice(); // rename one of the two, or remove it
void S056_policy_condition_does_not_fit_its_command(); // INSERT has .with_check alone, SELECT and DELETE have .using_ alone
void S057_grant_is_on_something_without_privileges(); // grant on a table, view, sequence, function, type or schema
void S058_rule_event_is_unknown(); // write "SELECT", "INSERT", "UPDATE" or "DELETE"
void S059_grant_lacks_an_object_or_a_role(); // add .on(...), and .to("role") or .to_public()

// Transitions.
void S060_reason_is_missing(); // add .because("...")
void S061_down_value_on_something_that_is_no_column(); // remove .down(...): only drop_column can fill its column again
void S062_statement_outside_a_transaction_without_done_when(); // add .done_when("select ..."), which tells whether it was carried out
void S063_rename_to_the_same_name(); // write the new name as the last argument

// Versions.
void S070_version_number_is_less_than_one(); // versions count from 1
void S071_since_names_a_version_that_is_not_earlier(); // carry on the version before this one
void S072_since_given_twice(); // keep one of the two
void S073_transition_given_twice(); // put all entries into one transition(...)
void S074_object_listed_twice(); // remove one of the two

// clang-format on

} // namespace strata::detail
