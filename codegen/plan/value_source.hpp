// Which sequence a column's values come from, whoever owns it.
#pragma once

#include <strata/model/schema.hpp>

#include <optional>
#include <string>

namespace strata::codegen {

/// The sequence of an identity or serial column, or the one that its default draws from.
std::optional<model::sequence> counter_of(const model::schema& in,
                                          const model::qualified_name& table,
                                          const model::column& column);

/// Moves the counter of the column's own sequence to where that of `old` stands.
std::string copy_counter(const model::qualified_name& table,
                         const std::string& column,
                         const model::qualified_name& old);

/// Gives the sequence to who owns the table: no other sequence can belong to a column of it.
std::string give_to_owner(const model::qualified_name& sequence,
                          const model::qualified_name& table);

/// Moves the counter of the column's own sequence past the rows that there are.
std::string pass_rows(const model::qualified_name& table,
                      const std::string& column,
                      const model::sequence& sequence);

} // namespace strata::codegen
