// Names were taken out where the header that is printed gives the same ones again.
#include "codegen/docs/dsl_table.hpp"

#include "codegen/docs/dsl_object.hpp"
#include "codegen/sql/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace strata::codegen::dsl {
namespace {

template <typename Element>
std::string named(const Element& of) {
  return of.name.empty() ? "" : fmt::format(".named({})", name(of.name));
}

std::string deferral(model::deferral when) {
  switch (when) {
  case model::deferral::not_deferrable:
    return "";
  case model::deferral::initially_immediate:
    return ".deferrable()";
  case model::deferral::initially_deferred:
    break;
  }
  return ".initially_deferred()";
}

std::string include(const std::vector<std::string>& columns) {
  return columns.empty() ? "" : fmt::format(".include({})", names(columns));
}

std::string conflict(const char* option, model::conflict_action of) {
  constexpr std::array<const char*, 5> words = {"abort", "rollback", "fail", "ignore", "replace"};
  return of == model::conflict_action::abort
             ? ""
             : fmt::format(".{}(conflict::{})", option, words.at(static_cast<std::size_t>(of)));
}

std::string identity(const model::identity& of) {
  constexpr std::array<const char*, 3> words = {".identity()", ".identity_always()", ".serial()"};
  std::string text = words.at(static_cast<std::size_t>(of.when));
  text += option("sequence_named", of.sequence);
  if (of.counts)
    text += counting_in(*of.counts);
  return text + counting(of);
}

std::string generated(const model::generated& of) {
  return fmt::format(".{}({})",
                     of.kept == model::generated::storage::stored ? "generated"
                                                                  : "generated_on_read",
                     sql(of.expression));
}

std::string
action(const char* option, model::referential_action of, const std::vector<std::string>& set) {
  constexpr std::array<const char*, 5> words = {
      "no_action", "restrict_", "cascade", "set_null", "set_default"};
  return of == model::referential_action::no_action
             ? ""
             : fmt::format(".{}({}{}{})",
                           option,
                           words.at(static_cast<std::size_t>(of)),
                           set.empty() ? "" : ", ",
                           names(set));
}

/// SQLite alone has such keys.
bool has_nullable(const model::table& owner, const model::primary_key& of) {
  return std::any_of(owner.columns.begin(), owner.columns.end(), [&](const model::column& each) {
    return each.nullable &&
           std::find(of.columns.begin(), of.columns.end(), each.name) != of.columns.end();
  });
}

std::string primary_key(const model::table& owner, const model::primary_key& of) {
  return fmt::format("primary_key({})", names(of.columns)) +
         flag("without_overlaps", of.without_overlaps) + include(of.include) +
         deferral(of.deferrable) + flag("nullable", has_nullable(owner, of)) +
         option("with_options", of.with) + option("on_sqlite", of.sqlite_keys) +
         conflict("on_conflict", of.on_conflict) + named(of) + option("comment", of.comment);
}

std::string unique(const model::unique_constraint& of) {
  return fmt::format("unique({})", names(of.columns)) +
         flag("without_overlaps", of.without_overlaps) + include(of.include) +
         flag("nulls_not_distinct", of.nulls_not_distinct) + deferral(of.deferrable) +
         option("with_options", of.with) + flag("as_found", of.as_found) +
         option("on_sqlite", of.sqlite_keys) + conflict("on_conflict", of.on_conflict) + named(of) +
         only(of.only) + option("comment", of.comment);
}

std::string foreign_key(const model::foreign_key& of) {
  const std::string to = of.target_columns.empty() ? "" : ", " + names(of.target_columns);
  return fmt::format("foreign_key({}).references({}{})", names(of.columns), name(of.target), to) +
         flag("period", of.period) + action("on_delete", of.on_delete, of.set_columns) +
         action("on_update", of.on_update, {}) +
         flag("match_full", of.match == model::match_type::full) + deferral(of.deferrable) +
         flag("not_valid", of.not_valid) + flag("not_enforced", of.not_enforced) +
         flag("as_found", of.as_found) + named(of) + only(of.only) + option("comment", of.comment);
}

std::string excluded(const model::exclusion_constraint::element& of) {
  const std::string what = of.column.empty() ? default_value(of.expression) : text(of.column);
  return fmt::format("with_operator({}, {})", what, text(of.operator_)) +
         option("opclass", of.operator_class);
}

std::string exclusion(const model::exclusion_constraint& of) {
  std::vector<std::string> parts;
  for (const auto& each : of.elements)
    parts.push_back(excluded(each));
  std::string words = fmt::format("exclude({})", fmt::join(parts, ", ")) + include(of.include);
  if (of.method != "gist")
    words += option("using_method", of.method);
  if (!of.predicate.empty())
    words += fmt::format(".where({})", sql(of.predicate));
  return words + option("with_options", of.with) + deferral(of.deferrable) + named(of) +
         only(of.only) + option("comment", of.comment);
}

std::string key(const model::index_key& of) {
  const bool plain = of.collation.empty() && of.operator_class.empty() && !of.descending &&
                     of.nulls == model::nulls_order::by_default;
  if (plain && of.expression.empty())
    return name(of.column);
  std::string words = of.expression.empty() ? fmt::format("key({})", name(of.column))
                                            : fmt::format("expression({})", sql(of.expression));
  words += option("collate", of.collation) + option("opclass", of.operator_class);
  words += flag("desc", of.descending);
  words += flag("nulls_first", of.nulls == model::nulls_order::first);
  return words + flag("nulls_last", of.nulls == model::nulls_order::last) +
         option("statistics_target", of.statistics);
}

std::string rows(const model::reference_rows& of) {
  std::string words = fmt::format("rows(columns({})", names(of.columns));
  for (const model::reference_row& row : of.rows) {
    std::vector<std::string> values;
    for (const auto& value : row.values)
      values.push_back(literal(value));
    words += fmt::format(",\n         row({})", fmt::join(values, ", "));
  }
  return words + ")";
}

/// Whose columns a table has comes before its own.
void add_descent(std::vector<std::string>& to, const model::lineage& of) {
  if (!of.partition_of.name.empty())
    to.push_back(fmt::format("partition_of({}, {})", name(of.partition_of), text(of.bounds)));
  for (const model::qualified_name& parent : of.inherits)
    to.push_back(fmt::format("inherits({})", name(parent)));
}

void add_properties(std::vector<std::string>& to, const model::table& of) {
  const auto add = [&](const char* word, const std::string& words) {
    if (!words.empty())
      to.push_back(fmt::format("{}({})", word, text(words)));
  };
  add("partition_by", of.descent.partitioned_by);
  add("with_options", of.with);
  if (of.row_security)
    to.emplace_back("row_security()");
  if (of.row_security_forced)
    to.emplace_back("force_row_security()");
  if (of.replica == model::replica_identity::full)
    to.emplace_back("replica_identity_full()");
  if (of.replica == model::replica_identity::nothing)
    to.emplace_back("replica_identity_nothing()");
  add("replica_identity_index", of.replica_index);
  add("clustered_on", of.clustered_on);
}

template <typename Elements, typename Printer>
void add(std::vector<std::string>& to, const Elements& elements, Printer print) {
  for (const auto& each : elements)
    to.push_back(print(each));
}

/// A blank stands for no type at all.
std::string on_sqlite(const model::column& of) {
  if (!sql::has_own_sqlite_words(of))
    return "";
  return of.sqlite_type == " " ? ".untyped_on_sqlite()" : option("on_sqlite", of.sqlite_type);
}

} // namespace

std::string check(const model::check_constraint& of) {
  return fmt::format("check({})", sql(of.expression)) + flag("no_inherit", of.no_inherit) +
         flag("not_valid", of.not_valid) + flag("not_enforced", of.not_enforced) + named(of) +
         only(of.only) + option("comment", of.comment);
}

std::string column(const model::column& of, const variables& in) {
  std::string words = fmt::format("column({}, {})", name(of.name), type(of.type, in));
  words += flag("nullable", of.nullable);
  if (of.default_to)
    words += fmt::format(".default_({})", default_value(*of.default_to));
  if (of.identity)
    words += identity(*of.identity);
  if (of.generated)
    words += generated(*of.generated);
  words += option("not_null_named", of.not_null.name) +
           flag("not_null_not_valid", of.not_null.not_valid) +
           flag("not_null_no_inherit", of.not_null.no_inherit);
  words += conflict("not_null_on_conflict", of.on_null) + option("collate", of.collation) +
           on_sqlite(of) + only(of.only);
  words += option("storage", of.storage) + option("compression", of.compression) +
           option("statistics_target", of.statistics) + option("with_options", of.parameters);
  words += option("as", of.cpp.name);
  if (!of.cpp.type.empty()) {
    words += fmt::format(".maps_to({}, {})", text(of.cpp.type), text(of.cpp.header));
  }
  return words + option("comment", of.comment);
}

std::string index(const model::index& of) {
  std::vector<std::string> keys;
  for (const model::index_key& each : of.keys)
    keys.push_back(key(each));
  std::string words = fmt::format("index({})", fmt::join(keys, ", "));
  words += flag("unique", of.unique) + flag("nulls_not_distinct", of.nulls_not_distinct);
  words += option("using_method", of.method) + include(of.include);
  if (!of.predicate.empty())
    words += fmt::format(".where({})", sql(of.predicate));
  words += option("with_options", of.with) + option("part_of", of.part_of) +
           flag("only_parent", of.only_parent);
  return words + named(of) + only(of.only) + option("comment", of.comment);
}

std::string table(const model::table& of, const variables& in) {
  std::vector<std::string> parts = {name(of.name.name)};
  add_descent(parts, of.descent);
  for (const model::column& each : of.columns)
    parts.push_back(column(each, in));
  if (of.primary_key)
    parts.push_back(primary_key(of, *of.primary_key));
  add(parts, of.uniques, unique);
  add(parts, of.checks, check);
  add(parts, of.foreign_keys, foreign_key);
  add(parts, of.exclusions, exclusion);
  add(parts, of.indexes, index);
  if (of.rows)
    parts.push_back(rows(*of.rows));
  add_properties(parts, of);
  std::string options = option("in_schema", of.name.schema) + flag("unlogged", of.unlogged) +
                        flag("strict", of.strict) + flag("without_rowid", of.without_rowid) +
                        only(of.only) + option("as", of.cpp_name) + option("comment", of.comment);
  return call("table", parts) + (options.empty() ? "" : "\n    " + options);
}

} // namespace strata::codegen::dsl
