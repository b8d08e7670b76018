// SQL text that may differ between the databases.
#pragma once

#include <strata/runtime/dialect.hpp>

#include <string_view>

namespace strata {

/// One text for all databases, or one for each. An empty one says that there is no such thing
/// there.
struct dialect_text {
  std::string_view postgresql;
  std::string_view sqlite;

  constexpr dialect_text(const char* on_all) : postgresql(on_all), sqlite(on_all) {}

  constexpr dialect_text(const char* on_postgresql, const char* on_sqlite)
      : postgresql(on_postgresql), sqlite(on_sqlite) {}

  constexpr std::string_view on(dialect which) const {
    return which == dialect::postgresql ? postgresql : sqlite;
  }
};

} // namespace strata
