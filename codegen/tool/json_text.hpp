// Writes JSON; commas and escapes come by themselves.
#pragma once

#include <string>
#include <string_view>

namespace strata::codegen {

class json_text {
public:
  json_text& begin(char bracket);
  json_text& end(char bracket);
  json_text& key(std::string_view name);
  json_text& string(std::string_view value);
  json_text& boolean(bool value);

  const std::string& text() const { return text_; }

private:
  void separate();
  void quote(std::string_view value);

  std::string text_;
  bool needs_comma_ = false;
};

} // namespace strata::codegen
