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

std::string named_schema(const model::named_schema& of);
std::string sequence(const model::sequence& of);
std::string domain(const model::domain& of, const variables& in);
std::string composite_type(const model::composite_type& of, const variables& in);
std::string range_type(const model::range_type& of, const variables& in);
std::string rule(const model::rule& of);
std::string policy(const model::policy& of);
std::string statistics(const model::statistics& of);

/// Privileges that one role has on one object: all but `privilege` is the same in each.
std::string grants(const std::vector<model::grant>& of);

/// `.start(1).increment(2)…` of an identity or a sequence.
template <typename Counter>
std::string counting(const Counter& of) {
  return option("start", of.start) + option("increment", of.increment) +
         option("minimum", of.minimum) + option("maximum", of.maximum) + option("cache", of.cache) +
         flag("cycle", of.cycle);
}

/// `.counting_in(integer)`.
inline std::string counting_in(model::type_kind kind) {
  model::data_type of;
  of.kind = kind;
  return ".counting_in(" + type(of, {}) + ")";
}

/// `.depends_on(…)` on a line of its own.
std::string depends_on(const std::vector<model::qualified_name>& objects);

/// `.fires_always()`, `.disabled()`; nothing where it fires as usual.
std::string firing(model::firing when);

/// `transition(…)`; empty where it says nothing.
std::string transition(const model::transition& of);

} // namespace strata::codegen::dsl
