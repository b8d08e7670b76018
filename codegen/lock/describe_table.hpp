// What the lock says of tables, their constraints, indexes and reference rows.
#pragma once

#include "codegen/lock/describe_column.hpp"

#include <strata/model/table.hpp>

namespace strata::codegen {

inline constexpr choices<3> deferrals = {
    "not_deferrable", "initially_immediate", "initially_deferred"};
inline constexpr choices<5> referential_actions = {
    "no_action", "restrict", "cascade", "set_null", "set_default"};
inline constexpr choices<2> match_types = {"simple", "full"};
inline constexpr choices<4> replica_identities = {"primary_key", "full", "nothing", "index"};
inline constexpr choices<3> nulls_orders = {"by_default", "first", "last"};

template <typename Archive>
void describe(Archive& of, described<Archive, model::primary_key> it) {
  of.word(it.name);
  of.words("columns", it.columns);
  of.flag("without_overlaps", it.without_overlaps);
  of.words("include", it.include);
  of.text("with", it.with);
  of.choice("deferrable", it.deferrable, deferrals);
  of.text("on_sqlite", it.sqlite_keys);
  of.choice("on_conflict", it.on_conflict, conflict_actions);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::unique_constraint> it) {
  of.word(it.name);
  of.words("columns", it.columns);
  of.flag("without_overlaps", it.without_overlaps);
  of.words("include", it.include);
  of.flag("nulls_not_distinct", it.nulls_not_distinct);
  of.text("with", it.with);
  of.choice("deferrable", it.deferrable, deferrals);
  of.flag("as_found", it.as_found);
  of.text("on_sqlite", it.sqlite_keys);
  of.choice("on_conflict", it.on_conflict, conflict_actions);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::check_constraint> it) {
  of.word(it.name);
  of.sql("expression", it.expression);
  of.flag("no_inherit", it.no_inherit);
  of.flag("not_valid", it.not_valid);
  of.flag("not_enforced", it.not_enforced);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::foreign_key> it) {
  of.word(it.name);
  of.words("columns", it.columns);
  of.flag("period", it.period);
  of.words("references", it.target);
  of.words("target_columns", it.target_columns);
  of.choice("on_delete", it.on_delete, referential_actions);
  of.words("set_columns", it.set_columns);
  of.choice("on_update", it.on_update, referential_actions);
  of.choice("match", it.match, match_types);
  of.choice("deferrable", it.deferrable, deferrals);
  of.flag("not_valid", it.not_valid);
  of.flag("not_enforced", it.not_enforced);
  of.flag("as_found", it.as_found);
  of.only(it.only);
  of.text("comment", it.comment);
}

/// A key that is a column says so on its own line; one that is an expression has no word there.
template <typename Archive, typename Column>
void describe_key_column(Archive& of, Column& column) {
  if constexpr (Archive::is_reader) {
    if (!of.here().words.empty())
      of.word(column);
  } else if (!column.empty()) {
    of.word(column);
  }
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::exclusion_constraint::element> it) {
  describe_key_column(of, it.column);
  of.sql("expression", it.expression);
  of.text("operator_class", it.operator_class);
  of.text("operator", it.operator_);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::exclusion_constraint> it) {
  of.word(it.name);
  of.word(it.method);
  of.each("element", it.elements);
  of.words("include", it.include);
  of.text("with", it.with);
  of.sql("where", it.predicate);
  of.choice("deferrable", it.deferrable, deferrals);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::index_key> it) {
  describe_key_column(of, it.column);
  of.sql("expression", it.expression);
  of.text("collation", it.collation);
  of.text("operator_class", it.operator_class);
  of.flag("descending", it.descending);
  of.choice("nulls", it.nulls, nulls_orders);
  of.number("statistics", it.statistics);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::index> it) {
  of.word(it.name);
  of.flag("unique", it.unique);
  of.flag("nulls_not_distinct", it.nulls_not_distinct);
  of.text("method", it.method);
  of.each("key", it.keys);
  of.words("include", it.include);
  of.sql("where", it.predicate);
  of.text("with", it.with);
  of.text("part_of", it.part_of);
  of.flag("only_parent", it.only_parent);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::reference_row> it) {
  if constexpr (Archive::is_reader) {
    for (std::size_t left = of.here().words.size(); left > 0; --left) {
      it.values.push_back(literal_of(of.next_word(), of.here().line));
    }
  } else {
    for (const model::literal& value : it.values)
      of.word(one_word(value));
  }
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::reference_rows> it) {
  of.words("columns", it.columns);
  of.each("row", it.rows);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::table> it) {
  of.word(it.name);
  of.flag("unlogged", it.unlogged);
  of.flag("strict", it.strict);
  of.flag("without_rowid", it.without_rowid);
  of.text("with", it.with);
  of.text("partitioned_by", it.descent.partitioned_by);
  of.words("partition_of", it.descent.partition_of);
  of.text("bounds", it.descent.bounds);
  of.words("inherits", it.descent.inherits);
  of.flag("row_security", it.row_security);
  of.flag("row_security_forced", it.row_security_forced);
  of.choice("replica_identity", it.replica, replica_identities);
  of.text("replica_index", it.replica_index);
  of.text("clustered_on", it.clustered_on);
  of.only(it.only);
  of.text("comment", it.comment);
  of.each("column", it.columns);
  of.maybe("primary_key", it.primary_key);
  of.each("unique", it.uniques);
  of.each("check", it.checks);
  of.each("foreign_key", it.foreign_keys);
  of.each("exclusion", it.exclusions);
  of.each("index", it.indexes);
  of.maybe("rows", it.rows);
}

} // namespace strata::codegen
