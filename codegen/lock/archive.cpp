// What an archive does with names, literals and SQL texts.
#include "codegen/lock/archive.hpp"

#include <charconv>
#include <utility>

namespace strata::codegen {
namespace {

constexpr choices<6> literal_kinds = {"null", "boolean", "integer", "decimal", "text", "bytes"};

void append_part(std::string& out, std::string_view part) {
  for (const char c : part) {
    if (c == '.' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
}

} // namespace

std::string one_word(const model::qualified_name& name) {
  std::string out;
  if (!name.schema.empty()) {
    append_part(out, name.schema);
    out += '.';
  }
  append_part(out, name.name);
  return out;
}

model::qualified_name qualified(std::string_view word, int line) {
  model::qualified_name name;
  bool has_schema = false;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == '\\' && at + 1 < word.size()) {
      name.name += word[++at];
    } else if (word[at] == '.') {
      if (has_schema) {
        throw unreadable("says a name of more than two parts", line);
      }
      has_schema = true;
      name.schema = std::exchange(name.name, {});
    } else {
      name.name += word[at];
    }
  }
  return name;
}

std::string one_word(const model::literal& value) {
  std::string out(literal_kinds.at(static_cast<std::size_t>(value.of)));
  if (value.of != model::literal::kind::null) {
    out += ':';
    out += value.text;
  }
  return out;
}

model::literal literal_of(std::string_view word, int line) {
  const auto kind = word.substr(0, word.find(':'));
  for (std::size_t at = 0; at < literal_kinds.size(); ++at) {
    if (literal_kinds[at] == kind) {
      const auto text = kind.size() < word.size() ? word.substr(kind.size() + 1) : "";
      return {static_cast<model::literal::kind>(at), std::string(text)};
    }
  }
  throw unreadable("says a literal of an unknown kind", line);
}

void node_writer::write_sql(node& at, const model::sql_text& value) {
  if (value.postgresql == value.sqlite) {
    at.text = value.postgresql;
    return;
  }
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) {
      at.children.push_back({.keyword = key, .words = {}, .text = text, .children = {}, .line = 0});
    }
  };
  add("postgresql", value.postgresql);
  add("sqlite", value.sqlite);
}

model::sql_text node_reader::read_sql(const node& from) {
  if (from.text) {
    return {*from.text, *from.text};
  }
  model::sql_text read;
  for (const node& child : from.children) {
    if (child.keyword == "postgresql") {
      read.postgresql = child.text.value_or("");
    } else if (child.keyword == "sqlite") {
      read.sqlite = child.text.value_or("");
    }
  }
  return read;
}

std::int64_t node_reader::integer(std::string_view word, int line) {
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (problem != std::errc() || end != word.data() + word.size()) {
    throw unreadable("says something else than a number", line);
  }
  return value;
}

const std::string& node_reader::word_of(const node& of) {
  if (of.words.empty()) {
    throw unreadable("says less than it should", of.line);
  }
  return of.words.front();
}

} // namespace strata::codegen
