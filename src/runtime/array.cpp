// Arrays to and from each database's text.
#include <strata/runtime/array.hpp>

#include "src/runtime/array_text.hpp"
#include "src/runtime/conversion.hpp"

namespace strata::detail {

value encode_array(const array_item& from, dialect on) {
  return on == dialect::postgresql ? postgresql_array_text(from) : json_array_text(from);
}

array_item decode_array(const value& from, dialect on, int dimensions) {
  const std::string& text = text_of(from, "an array");
  return on == dialect::postgresql ? parse_postgresql_array(text, dimensions)
                                   : parse_json_array(text, dimensions);
}

void throw_null_element() {
  refuse_conversion("an array holds a null element; map the column to "
                    "std::vector<std::optional<…>> with .maps_to to read it");
}

} // namespace strata::detail
