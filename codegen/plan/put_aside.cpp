// Pairs of a drop and an addition; the plan puts them around what they make room for.
#include "codegen/plan/put_aside.hpp"

#include "codegen/plan/action.hpp"
#include "codegen/plan/constraint_facts.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>
#include <set>

namespace strata::codegen {
namespace {

using columns = std::set<std::string>;

class setting_aside {
public:
  explicit setting_aside(const change& of) : of_(of), names_(of) {
    for (const operation& one : of.operations) {
      note_touched(one);
      if (const auto* constraint = std::get_if<rename_constraint>(&one)) {
        renamed_.insert(constraint->to);
      } else if (const auto* index = std::get_if<rename_index>(&one)) {
        renamed_.insert(index->to);
      }
    }
  }

  std::vector<operation> run() {
    find_changed();
    if (changed_.empty()) {
      return {};
    }
    for (const model::table& table : of_.to.tables) {
      const model::table* before = names_.before(table.name);
      if (before != nullptr && !names_.is_new(table.name)) {
        within(*before, table);
      }
    }
    replaced_indexes();
    triggers();
    views();
    return std::move(made_);
  }

  /// Primary keys and uniques that are dropped and added again.
  const std::set<std::string>& keys() const { return keys_; }

  bool has_pair(const replace_index& replaced) const {
    return pairs_.contains(vertex_name(replaced.table, replaced.after.name));
  }

private:
  void touch(const char* kind, const model::qualified_name& table, const std::string& name) {
    touched_.insert(kind + vertex_name(table, name));
  }

  void note_touched(const operation& of) {
    if (const auto* gone = std::get_if<drop_constraint>(&of)) {
      touch("constraint", gone->table, name_of(gone->constraint));
    } else if (const auto* made = std::get_if<add_constraint>(&of)) {
      touch("constraint", made->table, name_of(made->constraint));
    } else if (const auto* index = std::get_if<create_index>(&of)) {
      touch("index", index->table, index->index.name);
    } else if (const auto* replaced = std::get_if<replace_index>(&of)) {
      touch("index", replaced->table, replaced->after.name);
    } else if (const auto* view = std::get_if<create_view>(&of)) {
      touched_.insert("view" + vertex_name(view->view.name));
    } else if (const auto* trigger = std::get_if<create_trigger>(&of)) {
      touch("trigger", trigger->trigger.table, trigger->trigger.name);
    } else if (const auto* added = std::get_if<add_column>(&of)) {
      touch("column", added->table, added->column.name);
    } else if (const auto* altered = std::get_if<alter_column>(&of)) {
      touch("column", altered->table, altered->after.name);
    }
  }

  void find_changed() {
    for (const operation& one : of_.operations) {
      if (const auto* altered = std::get_if<alter_column>(&one)) {
        if (altered->before.type != altered->after.type ||
            altered->before.collation != altered->after.collation ||
            altered->before.generated != altered->after.generated) {
          changed_[altered->table].insert(altered->after.name);
        }
      } else if (const auto* replaced = std::get_if<replace_enumeration>(&one)) {
        for (const model::table& table : of_.to.tables) {
          for (const model::column& column : table.columns) {
            if (column.type.kind == model::type_kind::enumeration &&
                column.type.name == replaced->after.name) {
              changed_[table.name].insert(column.name);
            }
          }
        }
      }
    }
  }

  const columns& changed(const model::qualified_name& table) const {
    static const columns none;
    const auto found = changed_.find(table);
    return found == changed_.end() ? none : found->second;
  }

  static bool speaks_of(const std::vector<std::string>& texts, const columns& names) {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return sql::mentions(text, name);
      });
    });
  }

  static bool names_any(const std::vector<std::string>& named, const columns& names) {
    return std::any_of(
        named.begin(), named.end(), [&](const std::string& name) { return names.contains(name); });
  }

  void within(const model::table& before, const model::table& after) {
    columns own = changed(after.name);
    generated_columns(before, after, own);
    for (const model::check_constraint& check : after.checks) {
      if (speaks_of({check.expression.postgresql}, own)) {
        around(before.checks, after.name, check);
      }
    }
    for (const model::exclusion_constraint& exclusion : after.exclusions) {
      if (speaks_of(texts_of(exclusion, model::dialect::postgresql), own)) {
        around(before.exclusions, after.name, exclusion);
      }
    }
    for (const model::foreign_key& key : after.foreign_keys) {
      if (names_any(key.columns, own) || names_any(key.target_columns, changed(key.target)) ||
          loses_its_key(key)) {
        around(before.foreign_keys, after.name, key);
      }
    }
    for (const model::index& index : after.indexes) {
      std::vector<std::string> texts = {index.predicate.postgresql};
      for (const model::index_key& key : index.keys) {
        texts.push_back(key.expression.postgresql);
      }
      if (speaks_of(texts, own)) {
        around(before.indexes, after.name, index);
      }
    }
  }

  /// Whether the unique or primary key that the foreign key rests on is dropped for a moment.
  bool loses_its_key(const model::foreign_key& key) const {
    return std::any_of(of_.operations.begin(), of_.operations.end(), [&](const operation& one) {
      const auto* gone = std::get_if<drop_constraint>(&one);
      if (gone == nullptr || gone->table != key.target ||
          std::holds_alternative<model::foreign_key>(gone->constraint)) {
        return false;
      }
      const std::vector<std::string> named = columns_of(gone->constraint);
      return columns(named.begin(), named.end()) ==
             columns(key.target_columns.begin(), key.target_columns.end());
    });
  }

  /// A generated column goes and comes again, with the indexes and constraints on it.
  void generated_columns(const model::table& before, const model::table& after, columns& own) {
    columns again;
    for (const model::column& column : after.columns) {
      if (is_made_anew(after.name, column.name)) {
        again.insert(column.name);
      }
      if (!column.generated || touched_.contains("column" + vertex_name(after.name, column.name)) ||
          !speaks_of({column.generated->expression.postgresql}, own)) {
        continue;
      }
      made_.emplace_back(drop_column{after.name, column});
      made_.emplace_back(add_column{after.name, column, std::nullopt});
      comment(model::object_kind::column, after.name, column.name, column.comment);
      again.insert(column.name);
    }
    if (again.empty()) {
      return;
    }
    for (const model::unique_constraint& unique : after.uniques) {
      if (names_any(unique.columns, again)) {
        around(before.uniques, after.name, unique);
      }
    }
    for (const model::index& index : after.indexes) {
      std::vector<std::string> named = index.include;
      for (const model::index_key& key : index.keys) {
        named.push_back(key.column);
      }
      if (names_any(named, again)) {
        around(before.indexes, after.name, index);
      }
    }
    own.insert(again.begin(), again.end());
  }

  /// Whether the column is dropped and added because its generation changes.
  bool is_made_anew(const model::qualified_name& table, const std::string& column) const {
    return std::any_of(of_.operations.begin(), of_.operations.end(), [&](const operation& one) {
      const auto* altered = std::get_if<alter_column>(&one);
      return altered != nullptr && altered->table == table && altered->after.name == column &&
             altered->after.generated && altered->before.generated != altered->after.generated;
    });
  }

  template <typename Constraint>
  void around(const std::vector<Constraint>& before,
              const model::qualified_name& table,
              const Constraint& object) {
    if (!existed(before, object.name) ||
        !touched_.insert("constraint" + vertex_name(table, object.name)).second) {
      return;
    }
    keys_.insert(vertex_name(table, object.name));
    made_.emplace_back(drop_constraint{table, object});
    made_.emplace_back(add_constraint{table, object});
    comment(model::object_kind::constraint, table, object.name, object.comment);
  }

  void around(const std::vector<model::index>& before,
              const model::qualified_name& table,
              const model::index& index) {
    if (!existed(before, index.name) ||
        !touched_.insert("index" + vertex_name(table, index.name)).second) {
      return;
    }
    made_.emplace_back(drop_index{table, index});
    made_.emplace_back(create_index{table, index});
    comment(model::object_kind::index, table, index.name, index.comment);
  }

  /// What is renamed in this version is put aside by its new name, after the rename.
  template <typename Object>
  bool existed(const std::vector<Object>& before, const std::string& name) const {
    return renamed_.contains(name) ||
           std::any_of(
               before.begin(), before.end(), [&](const Object& one) { return one.name == name; });
  }

  void comment(model::object_kind kind,
               const model::qualified_name& table,
               const std::string& name,
               const std::string& text) {
    if (!text.empty()) {
      set_comment again;
      again.kind = kind;
      again.owner = table;
      again.name = {kind == model::object_kind::index ? table.schema : "", name};
      again.after = text;
      made_.emplace_back(std::move(again));
    }
  }

  /// The old index would be in the way under its passing name.
  void replaced_indexes() {
    for (const operation& one : of_.operations) {
      const auto* replaced = std::get_if<replace_index>(&one);
      if (replaced == nullptr) {
        continue;
      }
      std::vector<std::string> texts = {replaced->before.predicate.postgresql};
      for (const model::index_key& key : replaced->before.keys) {
        texts.push_back(key.expression.postgresql);
      }
      if (speaks_of(texts, changed(replaced->table))) {
        pairs_.insert(vertex_name(replaced->table, replaced->after.name));
        made_.emplace_back(drop_index{replaced->table, replaced->before});
        made_.emplace_back(create_index{replaced->table, replaced->after});
      }
    }
  }

  void triggers() {
    for (const model::trigger& trigger : of_.to.triggers) {
      const bool speaks =
          speaks_of({trigger.events.postgresql, trigger.action.postgresql}, changed(trigger.table));
      const bool existed =
          std::any_of(of_.from.triggers.begin(), of_.from.triggers.end(), [&](const auto& one) {
            return one.name == trigger.name && names_.new_name(one.table) == trigger.table;
          });
      if (speaks && existed &&
          touched_.insert("trigger" + vertex_name(trigger.table, trigger.name)).second) {
        made_.emplace_back(drop_trigger{trigger});
        made_.emplace_back(create_trigger{trigger});
        comment(model::object_kind::trigger, trigger.table, trigger.name, trigger.comment);
      }
    }
  }

  void views() {
    std::set<model::qualified_name> disturbed;
    for (const auto& [table, names] : changed_) {
      disturbed.insert(table);
    }
    for (bool grows = true; grows;) {
      grows = false;
      for (const model::view& view : of_.to.views) {
        const bool depends =
            std::any_of(view.depends_on.begin(), view.depends_on.end(), [&](const auto& name) {
              return disturbed.contains(name);
            });
        if (!depends || !disturbed.insert(view.name).second) {
          continue;
        }
        grows = true;
        if (names_.view_before(view.name) != nullptr &&
            touched_.insert("view" + vertex_name(view.name)).second) {
          around(view);
        }
      }
    }
  }

  void around(const model::view& view) {
    made_.emplace_back(drop_view{view});
    made_.emplace_back(create_view{view});
    for (const model::index& index : view.indexes) {
      made_.emplace_back(create_index{view.name, index});
      comment(model::object_kind::index, view.name, index.name, index.comment);
    }
    if (!view.comment.empty()) {
      set_comment again;
      again.kind = model::object_kind::view;
      again.name = view.name;
      again.materialized = view.materialized;
      again.after = view.comment;
      made_.emplace_back(std::move(again));
    }
  }

  const change& of_;
  change_lookup names_;
  std::set<std::string> touched_; ///< What has an operation of its own.
  std::set<std::string> renamed_; ///< New names of constraints and indexes.
  std::map<model::qualified_name, columns> changed_;
  std::set<std::string> keys_;
  std::set<std::string> pairs_;
  std::vector<operation> made_;
};

} // namespace

void put_aside(change& of) {
  setting_aside aside(of);
  std::vector<operation> pairs = aside.run();
  of.put_aside = aside.keys();
  std::erase_if(of.operations, [&](const operation& one) {
    const auto* replaced = std::get_if<replace_index>(&one);
    return replaced != nullptr && aside.has_pair(*replaced);
  });
  of.operations.insert(of.operations.end(), pairs.begin(), pairs.end());
}

} // namespace strata::codegen
