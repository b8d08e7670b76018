// What differs between two versions' canonical texts, in a reader's words.
#pragma once

#include "codegen/lock/canonical.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

/// One line a difference: `column cameras.site: text -> varchar(50)`, `added: table zones`.
std::vector<std::string> explain(const canonical_version& was, const canonical_version& is);

} // namespace strata::codegen
