// A partition's columns are its parents'; policies, rules and parsed functions read any table's.
#include "codegen/plan/connect_further.hpp"

#include "codegen/plan/precedence.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace strata::codegen {
namespace {

class further_edges {
public:
  further_edges(std::vector<action>& actions, const change& of, bool are_old)
      : of_(of), names_(of), are_old_(are_old), schema_(are_old ? of.from : of.to) {
    for (action& one : actions) {
      by_id_[one.id].push_back(&one);
      if (!one.table.empty()) {
        by_table_[one.table].push_back(&one);
      }
    }
  }

  void add() {
    for (const model::table& each : schema_.tables) {
      for (const model::qualified_name& ancestor : ancestors_of(each)) {
        heir(vertex_name(now(each.name)), vertex_name(now(ancestor)));
        heirs_[ancestor].push_back(vertex_name(now(each.name)));
      }
    }
    if (are_old_) {
      keys_before_heirs();
    }
    for (const model::policy& each : schema_.policies) {
      reader(object_class::policy, vertex_name(now(each.table), each.name), each.depends_on);
    }
    for (const model::rule& each : schema_.rules) {
      reader(object_class::rule, vertex_name(now(each.table), each.name), each.depends_on);
    }
    for (const model::function& each : schema_.functions) {
      if (is_parsed(each)) {
        const std::string name = vertex_name(now(each.name)) + joint + each.parameters;
        reader(object_class::function, name, each.depends_on);
        replaced(name, each);
      }
    }
  }

private:
  using group = std::vector<action*>;

  model::qualified_name now(const model::qualified_name& name) const {
    return are_old_ ? names_.new_name(name) : name;
  }

  template <typename Key>
  static const group& in(const std::map<Key, group>& all, const Key& key) {
    static const group none;
    const auto found = all.find(key);
    return found == all.end() ? none : found->second;
  }

  std::set<model::qualified_name> ancestors_of(const model::table& table) const {
    std::set<model::qualified_name> all;
    std::vector<const model::table*> open = {&table};
    while (!open.empty()) {
      const model::lineage& descent = open.back()->descent;
      open.pop_back();
      std::vector<model::qualified_name> parents = descent.inherits;
      parents.push_back(descent.partition_of);
      for (const model::qualified_name& parent : parents) {
        const model::table* found = are_old_ ? names_.before(now(parent)) : names_.after(parent);
        if (found != nullptr && all.insert(parent).second) {
          open.push_back(found);
        }
      }
    }
    return all;
  }

  /// A foreign key to a table with partitions rests on each of them.
  void keys_before_heirs() {
    for (const model::table& each : schema_.tables) {
      for (const model::foreign_key& key : each.foreign_keys) {
        const std::string name = vertex_name(now(each.name), key.name);
        for (action* one : in(by_id_, vertex{object_class::foreign_key, name, stage::remove})) {
          for (const std::string& heir : heirs_[key.target]) {
            one->before.push_back({object_class::table, heir, stage::remove});
          }
        }
      }
    }
  }

  /// What hangs on an heir's columns hangs on its ancestors'.
  void heir(const std::string& table, const std::string& ancestor) const {
    for (action* own : in(by_table_, table)) {
      for (action* other : in(by_table_, ancestor)) {
        if (other->id.of != object_class::column) {
          continue;
        }
        if (own->id.of == object_class::table) {
          const bool shapes = other->id.at == stage::add || other->id.at == stage::rename ||
                              other->id.at == stage::alter;
          if (own->id.at == stage::add && shapes) {
            own->after.push_back(other->id); // It is made as the parent is then.
          }
        } else if (own->id.of == object_class::column) {
          // What the parent has comes down; where both get a column, see connect_heirs.cpp.
          const bool is_new = other->id.at == stage::add && !other->takes.empty() &&
                              (!own->takes.empty() || own->id.at == stage::alter);
          if (own->columns == other->columns && other->id.at != stage::remove && !is_new) {
            own->after.push_back(other->id);
          }
        } else if (precedes(*own, *other, of_.on.dialect)) {
          other->after.push_back(own->id);
        } else if (precedes(*other, *own, of_.on.dialect)) {
          own->after.push_back(other->id);
        }
      }
    }
  }

  /// It goes before the columns that it reads change, and comes when they have.
  void reader(object_class kind,
              const std::string& name,
              const std::vector<model::qualified_name>& needed) const {
    const stage own = are_old_ ? stage::remove : stage::add;
    for (action* one : in(by_id_, vertex{kind, name, own})) {
      for (const model::qualified_name& each : needed) {
        if (kind != object_class::function) {
          around_view(*one, vertex_name(now(each)));
        }
        for (const action* other : in(by_table_, vertex_name(now(each)))) {
          if (other->id.of != object_class::column && other->id.of != object_class::table) {
            continue;
          }
          const stage at = other->id.at;
          if (are_old_ && (at == stage::alter || at == stage::remove)) {
            one->before.push_back(other->id);
          } else if (!are_old_ && at != stage::remove) {
            one->after.push_back(other->id);
          }
        }
      }
    }
  }

  /// A view goes after what reads it, and is there before.
  void around_view(action& reader, const std::string& view) const {
    if (are_old_) {
      reader.before.push_back({object_class::view, view, stage::remove});
    } else {
      reader.after.push_back({object_class::view, view, stage::add});
      reader.after.push_back({object_class::view, view, stage::rename});
    }
  }

  /// A function with another body reads old columns before they go, and new ones once they are
  /// there.
  void replaced(const std::string& name, const model::function& function) const {
    for (action* one : in(by_id_, vertex{object_class::function, name, stage::alter})) {
      for (const model::qualified_name& each : function.depends_on) {
        for (const action* other : in(by_table_, vertex_name(now(each)))) {
          if (other->id.of != object_class::column && other->id.of != object_class::table) {
            continue;
          }
          if (are_old_ && other->id.at == stage::remove) {
            one->before.push_back(other->id);
          } else if (!are_old_ && shapes(*other) && !only_calls(*other, function)) {
            one->after.push_back(other->id);
          }
        }
      }
    }
  }

  /// Beside what is done to the rows that there are.
  static bool shapes(const action& of) {
    return of.id.at == stage::add || of.id.at == stage::rename || of.id.at == stage::alter;
  }

  /// A column's new default may call a function that does not read the column.
  static bool only_calls(const action& column, const model::function& function) {
    const auto calls = [&](const std::string& text) {
      return sql::mentions(text, function.name.name);
    };
    const auto is_read = [&](const std::string& name) {
      return sql::mentions(function.definition.postgresql, name);
    };
    return column.id.of == object_class::column &&
           std::any_of(column.texts.begin(), column.texts.end(), calls) &&
           std::none_of(column.columns.begin(), column.columns.end(), is_read);
  }

  const change& of_;
  change_lookup names_;
  bool are_old_;
  const model::schema& schema_;
  std::map<vertex, group> by_id_;
  std::map<std::string, group> by_table_;
  std::map<model::qualified_name, std::vector<std::string>> heirs_; ///< Of each table.
};

} // namespace

void connect_further(std::vector<action>& actions, const change& of) {
  for (const bool are_old : {true, false}) {
    further_edges(actions, of, are_old).add();
  }
}

} // namespace strata::codegen
