// Row-level security's policies (PostgreSQL).
#pragma once

#include <strata/schema/attachment.hpp>
#include <strata/schema/dependency.hpp>
#include <strata/schema/object_elements.hpp>

namespace strata::detail {

enum class policy_command { all, select, insert, update, delete_ };

struct policy_facts : attached_facts {
  policy_command command = policy_command::all;
  bool restrictive = false;
  sql_words using_sql{};
  sql_words check_sql{};
};

constexpr void check_policy(const policy_facts& policy) {
  const bool has_using = !policy.using_sql.empty();
  const bool has_check = !policy.check_sql.empty();
  if ((has_using && policy.command == policy_command::insert) ||
      (has_check &&
       (policy.command == policy_command::select || policy.command == policy_command::delete_)))
    S056_policy_condition_does_not_fit_its_command();
}

template <typename... Elements>
struct policy_declaration;

template <typename... Elements>
constexpr policy_declaration<Elements...> policy_of(policy_facts facts,
                                                    const Elements&... elements) {
  facts.elements = &object_of_elements<policy_facts, Elements...>::show;
  return {{facts, boost::hana::basic_tuple<Elements...>(elements...)}, {}};
}

/// Its elements are roles and dependencies.
template <typename... Elements>
struct policy_declaration : object_of_elements<policy_facts, Elements...>,
                            options_of_attachment<policy_declaration<Elements...>> {
  consteval auto for_select() const { return on_command(policy_command::select); }

  consteval auto for_insert() const { return on_command(policy_command::insert); }

  consteval auto for_update() const { return on_command(policy_command::update); }

  consteval auto for_delete() const { return on_command(policy_command::delete_); }

  /// Must hold beside every other policy; one that does not say so is enough by itself.
  consteval auto restrictive() const {
    auto copy = *this;
    give(copy.policy_facts::restrictive, true);
    return copy;
  }

  /// Which rows are seen.
  consteval auto using_(const sql_words& condition) const {
    auto copy = *this;
    give(copy.using_sql, condition);
    check_policy(copy);
    return copy;
  }

  /// Which rows may be written.
  consteval auto with_check(const sql_words& condition) const {
    auto copy = *this;
    give(copy.check_sql, condition);
    check_policy(copy);
    return copy;
  }

  /// The roles that it is for; everyone where nothing is said.
  template <typename... Names>
  consteval auto to(const Names&... roles) const {
    return with(role(roles)...);
  }

  /// The tables, views and functions that its conditions use.
  template <typename... Objects>
  consteval auto depends_on(const Objects&... objects) const {
    return with(depends(objects)...);
  }

private:
  consteval auto on_command(policy_command given) const {
    auto copy = *this;
    give(copy.command, given);
    check_policy(copy);
    return copy;
  }

  template <typename... Added>
  consteval auto with(const Added&... added) const {
    return boost::hana::unpack(this->items, [&](const Elements&... own) {
      return policy_of<Elements..., Added...>(*this, own..., added...);
    });
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// `policy("own_rows", orders).to("app").using_("owner = current_user")`.
consteval auto policy(const detail::located_name& name, const detail::object_name& table) {
  detail::policy_facts facts;
  facts.kind = detail::object_kind::policy;
  facts.name = name;
  facts.where = name.where;
  facts.table = table;
  return detail::policy_of(facts);
}

} // namespace strata::dsl
