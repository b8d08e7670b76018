// The headers that a schema has once: enumerations, fingerprint, umbrella, Hana.
#pragma once

#include "codegen/cpp/entity.hpp"

#include <strata/model/schema.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

/// Adds a finding where two values of one enumeration become one enumerator.
std::string print_enumerations(const std::vector<model::enumeration>& all,
                               std::string_view cpp_namespace,
                               diagnostics& out);

std::string print_fingerprint(std::string_view fingerprint, std::string_view cpp_namespace);

/// `stems` are the headers in the namespace's folder.
std::string print_umbrella(const std::vector<std::string>& stems, std::string_view cpp_namespace);

std::string print_hana(const std::vector<entity>& entities, std::string_view cpp_namespace);

} // namespace strata::codegen
