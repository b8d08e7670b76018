// What tells a function from others of its name.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/mention.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace strata::codegen::sql {

std::string signature(const std::string& parameters) {
  std::string kept;
  int depth = 0;
  bool skips = false;
  char quoted_by = '\0'; // A quote within is doubled, and so ends nothing.
  for (std::size_t at = 0; at < parameters.size(); ++at) {
    const char one = parameters[at];
    if (quoted_by == one) {
      quoted_by = '\0';
    } else if (quoted_by == '\0' && (one == '\'' || one == '"')) {
      quoted_by = one;
    }
    const bool is_plain = quoted_by == '\0';
    depth += is_plain && (one == '(' || one == '[') ? 1 : 0;
    depth -= is_plain && (one == ')' || one == ']') ? 1 : 0;
    const bool outside = is_plain && depth == 0;
    const bool begins = outside && (one == '=' || mentions(parameters.substr(at, 9), " DEFAULT "));
    if (begins && !skips) {
      kept.resize(kept.find_last_not_of(" :") + 1);
    }
    skips = outside && one == ',' ? false : skips || begins;
    kept += skips ? "" : std::string(1, one);
  }
  return kept;
}

std::string routine_signature(const std::string& parameters) {
  const std::string all = signature(parameters);
  if (all == "*") {
    return {};
  }
  const std::string mark = "ORDER BY ";
  bool is_quoted = false;
  for (std::size_t at = 0; at < all.size(); ++at) {
    is_quoted = is_quoted != (all[at] == '"');
    if (is_quoted || all.compare(at, mark.size(), mark) != 0 || (at > 0 && all[at - 1] != ' ')) {
      continue;
    }
    const std::string direct = all.substr(0, at == 0 ? 0 : at - 1);
    const std::string ordered = all.substr(at + mark.size());
    // VARIADIC on both sides is one argument.
    const bool is_one = !direct.empty() && ordered.starts_with("VARIADIC ");
    return direct.empty() ? ordered : is_one ? direct : direct + ", " + ordered;
  }
  return all;
}

namespace {

/// Letters outside of quotes small.
std::string lower(std::string text) {
  bool is_quoted = false;
  for (char& one : text) {
    is_quoted = is_quoted != (one == '"');
    one = one >= 'A' && one <= 'Z' && !is_quoted ? static_cast<char>(one - 'A' + 'a') : one;
  }
  return text;
}

/// At this character where it stands outside of quotes and brackets; none of them empty.
std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  int depth = 0;
  bool is_quoted = false;
  for (const char one : text) {
    is_quoted = one == '"' ? !is_quoted : is_quoted;
    depth += is_quoted ? 0 : (one == '(') - (one == ')');
    if (one == at && !is_quoted && depth == 0) {
      parts.emplace_back();
    } else {
      parts.back() += one;
    }
  }
  std::erase(parts, std::string());
  return parts;
}

/// Whether the word goes on with a type's name, as in `double precision`, `time without time zone`.
bool goes_on_with_type(const std::string& word) {
  constexpr std::array<std::string_view, 10> words = {"precision",
                                                      "varying",
                                                      "with",
                                                      "without",
                                                      "year",
                                                      "month",
                                                      "day",
                                                      "hour",
                                                      "minute",
                                                      "second"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::vector<std::string> argument_types(const std::string& parameters) {
  std::vector<std::string> types;
  for (const std::string& parameter : split(lower(signature(parameters)), ',')) {
    std::vector<std::string> words = split(parameter, ' ');
    const std::string mode = words.empty() ? "" : words.front();
    if (mode == "out" || mode == "table") {
      continue;
    }
    if (mode == "in" || mode == "inout" || mode == "variadic") {
      words.erase(words.begin());
    }
    if (words.size() > 1 && !goes_on_with_type(words[1])) {
      words.erase(words.begin()); // Its name.
    }
    types.push_back(fmt::format("{}", fmt::join(words, " ")));
  }
  return types;
}

} // namespace strata::codegen::sql
