// Versions: what exists, or what changed since an earlier one.
#pragma once

#include <strata/schema/table_facts.hpp>

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

/// The rules that the list of a version's objects can break.
struct version_check : object_visitor {
  const version_facts& version;

  constexpr explicit version_check(const version_facts& checked) : version(checked) {}

  constexpr void take(list<const object_facts*> objects) override {
    for (std::size_t i = 0; i < objects.size; ++i)
      for (std::size_t k = 0; k < i; ++k)
        check_rivals(*objects[k], *objects[i]);
    for (const object_facts* each : objects)
      if (each->kind == object_kind::since &&
          static_cast<const since_facts*>(each)->number >= version.number)
        S071_since_names_a_version_that_is_not_earlier();
  }

private:
  static constexpr void check_rivals(const object_facts& a, const object_facts& b) {
    if (a.kind != b.kind)
      return;
    if (a.kind == object_kind::since)
      S072_since_given_twice();
    if (a.kind == object_kind::transition)
      S073_transition_given_twice();
    if (a.name == b.name && a.schema == b.schema && a.kind != object_kind::function &&
        a.kind != object_kind::trigger)
      S074_object_listed_twice();
  }
};

constexpr const object_facts* object_of(const object_facts* object) { return object; }

constexpr const object_facts* object_of(const object_facts& object) { return &object; }

/// `Held` is a pointer for an object with a name in the user's header, else the object itself.
template <typename... Held>
struct version_declaration : version_facts {
  boost::hana::basic_tuple<Held...> held;

  constexpr version_declaration(const version_facts& facts,
                                const boost::hana::basic_tuple<Held...>& each)
      : version_facts(facts), held(each) {
    objects = &show;
    version_check check(*this);
    show(*this, check);
  }

private:
  static constexpr void show(const version_facts& version, object_visitor& visitor) {
    const auto& self = static_cast<const version_declaration&>(version);
    boost::hana::unpack(self.held, [&](const Held&... each) {
      if constexpr (sizeof...(Held) == 0) {
        visitor.take({});
      } else {
        const object_facts* const all[] = {object_of(each)...};
        visitor.take({all, sizeof...(Held)});
      }
    });
  }
};

template <typename T>
concept SchemaObject = std::is_base_of_v<object_facts, std::remove_cvref_t<T>>;

template <typename Object>
using held_t = std::conditional_t<std::is_lvalue_reference_v<Object>,
                                  const object_facts*,
                                  std::remove_cvref_t<Object>>;

template <SchemaObject Object>
constexpr const object_facts* hold(const Object& object, std::true_type) {
  return &object;
}

template <SchemaObject Object>
constexpr const Object& hold(const Object& object, std::false_type) {
  return object;
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
consteval auto schema_version(detail::located_number number, Objects&&... objects) {
  return detail::version_declaration<detail::held_t<Objects>...>(
      detail::version_facts{number.value, {}, number.where},
      boost::hana::basic_tuple<detail::held_t<Objects>...>(
          detail::hold(objects, std::is_lvalue_reference<Objects>())...));
}

/// A version with a title, which names its SQL files.
template <std::size_t N, detail::SchemaObject... Objects>
consteval auto
schema_version(detail::located_number number, const char (&title)[N], Objects&&... objects) {
  return detail::version_declaration<detail::held_t<Objects>...>(
      detail::version_facts{number.value, detail::name_text(title), number.where},
      boost::hana::basic_tuple<detail::held_t<Objects>...>(
          detail::hold(objects, std::is_lvalue_reference<Objects>())...));
}

} // namespace strata::dsl
