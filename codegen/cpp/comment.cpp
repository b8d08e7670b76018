// A schema's comment as a C++ one.
#include "codegen/cpp/comment.hpp"

#include <string>

namespace strata::codegen {

void print_comment(text_writer& to, std::string_view comment) {
  while (!comment.empty()) {
    const auto end = comment.find('\n');
    std::string line(comment.substr(0, end));
    std::erase_if(line, [](char c) { return c == '\r' || c == '\0'; });
    // A backslash at its end would take the next line into the comment.
    if (line.ends_with('\\'))
      line += '.';
    to.line("///{}{}", line.empty() ? "" : " ", line);
    comment.remove_prefix(end == std::string_view::npos ? comment.size() : end + 1);
  }
}

} // namespace strata::codegen
