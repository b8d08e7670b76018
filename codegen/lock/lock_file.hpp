// `generated/schema.lock`: what each version said when the lock was last written.
#pragma once

#include "codegen/lock/canonical.hpp"

#include <map>
#include <string>
#include <vector>

namespace strata::codegen {

/// One version in the lock.
struct locked_version {
  canonical_version text;
  bool sealed = false;
  std::string fingerprint;
  int oldest_compatible = 0;     ///< The oldest program that runs on it.
  bool numbers_by_value = false; ///< Its numeric columns on SQLite; earlier releases kept text.
  std::map<std::string, std::string> files; ///< SQL files in `generated/`, and their SHA-256.
  int line = 0;                             ///< Where it begins in the lock.
};

struct lock {
  std::vector<locked_version> versions; ///< In order.

  const locked_version* find(int number) const;
};

/// The lock's text. A version lists only the objects that differ from the version before it.
std::string print(const lock& of, const std::string& schema_name);

/// `print` turned round. Throws `unreadable`.
lock parse_lock(const std::string& text);

} // namespace strata::codegen
