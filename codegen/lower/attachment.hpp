// Rules, policies, statistics and grants to the model.
#pragma once

#include "codegen/lower/text.hpp"

#include <strata/schema/grant.hpp>
#include <strata/schema/policy.hpp>
#include <strata/schema/statistics.hpp>

#include <vector>

namespace strata::detail {

model::rule lower_rule(const rule_facts& facts);
model::policy lower_policy(const policy_facts& facts);
model::statistics lower_statistics(const statistics_facts& facts);

/// One for each privilege, column and role.
std::vector<model::grant> lower_grant(const grant_facts& facts);

} // namespace strata::detail
