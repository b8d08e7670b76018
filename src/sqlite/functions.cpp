// The collation and the functions that conditions use.
#include "src/sqlite/functions.hpp"

#include "src/sqlite/errors.hpp"
#include "src/sqlite/rows.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/numeric.hpp>

#include <sqlite3.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace strata::sqlite {
namespace {

std::string_view view(int size, const void* text) {
  return {static_cast<const char*>(text), static_cast<std::size_t>(size)};
}

int compare_texts(std::string_view a, std::string_view b) {
  try {
    // Through the class: other programs may have written `1e3` or `+5`.
    const numeric left(a);
    const numeric right(b);
    return left < right ? -1 : left > right ? 1 : 0;
  } catch (const conversion_error&) {
    // Not numbers: any order will do that is always the same.
    return a.compare(b);
  }
}

// SQLite calls what follows from C, which no exception may cross.

/// A collation has no way to fail: it ends the statement that asked.
int compare_numbers(
    void* database, int left_size, const void* left, int right_size, const void* right) noexcept {
  try {
    return compare_texts(view(left_size, left), view(right_size, right));
  } catch (...) {
    sqlite3_interrupt(static_cast<sqlite3*>(database));
    return 0;
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

/// Null where the value is null or there is no memory for its text.
std::optional<std::string_view> argument(sqlite3_value* from) {
  const auto* text = sqlite3_value_text(from);
  if (text == nullptr)
    return std::nullopt;
  return view(sqlite3_value_bytes(from), text);
}

void like(sqlite3_context* context, int, sqlite3_value** arguments) noexcept {
  const auto text = argument(arguments[0]);
  const auto pattern = argument(arguments[1]);
  if (!text || !pattern) {
    sqlite3_result_null(context);
    return;
  }
  sqlite3_result_int(context, matches(*text, *pattern) ? 1 : 0);
}

/// SQLite's own reading of digits need not give the nearest number.
void real(sqlite3_context* context, int, sqlite3_value** arguments) noexcept {
  const auto text = argument(arguments[0]);
  double number = 0;
  if (!text ||
      std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc()) {
    sqlite3_result_null(context);
    return;
  }
  sqlite3_result_double(context, number);
}

int digit_of(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

void bytes_of(sqlite3_context* context, int, sqlite3_value** arguments) noexcept {
  const auto digits = argument(arguments[0]);
  if (!digits) {
    sqlite3_result_null(context);
    return;
  }
  const auto size = digits->size() / 2;
  auto* const data = static_cast<char*>(sqlite3_malloc64(size + 1)); // 0 would be a null.
  if (data == nullptr) {
    sqlite3_result_error_nomem(context);
    return;
  }
  for (std::size_t i = 0; i < size; ++i) {
    data[i] = static_cast<char>(digit_of((*digits)[2 * i]) * 16 + digit_of((*digits)[2 * i + 1]));
  }
  sqlite3_result_blob64(context, data, size, sqlite3_free);
}

/// Made last, so that its presence says that all of them are there; its number changes with them.
constexpr const char* mark = "strata_functions_1";

void no_function(sqlite3_context* context, int, sqlite3_value**) noexcept {
  sqlite3_result_null(context);
}

bool has_functions(sqlite3* database) {
  const std::vector<value> name{std::string(mark)};
  return !text_rows(database, "SELECT 1 FROM pragma_function_list WHERE name = $1", name).empty();
}

struct function_entry {
  const char* name;
  int arguments;
  void (*call)(sqlite3_context*, int, sqlite3_value**) noexcept;
};

} // namespace

void add_functions(sqlite3* database) {
  if (has_functions(database))
    return;
  int rc = sqlite3_create_collation_v2(
      database, "strata_numeric", SQLITE_UTF8, database, compare_numbers, nullptr);
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  for (const function_entry& each : {function_entry{"strata_like", 2, like},
                                     function_entry{"strata_real", 1, real},
                                     function_entry{"strata_bytes", 1, bytes_of},
                                     function_entry{mark, 0, no_function}}) {
    if (rc == SQLITE_OK) {
      rc = sqlite3_create_function_v2(database,
                                      each.name,
                                      each.arguments,
                                      flags,
                                      nullptr,
                                      each.call,
                                      nullptr,
                                      nullptr,
                                      nullptr);
    }
  }
  if (rc != SQLITE_OK)
    throw_error(database, rc, {});
}

} // namespace strata::sqlite
