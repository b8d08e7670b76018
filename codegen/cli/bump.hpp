// The next version's header.
#pragma once

#include "codegen/cli/generation.hpp"

#include <string>
#include <string_view>

namespace strata::codegen {

/// A version that changes nothing yet: it carries on the one before it.
std::string next_header(const model::version& before,
                        std::string_view schema_namespace,
                        const std::string& title);

/// The line of a CMakeLists.txt in which a version header is listed, as one that lists the next.
struct listed_line {
  int number = 0; ///< 0: the header is in no line of the text.
  std::string next;
};

listed_line line_after(const std::string& list_file, int version, int next);

/// Writes the header beside the one of `head` and returns what to tell the user. Throws io_error
/// where there is such a file already.
std::string
bump(const generator_settings& settings, const version_record& head, const std::string& title);

} // namespace strata::codegen
