// Objects beside tables, and transitions, in the words of the DSL.
#pragma once

#include "codegen/docs/dsl_words.hpp"

#include <strata/model/version.hpp>

namespace strata::codegen::dsl {

std::string extension(const model::extension& of);
std::string enumeration(const model::enumeration& of);
std::string view(const model::view& of, const variables& in);
std::string function(const model::function& of);
std::string trigger(const model::trigger& of);

/// `transition(…)`; empty where it says nothing.
std::string transition(const model::transition& of);

} // namespace strata::codegen::dsl
