// Indexes that are not part of a constraint.
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {
namespace {

std::string key_words(const model::index_key& key, model::dialect on) {
  std::string text =
      key.column.empty() ? "(" + key.expression.for_dialect(on) + ")" : quote(key.column);
  if (!key.collation.empty()) {
    text += " COLLATE " + quote(key.collation);
  }
  if (!key.operator_class.empty()) {
    text += ' ' + key.operator_class;
  }
  if (key.descending) {
    text += " DESC";
  }
  if (key.nulls != model::nulls_order::by_default) {
    text += key.nulls == model::nulls_order::first ? " NULLS FIRST" : " NULLS LAST";
  }
  return text;
}

} // namespace

std::string printer::operator()(const create_index& made) const {
  const model::index& index = made.index;
  std::string keys;
  for (const model::index_key& key : index.keys) {
    keys += (keys.empty() ? "" : ", ") + key_words(key, on);
  }
  std::string text = fmt::format("CREATE {}INDEX {}{} ON {}{} {}({})",
                                 index.unique ? "UNIQUE " : "",
                                 made.concurrently ? "CONCURRENTLY " : "",
                                 quote(index.name),
                                 index.only_parent ? "ONLY " : "",
                                 quote(made.table),
                                 index.method.empty() ? "" : "USING " + quote(index.method) + " ",
                                 keys);
  if (!index.include.empty()) {
    text += " INCLUDE (" + quote_list(index.include) + ")";
  }
  if (index.nulls_not_distinct) {
    text += " NULLS NOT DISTINCT";
  }
  if (!index.with.empty()) {
    text += " WITH (" + index.with + ")";
  }
  if (const std::string& predicate = index.predicate.for_dialect(on); !predicate.empty()) {
    text += " WHERE " + predicate;
  }
  return text + ';';
}

std::string printer::operator()(const attach_index& attached) const {
  return fmt::format(
      "ALTER INDEX {} ATTACH PARTITION {};", quote(attached.parent), quote(attached.part));
}

std::string printer::operator()(const drop_index& gone) const {
  return fmt::format(
      "DROP INDEX {}{};", gone.concurrently ? "CONCURRENTLY " : "", quote(gone.name));
}

std::string printer::operator()(const rename_index& renamed) const {
  return fmt::format("ALTER INDEX {}{} RENAME TO {};",
                     renamed.if_exists ? "IF EXISTS " : "",
                     quote(renamed.from),
                     quote(renamed.to));
}

std::string printer::operator()(const set_index_statistics& set) const {
  // ALTER INDEX has no ONLY; ALTER TABLE takes an index too.
  return fmt::format("ALTER {} {} ALTER COLUMN {} SET STATISTICS {};",
                     set.only_parent ? "TABLE ONLY" : "INDEX",
                     quote(set.index),
                     set.key + 1,
                     set.target.value_or(-1));
}

} // namespace strata::codegen::sql
