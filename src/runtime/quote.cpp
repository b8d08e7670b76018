// Doubles the quote; refuses NUL, which neither database can hold in a name or a text.
#include "src/runtime/quote.hpp"

#include <strata/runtime/error.hpp>

namespace strata::detail {
namespace {

std::string between(char quote, std::string_view text) {
  std::string out(1, quote);
  for (const char each : text) {
    if (each == '\0') {
      throw migration_error("[R068] a name holds a NUL byte; leave it out", {.code = "R068"});
    }
    out += each;
    if (each == quote) {
      out += quote;
    }
  }
  return out += quote;
}

} // namespace

std::string quoted_name(std::string_view name) { return between('"', name); }

std::string quoted_text(std::string_view text) { return between('\'', text); }

} // namespace strata::detail
