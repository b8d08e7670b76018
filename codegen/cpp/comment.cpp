// A schema's comment as a C++ one.
#include "codegen/cpp/comment.hpp"

#include "codegen/cpp/wrap.hpp"

#include <string>
#include <vector>

namespace strata::codegen {
namespace {

/// The words of a line, each with the space that follows it.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    const auto end = std::min(line.find(' ', at), line.size() - 1) + 1;
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

void print_line(text_writer& to, const std::string& line) {
  constexpr std::size_t width = line_width - 6; // An indentation and the slashes.
  std::string text;
  const auto print = [&] {
    while (text.ends_with(' '))
      text.pop_back();
    // A backslash at its end would take the next line into the comment.
    if (text.ends_with('\\'))
      text += '.';
    to.line("///{}{}", text.empty() ? "" : " ", text);
    text.clear();
  };
  for (const std::string& word : words_of(line)) {
    if (!text.empty() && text.size() + word.size() > width)
      print();
    text += word;
  }
  print();
}

} // namespace

void print_comment(text_writer& to, std::string_view comment) {
  while (!comment.empty()) {
    const auto end = comment.find('\n');
    std::string line(comment.substr(0, end));
    std::erase_if(line, [](char c) { return c == '\r' || c == '\0'; });
    print_line(to, line);
    comment.remove_prefix(end == std::string_view::npos ? comment.size() : end + 1);
  }
}

} // namespace strata::codegen
