// The renames that `--rename` gives, as those of a transition.
#pragma once

#include "codegen/tool/live_schema.hpp"

#include <strata/model/transition.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// Each text is `PATH=NAME`: an object of `from` (`public.users`, `users`), or what belongs to one
/// (`users.email`), that bears another name in `to`. The path uses old names; its owner's may also
/// be the new one. NAME may repeat the path before its last part. Where a path names things of
/// several kinds the kind stands before it: `column:users.email=mail`. Throws tool_usage_error for
/// what is in neither schema, is meant in two ways, or leaves two things with one name.
std::vector<model::rename> given_renames(const std::vector<std::string>& texts,
                                         const live_schema& from,
                                         const live_schema& to);

} // namespace strata::codegen
