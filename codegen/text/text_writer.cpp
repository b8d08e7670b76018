// Indentation of two spaces a level; lines of a text with several are each indented.
#include "codegen/text/text_writer.hpp"

namespace strata::codegen {

void text_writer::add(std::string_view line) {
  for (;;) {
    const auto end = line.find('\n');
    const auto one = line.substr(0, end);
    if (!one.empty()) {
      text_.append(static_cast<std::size_t>(depth_) * 2, ' ').append(one);
    }
    text_ += '\n';
    if (end == std::string_view::npos) {
      return;
    }
    line.remove_prefix(end + 1);
  }
}

} // namespace strata::codegen
