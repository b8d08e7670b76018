// Where something was declared, for messages that an editor can jump to.
#pragma once

#include <cstdint>
#include <string>

namespace strata::model {

/// A position in a schema header. All places are equal: where a thing is declared is no part of
/// what it is, so comparing two models ignores it.
struct place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const place&, const place&) { return true; }
};

/// Whether two places are the same position: the identity of a declaration.
inline bool is_same_position(const place& a, const place& b) {
  return a.line == b.line && a.column == b.column && a.file == b.file;
}

} // namespace strata::model
