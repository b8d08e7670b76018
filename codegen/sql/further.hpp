// Each kind of object that PostgreSQL alone has: made, changed in place, dropped.
#pragma once

#include <strata/model/schema.hpp>

#include <string>

namespace strata::codegen::sql {

std::string creation(const model::sequence& of);
std::string alteration(const model::sequence& before, const model::sequence& after);
std::string removal(const model::sequence& of);

std::string creation(const model::domain& of);
std::string alteration(const model::domain& before, const model::domain& after);
std::string removal(const model::domain& of);

std::string creation(const model::composite_type& of);
std::string alteration(const model::composite_type& before, const model::composite_type& after);
std::string removal(const model::composite_type& of);

std::string creation(const model::range_type& of);
std::string removal(const model::range_type& of);

std::string creation(const model::rule& of);
std::string alteration(const model::rule& before, const model::rule& after);
std::string removal(const model::rule& of);

std::string creation(const model::policy& of);
std::string alteration(const model::policy& before, const model::policy& after);
std::string removal(const model::policy& of);

std::string creation(const model::statistics& of);
std::string alteration(const model::statistics& before, const model::statistics& after);
std::string removal(const model::statistics& of);

std::string creation(const model::grant& of);
std::string removal(const model::grant& of);

} // namespace strata::codegen::sql
