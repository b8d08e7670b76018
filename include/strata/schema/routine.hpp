// Functions, procedures, aggregates, triggers and rules: SQL that Strata hands on as it stands.
#pragma once

#include <strata/schema/attachment.hpp>
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

  /// Is there, but does not fire (PostgreSQL).
  consteval auto disabled() const { return firing_when(firing::disabled); }

  /// Fires where changes come in by replication, and only there (PostgreSQL).
  consteval auto fires_on_replica() const { return firing_when(firing::replica); }

  /// Fires wherever changes come from (PostgreSQL).
  consteval auto fires_always() const { return firing_when(firing::always); }

private:
  consteval auto firing_when(firing when) const requires requires(Facts of) { of.enabled; }

  {
    auto copy = *this;
    give(copy.enabled, when);
    return copy;
  }
};

enum class function_kind { function, procedure, aggregate };

struct function_facts : object_facts {
  object_options options{};
  function_kind of = function_kind::function;
  text_ref parameters{};
  sql_words definition{};
};

struct trigger_facts : attached_facts {
  sql_words events{};
  sql_words action{};
  bool constraint = false;
  firing enabled = firing::origin;
};

struct rule_facts : attached_facts {
  text_ref event{};
  sql_words action{};
  firing enabled = firing::origin;
};

consteval auto function_of(const located_name& name,
                           text_ref parameters,
                           const sql_words& definition,
                           function_kind of) {
  function_facts facts;
  facts.kind = object_kind::function;
  facts.name = name;
  facts.where = name.where;
  facts.parameters = parameters;
  facts.definition = definition;
  facts.of = of;
  return routine_of(facts);
}

consteval auto trigger_of(const located_name& name,
                          const object_name& table,
                          const sql_words& events,
                          const sql_words& action,
                          bool constraint) {
  trigger_facts facts;
  facts.kind = object_kind::trigger;
  facts.name = name;
  facts.where = name.where;
  facts.table = table;
  facts.events = events;
  facts.action = action;
  facts.constraint = constraint;
  return routine_of(facts);
}

} // namespace strata::detail

namespace strata::dsl {

/// `function("touch", "", "RETURNS trigger LANGUAGE plpgsql AS $$…$$")`: its parameters as written
/// between the parentheses, and all that follows them.
consteval auto function(const detail::located_name& name,
                        detail::text_ref parameters,
                        const detail::sql_words& definition) {
  return detail::function_of(name, parameters, definition, detail::function_kind::function);
}

consteval auto procedure(const detail::located_name& name,
                         detail::text_ref parameters,
                         const detail::sql_words& definition) {
  return detail::function_of(name, parameters, definition, detail::function_kind::procedure);
}

/// `aggregate("product", "double precision", "(SFUNC = float8mul, STYPE = double precision)")`.
consteval auto aggregate(const detail::located_name& name,
                         detail::text_ref parameters,
                         const detail::sql_words& definition) {
  return detail::function_of(name, parameters, definition, detail::function_kind::aggregate);
}

/// `trigger("touch", cameras, "BEFORE UPDATE", "FOR EACH ROW EXECUTE FUNCTION touch()")`.
consteval auto trigger(const detail::located_name& name,
                       const detail::object_name& table,
                       const detail::sql_words& events,
                       const detail::sql_words& action) {
  return detail::trigger_of(name, table, events, action, false);
}

/// One whose action may say `DEFERRABLE INITIALLY DEFERRED` (PostgreSQL).
consteval auto constraint_trigger(const detail::located_name& name,
                                  const detail::object_name& table,
                                  const detail::sql_words& events,
                                  const detail::sql_words& action) {
  return detail::trigger_of(name, table, events, action, true);
}

/// `rule("keep", cameras, "DELETE", "DO INSTEAD NOTHING")` (PostgreSQL).
consteval auto rule(const detail::located_name& name,
                    const detail::object_name& table,
                    detail::some_text event,
                    const detail::sql_words& action) {
  if (!(event == detail::text_ref("SELECT")) && !(event == detail::text_ref("INSERT")) &&
      !(event == detail::text_ref("UPDATE")) && !(event == detail::text_ref("DELETE")))
    detail::S058_rule_event_is_unknown();
  detail::rule_facts facts;
  facts.kind = detail::object_kind::rule;
  facts.name = name;
  facts.where = name.where;
  facts.table = table;
  facts.event = event;
  facts.action = action;
  return detail::routine_of(facts);
}

} // namespace strata::dsl
