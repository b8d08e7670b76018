// The databases that Strata speaks to.
#pragma once

namespace strata {

enum class dialect { postgresql, sqlite };

} // namespace strata
