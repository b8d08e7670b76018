// Every value of the model in words.
#include "codegen/inspect/schema_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <variant>

namespace strata::codegen {
namespace {

template <typename Number>
std::string number_words(const std::optional<Number>& number) {
  return number ? std::to_string(*number) : std::string();
}

std::string_view base_name(const model::data_type& type) {
  switch (type.kind) {
  case model::type_kind::smallint:
    return "smallint";
  case model::type_kind::integer:
    return "integer";
  case model::type_kind::bigint:
    return "bigint";
  case model::type_kind::real:
    return "real";
  case model::type_kind::double_precision:
    return "double precision";
  case model::type_kind::numeric:
    return "numeric";
  case model::type_kind::boolean:
    return "boolean";
  case model::type_kind::text:
    return "text";
  case model::type_kind::varchar:
    return "varchar";
  case model::type_kind::character:
    return "char";
  case model::type_kind::bytea:
    return "bytea";
  case model::type_kind::date:
    return "date";
  case model::type_kind::time_of_day:
    return "time";
  case model::type_kind::time_of_day_tz:
    return "timetz";
  case model::type_kind::timestamp:
    return "timestamp";
  case model::type_kind::timestamptz:
    return "timestamptz";
  case model::type_kind::interval:
    return "interval";
  case model::type_kind::uuid:
    return "uuid";
  case model::type_kind::json:
    return "json";
  case model::type_kind::jsonb:
    return "jsonb";
  case model::type_kind::inet:
    return "inet";
  case model::type_kind::cidr:
    return "cidr";
  case model::type_kind::macaddr:
    return "macaddr";
  case model::type_kind::tsvector:
    return "tsvector";
  case model::type_kind::enumeration:
    return "enumeration ";
  case model::type_kind::named:
    return "";
  }
  return "";
}

struct default_words {
  std::string operator()(const model::literal& value) const {
    return fmt::format("{} of kind {}", value.text, static_cast<int>(value.of));
  }

  std::string operator()(model::known_function which) const {
    return fmt::format("function {}", static_cast<int>(which));
  }

  std::string operator()(const model::sql_text& text) const { return words(text); }
};

std::string words_of(const model::index_key& key) {
  std::string text = key.column.empty() ? "expression " + words(key.expression) : key.column;
  if (!key.collation.empty())
    text += " collate " + key.collation;
  if (!key.operator_class.empty())
    text += " " + key.operator_class;
  if (key.descending)
    text += " desc";
  if (key.nulls == model::nulls_order::first)
    text += " nulls first";
  if (key.nulls == model::nulls_order::last)
    text += " nulls last";
  if (key.statistics)
    text += fmt::format(" statistics {}", *key.statistics);
  return text;
}

std::string words_of(const model::exclusion_constraint::element& element) {
  return fmt::format("{}{} {} with {}",
                     element.column,
                     words(element.expression),
                     element.operator_class,
                     element.operator_);
}

template <typename Node>
std::string list_words(const std::vector<Node>& list) {
  std::vector<std::string> all;
  for (const Node& each : list)
    all.push_back(words_of(each));
  return words(all);
}

} // namespace

std::string words(bool value) { return value ? "yes" : "no"; }

std::string words(const std::vector<std::string>& list) {
  return fmt::format("({})", fmt::join(list, ", "));
}

std::string words(const model::sql_text& text) {
  if (text.postgresql.empty() || text.postgresql == text.sqlite)
    return text.sqlite;
  if (text.sqlite.empty())
    return text.postgresql;
  return text.postgresql + " | " + text.sqlite;
}

std::string words(model::deferral value) {
  switch (value) {
  case model::deferral::not_deferrable:
    return "no";
  case model::deferral::initially_immediate:
    return "initially immediate";
  case model::deferral::initially_deferred:
    return "initially deferred";
  }
  return {};
}

std::string words(model::conflict_action value) {
  switch (value) {
  case model::conflict_action::abort:
    return "abort";
  case model::conflict_action::rollback:
    return "rollback";
  case model::conflict_action::fail:
    return "fail";
  case model::conflict_action::ignore:
    return "ignore";
  case model::conflict_action::replace:
    return "replace";
  }
  return {};
}

std::string words(model::referential_action value) {
  switch (value) {
  case model::referential_action::no_action:
    return "no action";
  case model::referential_action::restrict_:
    return "restrict";
  case model::referential_action::cascade:
    return "cascade";
  case model::referential_action::set_null:
    return "set null";
  case model::referential_action::set_default:
    return "set default";
  }
  return {};
}

std::string words(const model::data_type& type) {
  std::string text = fmt::format("{}{}{}", base_name(type), display(type.name), type.modifier);
  if (type.length)
    text += fmt::format("({})", *type.length);
  if (type.precision && type.scale) {
    text += fmt::format("({},{})", *type.precision, *type.scale);
  } else if (type.precision) {
    text += fmt::format("({})", *type.precision);
  }
  for (int each = 0; each < type.array_dimensions; ++each)
    text += "[]";
  return text;
}

std::string words(const std::optional<model::identity>& identity) {
  if (!identity)
    return {};
  const bool is_always = identity->when == model::identity::mode::always;
  return fmt::format("{}, start {}, increment {}, minimum {}, maximum {}, cache {}, cycle {}",
                     is_always ? "always" : "by default",
                     number_words(identity->start),
                     number_words(identity->increment),
                     number_words(identity->minimum),
                     number_words(identity->maximum),
                     number_words(identity->cache),
                     words(identity->cycle));
}

std::string words(const std::optional<model::generated>& generated) {
  if (!generated)
    return {};
  const bool is_stored = generated->kept == model::generated::storage::stored;
  return fmt::format("{} ({})", words(generated->expression), is_stored ? "stored" : "on read");
}

std::string words(const std::optional<model::default_value>& value) {
  return value ? std::visit(default_words{}, *value) : std::string();
}

std::string words(const std::vector<model::index_key>& keys) { return list_words(keys); }

std::string words(const std::vector<model::exclusion_constraint::element>& elements) {
  return list_words(elements);
}

} // namespace strata::codegen
