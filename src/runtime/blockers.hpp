// Who stands in a lock's way, in words that lead to him.
#pragma once

#include <strata/runtime/session.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace strata::detail {

/// PostgreSQL: what process `pid` waits for and who has it, as a sentence; empty where it waits
/// for nobody.
std::string blockers_of(session& db, std::int64_t pid);

/// PostgreSQL: who else has a lock on a relation, by its quoted name; empty: nobody.
std::string holders_of(session& db, const std::string& relation);

/// PostgreSQL: who else has a lock on a relation whose name stands in a text; empty: nobody.
std::string holders_named_in(session& db, std::string_view text);

} // namespace strata::detail
