// Pairs of a drop and an addition; the plan puts them around what they make room for.
#include "codegen/plan/put_aside.hpp"

#include "codegen/compose/further_objects.hpp"
#include "codegen/plan/action.hpp"
#include "codegen/plan/constraint_facts.hpp"
#include "codegen/plan/setting_aside.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>

namespace strata::codegen {

setting_aside::setting_aside(const change& of) : of_(of), names_(of) {
  for (const model::table& table : of.to.tables) {
    for (const model::foreign_key& key : table.foreign_keys) {
      keys_to_[key.target].push_back(&key);
    }
  }
  for (const operation& one : of.operations) {
    note_touched(one);
    if (const auto* renamed = std::get_if<rename_constraint>(&one)) {
      renamed_.insert(renamed->to);
    } else if (const auto* index = std::get_if<rename_index>(&one)) {
      renamed_.insert(index->to);
    }
  }
}

std::vector<operation> setting_aside::run() {
  find_moved_types();
  find_changed();
  find_remade_types();
  find_remade_functions();
  find_remade_views();
  views_and_functions();
  const bool replaces_key =
      std::any_of(of_.operations.begin(), of_.operations.end(), [](const operation& one) {
        const auto* replaced = std::get_if<replace_index>(&one);
        return replaced != nullptr && replaced->before.unique;
      });
  if (changed_.empty() && remade_.empty() && made_.empty() && gone_.empty() && !replaces_key) {
    return {};
  }
  const auto each_that_stays = [&](auto visit) {
    for (const model::table& table : of_.to.tables) {
      const model::table* before = names_.before(table.name);
      if (before != nullptr && !names_.is_new(table.name)) {
        (this->*visit)(*before, table);
      }
    }
  };
  // Of all tables first: foreign keys look at the columns of others.
  each_that_stays(&setting_aside::generated_columns);
  hand_down_changes();
  each_that_stays(&setting_aside::generated_columns_of_heirs);
  each_that_stays(&setting_aside::within);
  each_that_stays(&setting_aside::defaults_of);
  replaced_indexes();
  views_and_functions(); // Generated columns may have changed meanwhile.
  triggers();
  policies_and_rules();
  statistics_objects();
  find_domains();
  return std::move(made_);
}

bool setting_aside::has_pair(const replace_index& replaced) const {
  return pairs_.contains(vertex_name(replaced.table, replaced.after.name));
}

bool setting_aside::has_pair(const alter_object& altered) const {
  const auto key = [](model::object_kind kind, const auto& of) {
    return std::to_string(static_cast<int>(kind)) + vertex_name(of.table, of.name);
  };
  if (const auto* policy = std::get_if<model::policy>(&altered.after)) {
    return attached_.contains(key(model::object_kind::policy, *policy));
  }
  const auto is_type_aside = [&](const auto& of) {
    const bool is_type = kind_of(of) == model::object_kind::domain ||
                         kind_of(of) == model::object_kind::composite_type;
    return is_type && types_aside_.contains(vertex_name(name_of_object(of)));
  };
  if (std::visit(is_type_aside, altered.after)) {
    return true;
  }
  const auto* rule = std::get_if<model::rule>(&altered.after);
  return rule != nullptr && attached_.contains(key(model::object_kind::rule, *rule));
}

void setting_aside::touch(const char* kind,
                          const model::qualified_name& table,
                          const std::string& name) {
  touched_.insert(kind + vertex_name(table, name));
}

void setting_aside::note_touched(const operation& of) {
  if (const auto* gone = std::get_if<drop_constraint>(&of)) {
    touch("constraint", gone->table, name_of(gone->constraint));
  } else if (const auto* made = std::get_if<add_constraint>(&of)) {
    touch("constraint", made->table, name_of(made->constraint));
  } else if (const auto* index = std::get_if<create_index>(&of)) {
    touch("index", index->table, index->index.name);
  } else if (const auto* replaced = std::get_if<replace_index>(&of)) {
    touch("index", replaced->table, replaced->after.name);
  } else if (const auto* function = std::get_if<create_function>(&of)) {
    touch_function(function->function);
  } else if (const auto* view = std::get_if<create_view>(&of)) {
    touched_.insert("view" + vertex_name(view->view.name));
  } else if (const auto* trigger = std::get_if<create_trigger>(&of)) {
    touch("trigger", trigger->trigger.table, trigger->trigger.name);
  } else if (const auto* object = std::get_if<create_object>(&of)) {
    const auto attachment = [&](model::object_kind kind, const auto& each) {
      touched_.insert(std::to_string(static_cast<int>(kind)) + vertex_name(each.table, each.name));
    };
    if (const auto* policy = std::get_if<model::policy>(&object->object)) {
      attachment(model::object_kind::policy, *policy);
    } else if (const auto* rule = std::get_if<model::rule>(&object->object)) {
      attachment(model::object_kind::rule, *rule);
    }
  } else if (const auto* added = std::get_if<add_column>(&of)) {
    touch("column", added->table, added->column.name);
  } else if (const auto* altered = std::get_if<alter_column>(&of)) {
    touch("column", altered->table, altered->after.name);
  }
}

void setting_aside::find_changed() {
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
  for (const alter_column& moved : moved_columns_) {
    changed_[moved.table].insert(moved.after.name);
  }
  hand_down_changes();
}

/// Columns of partitions and heirs change with their parents'.
void setting_aside::hand_down_changes() {
  for (bool grows = true; grows;) {
    grows = false;
    for (const model::table& table : of_.to.tables) {
      const auto take = [&](const model::qualified_name& parent) {
        for (const std::string& column : columns(changed(parent))) {
          grows |= changed_[table.name].insert(column).second;
        }
      };
      take(table.descent.partition_of);
      std::for_each(table.descent.inherits.begin(), table.descent.inherits.end(), take);
    }
  }
}

/// The server does not drop a function while anything that stays calls it.
void setting_aside::find_remade_functions() {
  for (const operation& one : of_.operations) {
    const auto* gone = std::get_if<drop_function>(&one);
    if (gone != nullptr &&
        std::any_of(of_.to.functions.begin(), of_.to.functions.end(), [&](const auto& function) {
          return function.name == gone->function.name;
        })) {
      remade_.insert(gone->function.name.name);
    }
  }
}

void setting_aside::find_remade_views() {
  for (const operation& one : of_.operations) {
    if (const auto* gone = std::get_if<drop_view>(&one)) {
      remade_views_.insert(gone->view.name.name);
      gone_.insert(gone->view.name);
    } else if (const auto* table = std::get_if<drop_table>(&one);
               table != nullptr && names_.view_after(table->table.name) != nullptr) {
      remade_views_.insert(table->table.name.name);
      gone_.insert(table->table.name);
    }
  }
}

/// A view may call a function, and a function be of a view's rows.
void setting_aside::views_and_functions() {
  for (std::size_t known = made_.size() + 1; known != made_.size();) {
    known = made_.size();
    functions();
    views();
  }
}

const setting_aside::columns& setting_aside::changed(const model::qualified_name& table) const {
  static const columns none;
  const auto found = changed_.find(table);
  return found == changed_.end() ? none : found->second;
}

bool setting_aside::calls_remade(const std::vector<std::string>& texts) const {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
    return std::any_of(remade_.begin(), remade_.end(), [&](const std::string& name) {
      return sql::mentions(text, name);
    });
  });
}

bool setting_aside::speaks_of(const std::vector<std::string>& texts, const columns& names) const {
  return calls_remade(texts) ||
         std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
           return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
             return sql::mentions(text, name);
           });
         });
}

namespace {

/// ALTER DOMAIN does the rest.
void leave_domains(std::vector<operation>& operations, const std::vector<domain_aside>& aside) {
  const auto leave = [](model::domain& domain, const model::domain& part) {
    std::erase_if(domain.checks, [&](const auto& each) {
      return std::any_of(part.checks.begin(), part.checks.end(), [&](const auto& other) {
        return other.name == each.name;
      });
    });
    if (part.default_to) {
      domain.default_to.reset();
    }
  };
  std::erase_if(operations, [&](operation& one) {
    auto* altered = std::get_if<alter_object>(&one);
    auto* before = altered == nullptr ? nullptr : std::get_if<model::domain>(&altered->before);
    if (before == nullptr) {
      return false;
    }
    auto& after = std::get<model::domain>(altered->after);
    for (const domain_aside& each : aside) {
      if (each.after.name == after.name) {
        leave(*before, each.before);
        leave(after, each.after);
      }
    }
    return *before == after;
  });
}

} // namespace

void put_aside(change& of) {
  setting_aside aside(of);
  std::vector<operation> pairs = aside.run();
  of.put_aside = aside.keys();
  of.types_aside = aside.types();
  of.defaults_aside = aside.defaults();
  of.moved_types = aside.moved_types();
  of.moved_columns = aside.moved_columns();
  of.domains_aside = aside.domains();
  leave_domains(of.operations, of.domains_aside);
  std::erase_if(of.operations, [&](const operation& one) {
    const auto* replaced = std::get_if<replace_index>(&one);
    const auto* altered = std::get_if<alter_object>(&one);
    const auto* function = std::get_if<replace_function>(&one);
    const auto* column = std::get_if<alter_column>(&one);
    return (replaced != nullptr && aside.has_pair(*replaced)) ||
           (altered != nullptr && aside.has_pair(*altered)) ||
           (function != nullptr && aside.has_pair(*function)) ||
           (column != nullptr && aside.has_pair(*column));
  });
  of.operations.insert(of.operations.end(), pairs.begin(), pairs.end());
}

} // namespace strata::codegen
