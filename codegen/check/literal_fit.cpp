// Literals against types.
#include "codegen/check/literal_fit.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>

namespace strata::codegen {
namespace {

using kind = model::type_kind;

bool integer_fits(const std::string& digits, kind type) {
  std::int64_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [read, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || read != end) {
    return type == kind::numeric;
  }
  switch (type) {
  case kind::smallint:
    return value >= INT16_MIN && value <= INT16_MAX;
  case kind::integer:
    return value >= INT32_MIN && value <= INT32_MAX;
  case kind::bigint:
  case kind::real:
  case kind::double_precision:
  case kind::numeric:
  case kind::named:
    return true;
  default:
    return false;
  }
}

std::size_t characters(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) {
    count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  }
  return count;
}

bool text_fits(const std::string& text, const model::data_type& type) {
  switch (type.kind) {
  case kind::smallint:
  case kind::integer:
  case kind::bigint:
  case kind::real:
  case kind::double_precision:
  case kind::boolean:
  case kind::bytea:
    return false;
  case kind::varchar:
  case kind::character:
    return !type.length || characters(text) <= static_cast<std::size_t>(*type.length);
  default:
    return true;
  }
}

} // namespace

bool fits(const model::literal& value, const model::data_type& type) {
  using of = model::literal::kind;
  if (value.of == of::null) {
    return true;
  }
  if (type.array_dimensions > 0) {
    return value.of == of::text;
  }
  switch (value.of) {
  case of::boolean:
    return type.kind == kind::boolean || type.kind == kind::named;
  case of::integer:
    return integer_fits(value.text, type.kind);
  case of::decimal:
    return type.kind == kind::numeric || type.kind == kind::real ||
           type.kind == kind::double_precision || type.kind == kind::named;
  case of::bytes:
    return type.kind == kind::bytea;
  case of::text:
  case of::null:
    return text_fits(value.text, type);
  }
  return false;
}

} // namespace strata::codegen
