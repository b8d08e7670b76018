// Breaks between pieces only, so that a break never changes what is said.
#include "codegen/cpp/wrap.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

std::string without_end_space(std::string text) {
  while (text.ends_with(' '))
    text.pop_back();
  return text;
}

bool fit(const std::vector<std::string>& lines) {
  return std::ranges::all_of(lines, [](const auto& each) { return each.size() <= line_width; });
}

/// The parameters one below the other, after `head`.
std::vector<std::string> stacked(const std::string& head,
                                 const std::vector<std::string>& parameters) {
  std::vector<std::string> lines;
  for (const std::string& each : parameters) {
    const bool is_last = &each == &parameters.back();
    const std::string before = lines.empty() ? head : std::string(head.size(), ' ');
    lines.push_back(before + each + (is_last ? ") {" : ","));
  }
  return lines;
}

} // namespace

void print_pieces(text_writer& to,
                  std::size_t indentation,
                  const std::vector<std::string>& pieces,
                  std::size_t hang) {
  std::string line;
  for (const std::string& each : pieces) {
    const std::string longer = without_end_space(line + each);
    if (!line.empty() && indentation + longer.size() > line_width) {
      to.line("{}", without_end_space(line));
      line = std::string(hang, ' ');
    }
    line += each;
  }
  to.line("{}", without_end_space(line));
}

void print_signature(text_writer& to,
                     const std::string& result,
                     const std::string& name,
                     const std::vector<std::string>& parameters) {
  const std::string front = "inline " + result;
  std::string whole = front + ' ' + name + '(';
  for (const std::string& each : parameters) {
    whole += each + (&each == &parameters.back() ? ") {" : ", ");
  }
  std::vector<std::string> lines{whole};
  if (!fit(lines))
    lines = stacked(front + ' ' + name + '(', parameters);
  if (!fit(lines)) {
    lines = stacked(name + '(', parameters);
    lines.insert(lines.begin(), front);
  }
  if (!fit(lines)) {
    lines = {front, name + '('};
    for (const std::string& each : stacked("    ", parameters)) {
      lines.push_back(each);
    }
  }
  for (const std::string& each : lines) {
    to.line("{}", each);
  }
}

} // namespace strata::codegen
