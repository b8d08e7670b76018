// An heir leaves a parent before that changes, and takes one once both have what they shall have.
// Parents change before their heirs, but for what a parent gets that an heir declares too.
#include "codegen/plan/connect_heirs.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace strata::codegen {
namespace {

bool is_column(const action& of) { return of.id.of == object_class::column; }

bool is_check(const action& of) { return of.id.of == object_class::table_constraint; }

/// ADD COLUMN, beside SET DEFAULT and its like.
bool adds_column(const action& of) { return is_column(of) && !of.takes.empty(); }

class heir_edges {
public:
  heir_edges(std::vector<action>& actions, const change& of) : of_(of), names_(of) {
    for (action& one : actions) {
      by_id_[one.id].push_back(&one);
      if (!one.table.empty()) {
        by_table_[one.table].push_back(&one);
      }
    }
  }

  void add() {
    for (const model::table& each : of_.from.tables) {
      for (const model::qualified_name& parent : each.descent.inherits) {
        leave(names_.new_name(each.name), names_.new_name(parent));
      }
    }
    for (const model::table& each : of_.to.tables) {
      for (const model::qualified_name& parent : each.descent.inherits) {
        take(each.name, parent);
        for (const model::qualified_name& above : with_ancestors(parent, false)) {
          become_one(each, vertex_name(above));
        }
      }
    }
    for (const model::table& each : of_.from.tables) {
      for (const model::qualified_name& parent : each.descent.inherits) {
        for (const model::qualified_name& above : with_ancestors(names_.new_name(parent), true)) {
          end_as_one(vertex_name(names_.new_name(each.name)), vertex_name(above));
        }
      }
    }
  }

private:
  using group = std::vector<action*>;

  template <typename Key>
  static const group& in(const std::map<Key, group>& all, const Key& key) {
    static const group none;
    const auto found = all.find(key);
    return found == all.end() ? none : found->second;
  }

  /// By their new names.
  std::set<model::qualified_name> with_ancestors(const model::qualified_name& table,
                                                 bool are_old) const {
    std::set<model::qualified_name> all;
    std::vector<model::qualified_name> open = {table};
    while (!open.empty()) {
      const model::qualified_name next = open.back();
      open.pop_back();
      const model::table* const found = are_old ? names_.before(next) : names_.after(next);
      if (found == nullptr || !all.insert(next).second) {
        continue;
      }
      for (const model::qualified_name& parent : found->descent.inherits) {
        open.push_back(are_old ? names_.new_name(parent) : parent);
      }
    }
    return all;
  }

  group
  link(const model::qualified_name& heir, const model::qualified_name& parent, bool takes) const {
    return in(by_id_,
              vertex{object_class::table, vertex_of_link(heir, parent, takes), stage::tighten});
  }

  static bool is_renamed(const action& of) { return of.id.at == stage::rename; }

  void leave(const model::qualified_name& heir, const model::qualified_name& parent) const {
    for (action* gone : link(heir, parent, false)) {
      gone->after.push_back({object_class::table, vertex_name(heir), stage::rename});
      for (const action* own : in(by_table_, vertex_name(heir))) {
        if ((is_column(*own) && !adds_column(*own)) || is_check(*own)) {
          gone->before.push_back(own->id);
        }
      }
      for (const model::qualified_name& above : with_ancestors(parent, true)) {
        gone->after.push_back({object_class::table, vertex_name(above), stage::rename});
        gone->before.push_back({object_class::table, vertex_name(above), stage::remove});
        for (const action* other : in(by_table_, vertex_name(above))) {
          if (is_column(*other) || is_check(*other)) {
            (is_renamed(*other) ? gone->after : gone->before).push_back(other->id);
          }
        }
      }
    }
  }

  void take(const model::qualified_name& heir, const model::qualified_name& parent) const {
    for (action* made : link(heir, parent, true)) {
      for (const action* gone : link(heir, parent, false)) {
        made->after.push_back(gone->id);
      }
      std::set<model::qualified_name> all = with_ancestors(parent, false);
      all.insert(heir);
      for (const model::qualified_name& each : all) {
        for (const stage at : {stage::add, stage::rename}) {
          made->after.push_back({object_class::table, vertex_name(each), at});
        }
        for (const action* other : in(by_table_, vertex_name(each))) {
          if (is_column(*other) || is_check(*other)) {
            made->after.push_back(other->id);
          }
        }
      }
    }
  }

  /// A column or a check that both get is the heir's first: its parent's then finds it there.
  void become_one(const model::table& heir, const std::string& above) const {
    const auto declares = [&](const std::string& name) {
      return std::any_of(heir.checks.begin(), heir.checks.end(), [&](const auto& each) {
        return each.name == name;
      });
    };
    for (action* own : in(by_table_, vertex_name(heir.name))) {
      for (const action* other : in(by_table_, above)) {
        const bool is_same =
            own->id.of == other->id.of && bare_name(own->id) == bare_name(other->id);
        const bool comes_first =
            adds_column(*own) || own->id.at == stage::alter ||
            (is_check(*own) && own->id.at == stage::add && declares(bare_name(own->id)));
        const bool follows =
            adds_column(*other) || (is_check(*other) && other->id.at == stage::add);
        if (is_same && comes_first && follows) {
          own->before.push_back(other->id);
        }
      }
    }
  }

  /// What an heir declares too stays when its parent's goes, and can go then itself.
  void end_as_one(const std::string& heir, const std::string& above) const {
    for (action* own : in(by_table_, heir)) {
      for (const action* other : in(by_table_, above)) {
        const bool is_same =
            own->id.of == other->id.of && bare_name(own->id) == bare_name(other->id);
        if (is_same && (is_column(*own) || is_check(*own)) && other->id.at == stage::remove &&
            !is_renamed(*own)) {
          own->after.push_back(other->id);
        }
      }
    }
  }

  const change& of_;
  change_lookup names_;
  std::map<vertex, group> by_id_;
  std::map<std::string, group> by_table_;
};

} // namespace

std::string
vertex_of_link(const model::qualified_name& heir, const model::qualified_name& parent, bool takes) {
  return vertex_name(heir) + joint + (takes ? "takes" : "leaves") + joint + vertex_name(parent);
}

void connect_heirs(std::vector<action>& actions, const change& of) {
  heir_edges(actions, of).add();
}

} // namespace strata::codegen
