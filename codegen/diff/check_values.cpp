// Values that rows need: of a new column that is not null, of one that becomes not null, and of one
// that comes back when the version is undone.
#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/sql_words.hpp"
#include "codegen/diff/transition_facts.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

using model::object_kind;

bool has_own_value(const model::column& column) {
  return column.nullable || column.default_to || column.identity || column.generated;
}

std::string backfill_line(const model::qualified_name& table, const std::string& column) {
  return fmt::format(R"(backfill({}, "{}", sql("…")))", dsl_name(table), column);
}

class value_check {
public:
  explicit value_check(const transition_facts& facts) : facts_(facts) {}

  void check(const add_column& added) const {
    if (has_own_value(added.column) || added.backfill) {
      return;
    }
    facts_.out.add({"S220",
                    fmt::format("{} is new and not null, but the rows that exist have no value for "
                                "it; give it a default or a backfill",
                                thing(added.table, {{}, added.column.name})),
                    {backfill_line(added.table, added.column.name),
                     fmt::format(R"(column("{}", …).default_(…))", added.column.name),
                     fmt::format(R"(column("{}", …).nullable())", added.column.name)},
                    added.column.where});
  }

  void check(const alter_column& altered) const {
    if (!altered.before.nullable || altered.after.nullable || altered.backfill ||
        altered.after.generated) {
      return;
    }
    facts_.out.add({"S221",
                    fmt::format("{} becomes not null, but rows may hold null in it; give these a "
                                "value",
                                thing(altered.table, {{}, altered.after.name})),
                    {backfill_line(altered.table, altered.after.name)},
                    altered.after.where});
  }

  void check(const drop_column& dropped) const {
    if (has_own_value(dropped.column) || facts_.transition.irreversible) {
      return;
    }
    const model::drop* const entry = entry_for(dropped);
    if (entry == nullptr || !entry->down_value.empty()) {
      return;
    }
    facts_.out.add(
        {"S222",
         fmt::format("{} is not null, so undoing its drop needs a value for the rows; give one, or "
                     "say that this version cannot be undone",
                     thing(dropped.table, {{}, dropped.column.name})),
         {drop_line(object_kind::column, dropped.table, {{}, dropped.column.name}) +
              R"(.down(sql("…")))",
          R"(irreversible("…"))"},
         entry->where});
  }

private:
  const model::drop* entry_for(const drop_column& dropped) const {
    for (const model::drop& each : facts_.transition.drops) {
      if (each.kind == object_kind::column && each.owner == dropped.table &&
          each.name.name == dropped.column.name) {
        return &each;
      }
    }
    return nullptr;
  }

  const transition_facts& facts_;
};

/// The rules look at three operations only; the diff's own tests see to the others.
template <typename Operation, typename Check>
void each_of(const transition_facts& facts, const Check& check) {
  for (const operation& each : facts.operations) {
    if (const auto* const one = std::get_if<Operation>(&each)) {
      check(*one);
    }
  }
}

bool fires_on_update(const model::trigger& trigger) { return mentions(trigger.events, "update"); }

const model::trigger* update_trigger_of(const std::vector<model::trigger>& triggers,
                                        const model::qualified_name& table) {
  for (const model::trigger& each : triggers) {
    if (each.table == table && fires_on_update(each)) {
      return &each;
    }
  }
  return nullptr;
}

void check_triggers(const transition_facts& facts, const model::backfill& backfill) {
  const model::trigger* trigger = update_trigger_of(facts.carried.triggers, backfill.table);
  if (trigger == nullptr) {
    trigger = update_trigger_of(facts.to.schema.triggers, backfill.table);
  }
  if (trigger == nullptr || backfill.with != model::backfill::triggers::unsaid) {
    return;
  }
  const std::string line = backfill_line(backfill.table, backfill.column);
  facts.out.add({"S223",
                 fmt::format("a backfill of {} updates rows, and trigger {} runs on updates; say "
                             "whether it shall",
                             display(backfill.table),
                             trigger->name),
                 {line + ".fires_triggers()", line + ".without_triggers()"},
                 backfill.where});
}

void check_target(const transition_facts& facts, const model::backfill& backfill) {
  const std::string line = backfill_line(backfill.table, backfill.column);
  const model::table* const table = facts.tables_after.find(backfill.table);
  const model::column* const column =
      table == nullptr ? nullptr : find_named(table->columns, backfill.column);
  if (column == nullptr) {
    std::vector<std::string> candidates;
    for (const model::table& each : facts.to.schema.tables) {
      if (table == nullptr) {
        candidates.push_back(display(each.name));
      }
    }
    if (table != nullptr) {
      for (const model::column& each : table->columns) {
        candidates.push_back(each.name);
      }
    }
    facts.out.add(
        {"S216",
         fmt::format("{} fills nothing: version {} has no {}; take it out or correct its "
                     "name",
                     line,
                     facts.to.number,
                     table == nullptr ? "table " + display(backfill.table)
                                      : "column " + thing(backfill.table, {{}, backfill.column})),
         did_you_mean(table == nullptr ? display(backfill.table) : backfill.column, candidates),
         backfill.where});
  } else if (facts.tables_carried.find(backfill.table) == nullptr) {
    facts.out.add({"S216",
                   fmt::format("{} fills nothing: {} is new in version {} and has no rows; take it "
                               "out",
                               line,
                               display(backfill.table),
                               facts.to.number),
                   {},
                   backfill.where});
  } else if (column->generated) {
    facts.out.add({"S216",
                   fmt::format("{} fills a generated column, which has its value from its "
                               "expression; take it out",
                               line),
                   {},
                   backfill.where});
  }
}

void check_conversion(const transition_facts& facts, const model::conversion& conversion) {
  const bool converts =
      std::any_of(facts.operations.begin(), facts.operations.end(), [&](const operation& each) {
        const auto* const altered = std::get_if<alter_column>(&each);
        return altered != nullptr && altered->table == conversion.table &&
               altered->after.name == conversion.column &&
               altered->before.type != altered->after.type;
      });
  if (converts) {
    return;
  }
  facts.out.add({"S215",
                 fmt::format(R"(convert_column({}, "{}", …) converts nothing: the column's type )"
                             "does not change; take it out or correct its names",
                             dsl_name(conversion.table),
                             conversion.column),
                 {},
                 conversion.where});
}

template <typename Entry>
void check_repeated(const transition_facts& facts,
                    const std::vector<Entry>& entries,
                    const char* what) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (entries[i].table == entries[k].table && entries[i].column == entries[k].column) {
        facts.out.add({"S217",
                       fmt::format("{} of {} is given twice; keep one",
                                   what,
                                   thing(entries[i].table, {{}, entries[i].column})),
                       {},
                       entries[i].where});
      }
    }
  }
}

} // namespace

void check_missing_values(const transition_facts& facts) {
  const value_check check(facts);
  each_of<add_column>(facts, [&](const add_column& each) { check.check(each); });
  each_of<alter_column>(facts, [&](const alter_column& each) { check.check(each); });
  each_of<drop_column>(facts, [&](const drop_column& each) { check.check(each); });
  for (const model::backfill& each : facts.transition.backfills) {
    check_triggers(facts, each);
  }
}

void check_stale_values(const transition_facts& facts) {
  for (const model::backfill& each : facts.transition.backfills) {
    check_target(facts, each);
  }
  for (const model::conversion& each : facts.transition.conversions) {
    check_conversion(facts, each);
  }
  check_repeated(facts, facts.transition.conversions, "the conversion");
  check_repeated(facts, facts.transition.backfills, "the backfill");
}

} // namespace strata::codegen
