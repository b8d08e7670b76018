// A case-insensitive search for whole words.
#include "codegen/sql/mention.hpp"

#include <algorithm>
#include <utility>

namespace strata::codegen::sql {
namespace {

char lower(char of) { return of >= 'A' && of <= 'Z' ? static_cast<char>(of - 'A' + 'a') : of; }

// Bytes beyond ASCII belong to words: they are letters of UTF-8.
bool is_word(char of) {
  return (lower(of) >= 'a' && lower(of) <= 'z') || (of >= '0' && of <= '9') || of == '_' ||
         of == '$' || static_cast<unsigned char>(of) >= 0x80;
}

} // namespace

bool mentions(std::string_view text, std::string_view name) {
  if (name.empty() || text.size() < name.size()) {
    return false;
  }
  if (name.find('"') != std::string_view::npos) {
    return true; // It is doubled in SQL; too rare to look for it.
  }
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  for (auto at = text.begin();; ++at) {
    at = std::search(at, text.end(), name.begin(), name.end(), same);
    if (at == text.end()) {
      return false;
    }
    const auto end = at + static_cast<std::ptrdiff_t>(name.size());
    const bool begins = at == text.begin() || !is_word(*(at - 1)) || !is_word(name.front());
    const bool ends = end == text.end() || !is_word(*end) || !is_word(name.back());
    if (begins && ends) {
      return true;
    }
  }
}

void mentionable_names::insert(const std::string& name) {
  if (name.empty()) {
    return;
  }
  if (!std::all_of(name.begin(), name.end(), is_word)) {
    others_.insert(name);
    return;
  }
  std::string word = name;
  std::transform(word.begin(), word.end(), word.begin(), lower);
  words_.insert(std::move(word));
}

bool mentionable_names::are_in(std::string_view text) const {
  std::string word;
  for (const char each : text) {
    if (is_word(each)) {
      word += lower(each);
      continue;
    }
    if (words_.contains(word)) {
      return true;
    }
    word.clear();
  }
  return words_.contains(word) ||
         std::any_of(others_.begin(), others_.end(), [&](const std::string& name) {
           return mentions(text, name);
         });
}

} // namespace strata::codegen::sql
