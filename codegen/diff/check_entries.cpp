// Entries of a transition that match no change: renames and drops of what is not there, or is not
// gone.
#include "codegen/compose/dsl_words.hpp"
#include "codegen/diff/transition_facts.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

using model::object_kind;

/// The names of one kind in a schema, within `owner` where the kind has one.
class names_in {
public:
  names_in(const model::schema& schema, object_kind kind, const model::qualified_name& owner) {
    switch (kind) {
    case object_kind::schema:
      for (const std::string& each : schema.named_schemas) {
        add({{}, each});
      }
      break;
    case object_kind::extension:
      add_plain(schema.extensions);
      break;
    case object_kind::enumeration:
      add_qualified(schema.enumerations);
      break;
    case object_kind::table:
      add_qualified(schema.tables);
      break;
    case object_kind::view:
      add_qualified(schema.views);
      break;
    case object_kind::function:
      add_qualified(schema.functions);
      break;
    case object_kind::trigger:
      for (const model::trigger& each : schema.triggers) {
        if (each.table == owner) {
          add({{}, each.name});
        }
      }
      break;
    case object_kind::enum_value:
      add_values(schema, owner);
      break;
    case object_kind::column:
    case object_kind::constraint:
    case object_kind::index:
    case object_kind::reference_row:
      add_elements(schema, kind, owner);
      break;
    }
  }

  bool has(const model::qualified_name& name) const {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
  }

  std::vector<std::string> all() const {
    std::vector<std::string> result;
    for (const model::qualified_name& each : names_) {
      result.push_back(display(each));
    }
    return result;
  }

private:
  void add(model::qualified_name name) { names_.push_back(std::move(name)); }

  template <typename Element>
  void add_plain(const std::vector<Element>& elements) {
    for (const Element& each : elements) {
      add({{}, each.name});
    }
  }

  template <typename Object>
  void add_qualified(const std::vector<Object>& objects) {
    for (const Object& each : objects) {
      add(each.name);
    }
  }

  void add_values(const model::schema& schema, const model::qualified_name& owner) {
    for (const model::enumeration& each : schema.enumerations) {
      if (each.name == owner) {
        for (const std::string& value : each.values) {
          add({{}, value});
        }
      }
    }
  }

  void
  add_elements(const model::schema& schema, object_kind kind, const model::qualified_name& owner) {
    for (const model::view& each : schema.views) {
      if (each.name == owner && kind == object_kind::index) {
        add_plain(each.indexes);
      }
    }
    for (const model::table& each : schema.tables) {
      if (each.name != owner) {
        continue;
      }
      if (kind == object_kind::column) {
        add_plain(each.columns);
      } else if (kind == object_kind::index) {
        add_plain(each.indexes);
      } else if (kind == object_kind::constraint) {
        add_constraints(each);
      }
    }
  }

  void add_constraints(const model::table& table) {
    if (table.primary_key) {
      add({{}, table.primary_key->name});
    }
    add_plain(table.uniques);
    add_plain(table.checks);
    add_plain(table.foreign_keys);
    add_plain(table.exclusions);
  }

  std::vector<model::qualified_name> names_;
};

class entry_check {
public:
  explicit entry_check(const transition_facts& facts) : facts_(facts) {}

  void check(const model::rename& entry) {
    const names_in before(facts_.from.schema, entry.kind, former_owner(entry.kind, entry.owner));
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
                      help_for(entry.kind, entry.owner, entry.from, before),
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
    const names_in before(facts_.from.schema, entry.kind, former_owner(entry.kind, entry.owner));
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
                      help_for(entry.kind, entry.owner, entry.name, before),
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

  /// Owners are named as in the new version; there they may have been renamed.
  model::qualified_name former_owner(object_kind kind, const model::qualified_name& owner) const {
    const object_kind owner_kind =
        kind == object_kind::enum_value ? object_kind::enumeration : object_kind::table;
    for (const model::rename& each : facts_.transition.renames) {
      const bool is_relation = each.kind == owner_kind ||
                               (each.kind == object_kind::view && owner_kind == object_kind::table);
      if (is_relation && each.to == owner.name && each.from.schema == owner.schema) {
        return each.from;
      }
    }
    return owner;
  }

  std::vector<std::string> help_for(object_kind kind,
                                    const model::qualified_name& owner,
                                    const model::qualified_name& name,
                                    const names_in& candidates) const {
    const model::qualified_name now = facts_.by.relation(owner);
    if (!owner.name.empty() && now != owner) {
      return {fmt::format("name the {} as it is called now: {}",
                          kind == object_kind::enum_value ? "enumeration" : "table",
                          display(now))};
    }
    return did_you_mean(display(name), candidates.all());
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
