// Only spellings that come back as they were: what is not sure stays an expression.
#include "codegen/import/declared_default.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace strata::codegen {
namespace {

using model::literal;
using model::type_kind;

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `'it''s'` as `it's`; nothing where the text is no single string.
std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '\'' || text.back() != '\'')
    return std::nullopt;
  std::string value;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] == '\'') {
      ++at; // A quote is written twice.
      if (at + 1 >= text.size() || text[at] != '\'')
        return std::nullopt;
    }
    value += text[at];
  }
  return value;
}

/// How PostgreSQL casts a text default to its column's type.
std::string_view cast_word(type_kind kind) {
  switch (kind) {
  case type_kind::text:
    return "text";
  case type_kind::varchar:
    return "character varying";
  case type_kind::json:
    return "json";
  case type_kind::jsonb:
    return "jsonb";
  default:
    return {};
  }
}

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool fits_integer(std::string_view digits, type_kind kind) {
  switch (kind) {
  case type_kind::smallint:
    return digits.size() < 5;
  case type_kind::integer:
  case type_kind::bigint: // The server casts larger ones.
    return digits.size() < 10;
  default:
    return false;
  }
}

class postgresql_default {
public:
  postgresql_default(std::string_view text, const model::data_type& type, const model::schema& in)
      : text_(text), type_(type), in_(in) {}

  std::optional<model::default_value> read() const {
    if (type_.array_dimensions > 0)
      return std::nullopt;
    if (type_.kind == type_kind::boolean && (text_ == "true" || text_ == "false"))
      return literal{literal::kind::boolean, std::string(text_)};
    if (is_digits(text_) && fits_integer(text_, type_.kind))
      return literal{literal::kind::integer, std::string(text_)};
    if (const auto negative = read_negative())
      return negative;
    if (const auto known = read_function())
      return known;
    return read_text();
  }

private:
  /// `'-1'::integer`.
  std::optional<model::default_value> read_negative() const {
    const std::string_view cast = type_.kind == type_kind::integer    ? "'::integer"
                                  : type_.kind == type_kind::smallint ? "'::integer"
                                                                      : "";
    if (cast.empty() || !text_.starts_with("'-") || !text_.ends_with(cast))
      return std::nullopt;
    const std::string_view digits = text_.substr(2, text_.size() - 2 - cast.size());
    if (!is_digits(digits) || !fits_integer(digits, type_.kind))
      return std::nullopt;
    return literal{literal::kind::integer, '-' + std::string(digits)};
  }

  std::optional<model::default_value> read_function() const {
    if (text_ == "now()" && type_.kind == type_kind::timestamptz)
      return model::known_function::now;
    if (text_ == "gen_random_uuid()" && type_.kind == type_kind::uuid)
      return model::known_function::gen_random_uuid;
    if (text_ == "CURRENT_DATE" && type_.kind == type_kind::date)
      return model::known_function::current_date;
    return std::nullopt;
  }

  std::optional<model::default_value> read_text() const {
    const std::size_t mark = text_.rfind("'::");
    if (mark == std::string_view::npos)
      return std::nullopt;
    const auto value = unquoted(text_.substr(0, mark + 1));
    if (!value || !is_cast(text_.substr(mark + 3)) || !is_allowed(*value))
      return std::nullopt;
    return literal{literal::kind::text, *value};
  }

  bool is_cast(std::string_view word) const {
    if (type_.kind != type_kind::enumeration)
      return !word.empty() && word == cast_word(type_.kind);
    return word == type_.name.name || word == '"' + type_.name.name + '"' ||
           (!type_.name.schema.empty() && word.ends_with('.' + type_.name.name));
  }

  bool is_allowed(const std::string& value) const {
    if (type_.kind == type_kind::varchar)
      return !type_.length || characters_of(value) <= static_cast<std::size_t>(*type_.length);
    if (type_.kind != type_kind::enumeration)
      return true;
    return std::any_of(in_.enumerations.begin(), in_.enumerations.end(), [&](const auto& each) {
      return each.name == type_.name &&
             std::find(each.values.begin(), each.values.end(), value) != each.values.end();
    });
  }

  std::string_view text_;
  const model::data_type& type_;
  const model::schema& in_;
};

std::optional<model::default_value> read_sqlite(std::string_view text, type_kind kind) {
  if (is_digits(text) && (kind == type_kind::bigint || kind == type_kind::integer) &&
      text.size() < 10)
    return literal{literal::kind::integer, std::string(text)};
  if (kind == type_kind::text) {
    if (const auto value = unquoted(text))
      return literal{literal::kind::text, *value};
  }
  return std::nullopt;
}

} // namespace

model::default_value declared_default(const model::default_value& inspected,
                                      const model::data_type& type,
                                      const model::schema& in,
                                      model::dialect on) {
  const auto* text = std::get_if<model::sql_text>(&inspected);
  if (text == nullptr)
    return inspected;
  const std::string& words = text->for_dialect(on);
  const auto found = on == model::dialect::postgresql ? postgresql_default(words, type, in).read()
                                                      : read_sqlite(words, type.kind);
  return found.value_or(inspected);
}

} // namespace strata::codegen
