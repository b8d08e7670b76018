// What the tool tells a script.
#pragma once

namespace strata::codegen {

enum class tool_exit {
  done = 0, ///< `diff`: the two are equal.
  different = 1,
  wrong_usage = 2,
  failed = 3, ///< A database cannot be read, a file not written, or a change not carried out.
  not_acknowledged = 4,
};

} // namespace strata::codegen
