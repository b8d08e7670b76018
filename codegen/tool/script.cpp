// SQL with its transactions written out, and the same facts as JSON.
#include "codegen/tool/script.hpp"

#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/tool/json_text.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

/// Functions may speak of what comes after them, and names without a schema stand for the same
/// objects as when the databases were read.
std::string preamble(const live_schema& from) {
  if (from.on.dialect == model::dialect::sqlite)
    return {};
  return fmt::format("SET check_function_bodies = false;\nSET search_path = {};\n\n",
                     sql::quote(from.default_schema));
}

std::string words_of(const assessment& hazard) {
  return fmt::format("{}: {}: {}", name_of(hazard.hazard), hazard.object, hazard.why);
}

std::string statements_of(const step& one, model::dialect on) {
  std::string text;
  for (const planned_statement& planned : one.statements) {
    text += planned.comment.empty() ? "" : sql::comment(planned.comment) + '\n';
    text += sql::render(planned.statement, on) + '\n';
  }
  return text;
}

std::string step_text(const step& one, model::dialect on) {
  const std::string statements = statements_of(one, on);
  if (!one.in_transaction)
    return statements;
  const std::string whole = "BEGIN;\n" + statements + "COMMIT;\n";
  return one.foreign_keys_off
             ? "PRAGMA foreign_keys = OFF;\n" + whole + "PRAGMA foreign_keys = ON;\n"
             : whole;
}

} // namespace

std::string script_of(const database_diff& made, const live_schema& from) {
  if (made.steps.empty())
    return {};
  std::string text;
  for (const assessment& each : made.hazards)
    text += sql::comment("hazard: " + words_of(each)) + '\n';
  text += (text.empty() ? "" : "\n") + preamble(from);
  for (std::size_t at = 0; at < made.steps.size(); ++at)
    text += (at == 0 ? "" : "\n") + step_text(made.steps[at], from.on.dialect);
  return text;
}

std::string json_of(const database_diff& made, const live_schema& from) {
  json_text out;
  out.begin('{').key("equal").boolean(made.steps.empty()).key("hazards").begin('[');
  for (const assessment& each : made.hazards) {
    out.begin('{').key("hazard").string(name_of(each.hazard));
    out.key("object").string(each.object).key("why").string(each.why).end('}');
  }
  out.end(']').key("before").string(preamble(from)).key("steps").begin('[');
  for (const step& one : made.steps) {
    out.begin('{').key("transaction").boolean(one.in_transaction);
    out.key("foreign_keys_off").boolean(one.foreign_keys_off).key("statements").begin('[');
    for (const planned_statement& planned : one.statements)
      out.string(sql::render(planned.statement, from.on.dialect));
    out.end(']').end('}');
  }
  return out.end(']').end('}').text() + "\n";
}

} // namespace strata::codegen
