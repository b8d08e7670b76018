// Rules, policies, statistics and grants to the model.
#include "codegen/lower/attachment.hpp"

#include "codegen/lower/counting.hpp"

#include <utility>

namespace strata::detail {

namespace {

/// What stands among the elements of such an object.
struct words_lowering final : element_visitor {
  std::vector<std::string> words;
  std::vector<std::string> roles;
  std::vector<std::string> columns;
  std::vector<model::qualified_name> depends_on;

  explicit words_lowering(const object_facts& object) { object.elements(object, *this); }

  void take(element_list elements) override {
    for (const element* each : elements) {
      if (each->kind == element_kind::word)
        words.push_back(lower_text(each->name));
      if (each->kind == element_kind::role)
        roles.push_back(lower_text(each->name));
      if (each->kind == element_kind::column)
        columns.push_back(lower_text(each->name));
      if (each->kind == element_kind::dependency)
        depends_on.push_back(lower_name(facts_of<object_name>(*each)));
    }
  }
};

template <typename Result>
void lower_common(const attached_facts& facts, Result& result) {
  result.table = lower_name(facts.table);
  result.comment = lower_text(facts.options.comment);
  result.only = lower_databases(facts.options.only);
  result.where = lower_place(facts.where);
}

} // namespace

model::rule lower_rule(const rule_facts& facts) {
  words_lowering lowering(facts);
  model::rule result;
  lower_common(facts, result);
  result.name = lower_text(facts.name);
  result.event = lower_text(facts.event);
  result.action = lower_sql(facts.action);
  result.enabled = static_cast<model::firing>(facts.enabled);
  result.depends_on = std::move(lowering.depends_on);
  return result;
}

model::policy lower_policy(const policy_facts& facts) {
  words_lowering lowering(facts);
  model::policy result;
  lower_common(facts, result);
  result.name = lower_text(facts.name);
  result.restrictive = facts.restrictive;
  result.of = static_cast<model::policy::command>(facts.command);
  result.roles = std::move(lowering.roles);
  result.using_sql = lower_sql(facts.using_sql);
  result.check_sql = lower_sql(facts.check_sql);
  result.depends_on = std::move(lowering.depends_on);
  return result;
}

model::statistics lower_statistics(const statistics_facts& facts) {
  words_lowering lowering(facts);
  model::statistics result;
  lower_common(facts, result);
  result.name = lower_name(facts);
  result.kinds = std::move(lowering.words);
  result.on = lower_text(facts.on);
  result.target = lower_number(facts.target);
  return result;
}

std::vector<model::grant> lower_grant(const grant_facts& facts) {
  words_lowering lowering(facts);
  model::grant one;
  one.on = static_cast<model::grant::object_class>(facts.on);
  one.object = lower_name(facts.object);
  one.parameters = lower_text(facts.parameters);
  one.grantable = facts.grantable;
  one.revoked = facts.revoked;
  one.only = lower_databases(facts.only);
  one.where = lower_place(facts.where);
  std::vector<std::vector<std::string>> columns;
  for (std::string& each : lowering.columns)
    columns.push_back({std::move(each)});
  if (columns.empty())
    columns.emplace_back();
  if (facts.to_public)
    lowering.roles.emplace_back();
  std::vector<model::grant> all;
  for (const std::string& privilege : lowering.words) {
    for (const auto& column : columns) {
      for (const std::string& role : lowering.roles) {
        one.privilege = privilege;
        one.columns = column;
        one.grantee = role;
        all.push_back(one);
      }
    }
  }
  return all;
}

} // namespace strata::detail
