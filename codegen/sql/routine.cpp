// Views, functions and triggers: objects whose bodies are the user's SQL.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <string_view>

namespace strata::codegen::sql {
namespace {

/// A body with one semicolon after it; on a line of its own where a comment may end the body.
std::string ended(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n;");
  const std::string_view body = last == std::string_view::npos ? "" : text.substr(0, last + 1);
  const auto line = body.rfind('\n');
  const bool has_comment =
      body.substr(line == std::string_view::npos ? 0 : line).find("--") != std::string_view::npos;
  return std::string(body) + (has_comment ? "\n;" : ";");
}

std::string function_words(const model::function& of) {
  switch (of.of) {
  case model::function::kind::function:
    return "FUNCTION";
  case model::function::kind::procedure:
    return "PROCEDURE";
  case model::function::kind::aggregate:
    break;
  }
  return "AGGREGATE";
}

const char* view_words(bool materialized) { return materialized ? "MATERIALIZED VIEW" : "VIEW"; }

} // namespace

std::string printer::operator()(const create_view& made) const {
  const std::vector<std::string>& names = made.view.column_names;
  return fmt::format("CREATE {} {}{}{} AS\n{}",
                     view_words(made.view.materialized),
                     quote(made.view.name),
                     names.empty() ? "" : " (" + quote_list(names) + ")",
                     made.view.with.empty() ? "" : " WITH (" + made.view.with + ")",
                     ended(made.view.query.for_dialect(on)));
}

std::string printer::operator()(const drop_view& gone) const {
  return fmt::format("DROP {} {};", view_words(gone.materialized), quote(gone.name));
}

std::string printer::operator()(const rename_view& renamed) const {
  return fmt::format("ALTER {} {} RENAME TO {};",
                     view_words(renamed.materialized),
                     quote(renamed.from),
                     quote(renamed.to));
}

std::string printer::operator()(const create_function& made) const {
  return fmt::format("CREATE {}{} {}({})\n{}",
                     made.replace ? "OR REPLACE " : "",
                     function_words(made.function),
                     quote(made.function.name),
                     made.function.parameters,
                     ended(made.function.definition.for_dialect(on)));
}

std::string printer::operator()(const drop_function& gone) const {
  return fmt::format("DROP {} {}({});",
                     function_words(gone.function),
                     quote(gone.function.name),
                     signature(gone.function.parameters));
}

std::string printer::operator()(const create_trigger& made) const {
  const model::trigger& trigger = made.trigger;
  std::string text = fmt::format("CREATE {}TRIGGER {}\n{} ON {}\n{}",
                                 trigger.constraint ? "CONSTRAINT " : "",
                                 quote(trigger.name),
                                 trigger.events.for_dialect(on),
                                 quote(trigger.table),
                                 ended(trigger.action.for_dialect(on)));
  if (trigger.enabled != model::firing::origin) {
    text += fmt::format("\nALTER TABLE {} {} TRIGGER {};",
                        quote(trigger.table),
                        firing_words(trigger.enabled),
                        quote(trigger.name));
  }
  return text;
}

std::string printer::operator()(const drop_trigger& gone) const {
  if (on == model::dialect::sqlite) {
    return fmt::format("DROP TRIGGER {};", quote(gone.name));
  }
  return fmt::format("DROP TRIGGER {} ON {};", quote(gone.name), quote(gone.table));
}

std::string printer::operator()(const rename_trigger& renamed) const {
  return fmt::format("ALTER TRIGGER {} ON {} RENAME TO {};",
                     quote(renamed.from),
                     quote(renamed.table),
                     quote(renamed.to));
}

std::string printer::operator()(const set_triggers& set) const {
  return fmt::format(
      "ALTER TABLE {} {} TRIGGER USER;", quote(set.table), set.enabled ? "ENABLE" : "DISABLE");
}

std::string printer::operator()(const verbatim& own) const { return ended(own.text); }

} // namespace strata::codegen::sql
