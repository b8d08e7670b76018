// Tables and what stands in them, in the words of the DSL.
#pragma once

#include "codegen/docs/dsl_words.hpp"

#include <strata/model/table.hpp>

namespace strata::codegen::dsl {

std::string check(const model::check_constraint& of);
std::string column(const model::column& of, const variables& in);
std::string index(const model::index& of);
std::string table(const model::table& of, const variables& in);

} // namespace strata::codegen::dsl
