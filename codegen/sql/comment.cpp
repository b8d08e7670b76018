// COMMENT ON, which PostgreSQL alone has.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {
namespace {

std::string object_words(const codegen::set_comment& about) {
  switch (about.kind) {
  case model::object_kind::schema:
    return "SCHEMA " + quote(about.name.name);
  case model::object_kind::extension:
    return "EXTENSION " + quote(about.name.name);
  case model::object_kind::enumeration:
    return "TYPE " + quote(about.name);
  case model::object_kind::table:
    return "TABLE " + quote(about.name);
  case model::object_kind::column:
    return fmt::format("COLUMN {}.{}", quote(about.owner), quote(about.name.name));
  case model::object_kind::constraint:
    if (about.on_domain) {
      return fmt::format("CONSTRAINT {} ON DOMAIN {}", quote(about.name.name), quote(about.owner));
    }
    return fmt::format("CONSTRAINT {} ON {}", quote(about.name.name), quote(about.owner));
  case model::object_kind::trigger:
    return fmt::format("TRIGGER {} ON {}", quote(about.name.name), quote(about.owner));
  case model::object_kind::index:
    return "INDEX " + quote(about.name);
  case model::object_kind::view:
    return (about.materialized ? "MATERIALIZED VIEW " : "VIEW ") + quote(about.name);
  case model::object_kind::function:
    // ROUTINE names functions and procedures alike.
    return fmt::format("ROUTINE {}({})", quote(about.name), routine_signature(about.parameters));
  case model::object_kind::sequence:
    return "SEQUENCE " + quote(about.name);
  case model::object_kind::domain:
    return "DOMAIN " + quote(about.name);
  case model::object_kind::composite_type:
  case model::object_kind::range_type:
    return "TYPE " + quote(about.name);
  case model::object_kind::attribute:
    return fmt::format("COLUMN {}.{}", quote(about.owner), quote(about.name.name));
  case model::object_kind::rule:
    return fmt::format("RULE {} ON {}", quote(about.name.name), quote(about.owner));
  case model::object_kind::policy:
    return fmt::format("POLICY {} ON {}", quote(about.name.name), quote(about.owner));
  case model::object_kind::statistics:
    return "STATISTICS " + quote(about.name);
  case model::object_kind::grant:
  case model::object_kind::enum_value:
  case model::object_kind::reference_row:
    break;
  }
  return {};
}

/// What the extension says of itself, which the server alone knows.
std::string extensions_own(const std::string& name) {
  return fmt::format(R"(DO $strata$
BEGIN
  EXECUTE pg_catalog.format('COMMENT ON EXTENSION %I IS %L', {0},
    (SELECT comment FROM pg_available_extensions WHERE name = {0}));
END $strata$;)",
                     quote_text(name));
}

} // namespace

std::string printer::operator()(const comment_on& said) const {
  const std::string& text = said.about.after;
  if (text.empty() && said.about.kind == model::object_kind::extension) {
    return extensions_own(said.about.name.name);
  }
  return fmt::format(
      "COMMENT ON {} IS {};", object_words(said.about), text.empty() ? "NULL" : quote_text(text));
}

} // namespace strata::codegen::sql
