// Mermaid knows words of ASCII letters, digits and `_`; any other name is drawn from its label.
#include "codegen/draw/mermaid.hpp"

#include "codegen/text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace strata::codegen {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

/// Words that mermaid, in any letter case, reads as something else where a table's name stands.
bool is_taken(std::string_view word) {
  constexpr std::array<std::string_view, 20> taken = {
      "accdescr", "acctitle",  "class",     "classdef", "click", "default",   "direction",
      "end",      "erdiagram", "linkstyle", "many",     "o",     "one",       "only",
      "style",    "subgraph",  "title",     "to",       "zero",  "optionally"};
  return std::find(taken.begin(), taken.end(), lower(word)) != taken.end();
}

/// The same where a column's name stands.
bool is_key_word(std::string_view word) {
  const std::string key = lower(word);
  return key == "pk" || key == "fk" || key == "uk";
}

std::string word_of(std::string_view text, std::string_view also = "") {
  std::string word;
  for (const char c : text) {
    const bool plain = is_letter(c) || is_digit(c) || c == '_' || also.find(c) != also.npos;
    word += plain ? c : '_';
  }
  return word.empty() || !(is_letter(word.front()) || word.front() == '_') ? '_' + word : word;
}

std::string table_word(std::string_view name) {
  const std::string word = word_of(name);
  return is_taken(word) ? word + '_' : word;
}

std::string column_word(std::string_view name) {
  const std::string word = word_of(name);
  return is_key_word(word) ? word + '_' : word;
}

/// A text between double quotes, with mermaid's own escapes for what would end or change it.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : one_line(text)) {
    if (std::string_view("\"#%&;<>\\`").find(c) != std::string_view::npos)
      out += fmt::format("#{};", static_cast<int>(c));
    else
      out += c;
  }
  return out + '"';
}

/// A word for each table; two tables never get the same.
std::vector<std::string> words_of(const std::vector<diagram_table>& tables) {
  // Names that are words as they stand go first, so that no other takes theirs.
  std::set<std::string> used;
  for (const diagram_table& each : tables) {
    if (table_word(each.name) == each.name)
      used.insert(each.name);
  }
  std::vector<std::string> words;
  for (const diagram_table& each : tables) {
    std::string word = table_word(each.name);
    for (int number = 2; word != each.name && !used.insert(word).second; ++number)
      word = fmt::format("{}_{}", table_word(each.name), number);
    words.push_back(std::move(word));
  }
  return words;
}

std::string keys_of(const diagram_column& column) {
  std::string keys;
  const auto add = [&](bool is_one, const char* word) {
    if (is_one)
      keys += (keys.empty() ? " " : ",") + std::string(word);
  };
  add(column.primary, "PK");
  add(column.foreign, "FK");
  add(column.unique, "UK");
  return keys;
}

std::string table_text(const diagram_table& table, const std::string& word) {
  std::string out =
      fmt::format("    {}{} {{\n", word, word == table.name ? "" : "[" + quoted(table.name) + "]");
  for (const diagram_column& column : table.columns) {
    const std::string name = column_word(column.name);
    out += fmt::format("        {} {}{}{}\n",
                       word_of(column.type, "()[]-"),
                       name,
                       keys_of(column),
                       name == column.name ? "" : " " + quoted(column.name));
  }
  return out + "    }\n";
}

std::string label_of(const diagram_relation& relation) {
  std::string names;
  for (const std::string& each : relation.columns)
    names += (names.empty() ? "" : ", ") + each;
  return quoted(names);
}

} // namespace

std::string print_mermaid(const diagram& of) {
  const std::vector<std::string> words = words_of(of.tables);
  std::string out = "erDiagram\n";
  for (std::size_t at = 0; at < words.size(); ++at)
    out += table_text(of.tables[at], words[at]);
  for (const diagram_relation& each : of.relations) {
    out += fmt::format("    {} {}--{} {} : {}\n",
                       words[each.parent],
                       each.optional ? "|o" : "||",
                       each.single ? "o|" : "o{",
                       words[each.child],
                       label_of(each));
  }
  return out;
}

} // namespace strata::codegen
