// Writes JSON: what the history table and the command line need of it, on one line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace strata::detail {

/// Calls follow the text's order; commas are set by the writer.
class json_writer {
public:
  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  void text_value(std::string_view of);
  void number_value(std::int64_t of);
  void truth_value(bool of);
  void null_value();

  void member(std::string_view name, std::string_view of);

  void member(std::string_view name, const char* of) { member(name, std::string_view(of)); }

  void member(std::string_view name, const std::string& of) { member(name, std::string_view(of)); }

  void member(std::string_view name, std::int64_t of);

  void member(std::string_view name, int of) { member(name, static_cast<std::int64_t>(of)); }

  void member(std::string_view name, bool of);

  const std::string& text() const { return out_; }

private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string out_;
  bool follows_ = false; ///< A comma is due before the next value or key.
};

} // namespace strata::detail
