// C++ spellings of texts.
#include "codegen/text/cpp_literal.hpp"

namespace strata::codegen {
namespace {

std::string escaped(unsigned char c) {
  constexpr std::string_view digits = "01234567";
  // Octal escapes end after three digits; hexadecimal ones would swallow what follows.
  return {'\\', digits[c >> 6], digits[(c >> 3) & 7U], digits[c & 7U]};
}

} // namespace

std::string string_literal(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      literal += '\\';
      literal += c;
    } else if (c == '\n') {
      literal += "\\n";
    } else if (c == '\t') {
      literal += "\\t";
    } else if (code < 0x20 || code == 0x7f) {
      literal += escaped(code);
    } else if (c == '?' && literal.ends_with('?')) {
      literal += "\\?"; // no trigraph
    } else {
      literal += c;
    }
  }
  return literal + '"';
}

std::string raw_string_literal(std::string_view text) {
  // A carriage return would become a newline in a raw literal.
  if (text.find('\r') != std::string_view::npos || text.find('\0') != std::string_view::npos) {
    return string_literal(text);
  }
  std::string delimiter;
  while (text.find(")" + delimiter + "\"") != std::string_view::npos) {
    delimiter += delimiter.empty() ? "sql" : "_";
  }
  if (delimiter.size() > 16) { // The longest that C++ allows.
    return string_literal(text);
  }
  return "R\"" + delimiter + "(" + std::string(text) + ")" + delimiter + "\"";
}

} // namespace strata::codegen
