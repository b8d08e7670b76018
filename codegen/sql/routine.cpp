// Views, functions and triggers: objects whose bodies are the user's SQL.
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <string_view>

namespace strata::codegen::sql {
namespace {

/// A body without the semicolon and the blanks it may end in; ours follows.
std::string_view body(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n;");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

std::string function_words(const model::function& of) {
  return of.of == model::function::kind::procedure ? "PROCEDURE" : "FUNCTION";
}

const char* view_words(bool materialized) { return materialized ? "MATERIALIZED VIEW" : "VIEW"; }

} // namespace

std::string printer::operator()(const create_view& made) const {
  return fmt::format("CREATE {} {} AS\n{};",
                     view_words(made.view.materialized),
                     quote(made.view.name),
                     body(made.view.query.for_dialect(on)));
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
  return fmt::format("CREATE {}{} {}({})\n{};",
                     made.replace ? "OR REPLACE " : "",
                     function_words(made.function),
                     quote(made.function.name),
                     made.function.parameters,
                     body(made.function.definition.for_dialect(on)));
}

std::string printer::operator()(const drop_function& gone) const {
  return fmt::format("DROP {} {}({});",
                     function_words(gone.function),
                     quote(gone.function.name),
                     gone.function.parameters);
}

std::string printer::operator()(const create_trigger& made) const {
  const model::trigger& trigger = made.trigger;
  return fmt::format("CREATE TRIGGER {}\n{} ON {}\n{};",
                     quote(trigger.name),
                     body(trigger.events.for_dialect(on)),
                     quote(trigger.table),
                     body(trigger.action.for_dialect(on)));
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

std::string printer::operator()(const verbatim& own) const {
  return std::string(body(own.text)) + ';';
}

} // namespace strata::codegen::sql
