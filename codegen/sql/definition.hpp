// Parts that several statements have in common: definitions of columns and constraints.
#pragma once

#include "codegen/diff/operation.hpp"

#include <string>

namespace strata::codegen::sql {

/// `"name" type NOT NULL DEFAULT … GENERATED …`, without constraints, of a column of `table`.
std::string column_definition(const model::qualified_name& table,
                              const model::column& column,
                              model::dialect on);

/// ` ALWAYS AS IDENTITY (START WITH …)`, what follows GENERATED.
std::string identity_words(const model::identity& identity);

/// `CONSTRAINT "name" `; nothing without a name, since SQLite's constraints need none.
std::string name_words(const std::string& name);

/// `CONSTRAINT "name" CHECK (…)`.
std::string constraint_definition(const constraint& of, model::dialect on);

/// ` ON CONFLICT REPLACE`, or nothing.
const char* conflict_words(model::conflict_action action);

/// ` REFERENCES "table" ("column") ON DELETE …`.
std::string reference_words(const model::foreign_key& key);

/// A function's parameters without their defaults, which DROP and COMMENT do not take.
std::string signature(const std::string& parameters);

/// The same as ROUTINE takes it of aggregates too, whose own forms are `*` and `a ORDER BY b`.
std::string routine_signature(const std::string& parameters);

/// The types of its arguments, which with its name tell it from others: `a integer, OUT b text` and
/// `INTEGER` are `integer`.
std::vector<std::string> argument_types(const std::string& parameters);

/// `ENABLE REPLICA` and its like, of a trigger or rule.
const char* firing_words(model::firing when);

/// ` DEFERRABLE INITIALLY DEFERRED`, or nothing.
std::string deferral_words(model::deferral when);

/// Whether SQLite writes the check with a column, and with which: one that mentions no other column
/// goes when its column is dropped. Null: it is written with the table.
const model::column* column_of_check(const model::table& table,
                                     const model::check_constraint& check);

/// Whether the column is SQLite's rowid with a memory: INTEGER PRIMARY KEY AUTOINCREMENT.
bool is_autoincrement(const model::table& table, const model::column& column);

} // namespace strata::codegen::sql
