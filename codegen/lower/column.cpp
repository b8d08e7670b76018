// Columns, their types and values to the model.
#include "codegen/lower/column.hpp"

#include "codegen/lower/counting.hpp"

#include <charconv>

namespace strata::detail {

namespace {

std::optional<std::int32_t> lower_modifier(std::int32_t modifier) {
  return modifier < 0 ? std::nullopt : std::optional(modifier);
}

model::data_type lower_built_in(const column_type& type) {
  model::data_type result;
  result.kind = static_cast<model::type_kind>(type.kind);
  if (type.kind == type_kind::varchar || type.kind == type_kind::character)
    result.length = lower_modifier(type.size);
  else
    result.precision = lower_modifier(type.size);
  result.scale = lower_modifier(type.scale);
  result.array_dimensions = type.dimensions;
  return result;
}

/// The shortest decimal spelling that reads back as the same number.
std::string decimal_text(double value) {
  char digits[400];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  return std::string(digits, end.ptr);
}

std::string lower_case(std::string digits) {
  for (char& digit : digits)
    if (digit >= 'A' && digit <= 'F')
      digit = static_cast<char>(digit - 'A' + 'a');
  return digits;
}

model::known_function lower_function(known_function function) {
  switch (function) {
  case known_function::gen_random_uuid:
    return model::known_function::gen_random_uuid;
  case known_function::current_date:
    return model::known_function::current_date;
  case known_function::current_time:
    return model::known_function::current_time;
  case known_function::now:
    break;
  }
  return model::known_function::now;
}

model::identity::mode lower_mode(identity_mode mode) {
  switch (mode) {
  case identity_mode::always:
    return model::identity::mode::always;
  case identity_mode::serial:
    return model::identity::mode::serial;
  case identity_mode::none:
  case identity_mode::by_default:
    break;
  }
  return model::identity::mode::by_default;
}

void lower_identity(const column_details& details, model::identity& identity) {
  lower_counting(details.sequence, identity);
  identity.sequence = lower_text(details.sequence_name);
  if (details.counts_given)
    identity.counts = static_cast<model::type_kind>(details.counts.kind);
}

void lower_details(const plain_column& column, model::column& result) {
  const column_details& details = static_cast<const detailed_column&>(column).details;
  result.type =
      lower_type(named_type{column.facts.type, details.named.name, details.named.modifier, {}});
  if (column.facts.default_to.of == value_kind::sql)
    result.default_to = lower_sql(details.default_sql);
  if (result.identity)
    lower_identity(details, *result.identity);
  if (!details.generated.empty())
    result.generated = {lower_sql(details.generated),
                        details.generated_on_read ? model::generated::storage::computed_on_read
                                                  : model::generated::storage::stored};
  result.collation = lower_text(details.collation);
  result.storage = lower_text(details.storage);
  result.compression = lower_text(details.compression);
  result.statistics = lower_number(details.statistics);
  result.parameters = lower_text(details.parameters);
  result.comment = lower_text(details.comment);
  result.sqlite_type = lower_text(details.sqlite_type);
  result.on_null = static_cast<model::conflict_action>(details.on_null);
  result.not_null = {
      lower_text(details.not_null_name), details.not_null_not_valid, details.not_null_no_inherit};
  result.only = lower_databases(details.only);
  result.cpp = {
      lower_text(details.cpp_name), lower_text(details.cpp_type), lower_text(details.cpp_header)};
}

} // namespace

model::data_type lower_type(const named_type& type) {
  model::data_type result = lower_built_in(type.type);
  result.name = lower_name(type.name);
  result.modifier = lower_text(type.modifier);
  return result;
}

std::optional<model::default_value> lower_default(const default_value& value,
                                                  const sql_words& sql) {
  switch (value.of) {
  case value_kind::none:
    return std::nullopt;
  case value_kind::function:
    return lower_function(static_cast<known_function>(value.number));
  case value_kind::sql:
    return lower_sql(sql);
  default:
    return lower_literal(value);
  }
}

model::literal lower_literal(const literal_value& value) {
  using kind = model::literal::kind;
  switch (value.of) {
  case value_kind::boolean:
    return {kind::boolean, value.number != 0 ? "true" : "false"};
  case value_kind::integer:
    return {kind::integer, std::to_string(value.number)};
  case value_kind::decimal:
    return {kind::decimal, decimal_text(std::bit_cast<double>(value.number))};
  case value_kind::text:
    return {kind::text, lower_text(value.words)};
  case value_kind::bytes:
    return {kind::bytes, lower_case(lower_text(value.words))};
  default:
    return {kind::null, {}};
  }
}

model::column lower_column(const element& each) {
  const auto& column = static_cast<const plain_column&>(each);
  const column_facts& facts = column.facts;
  model::column result;
  result.name = lower_text(column.name);
  result.type = lower_built_in(facts.type);
  result.nullable = facts.nullable;
  result.default_to = lower_default(facts.default_to, {});
  if (facts.identity != identity_mode::none)
    result.identity.emplace().when = lower_mode(facts.identity);
  result.where = lower_place(column.place);
  if (facts.detailed)
    lower_details(column, result);
  return result;
}

} // namespace strata::detail
