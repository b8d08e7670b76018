// Versions: what exists, or what changed since an earlier one.
#pragma once

#include <strata/schema/grant.hpp>
#include <strata/schema/object.hpp>

#include <boost/hana/basic_tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <utility>

namespace strata::detail {

struct object_visitor {
  constexpr virtual void take(list<const object_facts*> objects) = 0;

protected:
  ~object_visitor() = default;
};

struct version_facts {
  int number = 0;
  text_ref title{};
  std::source_location where{};
  void (*objects)(const version_facts&, object_visitor&) = nullptr;
};

/// `since(v1::version)`: nothing of that version but its number.
struct since_facts : object_facts {
  int number = 0;
};

struct located_number {
  int value;
  std::source_location where{};

  consteval located_number(int number, std::source_location place = std::source_location::current())
      : value(number), where(place) {
    if (number < 1)
      S070_version_number_is_less_than_one();
  }
};

/// What tells two objects of one kind and name apart: a function's parameters, a trigger's table.
/// Grants are told apart by the generator.
constexpr text_ref further_name(const object_facts& object) {
  if (object.kind == object_kind::function)
    return static_cast<const function_facts&>(object).parameters;
  if (object.kind == object_kind::trigger || object.kind == object_kind::rule ||
      object.kind == object_kind::policy)
    return static_cast<const attached_facts&>(object).table.name;
  return {};
}

constexpr void check_rivals(const object_facts& a, const object_facts& b) {
  if (a.kind == object_kind::since)
    S072_since_given_twice();
  if (a.kind == object_kind::transition)
    S073_transition_given_twice();
  if (a.kind != object_kind::grant && a.schema == b.schema && further_name(a) == further_name(b))
    S074_object_listed_twice();
}

/// The rules that the list of a version's objects can break. Objects with the same first guess at a
/// hash form a chain.
template <std::size_t N>
constexpr void check_objects(int number, const object_facts* const (&objects)[N]) {
  constexpr std::size_t chains = 256;
  std::size_t last[chains] = {}; // The last object of each chain, plus one.
  std::size_t before[N] = {};    // The one before it, plus one.
  for (std::size_t i = 0; i < N; ++i) {
    const object_facts& each = *objects[i];
    const std::size_t hash = hash_of(each.name) % chains;
    for (std::size_t k = last[hash]; k != 0; k = before[k - 1])
      if (objects[k - 1]->kind == each.kind && objects[k - 1]->name == each.name)
        check_rivals(*objects[k - 1], each);
    before[i] = last[hash];
    last[hash] = i + 1;
    if (each.kind == object_kind::grant)
      check_grant(static_cast<const grant_facts&>(each));
    if (each.kind == object_kind::since && static_cast<const since_facts&>(each).number >= number)
      S071_since_names_a_version_that_is_not_earlier();
  }
}

constexpr const object_facts* object_of(const object_facts* object) { return object; }

constexpr const object_facts* object_of(const object_facts& object) { return &object; }

struct show_objects {
  object_visitor& visitor;

  template <typename... Held>
  constexpr void operator()(const Held&... each) const {
    const object_facts* const all[] = {object_of(each)...};
    visitor.take({all, sizeof...(Held)});
  }

  constexpr void operator()() const { visitor.take({}); }
};

/// `Held` is a pointer for an object with a name in the user's header, else the object itself.
template <typename... Held>
struct version_declaration : version_facts {
  boost::hana::basic_tuple<Held...> held;

  static constexpr void show(const version_facts& version, object_visitor& visitor) {
    boost::hana::unpack(static_cast<const version_declaration&>(version).held,
                        show_objects{visitor});
  }
};

template <typename T>
concept SchemaObject = std::is_base_of_v<object_facts, std::remove_cvref_t<T>>;

template <typename Object>
using held_t = std::conditional_t<std::is_lvalue_reference_v<Object>,
                                  const object_facts*,
                                  std::remove_cvref_t<Object>>;

template <typename Object>
constexpr const object_facts* hold(const Object& object, std::true_type) {
  return &object;
}

template <typename Object>
constexpr const Object& hold(const Object& object, std::false_type) {
  return object;
}

/// A version of these objects, if they break no rule.
template <typename... Objects>
constexpr auto version_of(version_facts facts, const std::remove_reference_t<Objects>&... objects) {
  using declaration = version_declaration<held_t<Objects>...>;
  if constexpr (sizeof...(Objects) > 0) {
    const object_facts* const all[] = {&objects...};
    check_objects(facts.number, all);
  }
  facts.objects = &declaration::show;
  return declaration{facts,
                     boost::hana::basic_tuple<held_t<Objects>...>(
                         hold(objects, std::is_lvalue_reference<Objects>())...)};
}

} // namespace strata::detail

namespace strata::dsl {

/// Carries everything of an earlier version on.
consteval detail::since_facts since(const detail::version_facts& version) {
  detail::since_facts result;
  result.kind = detail::object_kind::since;
  result.number = version.number;
  return result;
}

/// A version: its objects, or, with `since(…)`, what changed.
template <detail::SchemaObject... Objects>
consteval auto schema_version(const detail::located_number& number, Objects&&... objects) {
  return detail::version_of<Objects...>({number.value, {}, number.where}, objects...);
}

/// A version with a title, which names its SQL files.
template <std::size_t N, detail::SchemaObject... Objects>
consteval auto
schema_version(const detail::located_number& number, const char (&title)[N], Objects&&... objects) {
  return detail::version_of<Objects...>({number.value, detail::name_text(title), number.where},
                                        objects...);
}

} // namespace strata::dsl
