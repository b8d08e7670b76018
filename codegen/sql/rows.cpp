// Statements on rows: reference rows, backfills, and the copy that rebuilds a table.
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/value.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {
namespace {

std::string joined(const std::vector<std::string>& parts, const char* separator) {
  std::string all;
  for (const std::string& part : parts) {
    all += (all.empty() ? "" : separator) + part;
  }
  return all;
}

std::string assignments(const std::vector<std::string>& columns,
                        const std::vector<model::literal>& values,
                        const char* separator,
                        model::dialect on) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    parts.push_back(quote(columns[at]) + " = " + literal(values[at], on));
  }
  return joined(parts, separator);
}

const char* abort_words(bool or_abort) { return or_abort ? " OR ABORT" : ""; }

} // namespace

std::string printer::operator()(const insert_rows& inserted) const {
  std::string text = fmt::format("INSERT{} INTO {} ({})",
                                 abort_words(inserted.or_abort),
                                 quote(inserted.table),
                                 quote_list(inserted.columns));
  if (inserted.overriding && on == model::dialect::postgresql) {
    text += "\nOVERRIDING SYSTEM VALUE";
  }
  text += "\nVALUES";
  const char* separator = "\n  (";
  for (const std::vector<model::literal>& row : inserted.rows) {
    std::vector<std::string> values;
    for (const model::literal& value : row) {
      values.push_back(literal(value, on));
    }
    text += separator + joined(values, ", ") + ')';
    separator = ",\n  (";
  }
  return text + ';';
}

std::string printer::operator()(const update_row& updated) const {
  const change_rows::update& update = updated.update;
  return fmt::format("UPDATE{} {}\nSET {}\nWHERE {};",
                     abort_words(updated.or_abort),
                     quote(updated.table),
                     assignments(update.after.columns, update.after.values, ", ", on),
                     assignments(update.key_columns, update.key, " AND ", on));
}

std::string printer::operator()(const delete_row& gone) const {
  return fmt::format("DELETE FROM {}\nWHERE {};",
                     quote(gone.table),
                     assignments(gone.key_columns, gone.key, " AND ", on));
}

std::string printer::operator()(const advance_sequence& moved) const {
  const std::string sequence = fmt::format("pg_catalog.pg_get_serial_sequence({}, {})",
                                           quote_text(quote(moved.table)),
                                           quote_text(moved.column));
  return fmt::format("SELECT pg_catalog.setval({0}, GREATEST(\n"
                     "  (SELECT max({1}) FROM {2}),\n"
                     "  pg_catalog.pg_sequence_last_value({0}::regclass),\n"
                     "  1));",
                     sequence,
                     quote(moved.column),
                     quote(moved.table));
}

std::string printer::operator()(const fill_column& filled) const {
  return fmt::format("UPDATE{} {}\nSET {} = {}{};",
                     abort_words(filled.or_abort),
                     quote(filled.table),
                     quote(filled.column),
                     filled.expression,
                     filled.condition.empty() ? "" : "\nWHERE " + filled.condition);
}

std::string printer::operator()(const copy_rows& copied) const {
  return fmt::format("INSERT{} INTO {} ({})\nSELECT {}\nFROM {};",
                     abort_words(copied.or_abort),
                     quote(copied.to),
                     quote_list(copied.columns),
                     joined(copied.expressions, ", "),
                     quote(copied.from));
}

std::string printer::operator()(const copy_sequence& copied) const {
  return fmt::format("DELETE FROM sqlite_sequence WHERE name = {0};\n\n"
                     "INSERT INTO sqlite_sequence (name, seq)\n"
                     "SELECT {0}, seq FROM sqlite_sequence WHERE name = {1};",
                     quote_text(copied.to),
                     quote_text(copied.from));
}

} // namespace strata::codegen::sql
