// Views, functions and triggers: objects whose bodies are the user's SQL.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/mention.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
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

std::string signature(const std::string& parameters) {
  std::string kept;
  int depth = 0;
  bool skips = false;
  char quoted_by = '\0'; // A quote within is doubled, and so ends nothing.
  for (std::size_t at = 0; at < parameters.size(); ++at) {
    const char one = parameters[at];
    if (quoted_by == one) {
      quoted_by = '\0';
    } else if (quoted_by == '\0' && (one == '\'' || one == '"')) {
      quoted_by = one;
    }
    const bool is_plain = quoted_by == '\0';
    depth += is_plain && (one == '(' || one == '[') ? 1 : 0;
    depth -= is_plain && (one == ')' || one == ']') ? 1 : 0;
    const bool outside = is_plain && depth == 0;
    const bool begins = outside && (one == '=' || mentions(parameters.substr(at, 9), " DEFAULT "));
    if (begins && !skips) {
      kept.resize(kept.find_last_not_of(" :") + 1);
    }
    skips = outside && one == ',' ? false : skips || begins;
    kept += skips ? "" : std::string(1, one);
  }
  return kept;
}

namespace {

/// At this character where it stands outside of quotes and brackets; none of them empty.
std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  int depth = 0;
  bool is_quoted = false;
  for (const char one : text) {
    is_quoted = one == '"' ? !is_quoted : is_quoted;
    depth += is_quoted ? 0 : (one == '(') - (one == ')');
    if (one == at && !is_quoted && depth == 0) {
      parts.emplace_back();
    } else {
      parts.back() += one;
    }
  }
  std::erase(parts, std::string());
  return parts;
}

/// Whether the word goes on with a type's name, as in `double precision`, `time without time zone`.
bool goes_on_with_type(const std::string& word) {
  constexpr std::array<std::string_view, 10> words = {"precision",
                                                      "varying",
                                                      "with",
                                                      "without",
                                                      "year",
                                                      "month",
                                                      "day",
                                                      "hour",
                                                      "minute",
                                                      "second"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::vector<std::string> argument_types(const std::string& parameters) {
  std::vector<std::string> types;
  for (const std::string& parameter : split(signature(parameters), ',')) {
    std::vector<std::string> words = split(parameter, ' ');
    const std::string mode = words.empty() ? "" : words.front();
    if (mode == "OUT") {
      continue;
    }
    if (mode == "IN" || mode == "INOUT" || mode == "VARIADIC") {
      words.erase(words.begin());
    }
    if (words.size() > 1 && !goes_on_with_type(words[1])) {
      words.erase(words.begin()); // Its name.
    }
    types.push_back(fmt::format("{}", fmt::join(words, " ")));
  }
  return types;
}

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
