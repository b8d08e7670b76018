// Applying a derivation's renames, removals and changes.
#include "codegen/compose/derive.hpp"

#include "codegen/compose/derivable_table.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

using model::object_kind;

void report_unknown(const model::table& table,
                    const model::removal& removal,
                    const std::vector<std::string>& candidates,
                    diagnostics& out) {
  const char* const kind = removal.kind == object_kind::column  ? "column"
                           : removal.kind == object_kind::index ? "index"
                                                                : "constraint";
  out.add({"S106",
           fmt::format("{} has no {} {} to leave out; take the .without out or correct its name",
                       display(table.name),
                       kind,
                       removal.name),
           did_you_mean(removal.name, candidates),
           removal.where});
}

void apply_properties(model::table& table, const model::table& changes) {
  if (!changes.with.empty()) {
    table.with = changes.with;
  }
  if (!changes.descent.partitioned_by.empty()) {
    table.descent.partitioned_by = changes.descent.partitioned_by;
  }
  if (!changes.descent.partition_of.name.empty()) {
    table.descent.partition_of = changes.descent.partition_of;
    table.descent.bounds = changes.descent.bounds;
  }
  if (!changes.descent.inherits.empty()) {
    table.descent.inherits = changes.descent.inherits;
  }
  table.row_security = table.row_security || changes.row_security;
  table.row_security_forced = table.row_security_forced || changes.row_security_forced;
  if (changes.replica != model::replica_identity::primary_key) {
    table.replica = changes.replica;
    table.replica_index = changes.replica_index;
  }
  if (!changes.clustered_on.empty()) {
    table.clustered_on = changes.clustered_on;
  }
}

void apply_options(model::table& table, const model::table& changes) {
  if (changes.rows) {
    table.rows = changes.rows;
  }
  if (!changes.comment.empty()) {
    table.comment = changes.comment;
  }
  if (!changes.cpp_name.empty()) {
    table.cpp_name = changes.cpp_name;
  }
  if (changes.only != model::dialect_set{}) {
    table.only = changes.only;
  }
  apply_properties(table, changes);
  table.unlogged = table.unlogged || changes.unlogged;
  table.strict = table.strict || changes.strict;
  table.without_rowid = table.without_rowid || changes.without_rowid;
}

} // namespace

model::table
derive(const derivation_base& base, const model::table_change& change, diagnostics& out) {
  derivable_table table(base.declared, base.before);
  for (const model::removal& each : change.removals) {
    const bool is_renamed =
        base.renamed.element(each.kind, base.declared.name, each.name) != each.name;
    if (!table.remove(each.kind, each.name) && !is_renamed) {
      report_unknown(base.declared, each, table.names(each.kind), out);
    }
  }
  table.change(change.changes);

  model::table result = table.take();
  apply_options(result, change.changes);
  result.where = change.where;
  take_out_users_of_removed(result, base.declared, change.removals, out);
  return result;
}

} // namespace strata::codegen
