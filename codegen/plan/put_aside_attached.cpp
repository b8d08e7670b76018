// Pairs of what speaks of columns from elsewhere: policies, rules, and functions whose bodies the
// server has parsed.
#include "codegen/plan/action.hpp"
#include "codegen/plan/setting_aside.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

std::vector<std::string> texts_of(const model::policy& of) {
  return {of.using_sql.postgresql, of.check_sql.postgresql};
}

std::vector<std::string> texts_of(const model::rule& of) { return {of.action.postgresql}; }

std::string key_of(const model::function& of) {
  return vertex_name(of.name) + joint + of.parameters;
}

} // namespace

bool setting_aside::speaks_of_changed(const std::vector<std::string>& texts,
                                      const model::qualified_name& own,
                                      const std::vector<model::qualified_name>& others) const {
  return speaks_of(texts, changed(own)) ||
         std::any_of(others.begin(), others.end(), [&](const model::qualified_name& each) {
           return speaks_of(texts, changed(each));
         });
}

/// Whether a relation is dropped that it reads, for another of the same name.
bool setting_aside::reads_gone(const std::vector<model::qualified_name>& needed) const {
  return std::any_of(needed.begin(), needed.end(), [&](const model::qualified_name& each) {
    return gone_.contains(each) || views_aside_.contains(each);
  });
}

/// Whether a type of its parameters or its result is built anew, under the same name.
bool setting_aside::is_of_remade_type(const model::function& of) const {
  const std::string signature = signature_of(of);
  return std::any_of(remade_types_.begin(), remade_types_.end(), [&](const auto& each) {
    return sql::mentions(signature, each.name);
  });
}

/// Whether its parameters or its result are rows of a view that is made again.
bool setting_aside::is_of_remade_view(const model::function& of) const {
  const std::string signature = signature_of(of);
  const auto is_of = [&](const std::string& view) { return sql::mentions(signature, view); };
  return std::any_of(remade_views_.begin(), remade_views_.end(), is_of) ||
         std::any_of(views_aside_.begin(), views_aside_.end(), [&](const auto& view) {
           return is_of(view.name);
         });
}

bool setting_aside::touch_function(const model::function& of) {
  return touched_.insert("function" + key_of(of)).second;
}

bool setting_aside::reads_changed(const model::function& of) const {
  if (is_of_remade_type(of) || is_of_remade_view(of)) {
    return true;
  }
  if (of.of == model::function::kind::aggregate && calls_remade({of.definition.postgresql})) {
    return true;
  }
  return is_parsed(of) && (reads_gone(of.depends_on) ||
                           speaks_of_changed({of.definition.postgresql}, {}, of.depends_on));
}

void setting_aside::functions() {
  for (bool grows = true; grows;) { // One that calls another goes with it.
    grows = false;
    for (const model::function& function : of_.to.functions) {
      const auto before =
          std::find_if(of_.from.functions.begin(), of_.from.functions.end(), [&](const auto& each) {
            return each.name == function.name && each.parameters == function.parameters;
          });
      if (before == of_.from.functions.end() || touched_.contains("function" + key_of(function)) ||
          (!reads_changed(*before) && !reads_changed(function))) {
        continue;
      }
      grows = true;
      touch_function(function);
      functions_.insert(key_of(function));
      remade_.insert(function.name.name);
      made_.emplace_back(drop_function{*before});
      made_.emplace_back(create_function{function});
      set_comment again;
      again.kind = model::object_kind::function;
      again.name = function.name;
      again.parameters = function.parameters;
      again.after = function.comment;
      if (!again.after.empty()) {
        made_.emplace_back(std::move(again));
      }
    }
  }
}

bool setting_aside::has_pair(const replace_function& replaced) const {
  return functions_.contains(key_of(replaced.after));
}

template <typename Object>
void setting_aside::attached(const std::vector<Object>& before,
                             const std::vector<Object>& after,
                             model::object_kind kind) {
  for (const Object& is : after) {
    const auto was = std::find_if(before.begin(), before.end(), [&](const Object& each) {
      return each.name == is.name && names_.new_name(each.table) == is.table;
    });
    const std::string key = std::to_string(static_cast<int>(kind)) + vertex_name(is.table, is.name);
    if (was == before.end() || touched_.contains(key) ||
        (!views_aside_.contains(is.table) && !reads_gone(is.depends_on) &&
         !speaks_of_changed(texts_of(is), is.table, is.depends_on) &&
         !speaks_of_changed(texts_of(*was), is.table, was->depends_on))) {
      continue;
    }
    attached_.insert(key); // What ALTER would do to it is done by making it.
    Object gone = *was;
    gone.table = is.table;
    made_.emplace_back(drop_object{std::move(gone)}); // Of a view too: the gap is known so.
    made_.emplace_back(create_object{is});
    comment(kind, is.table, is.name, is.comment);
  }
}

void setting_aside::policies_and_rules() {
  attached(of_.from.policies, of_.to.policies, model::object_kind::policy);
  attached(of_.from.rules, of_.to.rules, model::object_kind::rule);
}

} // namespace strata::codegen
