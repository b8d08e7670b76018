// Heirs: what parents do to their columns and checks they do to their heirs', as long as these are
// theirs.
#include "codegen/compose/lineage.hpp"
#include "codegen/diff/named_elements.hpp"
#include "codegen/plan/owned_sequence.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace strata::codegen {
namespace {

using names = std::vector<model::qualified_name>;
using column_list = std::vector<model::column>;
using checks = std::vector<model::check_constraint>;

const model::table* find(const model::schema& in, const model::qualified_name& name) {
  const auto found = std::find_if(
      in.tables.begin(), in.tables.end(), [&](const auto& each) { return each.name == name; });
  return found == in.tables.end() ? nullptr : &*found;
}

template <typename Elements>
auto find_in(Elements& all, const std::string& name) -> decltype(all.data()) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

bool has(const names& all, const model::qualified_name& name) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

/// As the server spells a name within a string.
std::string spelled(const std::string& name) {
  const bool is_plain =
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
  return is_plain && name.find_first_of("0123456789") != 0 ? name : sql::quote(name);
}

model::column handed_down(const model::qualified_name& parent, const model::column& column) {
  model::column plain = without_identity(parent, column);
  plain.nullable = plain.nullable || plain.not_null.no_inherit;
  plain.not_null.name.clear(); // Its parent's.
  plain.not_null.no_inherit = false;
  plain.statistics.reset();
  plain.parameters.clear();
  plain.comment.clear();
  plain.cpp = {};
  return plain;
}

/// What the parents hand down; a column of several is not null where it is so in one of them.
column_list columns_above(const model::schema& in, const names& parents) {
  column_list all;
  for (const model::qualified_name& parent : parents) {
    const model::table* const table = find(in, parent);
    if (table == nullptr) {
      continue; // A finding of check.
    }
    for (const model::column& each : columns_of_heir(in, *table)) {
      const model::column plain = handed_down(parent, each);
      if (model::column* const same = find_in(all, plain.name)) {
        same->nullable = same->nullable && plain.nullable;
        same->default_to = same->default_to ? same->default_to : plain.default_to;
      } else {
        all.push_back(plain);
      }
    }
  }
  return all;
}

checks checks_of(const model::schema& in, const model::table& table);

checks checks_above(const model::schema& in, const names& parents) {
  checks all;
  for (const model::qualified_name& parent : parents) {
    const model::table* const table = find(in, parent);
    for (model::check_constraint& each : table == nullptr ? checks() : checks_of(in, *table)) {
      each.comment.clear();
      if (!each.no_inherit && find_in(all, each.name) == nullptr) {
        all.push_back(std::move(each));
      }
    }
  }
  return all;
}

/// Its own and its parents'.
checks checks_of(const model::schema& in, const model::table& table) {
  checks all = table.checks;
  for (model::check_constraint& each : checks_above(in, table.descent.inherits)) {
    if (find_in(all, each.name) == nullptr) {
      all.push_back(std::move(each));
    }
  }
  return all;
}

/// One heir's way from one schema to the next. Parents that it keeps take it along; those that it
/// leaves do so before they change, and those that it takes once it has what they have.
class settling {
public:
  settling(const difference& all, const model::table& before, const model::table& after)
      : all_(all), before_(before), after_(after) {}

  heir run() {
    heir result = {before_, after_, {}};
    for (const model::qualified_name& each : before_.descent.inherits) {
      if (has(after_.descent.inherits, each)) {
        kept_.push_back(each);
      }
    }
    follow_renames(kept_);
    is_columns_ = columns_of_heir(all_.to, after_);
    relink(result.relinked);
    note_said_above();
    result.was.columns = columns_left();
    note_said(result.was.columns);
    result.is.columns = is_columns_;
    result.was.checks = checks_left();
    result.is.checks = checks_of(all_.to, after_);
    return result;
  }

private:
  /// What is set of a column by an ALTER TABLE.
  struct said {
    bool default_to = false;
    bool nullable = false;
    bool storage = false;

    void add(const said& other) {
      default_to = default_to || other.default_to;
      nullable = nullable || other.nullable;
      storage = storage || other.storage;
    }
  };

  const model::column* declared(const model::table& in, const std::string& name) const {
    const model::column* const own = find_in(in.columns, name);
    return own == nullptr || is_as_inherited(*own) ? nullptr : own;
  }

  /// With the names that their parents' have then; one of each name.
  checks renamed(checks all) const {
    checks once;
    for (model::check_constraint& each : all) {
      const auto found = checks_renamed_.find(each.name);
      each.name = found == checks_renamed_.end() ? each.name : found->second;
      if (find_in(once, each.name) == nullptr) {
        once.push_back(std::move(each));
      }
    }
    return once;
  }

  /// What is renamed in a parent is so in its heirs, though they declare it too.
  void follow_renames(const names& parents) {
    for (const model::qualified_name& name : parents) {
      const model::table* const was = find(all_.from, name);
      const model::table* const is = find(all_.to, name);
      if (was == nullptr || is == nullptr) {
        continue;
      }
      const definitions compare(all_, name);
      for (const auto& [old, now] : match_elements(compare, was->checks, is->checks).renamed) {
        checks_renamed_[old->name] = now->name;
        if (model::check_constraint* const own = find_in(before_.checks, old->name)) {
          own->name = now->name;
        }
      }
      for (model::column& own : before_.columns) {
        own.name = all_.by.element(model::object_kind::column, name, own.name);
      }
      follow_renames(was->descent.inherits);
    }
  }

  /// A column that a parent drops and the heir keeps is not lost if the heir has left it before.
  void relink(names& relinked) {
    bool again = true;
    while (std::exchange(again, false)) {
      was_above_ = columns_above(all_.from, kept_);
      is_above_ = columns_above(all_.to, kept_);
      for (const model::qualified_name& parent : kept_) {
        const column_list handed = columns_above(all_.from, {parent});
        if (std::any_of(handed.begin(), handed.end(), [&](const model::column& each) {
              return declared(before_, each.name) == nullptr &&
                     find_in(is_above_, each.name) == nullptr &&
                     find_in(is_columns_, each.name) != nullptr;
            })) {
          relinked.push_back(parent);
          std::erase(kept_, model::qualified_name(parent));
          again = true;
          break;
        }
      }
    }
  }

  column_list columns_left() const {
    column_list left;
    for (const model::column& was : columns_of_heir(all_.from, before_)) {
      const model::column* const above_before = find_in(was_above_, was.name);
      const model::column* const above = find_in(is_above_, was.name);
      if (above_before != nullptr && above != nullptr) {
        left.push_back(taken_along(was, *above));
      } else if (above_before == nullptr || declared(before_, was.name) != nullptr) {
        left.push_back(was);
      }
    }
    for (const model::column& above : is_above_) {
      // One that it declares itself comes before, and becomes one with its parent's.
      if (find_in(was_above_, above.name) == nullptr && find_in(left, above.name) == nullptr &&
          declared(after_, above.name) == nullptr) {
        left.push_back(above);
      }
    }
    return left;
  }

  /// What an ALTER TABLE of a parent sets it sets in heirs, whatever they had.
  model::column taken_along(const model::column& was, const model::column& above) const {
    model::column left = was;
    left.type = above.type;
    left.collation = above.collation;
    left.generated = above.generated;
    const auto found = said_above_.find(was.name);
    const said by_parents = found == said_above_.end() ? said() : found->second;
    if (by_parents.default_to) {
      left.default_to = above.default_to;
    } else if (const model::column* const is = find_in(is_columns_, was.name);
               is != nullptr && is->default_to && was.type != above.type) {
      left.default_to.reset(); // It would keep the old type's casts.
    }
    left.nullable = by_parents.nullable ? above.nullable : was.nullable;
    left.storage = by_parents.storage ? above.storage : was.storage;
    return left;
  }

  void note_said_above() {
    for (const model::qualified_name& parent : kept_) {
      const model::table* const was = find(all_.from, parent);
      const model::table* const is = find(all_.to, parent);
      if (was == nullptr || is == nullptr) {
        continue;
      }
      settling above(all_, *was, *is);
      above.run();
      for (const auto& [column, each] : above.said_) {
        said_above_[column].add(each);
      }
    }
  }

  void note_said(const column_list& left) {
    said_ = said_above_;
    for (const model::column& was : left) {
      if (const model::column* const is = find_in(is_columns_, was.name)) {
        const bool sets_type = was.type != is->type;
        said_[was.name].add({was.default_to != is->default_to || (sets_type && was.default_to),
                             was.nullable != is->nullable,
                             was.storage != is->storage});
      }
    }
  }

  checks checks_left() const {
    const checks was_above = renamed(checks_above(all_.from, kept_));
    const checks is_above = checks_above(all_.to, kept_);
    checks left;
    for (const model::check_constraint& was : renamed(checks_of(all_.from, before_))) {
      if (find_in(was_above, was.name) == nullptr || find_in(before_.checks, was.name) != nullptr) {
        left.push_back(was);
      }
    }
    for (const model::check_constraint& above : is_above) {
      const bool is_new_and_declared = find_in(was_above, above.name) == nullptr &&
                                       find_in(after_.checks, above.name) != nullptr;
      if (find_in(left, above.name) == nullptr && !is_new_and_declared) {
        left.push_back(above);
      }
    }
    return left;
  }

  const difference& all_;
  model::table before_;
  const model::table& after_;
  names kept_;
  std::map<std::string, std::string> checks_renamed_;
  column_list was_above_; ///< Of the parents that it keeps.
  column_list is_above_;
  column_list is_columns_;
  std::map<std::string, said> said_above_; ///< By columns.
  std::map<std::string, said> said_;
};

} // namespace

model::column without_identity(const model::qualified_name& parent, model::column column) {
  if (is_serial(column)) {
    const model::qualified_name sequence = sequence_of(parent, column).name;
    const std::string schema = sequence.schema.empty() ? "" : spelled(sequence.schema) + '.';
    column.default_to = model::sql_text{
        fmt::format("nextval({}::regclass)", sql::quote_text(schema + spelled(sequence.name))), {}};
  }
  column.identity.reset();
  return column;
}

std::vector<model::column> columns_of_heir(const model::schema& in, const model::table& table) {
  column_list all = columns_above(in, table.descent.inherits);
  for (const model::column& own : table.columns) {
    model::column* const same = find_in(all, own.name);
    if (same == nullptr) {
      all.push_back(own);
    } else if (is_as_inherited(own)) {
      same->default_to = own.default_to;
      same->nullable = own.nullable;
      same->not_null = own.not_null;
      same->comment = own.comment;
    } else {
      *same = own;
    }
  }
  return all;
}

heir settled_heir(const difference& all, const model::table& before, const model::table& after) {
  return settling(all, before, after).run();
}

} // namespace strata::codegen
