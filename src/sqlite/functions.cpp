// The collation and the function that conditions use.
#include "src/sqlite/functions.hpp"

#include "src/sqlite/errors.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/numeric.hpp>

#include <sqlite3.h>

#include <string_view>

namespace strata::sqlite {
namespace {

std::string_view view(int size, const void* text) {
  return {static_cast<const char*>(text), static_cast<std::size_t>(size)};
}

int compare_numbers(void*, int left_size, const void* left, int right_size, const void* right) {
  try {
    // Through the class: other programs may have written `1e3` or `+5`.
    const numeric a(view(left_size, left));
    const numeric b(view(right_size, right));
    return a < b ? -1 : a > b ? 1 : 0;
  } catch (const conversion_error&) {
    // Not numbers: any order will do that is always the same.
    return view(left_size, left).compare(view(right_size, right));
  }
}

/// Takes one UTF-8 character off the front.
std::string_view take_character(std::string_view& text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0U) == 0x80U)
    ++size;
  const auto character = text.substr(0, size);
  text.remove_prefix(size);
  return character;
}

/// Walks both texts; behind a `%` it tries again from the next character, as often as needed.
bool matches(std::string_view text, std::string_view pattern) {
  std::string_view retry_text;
  std::string_view retry_pattern;
  bool has_retry = false;
  while (true) {
    if (pattern.empty() && text.empty())
      return true;
    bool is_match = false;
    if (pattern.starts_with('%')) {
      pattern.remove_prefix(1);
      retry_text = text;
      retry_pattern = pattern;
      has_retry = true;
      continue;
    }
    if (!pattern.empty() && !text.empty()) {
      const bool is_any = pattern.front() == '_';
      if (pattern.front() == '\\' && pattern.size() > 1)
        pattern.remove_prefix(1);
      const auto wanted = take_character(pattern);
      is_match = take_character(text) == wanted || is_any;
    }
    if (is_match)
      continue;
    if (!has_retry || retry_text.empty())
      return false;
    take_character(retry_text);
    text = retry_text;
    pattern = retry_pattern;
  }
}

std::string_view argument(sqlite3_value* from) {
  const auto* text = sqlite3_value_text(from);
  return view(sqlite3_value_bytes(from), text);
}

void like(sqlite3_context* context, int, sqlite3_value** arguments) {
  if (sqlite3_value_type(arguments[0]) == SQLITE_NULL ||
      sqlite3_value_type(arguments[1]) == SQLITE_NULL) {
    sqlite3_result_null(context);
    return;
  }
  sqlite3_result_int(context, matches(argument(arguments[0]), argument(arguments[1])) ? 1 : 0);
}

} // namespace

void add_functions(sqlite3* database) {
  int rc = sqlite3_create_collation_v2(
      database, "strata_numeric", SQLITE_UTF8, nullptr, compare_numbers, nullptr);
  if (rc == SQLITE_OK) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    rc = sqlite3_create_function_v2(
        database, "strata_like", 2, flags, nullptr, like, nullptr, nullptr, nullptr);
  }
  if (rc != SQLITE_OK)
    throw_error(database, rc, {});
}

} // namespace strata::sqlite
