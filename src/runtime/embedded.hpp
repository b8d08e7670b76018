// The embedded migrations, seen from one database.
#pragma once

#include <strata/runtime/migrations.hpp>

#include <string>
#include <string_view>

namespace strata::detail {

/// The version of that number, or null.
const migration* find_version(const migrations& in, int version);

/// Throws migration_error when the program has no such version (0 is allowed).
void require_version(const migrations& in, int version);

/// The version's SQL for a database. Throws migration_error when there is none.
const migration_script& script_for(const migration& of, dialect on);

/// The script that runs in one transaction, for a database in which nobody else works.
std::string_view plain_form(const migration_script& of);

/// The oldest program that runs on a database of `version`: the maximum over all versions up to it.
int oldest_compatible_at(const migrations& in, int version);

/// A checksum of a script, which tells whether steps of it can be counted on.
std::string script_checksum(std::string_view text);

/// What was acknowledged, as JSON.
std::string acknowledged_json(const migration& of);

/// `1 step`, `3 steps`.
std::string counted_steps(int count);

/// `version 3 (zones)`.
std::string name_of(int version, std::string_view title);

} // namespace strata::detail
