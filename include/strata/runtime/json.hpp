// SQL's json and jsonb, as text.
#pragma once

#include <string>
#include <utility>

namespace strata {

/// A JSON text, which the database checks. Two are equal when their texts are: PostgreSQL's jsonb
/// gives back a text of its own spelling.
class json {
public:
  json() = default;

  explicit json(std::string text) : text_(std::move(text)) {}

  const std::string& text() const noexcept { return text_; }

  friend bool operator==(const json&, const json&) = default;

private:
  std::string text_ = "null";
};

} // namespace strata
