// The server drops nothing that something else still uses, and what uses it may be about to go too.
#include "codegen/plan/connect_removals.hpp"

#include "codegen/sql/mention.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace strata::codegen {
namespace {

bool is_type(object_class kind) {
  return kind == object_class::enumeration || kind == object_class::user_type;
}

bool is_container(object_class kind) {
  return kind == object_class::schema || kind == object_class::extension;
}

bool mention(const std::vector<std::string>& texts, const std::string& name) {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
    return sql::mentions(text, name);
  });
}

class removals {
public:
  removals(std::vector<action>& actions, const change& of)
      : actions_(actions), of_(of), names_(of) {
    for (const model::table& table : of.from.tables) {
      note(table);
      note_row_types(table);
    }
    for (const model::view& each : of.from.views) {
      said_in(each.name).push_back(each.query.postgresql);
    }
    for (const model::trigger& each : of.from.triggers) {
      said_in(each.table).push_back(each.action.postgresql);
    }
    for (const model::policy& each : of.from.policies) {
      said_in(each.table).push_back(each.using_sql.postgresql);
      said_in(each.table).push_back(each.check_sql.postgresql);
    }
    for (const model::rule& each : of.from.rules) {
      said_in(each.table).push_back(each.action.postgresql);
    }
  }

  void add() {
    for (action& one : actions_) {
      if (one.id.at != stage::remove) {
        continue;
      }
      if (one.id.of == object_class::function) {
        function(one);
      } else if (is_type(one.id.of)) {
        type(one);
      } else if (one.id.of == object_class::table || one.id.of == object_class::view) {
        row_type(one);
      } else if (is_container(one.id.of)) {
        container(one);
      }
    }
  }

private:
  std::vector<std::string>& said_in(const model::qualified_name& table) {
    return texts_[vertex_name(names_.new_name(table))];
  }

  void note(const model::table& table) {
    const model::qualified_name name = names_.new_name(table.name);
    std::vector<std::string>& all = said_in(table.name);
    const auto expression = [&](const model::sql_text& text) { all.push_back(text.postgresql); };
    for (const model::column& column : table.columns) {
      std::vector<std::string>& own =
          texts_[vertex_name(name, names_.new_column(name, column.name))];
      if (const auto* text =
              column.default_to ? std::get_if<model::sql_text>(&*column.default_to) : nullptr) {
        own.push_back(text->postgresql);
      }
      if (column.generated) {
        own.push_back(column.generated->expression.postgresql);
      }
      all.insert(all.end(), own.begin(), own.end());
    }
    for (const model::check_constraint& each : table.checks) {
      expression(each.expression);
    }
    for (const model::exclusion_constraint& each : table.exclusions) {
      expression(each.predicate);
      for (const auto& element : each.elements) {
        expression(element.expression);
      }
    }
    for (const model::index& each : table.indexes) {
      expression(each.predicate);
      for (const model::index_key& key : each.keys) {
        expression(key.expression);
      }
    }
  }

  /// What ends the use of another table's row type by a column of this one.
  void note_row_types(const model::table& table) {
    const model::qualified_name name = names_.new_name(table.name);
    for (const model::column& column : table.columns) {
      if (column.type.name.name.empty() || table.name == column.type.name) {
        continue;
      }
      const std::string own = vertex_name(name, names_.new_column(name, column.name));
      std::vector<vertex>& ends = row_types_[vertex_name(names_.new_name(column.type.name))];
      ends.push_back({object_class::table, vertex_name(name), stage::remove});
      ends.push_back({object_class::column, own, stage::remove});
      ends.push_back({object_class::column, own, stage::alter});
    }
  }

  const model::function* before(const action& gone) const {
    for (const model::function& each : of_.from.functions) {
      if (vertex_name(names_.new_name(each.name)) + joint + each.parameters == gone.id.name ||
          vertex_name(each.name) + joint + each.parameters == gone.id.name) {
        return &each;
      }
    }
    return nullptr;
  }

  bool needs(const model::function& of, const action& user) const {
    const bool is_relation = user.id.of == object_class::table || user.id.of == object_class::view;
    if (!is_relation && user.id.of != object_class::column) {
      return false;
    }
    const std::string& relation = is_relation ? user.id.name : user.table;
    return std::any_of(of.depends_on.begin(), of.depends_on.end(), [&](const auto& each) {
      return vertex_name(names_.new_name(each)) == relation &&
             (is_parsed(of) || (is_relation && sql::mentions(signature_of(of), each.name)));
    });
  }

  /// What a table, a view or a column says is known; of all else that goes, it may have called it.
  bool may_call(const action& user, const std::string& name) const {
    if (user.id.of != object_class::table && user.id.of != object_class::column &&
        user.id.of != object_class::view) {
      return true;
    }
    const auto found = texts_.find(user.id.name);
    return found != texts_.end() && mention(found->second, name);
  }

  static bool calls(const model::function& one, const model::function& other) {
    return one.of == model::function::kind::aggregate
               ? sql::mentions(one.definition.postgresql, other.name.name)
               : is_parsed(one) &&
                     std::find(one.depends_on.begin(), one.depends_on.end(), other.name) !=
                         one.depends_on.end();
  }

  void function(action& gone) {
    const model::function* of = before(gone);
    const std::string name = of == nullptr ? "" : of->name.name;
    for (action& other : actions_) {
      if (other.id.at != stage::remove || is_container(other.id.of) || is_type(other.id.of)) {
        continue;
      }
      if (other.id.of == object_class::function) {
        const model::function* called = before(other);
        if (of != nullptr && called != nullptr && called != of && calls(*of, *called)) {
          gone.before.push_back(other.id);
        }
      } else if (of != nullptr && needs(*of, other)) {
        gone.before.push_back(other.id);
      } else if (of == nullptr || may_call(other, name)) {
        gone.after.push_back(other.id);
      }
    }
  }

  void type(action& gone) {
    const std::string name = bare_name(gone.id);
    for (const action& other : actions_) {
      if (is_container(other.id.of) || (is_type(other.id.of) && other.id.at == stage::remove)) {
        continue;
      }
      if (gone.sets_aside && is(other, object_class::enumeration, stage::alter)) {
        continue; // What it may make way for.
      }
      if (gone.sets_aside && is_moved_column(other)) {
        continue; // It holds types that step aside, and this one is dropped.
      }
      if (is(other, object_class::function, stage::remove)) {
        const model::function* of = before(other);
        if (of != nullptr && mention(gone.texts, of->name.name)) {
          gone.before.push_back(other.id); // A check calls it.
        } else if (of == nullptr || is_parsed(*of) || sql::mentions(signature_of(*of), name)) {
          gone.after.push_back(other.id);
        }
      } else if (other.id.at == stage::remove ||
                 (other.id.at == stage::alter && other.id != gone.id)) {
        gone.after.push_back(other.id);
      }
    }
  }

  bool is_moved_column(const action& other) const {
    return is(other, object_class::column, stage::alter) &&
           std::any_of(of_.moved_columns.begin(), of_.moved_columns.end(), [&](const auto& each) {
             return vertex_name(each.table, each.after.name) == other.id.name;
           });
  }

  /// A column may be of another table's rows.
  void row_type(action& gone) {
    if (const auto users = row_types_.find(gone.id.name); users != row_types_.end()) {
      gone.after.insert(gone.after.end(), users->second.begin(), users->second.end());
    }
  }

  /// Schemas go after extensions, which lie in them.
  void container(action& gone) {
    const bool comes_again =
        std::any_of(actions_.begin(), actions_.end(), [&](const action& other) {
          return other.id.of == gone.id.of && other.id.name == gone.id.name &&
                 other.id.at == stage::add;
        });
    if (comes_again) {
      return;
    }
    for (const action& other : actions_) {
      const bool ends = other.id.at == stage::remove || other.id.at == stage::alter ||
                        other.id.at == stage::rename || other.id.at == stage::tighten;
      // Which extension needs which is not noted: they go in the reverse order of their coming.
      const bool is_of_it = gone.id.of == object_class::extension &&
                            other.id.of == object_class::extension && other.id.name > gone.id.name;
      const bool is_inner =
          !is_container(other.id.of) || is_of_it ||
          (gone.id.of == object_class::schema && other.id.of == object_class::extension);
      if (ends && is_inner) {
        gone.after.push_back(other.id);
      }
    }
  }

  std::vector<action>& actions_;
  const change& of_;
  change_lookup names_;
  std::map<std::string, std::vector<std::string>> texts_; ///< Of tables and columns, by vertex.
  std::map<std::string, std::vector<vertex>> row_types_;  ///< By the table or view.
};

} // namespace

void connect_removals(std::vector<action>& actions, const change& of) {
  removals(actions, of).add();
}

} // namespace strata::codegen
