// Every text goes through the one function for C++ literals.
#include "codegen/docs/dsl_words.hpp"

#include "codegen/cpp/namer.hpp"
#include "codegen/text/cpp_literal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace strata::codegen::dsl {
namespace {

/// Names that a variable would hide, sorted.
constexpr std::array<std::string_view, 151> dsl_names = {"accept",
                                                         "after",
                                                         "aggregate",
                                                         "array",
                                                         "as_inherited",
                                                         "asc",
                                                         "attribute",
                                                         "backfill",
                                                         "before",
                                                         "bigint",
                                                         "blocks_reads",
                                                         "blocks_writes",
                                                         "boolean",
                                                         "breaks_old_readers",
                                                         "breaks_old_writers",
                                                         "bytea",
                                                         "bytes",
                                                         "cascade",
                                                         "character",
                                                         "check",
                                                         "cidr",
                                                         "clustered_on",
                                                         "column",
                                                         "columns",
                                                         "composite_type",
                                                         "conflict",
                                                         "constraint_trigger",
                                                         "convert_column",
                                                         "current_date",
                                                         "current_time",
                                                         "data_loss",
                                                         "date",
                                                         "desc",
                                                         "domain",
                                                         "double_precision",
                                                         "drop_attribute",
                                                         "drop_column",
                                                         "drop_composite_type",
                                                         "drop_constraint",
                                                         "drop_domain",
                                                         "drop_enum_value",
                                                         "drop_enumeration",
                                                         "drop_extension",
                                                         "drop_function",
                                                         "drop_grant",
                                                         "drop_index",
                                                         "drop_policy",
                                                         "drop_range_type",
                                                         "drop_rule",
                                                         "drop_schema",
                                                         "drop_sequence",
                                                         "drop_statistics",
                                                         "drop_table",
                                                         "drop_trigger",
                                                         "drop_view",
                                                         "enumeration",
                                                         "enumeration_named",
                                                         "exclude",
                                                         "expression",
                                                         "extension",
                                                         "fast",
                                                         "force_row_security",
                                                         "foreign_key",
                                                         "function",
                                                         "gen_random_uuid",
                                                         "grant",
                                                         "index",
                                                         "inet",
                                                         "inherits",
                                                         "integer",
                                                         "interval",
                                                         "irreversible",
                                                         "json",
                                                         "jsonb",
                                                         "key",
                                                         "macaddr",
                                                         "materialized_view",
                                                         "may_fail_on_data",
                                                         "named_schema",
                                                         "no_action",
                                                         "now",
                                                         "null",
                                                         "nulls_first",
                                                         "nulls_last",
                                                         "numeric",
                                                         "partition_by",
                                                         "partition_of",
                                                         "policy",
                                                         "postgresql",
                                                         "primary_key",
                                                         "procedure",
                                                         "qualified",
                                                         "range_type",
                                                         "real",
                                                         "rename_attribute",
                                                         "rename_column",
                                                         "rename_composite_type",
                                                         "rename_constraint",
                                                         "rename_domain",
                                                         "rename_enum_value",
                                                         "rename_enumeration",
                                                         "rename_function",
                                                         "rename_index",
                                                         "rename_policy",
                                                         "rename_range_type",
                                                         "rename_rule",
                                                         "rename_sequence",
                                                         "rename_statistics",
                                                         "rename_table",
                                                         "rename_trigger",
                                                         "rename_view",
                                                         "replica_identity_full",
                                                         "replica_identity_index",
                                                         "replica_identity_nothing",
                                                         "restrict_",
                                                         "revoke_from_public",
                                                         "rewrites_table",
                                                         "row",
                                                         "row_security",
                                                         "rows",
                                                         "rule",
                                                         "schema",
                                                         "schema_version",
                                                         "sequence",
                                                         "set_default",
                                                         "set_null",
                                                         "since",
                                                         "smallint",
                                                         "sql",
                                                         "sql_for",
                                                         "sqlite",
                                                         "sqlite_name",
                                                         "statistics",
                                                         "table",
                                                         "text",
                                                         "time_of_day",
                                                         "time_of_day_tz",
                                                         "timestamp",
                                                         "timestamptz",
                                                         "transition",
                                                         "trigger",
                                                         "tsvector",
                                                         "type_named",
                                                         "unique",
                                                         "uuid",
                                                         "value",
                                                         "varchar",
                                                         "version",
                                                         "view",
                                                         "with_operator",
                                                         "with_options"};

bool is_dsl_name(std::string_view word) {
  return std::binary_search(dsl_names.begin(), dsl_names.end(), word);
}

// In the order of model::type_kind.
constexpr std::array<const char*, 24> type_names = {
    "smallint",    "integer",  "bigint",      "real",           "double_precision",
    "numeric",     "boolean",  "text",        "varchar",        "character",
    "bytea",       "date",     "time_of_day", "time_of_day_tz", "timestamp",
    "timestamptz", "interval", "uuid",        "json",           "jsonb",
    "inet",        "cidr",     "macaddr",     "tsvector"};

std::string base_type(const model::data_type& of, const variables& in) {
  if (of.kind == model::type_kind::enumeration) {
    const std::string variable = in.of_enumeration(of.name);
    return variable.empty() ? fmt::format("enumeration_named({})", name(of.name)) : variable;
  }
  if (of.kind == model::type_kind::named && of.name.name.empty()) {
    return "as_inherited";
  }
  if (of.kind == model::type_kind::named) {
    return of.modifier.empty()
               ? fmt::format("type_named({})", name(of.name))
               : fmt::format("type_named({}, {})", name(of.name), text(of.modifier));
  }
  std::string word = type_names.at(static_cast<std::size_t>(of.kind));
  const auto& first = of.length ? of.length : of.precision;
  if (!first)
    return word;
  return of.scale ? fmt::format("{}({}, {})", word, *first, *of.scale)
                  : fmt::format("{}({})", word, *first);
}

struct default_printer {
  std::string operator()(const model::literal& value) const { return literal(value); }

  std::string operator()(model::known_function value) const {
    switch (value) {
    case model::known_function::now:
      return "now()";
    case model::known_function::gen_random_uuid:
      return "gen_random_uuid()";
    case model::known_function::current_date:
      return "current_date()";
    case model::known_function::current_time:
      break;
    }
    return "current_time()";
  }

  std::string operator()(const model::sql_text& value) const {
    const std::string words = sql(value);
    return words.starts_with("sql_for(") ? words : fmt::format("sql({})", words);
  }
};

} // namespace

std::string variables::declare(const std::string& kind, const model::qualified_name& name) {
  std::string wanted =
      cpp_identifier(name.schema.empty() ? name.name : name.schema + "_" + name.name);
  if (is_dsl_name(wanted))
    wanted += '_';
  std::string variable = wanted;
  for (int number = 2; !used_.insert(variable).second; ++number) {
    variable = fmt::format("{}_{}", wanted, number);
  }
  declared_[kind + ' ' + display(name)] = variable;
  return variable;
}

std::string variables::of_enumeration(const model::qualified_name& name) const {
  const auto at = declared_.find("enumeration " + display(name));
  return at == declared_.end() ? "" : at->second;
}

std::string name(const std::string& of) {
  constexpr std::size_t longest_on_postgresql = 63;
  return of.size() > longest_on_postgresql ? fmt::format("sqlite_name({})", text(of)) : text(of);
}

std::string name(const model::qualified_name& of) {
  return of.schema.empty() ? name(of.name)
                           : fmt::format("qualified({}, {})", text(of.schema), text(of.name));
}

std::string names(const std::vector<std::string>& of) {
  std::vector<std::string> quoted;
  for (const auto& each : of)
    quoted.push_back(name(each));
  return fmt::format("{}", fmt::join(quoted, ", "));
}

std::string names(const std::vector<model::qualified_name>& of) {
  std::vector<std::string> quoted;
  for (const auto& each : of)
    quoted.push_back(name(each));
  return fmt::format("{}", fmt::join(quoted, ", "));
}

std::string text(const std::string& of) {
  return of.find('\n') == std::string::npos ? string_literal(of) : raw_string_literal(of);
}

std::string sql(const model::sql_text& of) {
  if (of.postgresql == of.sqlite)
    return text(of.postgresql);
  if (of.sqlite.empty())
    return fmt::format("sql_for(postgresql, {})", text(of.postgresql));
  if (of.postgresql.empty())
    return fmt::format("sql_for(sqlite, {})", text(of.sqlite));
  return fmt::format("sql_for(postgresql, {}, sqlite, {})", text(of.postgresql), text(of.sqlite));
}

std::string type(const model::data_type& of, const variables& in) {
  std::string word = base_type(of, in);
  for (int dimension = 0; dimension < of.array_dimensions; ++dimension) {
    word = fmt::format("array({})", word);
  }
  return word;
}

std::string literal(const model::literal& of) {
  switch (of.of) {
  case model::literal::kind::null:
    return "null";
  case model::literal::kind::boolean:
    return of.text;
  case model::literal::kind::integer:
    // C++ has no negative literals: the smallest number is an expression.
    return of.text == "-9223372036854775808" ? "-9223372036854775807 - 1" : of.text;
  case model::literal::kind::decimal:
    return of.text.find('.') == std::string::npos ? of.text + ".0" : of.text;
  case model::literal::kind::bytes:
    return fmt::format("bytes({})", text(of.text));
  case model::literal::kind::text:
    break;
  }
  return text(of.text);
}

std::string default_value(const model::default_value& of) {
  return std::visit(default_printer{}, of);
}

std::string only(const model::dialect_set& in) {
  if (in.postgresql && in.sqlite)
    return "";
  return in.postgresql ? ".only(postgresql)" : ".only(sqlite)";
}

std::string number(std::int64_t of) {
  return literal({model::literal::kind::integer, std::to_string(of)});
}

std::string flag(const char* name, bool value) { return value ? fmt::format(".{}()", name) : ""; }

std::string option(const char* name, const std::optional<std::int64_t>& value) {
  return value ? fmt::format(".{}({})", name, number(*value)) : "";
}

std::string option(const char* name, const std::string& value) {
  return value.empty() ? "" : fmt::format(".{}({})", name, text(value));
}

std::string
call(const std::string& function, const std::vector<std::string>& arguments, std::size_t indent) {
  const std::string between = ",\n" + std::string(indent, ' ');
  return fmt::format("{}({})", function, fmt::join(arguments, between));
}

} // namespace strata::codegen::dsl
