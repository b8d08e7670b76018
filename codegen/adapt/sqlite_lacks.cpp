// Names each thing, so that nothing is left out in silence.
#include "codegen/adapt/sqlite_lacks.hpp"

#include "codegen/adapt/unsupported.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/further_objects.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

/// In the plural, after "SQLite has no".
std::string words_for_all(model::object_kind kind) {
  switch (kind) {
  case model::object_kind::policy:
    return "policies";
  case model::object_kind::statistics:
    return "extended statistics";
  default:
    return words_for(kind) + "s";
  }
}

} // namespace

void refuse_further_objects(model::schema& schema, diagnostics& out) {
  each_further(schema, [&](auto& list) {
    for (const auto& each : list) {
      unsupported(out,
                  each.where,
                  "S327",
                  fmt::format("SQLite has no {}, and {} is declared",
                              words_for_all(kind_of(each)),
                              thing(owner_of(each), name_of_object(each))),
                  "declare it `.only(postgresql)`");
    }
    list.clear();
  });
}

void refuse_properties(model::table& table, diagnostics& out) {
  const auto refuse = [&](bool has, const char* what) {
    if (has) {
      unsupported(out,
                  table.where,
                  "S328",
                  fmt::format("SQLite has no {}, and table {} is declared with it",
                              what,
                              display(table.name)),
                  "leave it out, or declare the table `.only(postgresql)`");
    }
  };
  refuse(!table.descent.partitioned_by.empty() || !table.descent.partition_of.name.empty(),
         "partitioning");
  refuse(!table.descent.inherits.empty(), "inheritance");
  refuse(table.row_security || table.row_security_forced, "row-level security");
  table.descent = {};
  table.row_security = false;
  table.row_security_forced = false;
  table.replica = model::replica_identity::primary_key;
  table.replica_index.clear();
  table.clustered_on.clear();
  table.with.clear();
  for (model::column& column : table.columns) {
    column.storage.clear();
    column.compression.clear();
    column.statistics.reset();
    column.parameters.clear();
  }
  if (table.primary_key) {
    table.primary_key->with.clear();
  }
  for (model::unique_constraint& unique : table.uniques) {
    unique.with.clear();
  }
}

} // namespace strata::codegen
