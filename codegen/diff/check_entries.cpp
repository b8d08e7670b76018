// Entries of a transition that match no change: renames and drops of what is not there, or is not
// gone.
#include "codegen/compose/dsl_words.hpp"
#include "codegen/diff/names_in.hpp"
#include "codegen/diff/transition_facts.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

using model::object_kind;

class entry_check {
public:
  explicit entry_check(const transition_facts& facts) : facts_(facts) {}

  void check(const model::rename& entry) {
    if (has_former_owner(spelled(entry), entry.kind, entry.owner, entry.where)) {
      return;
    }
    const names_in before(
        facts_.from.schema, entry.kind, former_owner(facts_.transition, entry.kind, entry.owner));
    const names_in after(facts_.to.schema, entry.kind, entry.owner);
    const std::string line = spelled(entry);
    const model::qualified_name target{entry.from.schema, entry.to};
    if (!before.has(entry.from)) {
      facts_.out.add({"S210",
                      fmt::format("{} renames nothing: version {} has no {} {}; take it out or "
                                  "correct its name",
                                  line,
                                  facts_.from.number,
                                  words_for(entry.kind),
                                  thing(entry.owner, entry.from)),
                      did_you_mean(display(entry.from), before.all()),
                      entry.where});
    } else if (before.has(target)) {
      facts_.out.add({"S212",
                      fmt::format("{} takes a name that version {} uses for another {}; do it in "
                                  "two versions",
                                  line,
                                  facts_.from.number,
                                  words_for(entry.kind)),
                      {},
                      entry.where});
    } else if (!after.has(target)) {
      facts_.out.add({"S211",
                      fmt::format("{} leads to nothing: version {} has no {} {}; declare it under "
                                  "its new name",
                                  line,
                                  facts_.to.number,
                                  words_for(entry.kind),
                                  thing(entry.owner, target)),
                      did_you_mean(entry.to, after.all()),
                      entry.where});
    }
  }

  void check(const model::drop& entry) {
    if (has_former_owner(spelled(entry), entry.kind, entry.owner, entry.where)) {
      return;
    }
    const names_in before(
        facts_.from.schema, entry.kind, former_owner(facts_.transition, entry.kind, entry.owner));
    const names_in after(facts_.to.schema, entry.kind, entry.owner);
    const std::string line = spelled(entry);
    if (!before.has(entry.name)) {
      facts_.out.add({"S213",
                      fmt::format("{} drops nothing: version {} has no {} {}; take it out or "
                                  "correct its name",
                                  line,
                                  facts_.from.number,
                                  words_for(entry.kind),
                                  thing(entry.owner, entry.name)),
                      did_you_mean(display(entry.name), before.all()),
                      entry.where});
    } else if (after.has(entry.name) && !leaves_a_database(entry)) {
      facts_.out.add({"S214",
                      fmt::format("{} does not come true: version {} still declares {} {}; take "
                                  "one of them out",
                                  line,
                                  facts_.to.number,
                                  words_for(entry.kind),
                                  thing(entry.owner, entry.name)),
                      {},
                      entry.where});
    }
  }

private:
  static std::string spelled(const model::rename& entry) {
    return without_reason(rename_line(entry.kind, entry.owner, entry.from, entry.to));
  }

  static std::string spelled(const model::drop& entry) {
    return without_reason(drop_line(entry.kind, entry.owner, entry.name));
  }

  static std::string without_reason(const std::string& line) {
    return line.substr(0, line.find(".because("));
  }

  bool has_former_owner(const std::string& line,
                        object_kind kind,
                        const model::qualified_name& owner,
                        const model::place& where) const {
    const model::qualified_name now = kind == object_kind::enum_value
                                          ? facts_.by.object(object_kind::enumeration, owner)
                                          : facts_.by.relation(owner);
    if (owner.name.empty() || now == owner) {
      return false;
    }
    facts_.out.add(
        {"S218",
         fmt::format(
             "{} calls {} by its former name; call it {}", line, display(owner), display(now)),
         {},
         where});
    return true;
  }

  /// `.only(…)` takes an object from one database, which is a drop there.
  bool leaves_a_database(const model::drop& entry) const {
    const auto narrowed = [](const model::dialect_set& before, const model::dialect_set& after) {
      return (before.postgresql && !after.postgresql) || (before.sqlite && !after.sqlite);
    };
    const model::qualified_name& name =
        entry.kind == object_kind::column ? entry.owner : entry.name;
    const model::table* const before = facts_.tables_carried.find(name);
    const model::table* const after = facts_.tables_after.find(name);
    if (before == nullptr || after == nullptr) {
      return false;
    }
    if (entry.kind == object_kind::table) {
      return narrowed(before->only, after->only);
    }
    const model::column* const was = find_named(before->columns, entry.name.name);
    const model::column* const is = find_named(after->columns, entry.name.name);
    return entry.kind == object_kind::column && was != nullptr && is != nullptr &&
           narrowed(was->only, is->only);
  }

  const transition_facts& facts_;
};

} // namespace

void check_renames(const transition_facts& facts) {
  entry_check check(facts);
  for (const model::rename& each : facts.transition.renames) {
    check.check(each);
  }
}

void check_stale_drops(const transition_facts& facts) {
  entry_check check(facts);
  for (const model::drop& each : facts.transition.drops) {
    check.check(each);
  }
}

} // namespace strata::codegen
