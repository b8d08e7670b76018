// Views, functions and triggers: opaque SQL, replaced whole, and made again where what they depend
// on is changed under them.
#include "codegen/compose/sql_words.hpp"
#include "codegen/diff/difference.hpp"
#include "codegen/diff/matching.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace strata::codegen {
namespace {

set_comment comment_on(model::object_kind kind,
                       const model::qualified_name& name,
                       const std::string& before,
                       const std::string& after) {
  set_comment change;
  change.kind = kind;
  change.name = name;
  change.before = before;
  change.after = after;
  return change;
}

template <typename Object>
Object without_comment(Object object) {
  object.comment.clear();
  return object;
}

model::view without_comments(model::view view) {
  view.comment.clear();
  for (model::column& each : view.columns)
    each.comment.clear();
  return view;
}

bool selects_all(const model::view& view) {
  return view.query.postgresql.find('*') != std::string::npos ||
         view.query.sqlite.find('*') != std::string::npos;
}

/// `RETURNS …`, up to the options that CREATE OR REPLACE can change. PostgreSQL refuses to replace
/// a function by one that returns another type.
std::string_view result_of(const model::function& function) {
  static const std::set<std::string> options = {
      "language", "as",       "immutable", "stable", "volatile", "strict",    "called",
      "security", "external", "parallel",  "cost",   "rows",     "leakproof", "not",
      "window",   "support",  "set",       "begin",  "return",   "transform"};
  const std::string& sql = function.definition.postgresql;
  for (const sql_word& each : words_of(sql)) {
    if (!each.is_quoted && options.count(each.name) > 0) {
      const std::size_t end =
          sql.find_last_not_of(" \t\r\n", each.begin - (each.begin > 0 ? 1 : 0));
      return std::string_view(sql).substr(0, end == std::string::npos ? 0 : end + 1);
    }
  }
  return sql;
}

class routine_diff {
public:
  explicit routine_diff(difference& all) : all_(all) {}

  void run() {
    const auto name = [](const model::view& of) -> const auto& { return of.name; };
    views_ = match(all_.from.views, all_.to.views, name);
    functions();
    find_disturbed_views();
    views();
    triggers();
  }

private:
  bool depends_on_disturbed(const std::vector<model::qualified_name>& names) const {
    return std::any_of(names.begin(), names.end(), [&](const auto& each) {
      return all_.disturbed.count(each) > 0;
    });
  }

  void functions() {
    const auto key = [](const model::function& of) { return std::tie(of.name, of.parameters); };
    const auto functions = match(all_.from.functions, all_.to.functions, key);
    for (const model::function* each : functions.removed) {
      all_.add(drop_function{*each});
      all_.disturbed.insert(each->name);
    }
    for (const model::function* each : functions.added) {
      create(*each);
    }
    for (const auto& [before, after] : functions.kept) {
      if (before->of != after->of || result_of(*before) != result_of(*after)) {
        all_.add(drop_function{*before});
        all_.disturbed.insert(before->name);
        create(*after);
        continue;
      }
      if (before->definition != after->definition) {
        all_.add(replace_function{*before, *after});
      }
      comment(*after, before->comment);
    }
  }

  void create(const model::function& function) {
    all_.add(create_function{without_comment(function)});
    comment(function, {});
  }

  void comment(const model::function& of, const std::string& before) {
    set_comment change = comment_on(model::object_kind::function, of.name, before, of.comment);
    change.parameters = of.parameters;
    all_.comment(std::move(change));
  }

  bool is_made_again(const model::view& before, const model::view& after) const {
    if (before.query != after.query || before.materialized != after.materialized ||
        before.with != after.with || before.column_names != after.column_names ||
        depends_on_disturbed(before.depends_on)) {
      return true;
    }
    return selects_all(before) &&
           std::any_of(before.depends_on.begin(), before.depends_on.end(), [&](const auto& each) {
             return all_.added_columns.count(each) > 0;
           });
  }

  /// A view that is made again disturbs the views over it; repeated until nothing changes.
  void find_disturbed_views() {
    for (const model::view* each : views_.removed) {
      all_.disturbed.insert(each->name);
    }
    bool has_grown = true;
    while (has_grown) {
      has_grown = false;
      for (const auto& [before, after] : views_.kept) {
        if (is_made_again(*before, *after)) {
          has_grown = again_.insert(before->name).second || has_grown;
          all_.disturbed.insert(before->name);
        }
      }
    }
  }

  void views() {
    for (const model::view* each : views_.removed) {
      all_.add(drop_view{*each});
    }
    for (const auto& [before, after] : views_.kept) {
      if (again_.count(before->name) > 0) {
        all_.add(drop_view{*before});
        create(*after);
      } else {
        diff_indexes(all_, after->name, before->indexes, after->indexes);
        comment(*after, *before);
      }
    }
    for (const model::view* each : views_.added) {
      create(*each);
    }
  }

  void create(const model::view& view) {
    model::view plain = without_comments(view);
    plain.indexes.clear();
    all_.add(create_view{plain});
    comment(view, plain);
    diff_indexes(all_, view.name, {}, view.indexes);
  }

  void comment(const model::view& of, const model::view& before) {
    set_comment change = comment_on(model::object_kind::view, of.name, before.comment, of.comment);
    change.materialized = of.materialized;
    all_.comment(std::move(change));
    const auto name = [](const model::column& column) -> const auto& { return column.name; };
    const auto columns = match(before.columns, of.columns, name);
    for (const model::column* each : columns.removed)
      comment(of, each->name, each->comment, {});
    for (const auto& [was, is] : columns.kept)
      comment(of, is->name, was->comment, is->comment);
    for (const model::column* each : columns.added)
      comment(of, each->name, {}, each->comment);
  }

  void comment(const model::view& of,
               const std::string& column,
               const std::string& before,
               const std::string& after) {
    set_comment change = comment_on(model::object_kind::column, {{}, column}, before, after);
    change.owner = of.name;
    all_.comment(std::move(change));
  }

  /// Those of a table that is dropped go with it.
  void triggers() {
    const auto key = [](const model::trigger& of) { return std::tie(of.table, of.name); };
    const auto triggers = match(all_.from.triggers, all_.to.triggers, key);
    for (const model::trigger* each : triggers.removed) {
      if (exists(each->table) && !changes_kind(each->table)) {
        all_.add(drop_trigger{*each});
      }
    }
    for (const model::trigger* each : triggers.added) {
      create(*each);
    }
    for (const auto& [before, after] : triggers.kept) {
      if (changes_kind(before->table)) {
        create(*after); // It went with what had the name.
      } else if (again_.count(before->table) > 0 || before->events != after->events ||
                 before->action != after->action || before->constraint != after->constraint ||
                 before->enabled != after->enabled || depends_on_disturbed(before->depends_on)) {
        all_.add(drop_trigger{*before});
        create(*after);
      } else {
        comment(*after, before->comment);
      }
    }
  }

  template <typename Relations>
  static bool has(const Relations& relations, const model::qualified_name& name) {
    return std::any_of(
        relations.begin(), relations.end(), [&](const auto& each) { return each.name == name; });
  }

  bool exists(const model::qualified_name& relation) const {
    return has(all_.to.tables, relation) || has(all_.to.views, relation);
  }

  /// Whether a table makes way for a view of its name, or the other way round.
  bool changes_kind(const model::qualified_name& relation) const {
    return has(all_.from.tables, relation)
               ? has(all_.to.views, relation)
               : has(all_.from.views, relation) && has(all_.to.tables, relation);
  }

  void create(const model::trigger& trigger) {
    all_.add(create_trigger{without_comment(trigger)});
    comment(trigger, {});
  }

  void comment(const model::trigger& of, const std::string& before) {
    set_comment change = comment_on(model::object_kind::trigger, {{}, of.name}, before, of.comment);
    change.owner = of.table;
    all_.comment(std::move(change));
  }

  difference& all_;
  matched<model::view> views_;
  std::set<model::qualified_name> again_;
};

} // namespace

void diff_routines(difference& all) { routine_diff(all).run(); }

} // namespace strata::codegen
