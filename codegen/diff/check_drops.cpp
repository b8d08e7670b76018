// What is gone, or gone from one database, without a drop that says so. Where something of its kind
// appeared, both lines are offered: nothing is guessed.
#include "codegen/compose/dsl_words.hpp"
#include "codegen/diff/matching.hpp"
#include "codegen/diff/transition_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace strata::codegen {
namespace {

using model::object_kind;

struct loss {
  const char* code;
  object_kind kind;
  model::qualified_name owner;
  model::qualified_name name;
  model::place where;
};

/// Any database that bore the object and no longer does.
const char* database_left(const model::dialect_set& before, const model::dialect_set& after) {
  if (before.postgresql && !after.postgresql) {
    return "postgresql";
  }
  return before.sqlite && !after.sqlite ? "sqlite" : nullptr;
}

class drop_check {
public:
  explicit drop_check(const transition_facts& facts) : facts_(facts) {}

  void run() {
    tables();
    enumerations();
    views();
    functions();
    triggers();
    extensions();
  }

private:
  void report(const loss& lost, const std::vector<std::string>& appeared) {
    if (facts_.has_drop(lost.kind, lost.owner, lost.name) || is_renamed_in_vain(lost)) {
      return;
    }
    std::vector<std::string> help = {drop_line(lost.kind, lost.owner, lost.name)};
    for (const std::string& each : appeared) {
      help.push_back(rename_line(lost.kind, lost.owner, lost.name, each));
    }
    facts_.out.add({lost.code,
                    fmt::format("{} {} is gone from version {} without a word; say in its "
                                "transition that it is {}",
                                words_for(lost.kind),
                                thing(lost.owner, lost.name),
                                facts_.to.number,
                                appeared.empty() ? "dropped" : "dropped, or what it is renamed to"),
                    std::move(help),
                    lost.where});
  }

  /// A rename that leads to nothing is a finding of its own.
  bool is_renamed_in_vain(const loss& lost) const {
    const auto& all = facts_.transition.renames;
    return std::any_of(all.begin(), all.end(), [&](const model::rename& each) {
      return each.kind == lost.kind && each.from == lost.name &&
             (each.owner == lost.owner || facts_.by.relation(each.owner) == lost.owner);
    });
  }

  void report_narrowed(const loss& lost,
                       const model::dialect_set& before,
                       const model::dialect_set& after) {
    const char* const left = database_left(before, after);
    if (left == nullptr || facts_.has_drop(lost.kind, lost.owner, lost.name)) {
      return;
    }
    facts_.out.add({lost.code,
                    fmt::format("{} {} is gone from {} in version {} without a word; say in its "
                                "transition that it is dropped there",
                                words_for(lost.kind),
                                thing(lost.owner, lost.name),
                                left,
                                facts_.to.number),
                    {drop_line(lost.kind, lost.owner, lost.name)},
                    lost.where});
  }

  void tables() {
    const auto name = [](const model::table& of) -> const auto& { return of.name; };
    const auto tables = match(facts_.carried.tables, facts_.to.schema.tables, name);
    for (const model::table* each : tables.removed) {
      report({"S200", object_kind::table, {}, each->name, facts_.to.where}, names(tables.added));
    }
    for (const auto& [before, after] : tables.kept) {
      report_narrowed(
          {"S200", object_kind::table, {}, after->name, after->where}, before->only, after->only);
      columns(*before, *after);
    }
  }

  void columns(const model::table& before, const model::table& after) {
    const auto name = [](const model::column& of) -> const auto& { return of.name; };
    const auto columns = match(before.columns, after.columns, name);
    for (const model::column* each : columns.removed) {
      report({"S201", object_kind::column, after.name, {{}, each->name}, after.where},
             like(*each, columns.added));
    }
    for (const auto& [was, is] : columns.kept) {
      report_narrowed({"S201", object_kind::column, after.name, {{}, is->name}, is->where},
                      was->only,
                      is->only);
    }
  }

  /// New columns of the same type, or all new ones where none has it.
  static std::vector<std::string> like(const model::column& gone,
                                       const std::vector<const model::column*>& added) {
    std::vector<std::string> same;
    std::vector<std::string> all;
    for (const model::column* each : added) {
      all.push_back(each->name);
      if (each->type == gone.type) {
        same.push_back(each->name);
      }
    }
    return same.empty() ? all : same;
  }

  template <typename Object>
  static std::vector<std::string> names(const std::vector<const Object*>& objects) {
    std::vector<std::string> all;
    for (const Object* each : objects) {
      all.push_back(each->name.name);
    }
    return all;
  }

  void enumerations() {
    const auto name = [](const model::enumeration& of) -> const auto& { return of.name; };
    const auto all = match(facts_.carried.enumerations, facts_.to.schema.enumerations, name);
    for (const model::enumeration* each : all.removed) {
      report({"S202", object_kind::enumeration, {}, each->name, facts_.to.where}, names(all.added));
    }
    const auto value = [](const std::string& of) -> const auto& { return of; };
    for (const auto& [before, after] : all.kept) {
      const auto values = match(before->values, after->values, value);
      std::vector<std::string> added;
      for (const std::string* each : values.added) {
        added.push_back(*each);
      }
      for (const std::string* each : values.removed) {
        report({"S203", object_kind::enum_value, after->name, {{}, *each}, after->where}, added);
      }
    }
  }

  void views() {
    const auto name = [](const model::view& of) -> const auto& { return of.name; };
    const auto all = match(facts_.carried.views, facts_.to.schema.views, name);
    for (const model::view* each : all.removed) {
      report({"S204", object_kind::view, {}, each->name, facts_.to.where}, names(all.added));
    }
  }

  /// A function whose parameters change keeps its name, and needs no word.
  void functions() {
    for (const model::function& each : facts_.from.schema.functions) {
      const auto has_name = [&](const model::function& f) { return f.name == each.name; };
      const auto& after = facts_.to.schema.functions;
      if (std::none_of(after.begin(), after.end(), has_name)) {
        report({"S204", object_kind::function, {}, each.name, facts_.to.where}, {});
      }
    }
  }

  void triggers() {
    const auto key = [](const model::trigger& of) { return std::tie(of.table, of.name); };
    const auto all = match(facts_.carried.triggers, facts_.to.schema.triggers, key);
    for (const model::trigger* each : all.removed) {
      const bool goes_with_its_table = facts_.has_drop(object_kind::table, {}, each->table) ||
                                       facts_.has_drop(object_kind::view, {}, each->table);
      if (goes_with_its_table) {
        continue;
      }
      std::vector<std::string> added;
      for (const model::trigger* other : all.added) {
        if (other->table == each->table) {
          added.push_back(other->name);
        }
      }
      report({"S204", object_kind::trigger, each->table, {{}, each->name}, facts_.to.where}, added);
    }
  }

  void extensions() {
    const auto name = [](const model::extension& of) -> const auto& { return of.name; };
    const auto all = match(facts_.carried.extensions, facts_.to.schema.extensions, name);
    for (const model::extension* each : all.removed) {
      report({"S204", object_kind::extension, {}, {{}, each->name}, facts_.to.where}, {});
    }
    for (const auto& [before, after] : all.kept) {
      if (*before != *after) {
        facts_.out.add({"S205",
                        fmt::format("extension {} is declared with another version or schema, "
                                    "which Strata does not change; declare it as it was, or "
                                    "without a version",
                                    after->name),
                        {fmt::format(R"(before(sql("ALTER EXTENSION {} UPDATE")))", after->name)},
                        after->where});
      }
    }
  }

  const transition_facts& facts_;
};

} // namespace

void check_drops(const transition_facts& facts) { drop_check(facts).run(); }

} // namespace strata::codegen
