// Writes indented lines; the only thing that printers print with.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace strata::codegen {

class text_writer {
public:
  /// Restores the indentation when it ends.
  class indentation {
  public:
    explicit indentation(text_writer& writer) : writer_(writer) { ++writer_.depth_; }

    indentation(const indentation&) = delete;
    indentation& operator=(const indentation&) = delete;

    ~indentation() { --writer_.depth_; }

  private:
    text_writer& writer_;
  };

  /// One line; the number of arguments is checked by the compiler.
  template <typename... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    add(fmt::format(format, std::forward<Args>(args)...));
  }

  void blank() { text_ += '\n'; }

  [[nodiscard]] indentation indent() { return indentation(*this); }

  const std::string& text() const { return text_; }

private:
  void add(std::string_view line);

  std::string text_;
  int depth_ = 0;
};

} // namespace strata::codegen
