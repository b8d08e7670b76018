// Functions, procedures and triggers: SQL that Strata hands on as it stands.
#pragma once

#include <strata/schema/dependency.hpp>
#include <strata/schema/object_elements.hpp>
#include <strata/schema/object_options.hpp>

namespace strata::detail {

template <typename Facts, typename... Dependencies>
struct routine_declaration;

template <typename Facts, typename... Dependencies>
constexpr routine_declaration<Facts, Dependencies...>
routine_of(Facts facts, const Dependencies&... dependencies) {
  facts.elements = &object_of_elements<Facts, Dependencies...>::show;
  return {{facts, boost::hana::basic_tuple<Dependencies...>(dependencies...)}, {}};
}

/// An object of SQL with its dependencies as its elements.
template <typename Facts, typename... Dependencies>
struct routine_declaration : object_of_elements<Facts, Dependencies...>,
                             options_of_object<routine_declaration<Facts, Dependencies...>> {
  /// The tables, views and functions that its SQL uses.
  template <typename... Objects>
  consteval auto depends_on(const Objects&... objects) const {
    if (sizeof...(Dependencies) > 0)
      S005_option_given_twice();
    const Facts& facts = *this;
    return routine_of(facts, depends(objects)...);
  }
};

struct function_facts : object_facts {
  object_options options{};
  bool procedure = false;
  text_ref parameters{};
  sql_words definition{};
};

struct trigger_facts : object_facts {
  object_options options{};
  object_name table{};
  sql_words events{};
  sql_words action{};
};

consteval auto function_of(const located_name& name,
                           text_ref parameters,
                           const sql_words& definition,
                           bool procedure) {
  function_facts facts;
  facts.kind = object_kind::function;
  facts.name = name;
  facts.where = name.where;
  facts.parameters = parameters;
  facts.definition = definition;
  facts.procedure = procedure;
  return routine_of(facts);
}

} // namespace strata::detail

namespace strata::dsl {

/// `function("touch", "", "RETURNS trigger LANGUAGE plpgsql AS $$…$$")`: its parameters as written
/// between the parentheses, and all that follows them.
consteval auto function(const detail::located_name& name,
                        detail::text_ref parameters,
                        const detail::sql_words& definition) {
  return detail::function_of(name, parameters, definition, false);
}

consteval auto procedure(const detail::located_name& name,
                         detail::text_ref parameters,
                         const detail::sql_words& definition) {
  return detail::function_of(name, parameters, definition, true);
}

/// `trigger("touch", cameras, "BEFORE UPDATE", "FOR EACH ROW EXECUTE FUNCTION touch()")`.
consteval auto trigger(const detail::located_name& name,
                       const detail::object_name& table,
                       const detail::sql_words& events,
                       const detail::sql_words& action) {
  detail::trigger_facts facts;
  facts.kind = detail::object_kind::trigger;
  facts.name = name;
  facts.where = name.where;
  facts.table = table;
  facts.events = events;
  facts.action = action;
  return detail::routine_of(facts);
}

} // namespace strata::dsl
