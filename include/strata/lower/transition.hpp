// Transitions to the model.
#pragma once

#include <strata/lower/text.hpp>
#include <strata/schema/transition_entries.hpp>

namespace strata::detail {

inline model::object_kind lower_kind(changed_kind kind) {
  return static_cast<model::object_kind>(kind);
}

struct transition_lowering final : element_visitor {
  model::transition transition;

  void take(list<element_view> entries) override {
    for (const element_view& each : entries)
      add(each);
  }

private:
  void add(const element_view& entry) {
    switch (entry.facts->kind) {
    case element_kind::rename:
      transition.renames.push_back(lower_rename(entry.as<rename_facts>()));
      break;
    case element_kind::drop:
      transition.drops.push_back(lower_drop(entry.as<drop_facts>()));
      break;
    default: // The others are elements of tables and views.
      break;
    }
  }

  static model::rename lower_rename(const rename_facts& rename) {
    return {lower_kind(rename.of),
            lower_name(rename.owner),
            lower_name(rename.from),
            lower_text(rename.to),
            lower_text(rename.because),
            lower_place(rename.where)};
  }

  static model::drop lower_drop(const drop_facts& drop) {
    return {lower_kind(drop.of),
            lower_name(drop.owner),
            lower_name(drop.name),
            lower_text(drop.because),
            lower_sql(drop.down_value),
            lower_place(drop.where)};
  }
};

} // namespace strata::detail
