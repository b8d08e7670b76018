// The number that a sequence has come to, where its bounds change.
#pragma once

#include "codegen/sql/statement.hpp"

#include <strata/model/sequence.hpp>

#include <optional>

namespace strata::codegen {

/// The server refuses bounds that leave out where a sequence stands. One that has not come to the
/// new bounds yet is moved to its start first; one that has passed them stays, and the server's
/// refusal with it: it would give numbers again. Nothing where no bound becomes narrower.
inline constexpr const char* has_not_reached_bounds =
    "numbers beyond the new bounds were not given yet";

std::optional<sql::verbatim> reach_bounds(const model::sequence& was, const model::sequence& is);

} // namespace strata::codegen
