// JSON on one line.
#include "codegen/text/json_text.hpp"

#include "codegen/text/utf8.hpp"

#include <fmt/format.h>

namespace strata::codegen {

void json_text::separate() {
  if (needs_comma_)
    text_ += ',';
  needs_comma_ = true;
}

void json_text::quote(std::string_view value) {
  text_ += '"';
  for (const char c : valid_utf8(value)) {
    if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      text_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      text_ += c;
    }
  }
  text_ += '"';
}

json_text& json_text::begin(char bracket) {
  separate();
  text_ += bracket;
  needs_comma_ = false;
  return *this;
}

json_text& json_text::end(char bracket) {
  text_ += bracket;
  needs_comma_ = true;
  return *this;
}

json_text& json_text::key(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
  needs_comma_ = false;
  return *this;
}

json_text& json_text::string(std::string_view value) {
  separate();
  quote(value);
  return *this;
}

json_text& json_text::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
  return *this;
}

json_text& json_text::number(std::size_t value) {
  separate();
  text_ += fmt::format("{}", value);
  return *this;
}

json_text& json_text::member(std::string_view name, std::string_view value) {
  return key(name).string(value);
}

json_text& json_text::member(std::string_view name, const std::vector<std::string>& values) {
  key(name).begin('[');
  for (const std::string& each : values)
    string(each);
  return end(']');
}

} // namespace strata::codegen
