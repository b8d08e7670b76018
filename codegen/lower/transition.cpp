// Transitions to the model.
#include "codegen/lower/transition.hpp"

#include <strata/schema/transition_rules.hpp>

#include <utility>

namespace strata::detail {

namespace {

model::object_kind lower_kind(changed_kind kind) { return static_cast<model::object_kind>(kind); }

struct transition_lowering final : element_visitor {
  model::transition transition;

  void take(element_list entries) override {
    for (const element* each : entries)
      add(*each);
  }

private:
  void add(const element& each) {
    switch (each.kind) {
    case element_kind::rename:
      transition.renames.push_back(lower_rename(each));
      break;
    case element_kind::drop:
      transition.drops.push_back(lower_drop(each));
      break;
    case element_kind::conversion:
      transition.conversions.push_back(lower_conversion(each));
      break;
    case element_kind::backfill:
      transition.backfills.push_back(lower_backfill(each));
      break;
    case element_kind::acceptance:
      transition.acceptances.push_back(lower_acceptance(each));
      break;
    case element_kind::statement:
      transition.statements.push_back(lower_statement(each));
      break;
    case element_kind::irreversible:
      transition.irreversible = lower_text(facts_of<text_ref>(each));
      break;
    case element_kind::fast:
      transition.fast = true;
      break;
    default: // The others are elements of tables and views.
      break;
    }
  }

  static model::rename lower_rename(const element& each) {
    const auto& facts = facts_of<rename_facts>(each);
    return {lower_kind(facts.of),
            lower_name(facts.owner),
            lower_name(facts.from),
            lower_text(facts.to),
            lower_text(facts.because),
            lower_place(each.place)};
  }

  static model::drop lower_drop(const element& each) {
    const auto& facts = facts_of<drop_facts>(each);
    return {lower_kind(facts.of),
            lower_name(facts.owner),
            lower_name(facts.name),
            lower_text(facts.because),
            lower_sql(facts.down_value),
            lower_place(each.place)};
  }

  static model::conversion lower_conversion(const element& each) {
    const auto& facts = facts_of<conversion_facts>(each);
    return {lower_name(facts.table),
            lower_text(facts.column),
            lower_sql(facts.using_sql),
            lower_sql(facts.down_sql),
            lower_place(each.place)};
  }

  static model::backfill lower_backfill(const element& each) {
    const auto& facts = facts_of<backfill_facts>(each);
    return {lower_name(facts.table),
            lower_text(facts.column),
            lower_sql(facts.expression),
            lower_sql(facts.where_sql),
            lower_sql(facts.down_sql),
            static_cast<model::backfill::triggers>(facts.triggers),
            lower_place(each.place)};
  }

  static model::acceptance lower_acceptance(const element& each) {
    const auto& facts = facts_of<acceptance_facts>(each);
    return {lower_text(facts.hazard),
            lower_text(facts.object),
            lower_text(facts.because),
            lower_place(each.place)};
  }

  static model::custom_sql lower_statement(const element& each) {
    const auto& facts = facts_of<statement_facts>(each);
    return {facts.after ? model::custom_sql::timing::after : model::custom_sql::timing::before,
            lower_sql(facts.up),
            lower_sql(facts.down),
            facts.compatible,
            !facts.outside_transaction,
            lower_sql(facts.done_when),
            lower_place(each.place)};
  }
};

} // namespace

model::transition lower_transition(const object_facts& transition) {
  transition_lowering lowering;
  transition.elements(transition, lowering);
  return std::move(lowering.transition);
}

} // namespace strata::detail
