// Names that differ in letter case alone, which SQLite takes for the same, and triggers, whose
// names SQLite keeps in one name space for all tables.
#include "codegen/check/schema_rules.hpp"
#include "codegen/compose/dsl_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace strata::codegen {
namespace {

std::string folded(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

class folded_names {
public:
  explicit folded_names(diagnostics& out) : out_(out) {}

  void take(const std::string& name, const std::string& shown, const model::place& where) {
    const auto [taken, is_new] = taken_.try_emplace(folded(name), holder{name, shown});
    if (is_new || taken->second.name == name) {
      return; // The same name is another finding.
    }
    out_.add(
        {"S143",
         fmt::format("{} and {} differ in letter case alone, which SQLite does not tell apart; "
                     "rename one of them",
                     taken->second.shown,
                     shown),
         {"declare one of them .only(postgresql)"},
         where});
  }

private:
  struct holder {
    std::string name;
    std::string shown;
  };

  diagnostics& out_;
  std::map<std::string, holder> taken_;
};

void check_columns_of(const checked_schema& all, const model::table& table) {
  folded_names columns(all.out);
  for (const model::column& each : table.columns) {
    if (each.only.sqlite) {
      columns.take(each.name, thing(table.name, {{}, each.name}), each.where);
    }
  }
}

void check_triggers(const checked_schema& all) {
  std::map<std::string, const model::trigger*> taken;
  for (const model::trigger& each : all.schema.triggers) {
    if (!each.only.sqlite) {
      continue;
    }
    const auto [first, is_new] = taken.try_emplace(folded(each.name), &each);
    if (is_new) {
      continue;
    }
    all.out.add({"S144",
                 fmt::format("trigger {} of {} has the name of one of {}, and SQLite has one name "
                             "space for triggers; give it another name",
                             each.name,
                             display(each.table),
                             display(first->second->table)),
                 {"declare one of them .only(postgresql)"},
                 each.where});
  }
}

} // namespace

void check_letter_case(const checked_schema& all) {
  folded_names relations(all.out);
  const auto take = [&](const model::qualified_name& name, const model::place& where) {
    relations.take(display(name), display(name), where);
  };
  for (const model::table& table : all.schema.tables) {
    if (!table.only.sqlite) {
      continue;
    }
    take(table.name, table.where);
    for (const model::index& each : table.indexes) {
      if (each.only.sqlite) {
        take({table.name.schema, each.name}, each.where);
      }
    }
    check_columns_of(all, table);
  }
  for (const model::view& each : all.schema.views) {
    if (each.only.sqlite) {
      take(each.name, each.where);
    }
  }
  check_triggers(all);
}

} // namespace strata::codegen
