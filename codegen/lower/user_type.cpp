// Sequences, domains, composite types, range types and schemas to the model.
#include "codegen/lower/user_type.hpp"

#include "codegen/lower/column.hpp"
#include "codegen/lower/constraint.hpp"
#include "codegen/lower/counting.hpp"

#include <utility>

namespace strata::detail {

namespace {

/// What each of them says.
template <typename Facts, typename Result>
void lower_common(const Facts& facts, Result& result) {
  result.name = lower_name(facts);
  result.comment = lower_text(facts.options.comment);
  result.only = lower_databases(facts.options.only);
  result.where = lower_place(facts.where);
}

struct checks_lowering final : element_visitor {
  std::vector<model::check_constraint> checks;

  void take(element_list elements) override {
    for (const element* each : elements)
      checks.push_back(lower_check(*each));
  }
};

} // namespace

model::named_schema lower_named_schema(const named_schema_declaration& schema) {
  return {lower_text(schema.name), lower_text(schema.words), lower_place(schema.where)};
}

model::sequence lower_sequence(const sequence_facts& facts) {
  model::sequence result;
  lower_common(facts, result);
  result.type = static_cast<model::type_kind>(facts.type.kind);
  lower_counting(facts.counting, result);
  result.owner_table = lower_name(facts.owner);
  result.owner_column = lower_text(facts.owner_column);
  return result;
}

model::domain lower_domain(const domain_facts& facts) {
  checks_lowering lowering;
  facts.elements(facts, lowering);
  model::domain result;
  lower_common(facts, result);
  result.type = lower_type(facts.type);
  result.nullable = !facts.not_null;
  result.default_to = lower_default(facts.default_to, facts.default_sql);
  result.collation = lower_text(facts.collation);
  result.checks = std::move(lowering.checks);
  return result;
}

model::composite_type lower_composite_type(const composite_type_facts& facts) {
  model::composite_type result;
  lower_common(facts, result);
  for (const attribute_declaration& each : facts.attributes_of(facts))
    result.attributes.push_back({lower_text(each.name),
                                 lower_type(each.type),
                                 lower_text(each.collation),
                                 lower_text(each.words),
                                 lower_place(each.where)});
  return result;
}

model::range_type lower_range_type(const range_type_facts& facts) {
  model::range_type result;
  lower_common(facts, result);
  result.subtype = lower_type(facts.subtype);
  result.options = lower_text(facts.parameters);
  return result;
}

} // namespace strata::detail
