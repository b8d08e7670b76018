// Refusals of values that do not fit their C++ or SQL type.
#include "src/runtime/conversion.hpp"

#include <strata/runtime/convert.hpp>
#include <strata/runtime/error.hpp>
#include <strata/runtime/query.hpp>

#include <fmt/format.h>

#include <array>

namespace strata {

void refuse_conversion(std::string_view what) {
  throw conversion_error(std::string(what), {.code = "R067"});
}

std::string_view kind_of(const value& of) {
  constexpr std::array<std::string_view, 5> kinds{
      "null", "an integer", "a floating-point number", "a text", "bytes"};
  return kinds.at(of.index());
}

const std::string& text_of(const value& from, std::string_view expected) {
  if (const auto* text = std::get_if<std::string>(&from))
    return *text;
  refuse_conversion(fmt::format("{} stands where {} is expected", kind_of(from), expected));
}

namespace detail {

void throw_number_out_of_range() {
  refuse_conversion("a number is given that does not fit the column's type");
}

void require_text(const char* text) {
  if (text == nullptr) {
    refuse_conversion("a parameter is a null pointer where a text is expected; for NULL give a "
                      "std::optional without a value");
  }
}

} // namespace detail

} // namespace strata
