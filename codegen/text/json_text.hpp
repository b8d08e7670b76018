// Writes JSON; commas and escapes come by themselves. What is no UTF-8 becomes U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

class json_text {
public:
  json_text& begin(char bracket);
  json_text& end(char bracket);
  json_text& key(std::string_view name);
  json_text& string(std::string_view value);
  json_text& boolean(bool value);
  json_text& number(std::size_t value);

  /// A key with a text, or with a list of them.
  json_text& member(std::string_view name, std::string_view value);
  json_text& member(std::string_view name, const std::vector<std::string>& values);

  const std::string& text() const { return text_; }

private:
  void separate();
  void quote(std::string_view value);

  std::string text_;
  bool needs_comma_ = false;
};

} // namespace strata::codegen
