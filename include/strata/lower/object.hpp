// Enumerations, extensions, views, functions and triggers to the model.
#pragma once

#include <strata/lower/text.hpp>
#include <strata/schema/enumeration.hpp>

namespace strata::detail {

struct values_lowering final : element_visitor {
  std::vector<std::string> values;

  void take(list<element_view> elements) override {
    for (const element_view& each : elements)
      values = lower_names(each.names);
  }
};

inline model::enumeration lower_enumeration(const enumeration_facts& facts) {
  values_lowering lowering;
  facts.elements(facts, lowering);
  model::enumeration result;
  result.name = lower_name(facts);
  result.values = std::move(lowering.values);
  result.comment = lower_text(facts.options.comment);
  result.only = lower_databases(facts.options.only);
  result.cpp_name = lower_text(facts.options.cpp_name);
  result.where = lower_place(facts.where);
  return result;
}

} // namespace strata::detail
