// Indexes on SQLite: B-trees over columns and expressions, unique and partial ones too.
#include "codegen/adapt/sqlite_parts.hpp"

#include "codegen/adapt/unsupported.hpp"
#include "codegen/sql/own_table.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

void find(diagnostics& out, const model::index& index, const std::string& what) {
  unsupported(out,
              index.where,
              "S314",
              fmt::format("SQLite has no {} for the index {}", what, index.name),
              "leave it out, or declare the index `.only(postgresql)` (and another "
              "`.only(sqlite)`)");
}

void lower_key(model::index_key& key, const model::index& index, diagnostics& out) {
  if (!key.operator_class.empty()) {
    find(out, index, "operator class " + key.operator_class);
  }
  if (!key.collation.empty() && key.collation != "BINARY" && key.collation != "NOCASE" &&
      key.collation != "RTRIM") {
    find(out, index, "collation " + key.collation);
  }
  // SQLite sorts nulls first and has no words for it in an index.
  const auto by_nature = key.descending ? model::nulls_order::last : model::nulls_order::first;
  if (key.nulls != model::nulls_order::by_default && key.nulls != by_nature) {
    find(out, index, key.descending ? "NULLS FIRST with DESC" : "NULLS LAST");
  }
  key.nulls = model::nulls_order::by_default;
  key.statistics.reset();
}

} // namespace

void lower_indexes(model::table& table, diagnostics& out) {
  for (model::index& index : table.indexes) {
    if (!index.method.empty() && index.method != "btree") {
      find(out, index, "method " + index.method);
    }
    if (!index.include.empty()) {
      find(out, index, "INCLUDE");
    }
    if (index.nulls_not_distinct) {
      find(out, index, "NULLS NOT DISTINCT");
    }
    if (!index.with.empty()) {
      find(out, index, "storage parameters");
    }
    index.predicate.sqlite = sql::without_own_table(index.predicate.sqlite, table.name.name);
    index.method.clear();
    index.comment.clear();
    for (model::index_key& key : index.keys) {
      lower_key(key, index, out);
    }
  }
}

} // namespace strata::codegen
