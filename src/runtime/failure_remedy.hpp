// What leads on from a step that the database refused.
#pragma once

#include <strata/runtime/dialect.hpp>
#include <strata/runtime/error.hpp>

#include <string>
#include <string_view>

namespace strata::detail {

/// One line for what the error says, without its end; empty where the message is all there is to
/// say. `version` is the one whose step failed.
std::string remedy_for(const error_facts& facts, std::string_view message, dialect on, int version);

} // namespace strata::detail
