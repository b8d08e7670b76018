// Values in their database's spelling.
#include "codegen/sql/value.hpp"

#include "codegen/sql/quote.hpp"

namespace strata::codegen::sql {
namespace {

struct default_printer {
  model::dialect on;

  std::string operator()(const model::literal& value) const { return literal(value, on); }

  // SQLite's are lowered to expressions by adapt.
  std::string operator()(model::known_function function) const {
    switch (function) {
    case model::known_function::now:
      return "now()";
    case model::known_function::gen_random_uuid:
      return "gen_random_uuid()";
    case model::known_function::current_date:
      return "CURRENT_DATE";
    case model::known_function::current_time:
      return "CURRENT_TIME";
    }
    return {};
  }

  std::string operator()(const model::sql_text& expression) const {
    const std::string& text = expression.for_dialect(on);
    // PostgreSQL takes an expression without parentheses only where no operator word is in it;
    // SQLite takes none, but for a text in the wrong quotes, which would be a column's name in
    // them.
    const bool plain = on == model::dialect::postgresql
                           ? text.find_first_of(" \t\n") == std::string::npos
                           : text.starts_with('"');
    return plain ? text : '(' + text + ')';
  }
};

} // namespace

std::string literal(const model::literal& value, model::dialect on) {
  using kind = model::literal::kind;
  switch (value.of) {
  case kind::null:
    return "NULL";
  case kind::boolean:
    if (on == model::dialect::sqlite) {
      return value.text == "true" ? "1" : "0";
    }
    return value.text == "true" ? "TRUE" : "FALSE";
  case kind::integer:
  case kind::decimal:
    return value.text;
  case kind::text:
    return quote_text(value.text);
  case kind::bytes:
    return on == model::dialect::sqlite ? 'X' + quote_text(value.text)
                                        : quote_text("\\x" + value.text);
  }
  return {};
}

std::string default_expression(const model::default_value& value, model::dialect on) {
  return std::visit(default_printer{on}, value);
}

} // namespace strata::codegen::sql
