// How a schema's versions and settings reach the generator's program. For the units that
// strata_add_schema writes.
#pragma once

#include <strata/model/version.hpp>

#include <initializer_list>

namespace strata {

/// Makes a version known to the program it is linked into.
class registered_version {
public:
  /// `header` as a reader calls it: `schema/v2.hpp`.
  registered_version(int number, const char* header, model::version_declaration (*lower)());
};

/// The command line that the program assumes before its own.
class default_arguments {
public:
  explicit default_arguments(std::initializer_list<const char*> arguments);
};

} // namespace strata
