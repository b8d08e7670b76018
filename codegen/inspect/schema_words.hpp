// Values of the model in words, for telling two of them apart.
#pragma once

#include <strata/model/schema.hpp>

#include <optional>
#include <string>
#include <vector>

namespace strata::codegen {

std::string words(bool value);
std::string words(const std::vector<std::string>& list);
std::string words(const model::sql_text& text);
std::string words(const model::data_type& type);
std::string words(const std::optional<model::default_value>& value);
std::string words(const std::optional<model::identity>& identity);
std::string words(const std::optional<model::generated>& generated);
std::string words(const std::vector<model::index_key>& keys);
std::string words(const std::vector<model::exclusion_constraint::element>& elements);
std::string words(model::deferral value);
std::string words(model::conflict_action value);
std::string words(model::referential_action value);

} // namespace strata::codegen
