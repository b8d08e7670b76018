// Of neighbours, all expressions read the values of before: one that reads a changed column stays
// apart.
#include "codegen/plan/one_rewrite.hpp"

#include "codegen/sql/mention.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace strata::codegen {
namespace {

const sql::set_column_type* type_change(const planned_statement& of) {
  return std::get_if<sql::set_column_type>(&of.statement);
}

bool changes_type(const action& of) {
  return is(of, object_class::column, stage::alter) && !of.sets_aside && !of.puts_back &&
         std::any_of(of.statements.begin(), of.statements.end(), [](const auto& each) {
           return type_change(each) != nullptr;
         });
}

/// Of a statistics object over a column, kept across the change …
bool is_kept(const planned_statement& of) {
  const auto* kept = std::get_if<sql::keep_rights>(&of.statement);
  return kept != nullptr && kept->of == sql::owned_kind::statistics;
}

/// … and given back.
bool is_given_back(const planned_statement& of) {
  const auto* restored = std::get_if<sql::restore_rights>(&of.statement);
  return restored != nullptr && restored->of == sql::owned_kind::statistics;
}

/// The table of a statement that may stand between two changes of types; null: it says none.
const model::qualified_name* table_of(const planned_statement& of) {
  if (const auto* type = type_change(of)) {
    return &type->table;
  }
  if (const auto* gone = std::get_if<sql::drop_default>(&of.statement)) {
    return &gone->table;
  }
  if (const auto* storage = std::get_if<sql::set_column_storage>(&of.statement)) {
    return &storage->table;
  }
  const auto* set = std::get_if<sql::set_default>(&of.statement);
  return set == nullptr ? nullptr : &set->table;
}

bool may_stand_between(const planned_statement& of) {
  return table_of(of) != nullptr || is_kept(of) || is_given_back(of);
}

/// Changes of one table's columns, in the order in which they came.
class run_of_changes {
public:
  bool takes(const planned_statement& next) const {
    const model::qualified_name* table = table_of(next);
    if (table == nullptr) {
      return is_kept(next) || is_given_back(next);
    }
    const bool is_of_another =
        std::any_of(all_.begin(), all_.end(), [&](const planned_statement& each) {
          return table_of(each) != nullptr && *table_of(each) != *table;
        });
    if (is_of_another) {
      return false;
    }
    const auto* type = type_change(next);
    if (type == nullptr) {
      return true;
    }
    return std::none_of(all_.begin(), all_.end(), [&](const planned_statement& each) {
      const auto* other = type_change(each);
      return other != nullptr &&
             (other->column == type->column || sql::mentions(type->using_sql, other->column) ||
              sql::mentions(other->using_sql, type->column));
    });
  }

  void add(planned_statement next) { all_.push_back(std::move(next)); }

  /// What is dropped and kept, the types, what is set and given back.
  void flush(std::vector<planned_statement>& into) {
    const auto changes = std::count_if(
        all_.begin(), all_.end(), [](const auto& each) { return type_change(each) != nullptr; });
    if (changes > 1) {
      join();
    }
    std::move(all_.begin(), all_.end(), std::back_inserter(into));
    all_.clear();
  }

private:
  void join() {
    std::vector<planned_statement> first;
    std::vector<planned_statement> last;
    planned_statement whole;
    bool has_whole = false;
    for (planned_statement& each : all_) {
      if (auto* type = std::get_if<sql::set_column_type>(&each.statement)) {
        if (!has_whole) {
          has_whole = true;
          whole = std::move(each);
        } else {
          std::get<sql::set_column_type>(whole.statement).beside.push_back(std::move(*type));
          whole.comment += whole.comment.empty() || each.comment.empty() ? "" : "\n";
          whole.comment += each.comment;
        }
      } else if (std::holds_alternative<sql::drop_default>(each.statement) || is_kept(each)) {
        first.push_back(std::move(each));
      } else {
        last.push_back(std::move(each));
      }
    }
    first.push_back(std::move(whole));
    std::move(last.begin(), last.end(), std::back_inserter(first));
    all_ = std::move(first);
  }

  std::vector<planned_statement> all_;
};

} // namespace

bool has_type_changes_to_gather(const std::vector<action>& actions) {
  std::set<std::string> tables;
  return std::any_of(actions.begin(), actions.end(), [&](const action& one) {
    return changes_type(one) && !tables.insert(one.table).second;
  });
}

void gather_type_changes(std::vector<action>& actions) {
  std::map<std::string, std::vector<action*>> by_table;
  for (action& one : actions) {
    if (changes_type(one)) {
      by_table[one.table].push_back(&one);
    }
  }
  for (auto& [table, all] : by_table) {
    if (all.size() < 2) {
      continue;
    }
    std::vector<vertex> after;
    std::vector<vertex> before;
    for (const action* one : all) {
      after.insert(after.end(), one->after.begin(), one->after.end());
      before.insert(before.end(), one->before.begin(), one->before.end());
    }
    // What others wait for, they wait for all.
    for (action& other : actions) {
      const bool waits = std::any_of(all.begin(), all.end(), [&](const action* one) {
        return std::find(other.after.begin(), other.after.end(), one->id) != other.after.end();
      });
      const bool precedes = std::any_of(all.begin(), all.end(), [&](const action* one) {
        return std::find(other.before.begin(), other.before.end(), one->id) != other.before.end();
      });
      const bool is_member = std::find(all.begin(), all.end(), &other) != all.end();
      for (const action* one : all) {
        if (waits && !is_member) {
          other.after.push_back(one->id);
        }
        if (precedes && !is_member) {
          other.before.push_back(one->id);
        }
      }
    }
    const auto is_of_them = [&](const vertex& id) {
      return std::any_of(all.begin(), all.end(), [&](const action* one) { return one->id == id; });
    };
    std::erase_if(after, is_of_them);
    std::erase_if(before, is_of_them);
    for (action* one : all) {
      one->after.insert(one->after.end(), after.begin(), after.end());
      one->before.insert(one->before.end(), before.begin(), before.end());
      one->step_group = "types of " + table;
    }
  }
}

void join_type_changes(std::vector<step>& steps) {
  for (step& one : steps) {
    std::vector<planned_statement> joined;
    run_of_changes run;
    for (planned_statement& each : one.statements) {
      if (!run.takes(each)) {
        run.flush(joined);
      }
      if (!may_stand_between(each)) {
        joined.push_back(std::move(each));
      } else {
        run.add(std::move(each));
      }
    }
    run.flush(joined);
    one.statements = std::move(joined);
  }
}

} // namespace strata::codegen
