// Pairs of what reads tables or is called by them: defaults, triggers and views.
#include "codegen/plan/action.hpp"
#include "codegen/plan/setting_aside.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

std::vector<std::string> text_of_default(const model::column& column) {
  const auto* text =
      column.default_to ? std::get_if<model::sql_text>(&*column.default_to) : nullptr;
  return text == nullptr ? std::vector<std::string>() : std::vector{text->postgresql};
}

} // namespace

/// A default that calls another function by then is set by its own operation, in time.
void setting_aside::defaults_of(const model::table& before, const model::table& after) {
  for (const model::column& column : after.columns) {
    const auto old =
        std::find_if(before.columns.begin(), before.columns.end(), [&](const auto& one) {
          return names_.new_column(after.name, one.name) == column.name;
        });
    if (old != before.columns.end() && calls_remade(text_of_default(*old)) &&
        calls_remade(text_of_default(column))) {
      defaults_.push_back({after.name, column.name, *column.default_to});
    }
  }
}

void setting_aside::triggers() {
  for (const model::trigger& trigger : of_.to.triggers) {
    const bool speaks =
        speaks_of({trigger.events.postgresql, trigger.action.postgresql}, changed(trigger.table));
    const bool existed =
        std::any_of(of_.from.triggers.begin(), of_.from.triggers.end(), [&](const auto& one) {
          return one.name == trigger.name && names_.new_name(one.table) == trigger.table;
        });
    if ((speaks || views_aside_.contains(trigger.table)) && existed &&
        touched_.insert("trigger" + vertex_name(trigger.table, trigger.name)).second) {
      made_.emplace_back(drop_trigger{trigger});
      made_.emplace_back(create_trigger{trigger});
      comment(model::object_kind::trigger, trigger.table, trigger.name, trigger.comment);
    }
  }
}

void setting_aside::views() {
  std::set<model::qualified_name> disturbed;
  for (const auto& [table, names] : changed_) {
    disturbed.insert(table);
  }
  for (bool grows = true; grows;) {
    grows = false;
    for (const model::view& view : of_.to.views) {
      const bool depends = calls_remade({view.query.postgresql}) ||
                           std::any_of(view.depends_on.begin(),
                                       view.depends_on.end(),
                                       [&](const auto& name) { return disturbed.contains(name); });
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

void setting_aside::around(const model::view& view) {
  views_aside_.insert(view.name);
  made_.emplace_back(drop_view{view});
  made_.emplace_back(create_view{view});
  for (const model::index& index : view.indexes) {
    bring_back(view.name, index);
  }
  if (!view.comment.empty()) {
    set_comment again;
    again.kind = model::object_kind::view;
    again.name = view.name;
    again.materialized = view.materialized;
    again.after = view.comment;
    made_.emplace_back(std::move(again));
  }
  for (const model::column& column : view.columns)
    comment(model::object_kind::column, view.name, column.name, column.comment);
}

} // namespace strata::codegen
