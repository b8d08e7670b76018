// The renames that `--rename` gives, as those of a transition.
#pragma once

#include "codegen/tool/live_schema.hpp"

#include <strata/model/transition.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// Each text is `PATH=NAME`: an object of `from` (`public.users`, `users`), or an element of one
/// (`users.email`), that bears another name in `to`. The path uses old names; that of an element
/// may also name its owner by the new one. Throws tool_usage_error for what is in neither schema.
std::vector<model::rename> given_renames(const std::vector<std::string>& texts,
                                         const live_schema& from,
                                         const live_schema& to);

} // namespace strata::codegen
