// The names of constraints and indexes that were given none.
//
// Keys and indexes on plain columns get what PostgreSQL would choose:
//   <table>_pkey, <table>_<columns>_key, <table>_<columns>_fkey, <table>_<columns>_idx
// with the columns, included ones last, joined by `_`. What PostgreSQL names from parsed
// expressions follows a rule of ours: an expression counts as a column called `expr`; a check is
// <table>_<column>_check if it mentions exactly one column of the table, else <table>_check; an
// exclusion is <table>_<columns>_excl.
//
// A name of more than 63 bytes is fitted by cutting the longer of table and columns, never inside
// a character. A name that the schema already uses gets the number 1, 2, … at its end; names that
// were given go first, then the tables' defaults in order of the tables' names, so the order of
// declaration between tables changes nothing.
#pragma once

#include <strata/model/schema.hpp>

#include <string>
#include <string_view>

namespace strata::codegen {

/// `first_second_label`, fitted to 63 bytes; an empty `second` is left out.
std::string fit_name(std::string_view first, std::string_view second, std::string_view label);

/// What an unnamed element is called, with the number that its collisions call for; a given name
/// is kept.
std::string
base_name(const model::table& owner, const model::primary_key& of, std::string_view number = {});
std::string base_name(const model::table& owner,
                      const model::unique_constraint& of,
                      std::string_view number = {});
std::string base_name(const model::table& owner,
                      const model::check_constraint& of,
                      std::string_view number = {});
std::string
base_name(const model::table& owner, const model::foreign_key& of, std::string_view number = {});
std::string base_name(const model::table& owner,
                      const model::exclusion_constraint& of,
                      std::string_view number = {});
std::string
base_name(const model::table& owner, const model::index& of, std::string_view number = {});

/// What PostgreSQL calls a domain's check that was given no name: `<domain>_check`.
std::string domain_check_name(const model::domain& owner, std::string_view number = {});

/// The name PostgreSQL gives the sequence of an identity column.
std::string identity_sequence_name(const model::table& owner, const model::column& of);

/// The name PostgreSQL gives the NOT NULL of a column, from 18 on.
std::string not_null_name(const model::qualified_name& owner, const model::column& of);

/// Gives every unnamed constraint and index of the schema its name.
void name_all(model::schema& schema);

} // namespace strata::codegen
