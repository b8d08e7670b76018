// Rules between objects; those within a table are precedence.cpp's.
#include "codegen/plan/connect.hpp"

#include "codegen/plan/connect_bodies.hpp"
#include "codegen/plan/connect_fills.hpp"
#include "codegen/plan/connect_further.hpp"
#include "codegen/plan/connect_heirs.hpp"
#include "codegen/plan/connect_partitions.hpp"
#include "codegen/plan/connect_removals.hpp"
#include "codegen/plan/connect_types.hpp"
#include "codegen/plan/connect_user_sql.hpp"
#include "codegen/plan/precedence.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace strata::codegen {
namespace {

bool changes_column(const action& of) {
  return of.id.of == object_class::column &&
         (of.id.at == stage::add || of.id.at == stage::rename || of.id.at == stage::alter);
}

class action_edges {
public:
  action_edges(std::vector<action>& actions, const change& of)
      : actions_(actions), of_(of), names_(of) {
    for (action& one : actions_) {
      by_id_[one.id].push_back(&one);
      if (!one.table.empty()) {
        by_table_[one.table].push_back(&one);
      }
      if (is_rebuild(one)) {
        rebuilds_.push_back(&one);
      }
      if (one.id.of == object_class::function) {
        functions_[function_name(one)].push_back(&one);
      }
    }
  }

  void add() {
    for (auto& [table, all] : by_table_) {
      within(all);
    }
    for (const model::table& table : of_.to.tables) {
      for (const model::foreign_key& key : table.foreign_keys) {
        added_key(table.name, key);
      }
    }
    for (const model::table& table : of_.from.tables) {
      for (const model::foreign_key& key : table.foreign_keys) {
        removed_key(names_.new_name(table.name), key);
      }
    }
    for (const model::view& view : of_.to.views) {
      after_dependencies(view);
    }
    for (const model::view& view : of_.from.views) {
      before_dependencies(view);
    }
    routines();
    enumerations();
    for (action& one : actions_) {
      tables_before_dropping(one);
    }
  }

private:
  using group = std::vector<action*>;

  void within(group& all) {
    for (action* one : all) {
      for (action* other : all) {
        if (one->id != other->id && precedes(*one, *other, of_.on.dialect)) {
          other->after.push_back(one->id);
        }
      }
    }
  }

  const group& find(const vertex& wanted) const {
    static const group none;
    const auto found = by_id_.find(wanted);
    return found == by_id_.end() ? none : found->second;
  }

  const group& of_table(const std::string& table) const {
    static const group none;
    const auto found = by_table_.find(table);
    return found == by_table_.end() ? none : found->second;
  }

  /// The key's own action, or the one that makes or rebuilds its table.
  void added_key(const model::qualified_name& table, const model::foreign_key& key) {
    const std::string own = vertex_name(table);
    const std::string target = vertex_name(key.target);
    for (action* one : of_table(own)) {
      if (is(*one, object_class::foreign_key, stage::add) &&
          one->id.name == vertex_name(table, key.name)) {
        after_target(*one, target);
        if (names_.is_new(table) && own != target) {
          one->after.push_back({object_class::rows, vertex_name(table, ""), stage::add});
          one->after.push_back({object_class::rows, vertex_name(key.target, ""), stage::add});
        }
      }
      if (own == target) {
        continue;
      }
      const bool at_once = of_.on.dialect == model::dialect::sqlite || !names_.is_new(table);
      if (is(*one, object_class::rows, stage::add) && at_once) {
        one->after.push_back({object_class::rows, vertex_name(key.target, ""), stage::add});
        one->after.push_back({object_class::table, target, stage::add});
      }
      if (is(*one, object_class::rows, stage::remove)) {
        one->before.push_back({object_class::rows, vertex_name(key.target, ""), stage::remove});
      }
    }
  }

  void after_target(action& key, const std::string& target) {
    for (const action* other : of_table(target)) {
      // It would rest on an old key that is about to go.
      const bool is_key = other->id.of == object_class::table_constraint ||
                          (other->id.of == object_class::index && is_unique_build(*other));
      if (is(*other, object_class::table, stage::rename) ||
          is(*other, object_class::table, stage::add) || changes_column(*other) || is_key) {
        key.after.push_back(other->id);
      }
    }
  }

  static bool is_unique_build(const action& of) {
    return of.id.at == stage::add &&
           std::any_of(of.statements.begin(), of.statements.end(), [](const auto& planned) {
             const auto* made = std::get_if<sql::create_index>(&planned.statement);
             return made != nullptr && made->index.unique;
           });
  }

  void removed_key(const model::qualified_name& table, const model::foreign_key& key) {
    const std::string target = vertex_name(names_.new_name(key.target));
    const std::string own = vertex_name(table, key.name);
    // What is set aside bears its new name already.
    const std::string renamed = vertex_name(table, names_.new_constraint(table, key.name));
    const auto is_key = [&](const action* one) {
      return is(*one, object_class::foreign_key, stage::remove) &&
             (one->id.name == own || one->id.name == renamed);
    };
    const group& all = of_table(vertex_name(table));
    const bool goes_alone = std::any_of(all.begin(), all.end(), is_key);
    for (action* one : all) {
      if (is_key(one) || is(*one, object_class::table, stage::remove)) {
        one->before.push_back({object_class::rows, target + joint, stage::remove});
      }
      if (is_key(one)) {
        before_target(*one, key);
      } else if (is(*one, object_class::table, stage::remove) && !goes_alone &&
                 of_.on.dialect == model::dialect::postgresql) {
        one->before.push_back({object_class::table, target, stage::remove});
        if (vertex_name(table) != target) {
          before_target(*one, key);
        }
      }
    }
  }

  /// Whether the change of a column's type meets the key: one of any other column does not.
  bool alters_referred(const action& of, const model::foreign_key& key) const {
    const model::qualified_name target = names_.new_name(key.target);
    const auto is_of = [&](const std::string& column) {
      return of.id.name == vertex_name(target, names_.new_column(target, column));
    };
    const auto any = [&](const std::vector<std::string>& columns) {
      return std::any_of(columns.begin(), columns.end(), is_of);
    };
    return is(of, object_class::column, stage::alter) &&
           (any(key.target_columns) || any(carried_with(key)));
  }

  /// The columns that an index on the key's target includes.
  std::vector<std::string> carried_with(const model::foreign_key& key) const {
    std::vector<std::string> carried;
    const auto add = [&](const std::vector<std::string>& columns) {
      carried.insert(carried.end(), columns.begin(), columns.end());
    };
    if (const model::table* target = names_.before(names_.new_name(key.target))) {
      if (target->primary_key) {
        add(target->primary_key->include);
      }
      for (const model::unique_constraint& each : target->uniques) {
        add(each.include);
      }
      for (const model::index& each : target->indexes) {
        add(each.unique ? each.include : std::vector<std::string>());
      }
    }
    return carried;
  }

  void before_target(action& gone, const model::foreign_key& key) {
    for (const action* other : of_table(vertex_name(names_.new_name(key.target)))) {
      const bool takes_away =
          other->id.at == stage::remove &&
          (other->id.of == object_class::table || other->id.of == object_class::table_constraint ||
           other->id.of == object_class::column);
      const bool drops_index = other->id.of == object_class::index &&
                               (other->id.at == stage::remove || other->id.at == stage::tighten);
      if (takes_away || drops_index || alters_referred(*other, key)) {
        gone.before.push_back(other->id);
      }
    }
  }

  std::vector<std::string> vertices_of(const std::vector<model::qualified_name>& names,
                                       bool are_old) const {
    std::vector<std::string> vertices;
    for (const model::qualified_name& name : names) {
      vertices.push_back(vertex_name(are_old ? names_.new_name(name) : name));
    }
    return vertices;
  }

  /// Whose columns those of partitions and heirs are.
  std::vector<std::string> parents_of(const std::vector<model::qualified_name>& names,
                                      bool are_old) const {
    std::vector<std::string> vertices;
    std::vector<model::qualified_name> open = names;
    std::set<model::qualified_name> seen;
    while (!open.empty()) {
      const model::qualified_name name = are_old ? names_.new_name(open.back()) : open.back();
      open.pop_back();
      const model::table* const table = are_old ? names_.before(name) : names_.after(name);
      if (table == nullptr || !seen.insert(name).second) {
        continue;
      }
      std::vector<model::qualified_name> parents = table->descent.inherits;
      parents.push_back(table->descent.partition_of);
      for (const model::qualified_name& each : parents) {
        vertices.push_back(vertex_name(are_old ? names_.new_name(each) : each));
        open.push_back(each);
      }
    }
    return vertices;
  }

  void after_dependencies(const model::view& view) {
    const vertex id = {object_class::view, vertex_name(view.name), stage::add};
    for (action* one : of_table(id.name)) {
      if (one->id.at == stage::add) {
        one->after.push_back(id);
      }
    }
    for (action* one : find(id)) {
      for (const std::string& name : vertices_of(view.depends_on, false)) {
        one->after.push_back({object_class::view, name, stage::add});
        one->after.push_back({object_class::view, name, stage::rename});
        after_functions(*one, name);
        for (const action* other : of_table(name)) {
          const bool shapes =
              other->id.of == object_class::table || other->id.of == object_class::column;
          if (shapes && (other->id.at != stage::remove || view_is_back(id.name))) {
            one->after.push_back(other->id);
          }
        }
      }
      for (const std::string& name : parents_of(view.depends_on, false)) {
        for (const action* other : of_table(name)) {
          if (is(*other, object_class::column, stage::alter)) {
            one->after.push_back(other->id);
          }
        }
      }
    }
  }

  /// A view made again waits for the columns that go, as it could not be there before.
  bool view_is_back(const std::string& view) const {
    return !find({object_class::view, view, stage::remove}).empty();
  }

  void before_dependencies(const model::view& view) {
    const std::string name = vertex_name(names_.new_name(view.name));
    for (action* one : find({object_class::view, name, stage::remove})) {
      one->after.push_back({object_class::view, name, stage::rename});
      for (const std::string& needed : vertices_of(view.depends_on, true)) {
        one->before.push_back({object_class::view, needed, stage::remove});
        before_functions(*one, needed);
        for (const action* other : of_table(needed)) {
          const bool reshapes =
              other->id.of == object_class::table || other->id.of == object_class::column;
          if (reshapes && other->id.at != stage::add && other->id.at != stage::fill &&
              other->id.at != stage::tighten) {
            one->before.push_back(other->id);
          }
        }
      }
      for (const std::string& parent : parents_of(view.depends_on, true)) {
        for (const action* other : of_table(parent)) {
          if (is(*other, object_class::column, stage::alter)) {
            one->before.push_back(other->id);
          }
        }
      }
    }
    for (action* one : of_table(name)) {
      if ((one->id.of == object_class::trigger || one->id.of == object_class::rule) &&
          one->id.at == stage::remove) {
        one->before.push_back({object_class::view, name, stage::remove});
      }
    }
  }

  void after_functions(action& user, const std::string& name) {
    for (const action* other : functions_called(name)) {
      if (other->id.at != stage::remove) {
        user.after.push_back(other->id);
      }
    }
  }

  void before_functions(action& user, const std::string& name) {
    for (const action* other : functions_called(name)) {
      if (other->id.at == stage::remove) {
        user.before.push_back(other->id);
      }
    }
  }

  /// A function's vertex is its name, then its parameters.
  static std::string function_name(const action& of) {
    return of.id.name.substr(0, of.id.name.rfind(joint));
  }

  const group& functions_called(const std::string& name) const {
    static const group none;
    const auto found = functions_.find(name);
    return found == functions_.end() ? none : found->second;
  }

  void routines() {
    for (const model::function& function : of_.to.functions) {
      const vertex id = {object_class::function,
                         vertex_name(function.name) + joint + function.parameters,
                         stage::add};
      for (action* one : find(id)) {
        for (const std::string& name : vertices_of(function.depends_on, false)) {
          one->after.push_back({object_class::table, name, stage::add});
          one->after.push_back({object_class::table, name, stage::rename});
          one->after.push_back({object_class::view, name, stage::add});
          after_functions(*one, name);
        }
      }
    }
    for (const model::trigger& trigger : of_.to.triggers) {
      for (action* one :
           find({object_class::trigger, vertex_name(trigger.table, trigger.name), stage::add})) {
        for (const std::string& name : vertices_of(trigger.depends_on, false)) {
          one->after.push_back({object_class::table, name, stage::add});
          one->after.push_back({object_class::table, name, stage::alter});
          after_functions(*one, name);
        }
        one->after.push_back({object_class::view, vertex_name(trigger.table), stage::add});
      }
    }
    mentioned_functions();
  }

  void mentioned_functions() {
    std::vector<const action*> functions; // And sequences, which defaults call by name.
    for (const action& one : actions_) {
      if (one.id.of == object_class::function || is(one, object_class::sequence, stage::add) ||
          is(one, object_class::sequence, stage::rename)) {
        functions.push_back(&one);
      }
    }
    for (action& user : actions_) {
      for (const action* function : functions) {
        if (user.id.of == function->id.of || function->id.at == stage::remove ||
            user.id.at == stage::remove) {
          continue;
        }
        const std::string bare = routine_name(*function);
        const bool speaks =
            std::any_of(user.texts.begin(), user.texts.end(), [&](const std::string& text) {
              return sql::mentions(text, bare);
            });
        if (speaks) {
          user.after.push_back(function->id);
        }
      }
    }
  }

  static std::string routine_name(const action& of) {
    const std::string qualified = of.id.of == object_class::function
                                      ? of.id.name.substr(0, of.id.name.rfind(joint))
                                      : of.id.name;
    const auto schema = qualified.rfind(joint);
    return schema == std::string::npos ? qualified : qualified.substr(schema + 1);
  }

  /// A type that is built anew: what is put aside for it goes before and comes after.
  void enumerations() {
    for (action& made : actions_) {
      if (!is(made, object_class::enumeration, stage::alter)) {
        continue;
      }
      for (const action& other : actions_) {
        if (other.sets_aside) {
          made.after.push_back(other.id);
          made.before.push_back({other.id.of, other.id.name, stage::add});
        } else if (other.id.of == object_class::function && other.id.at == stage::remove) {
          made.after.push_back(other.id);
          made.before.push_back({other.id.of, other.id.name, stage::add});
        } else if (other.id.of == object_class::view) {
          // It may read a column of the type, whose type cannot change under a view.
          (other.id.at == stage::add ? made.before : made.after).push_back(other.id);
        }
      }
    }
  }

  /// SQLite: a table that is rebuilt without its reference to a dropped one goes first.
  void tables_before_dropping(action& one) {
    if (of_.on.dialect != model::dialect::sqlite || !is(one, object_class::table, stage::remove)) {
      return;
    }
    for (const action* other : rebuilds_) {
      if (other->id.name != one.id.name) { // Equal: it takes the name.
        one.after.push_back(other->id);
      }
    }
  }

  std::vector<action>& actions_;
  const change& of_;
  change_lookup names_;
  std::map<vertex, group> by_id_;
  std::map<std::string, group> by_table_;
  group rebuilds_;
  std::map<std::string, group> functions_; ///< By their names without parameters.
};

} // namespace

void connect(std::vector<action>& actions, const change& of) {
  action_edges(actions, of).add();
  connect_user_sql(actions);
  connect_fills(actions);
  if (of.on.dialect == model::dialect::postgresql) {
    connect_bodies(actions);
    connect_further(actions, of);
    connect_partitions(actions, of);
    connect_heirs(actions, of);
    connect_removals(actions, of);
    connect_types(actions);
  }
}

} // namespace strata::codegen
