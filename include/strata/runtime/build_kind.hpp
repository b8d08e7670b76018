// How the application that includes this was built.
#pragma once

namespace strata::detail {

// Each translation unit has its own, so that the application's NDEBUG counts and not the library's.
// Use it in default arguments of functions that are not inline: those may differ between units.
#ifdef NDEBUG
constexpr bool release_build = true;
#else
constexpr bool release_build = false;
#endif

} // namespace strata::detail
