// Schemas, extensions and enumerated types: what tables live in and are made of.
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {

std::string printer::operator()(const create_schema& made) const {
  return fmt::format("CREATE SCHEMA {};", quote(made.name));
}

std::string printer::operator()(const drop_schema& gone) const {
  return fmt::format("DROP SCHEMA {};", quote(gone.name));
}

std::string printer::operator()(const create_extension& made) const {
  // One is often there already, made by whoever owns the database.
  std::string text = "CREATE EXTENSION IF NOT EXISTS " + quote(made.extension.name);
  if (!made.extension.schema.empty()) {
    text += " SCHEMA " + quote(made.extension.schema);
  }
  if (!made.extension.version.empty()) {
    text += " VERSION " + quote_text(made.extension.version);
  }
  return text + ';';
}

std::string printer::operator()(const alter_extension& altered) const {
  const model::extension& after = altered.after;
  const std::string alter = "ALTER EXTENSION " + quote(after.name);
  std::string text;
  if (altered.before.schema != after.schema) {
    text = fmt::format(
        "{} SET SCHEMA {};", alter, after.schema.empty() ? "public" : quote(after.schema));
  }
  if (altered.before.version != after.version && !after.version.empty()) {
    text += fmt::format(
        "{}{} UPDATE TO {};", text.empty() ? "" : "\n", alter, quote_text(after.version));
  }
  return text;
}

std::string printer::operator()(const drop_extension& gone) const {
  return fmt::format("DROP EXTENSION {};", quote(gone.name));
}

std::string printer::operator()(const create_type& made) const {
  std::string values;
  for (const std::string& value : made.values) {
    values += (values.empty() ? "" : ", ") + quote_text(value);
  }
  return fmt::format("CREATE TYPE {} AS ENUM ({});", quote(made.name), values);
}

std::string printer::operator()(const drop_type& gone) const {
  return fmt::format("DROP TYPE {};", quote(gone.name));
}

std::string printer::operator()(const rename_type& renamed) const {
  return fmt::format("ALTER TYPE {} RENAME TO {};", quote(renamed.from), quote(renamed.to));
}

std::string printer::operator()(const add_type_value& added) const {
  const std::string before = added.before.empty() ? "" : " BEFORE " + quote_text(added.before);
  return fmt::format(
      "ALTER TYPE {} ADD VALUE {}{};", quote(added.type), quote_text(added.value), before);
}

std::string printer::operator()(const rename_type_value& renamed) const {
  return fmt::format("ALTER TYPE {} RENAME VALUE {} TO {};",
                     quote(renamed.type),
                     quote_text(renamed.from),
                     quote_text(renamed.to));
}

} // namespace strata::codegen::sql
