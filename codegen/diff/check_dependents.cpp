// SQL texts that still speak of what was renamed or dropped: Strata does not rewrite them, so they
// must be declared anew.
#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/sql_words.hpp"
#include "codegen/diff/transition_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace strata::codegen {
namespace {

/// Column names that a table no longer has, with what they became; empty: dropped.
using former_columns = std::map<std::string, std::string>;

class dependent_check {
public:
  explicit dependent_check(const transition_facts& facts) : facts_(facts) {
    for (std::size_t i = 0; i < facts.carried.tables.size(); ++i) {
      remember(facts.from.schema.tables[i], facts.carried.tables[i]);
    }
  }

  void run() {
    for (const auto& [table, former] : columns_) {
      own_texts(*facts_.tables_after.find(table), former);
    }
    if (columns_.empty() && tables_.empty()) {
      return;
    }
    for (const model::view& each : facts_.to.schema.views) {
      const model::view* const was = find(facts_.carried.views, each);
      if (was != nullptr && was->query == each.query) {
        texts_of("view " + display(each.name), {each.query}, each.depends_on, each.where);
      }
    }
    for (const model::function& each : facts_.to.schema.functions) {
      const model::function* const was = find(facts_.carried.functions, each);
      if (was != nullptr && was->definition == each.definition) {
        texts_of("function " + display(each.name), {each.definition}, each.depends_on, each.where);
      }
    }
    for (const model::trigger& each : facts_.to.schema.triggers) {
      std::vector<model::qualified_name> about = each.depends_on;
      about.push_back(each.table);
      if (is_unchanged(each)) {
        texts_of("trigger " + each.name, {each.events, each.action}, about, each.where);
      }
    }
  }

private:
  void remember(const model::table& original, const model::table& carried) {
    const model::table* const after = facts_.tables_after.find(carried.name);
    if (after == nullptr) {
      return;
    }
    if (original.name.name != carried.name.name) {
      tables_[carried.name] = original.name.name;
    }
    former_columns former;
    for (std::size_t i = 0; i < original.columns.size(); ++i) {
      const std::string& was = original.columns[i].name;
      const std::string& is = carried.columns[i].name;
      if (find_named(after->columns, was) == nullptr) {
        former[was] = was == is ? std::string() : is;
      }
    }
    if (!former.empty()) {
      columns_[carried.name] = std::move(former);
    }
  }

  template <typename Object>
  static const Object* find(const std::vector<Object>& objects, const Object& like) {
    const auto found = std::find_if(
        objects.begin(), objects.end(), [&](const Object& each) { return each.name == like.name; });
    return found == objects.end() ? nullptr : &*found;
  }

  bool is_unchanged(const model::trigger& trigger) const {
    const auto& before = facts_.carried.triggers;
    return std::any_of(before.begin(), before.end(), [&](const model::trigger& each) {
      return each.table == trigger.table && each.name == trigger.name &&
             each.events == trigger.events && each.action == trigger.action;
    });
  }

  /// Within its own table a name has one meaning, so a text that has changed is read too.
  void own_texts(const model::table& table, const former_columns& former) {
    for (const model::check_constraint& each : table.checks) {
      find_former("check " + each.name, each.expression, table.name, former, each.where);
    }
    for (const model::column& each : table.columns) {
      if (each.generated) {
        find_former(
            "column " + each.name, each.generated->expression, table.name, former, each.where);
      }
    }
    for (const model::index& each : table.indexes) {
      find_former("index " + each.name, each.predicate, table.name, former, each.where);
      for (const model::index_key& key : each.keys) {
        find_former("index " + each.name, key.expression, table.name, former, each.where);
      }
    }
    for (const model::exclusion_constraint& each : table.exclusions) {
      find_former("exclusion " + each.name, each.predicate, table.name, former, each.where);
      for (const auto& element : each.elements) {
        find_former("exclusion " + each.name, element.expression, table.name, former, each.where);
      }
    }
  }

  void find_former(const std::string& what,
                   const model::sql_text& text,
                   const model::qualified_name& table,
                   const former_columns& former,
                   const model::place& where) {
    for (const auto& [was, is] : former) {
      if (mentions(text, was)) {
        report(what, thing(table, {{}, was}), is, where);
      }
    }
  }

  void texts_of(const std::string& what,
                const std::vector<model::sql_text>& texts,
                const std::vector<model::qualified_name>& about,
                const model::place& where) {
    for (const model::qualified_name& table : about) {
      const auto renamed = tables_.find(table);
      if (renamed != tables_.end() && any_mentions(texts, renamed->second)) {
        report(what, renamed->second, table.name, where);
      }
      const auto former = columns_.find(table);
      if (former == columns_.end()) {
        continue;
      }
      for (const auto& [was, is] : former->second) {
        if (any_mentions(texts, was) && !another_has(about, was)) {
          report(what, thing(table, {{}, was}), is, where);
        }
      }
    }
  }

  static bool any_mentions(const std::vector<model::sql_text>& texts, const std::string& name) {
    return std::any_of(texts.begin(), texts.end(), [&](const model::sql_text& each) {
      return mentions(each, name);
    });
  }

  bool another_has(const std::vector<model::qualified_name>& tables,
                   const std::string& column) const {
    return std::any_of(tables.begin(), tables.end(), [&](const model::qualified_name& each) {
      const model::table* const table = facts_.tables_after.find(each);
      return table != nullptr && find_named(table->columns, column) != nullptr;
    });
  }

  void report(const std::string& what,
              const std::string& former,
              const std::string& is,
              const model::place& where) {
    facts_.out.add({"S230",
                    fmt::format("{} still speaks of {}, which is {}; declare it anew",
                                what,
                                former,
                                is.empty() ? "dropped" : "renamed to " + is),
                    {},
                    where});
  }

  const transition_facts& facts_;
  std::map<model::qualified_name, former_columns> columns_;
  std::map<model::qualified_name, std::string> tables_; ///< Old names by new ones.
};

} // namespace

void check_dependents(const transition_facts& facts) { dependent_check(facts).run(); }

} // namespace strata::codegen
