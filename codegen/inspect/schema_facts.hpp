// A schema as objects with properties in words: what differences are found and told by.
#pragma once

#include <strata/model/schema.hpp>

#include <map>
#include <string>

namespace strata::codegen {

/// Property to value, both for reading. Every property stands in it, an empty value included.
using object_facts = std::map<std::string, std::string>;

/// Object to properties: `column cameras.site`, `index cameras_site_idx of cameras`.
using schema_facts = std::map<std::string, object_facts>;

/// Everything a schema says, but places, accessors' names, declared dependencies, the order of
/// columns and what is declared for one database only.
schema_facts facts(const model::schema& schema);

} // namespace strata::codegen
