// Transactions are written here alone: a plan's steps know only whether they run in one.
#include "codegen/script/script.hpp"

#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/text/json_text.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace strata::codegen {
namespace {

std::string step_text(const script_step& one) {
  std::string statements;
  for (const std::string& each : one.statements)
    statements += each + '\n';
  if (!one.in_transaction)
    return statements;
  const std::string whole = "BEGIN;\n" + statements + "COMMIT;\n";
  return one.foreign_keys_off
             ? "PRAGMA foreign_keys = OFF;\n" + whole + "PRAGMA foreign_keys = ON;\n"
             : whole;
}

} // namespace

script_step script_step_of(const step& planned, model::dialect on) {
  script_step made{planned.in_transaction, planned.foreign_keys_off, {}};
  for (const planned_statement& each : planned.statements) {
    made.statements.push_back((each.comment.empty() ? "" : sql::comment(each.comment) + '\n') +
                              sql::render(each.statement, on));
  }
  return made;
}

std::string print_script(const script& of) {
  if (of.steps.empty())
    return {};
  std::string text;
  for (const std::string& each : lines_of(of.hazards))
    text += sql::comment("hazard: " + each) + '\n';
  text += (text.empty() ? "" : "\n") + of.before;
  for (std::size_t at = 0; at < of.steps.size(); ++at)
    text += (at == 0 ? "" : "\n") + step_text(of.steps[at]);
  return text;
}

std::string print_script_json(const script& of) {
  json_text out;
  out.begin('{').key("equal").boolean(of.steps.empty()).key("hazards").begin('[');
  for (const assessment& each : of.hazards) {
    out.begin('{').member("hazard", name_of(each.hazard));
    out.member("object", each.object).member("why", each.why).end('}');
  }
  out.end(']').member("before", of.before).key("steps").begin('[');
  for (const script_step& one : of.steps) {
    out.begin('{').key("transaction").boolean(one.in_transaction);
    out.key("foreign_keys_off").boolean(one.foreign_keys_off);
    out.member("statements", one.statements).end('}');
  }
  return out.end(']').end('}').text() + "\n";
}

} // namespace strata::codegen
