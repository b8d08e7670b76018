// JSON text, with the escapes that RFC 8259 asks for.
#include "src/runtime/json_writer.hpp"

#include <fmt/format.h>

namespace strata::detail {
namespace {

std::string escaped(std::string_view text) {
  std::string out = "\"";
  for (const char each : text) {
    switch (each) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      if (static_cast<unsigned char>(each) < 0x20) {
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(each));
      } else {
        out += each;
      }
    }
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
