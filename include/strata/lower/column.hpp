// Columns, their types and values to the model.
#pragma once

#include <strata/lower/text.hpp>
#include <strata/schema/column_rules.hpp>

#include <charconv>

namespace strata::detail {

inline std::optional<std::int32_t> lower_modifier(std::int32_t modifier) {
  return modifier < 0 ? std::nullopt : std::optional(modifier);
}

inline model::data_type lower_type(const column_type& type) {
  model::data_type result;
  result.kind = static_cast<model::type_kind>(type.kind);
  result.length = lower_modifier(type.length);
  result.precision = lower_modifier(type.precision);
  result.scale = lower_modifier(type.scale);
  result.name = lower_name(type.name);
  result.modifier = lower_text(type.modifier);
  result.array_dimensions = type.dimensions;
  return result;
}

/// The shortest decimal spelling that reads back as the same number.
inline std::string decimal_text(double value) {
  char digits[400];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  return std::string(digits, end.ptr);
}

inline model::literal lower_literal(const literal_value& value) {
  using from = literal_value::kind;
  using to = model::literal::kind;
  switch (value.of) {
  case from::null:
    return {to::null, {}};
  case from::boolean:
    return {to::boolean, value.integer != 0 ? "true" : "false"};
  case from::integer:
    return {to::integer, std::to_string(value.integer)};
  case from::decimal:
    return {to::decimal, decimal_text(value.decimal)};
  case from::bytes: {
    std::string digits = lower_text(value.words);
    for (char& digit : digits)
      if (digit >= 'A' && digit <= 'F')
        digit = static_cast<char>(digit - 'A' + 'a');
    return {to::bytes, digits};
  }
  case from::text:
    break;
  }
  return {to::text, lower_text(value.words)};
}

inline model::known_function lower_function(known_function function) {
  switch (function) {
  case known_function::gen_random_uuid:
    return model::known_function::gen_random_uuid;
  case known_function::current_date:
    return model::known_function::current_date;
  case known_function::current_time:
    return model::known_function::current_time;
  case known_function::now:
  case known_function::none:
    break;
  }
  return model::known_function::now;
}

inline std::optional<model::default_value> lower_default(const default_source& source) {
  switch (source.of) {
  case default_source::kind::literal:
    return lower_literal(source.literal);
  case default_source::kind::function:
    return lower_function(source.function);
  case default_source::kind::sql:
    return lower_sql(source.words);
  case default_source::kind::none:
    break;
  }
  return std::nullopt;
}

inline std::optional<std::int64_t> lower_number(const sequence_options::number& number) {
  return number.given ? std::optional(number.value) : std::nullopt;
}

inline std::optional<model::identity> lower_identity(const column_facts& column) {
  if (column.identity == identity_mode::none)
    return std::nullopt;
  model::identity result;
  result.when = column.identity == identity_mode::always ? model::identity::mode::always
                                                         : model::identity::mode::by_default;
  result.start = lower_number(column.sequence.start);
  result.increment = lower_number(column.sequence.increment);
  result.minimum = lower_number(column.sequence.minimum);
  result.maximum = lower_number(column.sequence.maximum);
  result.cache = lower_number(column.sequence.cache);
  result.cycle = column.sequence.cycle;
  return result;
}

inline std::optional<model::generated> lower_generated(const column_facts& column) {
  if (column.generated.empty())
    return std::nullopt;
  return model::generated{lower_sql(column.generated),
                          column.generated_on_read ? model::generated::storage::computed_on_read
                                                   : model::generated::storage::stored};
}

inline model::column lower_column(const column_facts& column) {
  model::column result;
  result.name = lower_text(column.name);
  result.type = lower_type(column.type);
  result.nullable = column.nullable;
  result.default_to = lower_default(column.default_to);
  result.identity = lower_identity(column);
  result.generated = lower_generated(column);
  result.collation = lower_text(column.collation);
  result.comment = lower_text(column.comment);
  result.sqlite_type = lower_text(column.sqlite_type);
  result.only = lower_databases(column.only);
  result.cpp = {
      lower_text(column.cpp_name), lower_text(column.cpp_type), lower_text(column.cpp_header)};
  result.where = lower_place(column.where);
  return result;
}

} // namespace strata::detail
