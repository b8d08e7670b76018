// Parameters without their modes, names and defaults.
#include "codegen/tool/function_arguments.hpp"

#include <cstddef>
#include <vector>

namespace strata::codegen {
namespace {

/// The words with one space between them, letters outside quotes small.
std::string normal(std::string_view text) {
  std::string words;
  bool is_quoted = false;
  for (const char each : text) {
    is_quoted = is_quoted != (each == '"');
    const bool is_space = each == ' ' || each == '\t' || each == '\n';
    if (is_space && !is_quoted) {
      if (!words.empty() && words.back() != ' ')
        words += ' ';
    } else {
      const bool is_upper = each >= 'A' && each <= 'Z';
      words += is_upper && !is_quoted ? static_cast<char>(each - 'A' + 'a') : each;
    }
  }
  if (!words.empty() && words.back() == ' ')
    words.pop_back();
  return words;
}

/// At commas that stand in neither quotes nor brackets.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  int depth = 0;
  char quote = 0;
  for (const char each : text) {
    if (quote != 0) {
      quote = each == quote ? '\0' : quote;
    } else if (each == '"' || each == '\'') {
      quote = each;
    } else if (each == '(' || each == '[') {
      ++depth;
    } else if (each == ')' || each == ']') {
      --depth;
    } else if (each == ',' && depth == 0) {
      parts.push_back(normal(part));
      part.clear();
      continue;
    }
    part += each;
  }
  if (!parts.empty() || !normal(part).empty())
    parts.push_back(normal(part));
  return parts;
}

bool take_prefix(std::string& text, std::string_view prefix) {
  if (!text.starts_with(prefix))
    return false;
  text.erase(0, prefix.size());
  return true;
}

/// `x integer` of `INOUT x integer DEFAULT 1`; nothing of one that only gives back.
std::vector<std::string> inputs_of(std::string_view parameters) {
  std::vector<std::string> inputs;
  for (std::string& each : parts_of(parameters)) {
    if (const std::size_t end = each.find(" default "); end != std::string::npos)
      each.resize(end);
    if (take_prefix(each, "out ") || take_prefix(each, "table "))
      continue;
    if (!take_prefix(each, "in ") && !take_prefix(each, "inout "))
      take_prefix(each, "variadic ");
    inputs.push_back(std::move(each));
  }
  return inputs;
}

/// Without its first word, which may be a name in quotes.
std::string without_name(const std::string& parameter) {
  const std::size_t from = parameter.starts_with('"') ? parameter.find('"', 1) : 0;
  const std::size_t end = parameter.find(' ', from);
  return end == std::string::npos ? parameter : parameter.substr(end + 1);
}

} // namespace

bool takes_arguments(std::string_view parameters, std::string_view given) {
  const std::vector<std::string> inputs = inputs_of(parameters);
  const std::vector<std::string> wanted = inputs_of(given);
  if (inputs.size() != wanted.size())
    return false;
  for (std::size_t at = 0; at < inputs.size(); ++at) {
    if (inputs[at] != wanted[at] && without_name(inputs[at]) != wanted[at])
      return false;
  }
  return true;
}

} // namespace strata::codegen
