// JSON text, with the escapes that RFC 8259 asks for.
#include "src/runtime/json_writer.hpp"

#include "src/runtime/utf8.hpp"

#include <fmt/format.h>

namespace strata::detail {
namespace {

void escape(std::string& out, char of) {
  switch (of) {
  case '"':
    out += "\\\"";
    return;
  case '\\':
    out += "\\\\";
    return;
  case '\n':
    out += "\\n";
    return;
  case '\r':
    out += "\\r";
    return;
  case '\t':
    out += "\\t";
    return;
  default:
    break;
  }
  const auto code = static_cast<unsigned char>(of);
  if (code < 0x20) {
    out += fmt::format("\\u{:04x}", code);
  } else {
    out += of;
  }
}

/// A file's name or a server's message need not be UTF-8, but JSON must be.
std::string escaped(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    if (length == 1) {
      escape(out, text[at]);
    } else if (length == 0) {
      out += "\xef\xbf\xbd"; // U+FFFD, the replacement character.
    } else {
      out += text.substr(at, length);
    }
    at += length == 0 ? 1 : length;
  }
  return out += '"';
}

} // namespace

void json_writer::separate() {
  if (follows_) {
    out_ += ", ";
  }
  follows_ = true;
}

void json_writer::open(char bracket) {
  separate();
  out_ += bracket;
  follows_ = false;
}

void json_writer::close(char bracket) {
  out_ += bracket;
  follows_ = true;
}

void json_writer::begin_object() { open('{'); }

void json_writer::end_object() { close('}'); }

void json_writer::begin_array() { open('['); }

void json_writer::end_array() { close(']'); }

void json_writer::key(std::string_view name) {
  separate();
  out_ += escaped(name) + ": ";
  follows_ = false;
}

void json_writer::text_value(std::string_view of) {
  separate();
  out_ += escaped(of);
}

void json_writer::number_value(std::int64_t of) {
  separate();
  out_ += std::to_string(of);
}

void json_writer::truth_value(bool of) {
  separate();
  out_ += of ? "true" : "false";
}

void json_writer::null_value() {
  separate();
  out_ += "null";
}

void json_writer::member(std::string_view name, std::string_view of) {
  key(name);
  text_value(of);
}

void json_writer::member(std::string_view name, std::int64_t of) {
  key(name);
  number_value(of);
}

void json_writer::member(std::string_view name, bool of) {
  key(name);
  truth_value(of);
}

} // namespace strata::detail
