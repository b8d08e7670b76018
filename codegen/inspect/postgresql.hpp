// A live PostgreSQL database, read into the model.
#pragma once

#include "codegen/inspect/left_out.hpp"

#include <strata/model/schema.hpp>

#include <string>

namespace pqxx {
class transaction_base;
}

namespace strata::codegen {

/// The first schema in the transaction's search path that is neither the server's own nor
/// temporary.
std::string default_schema_of(pqxx::transaction_base& work);

/// The newest major version that the tests were run on.
inline constexpr int newest_postgresql = 18;

/// Every schema of the database but the server's own, as physical objects: SQL as the server
/// prints it, everything but columns sorted by name. Objects of the default
/// schema have no schema in their names. Left out are what extensions own, the
/// history table, owners, and what `without` asks for. The number of queries is fixed. What a
/// server newer than `newest_known` has of its own is not understood. Throws inspection_error, and
/// what libpqxx throws.
model::schema inspect_postgresql(pqxx::transaction_base& work,
                                 left_out& without,
                                 int newest_known = newest_postgresql);
model::schema inspect_postgresql(pqxx::transaction_base& work);

} // namespace strata::codegen
