// One description of a thing, read in two directions: `describe(archive, thing)` prints it into a
// node with a writer and fills it from a node with a reader, so that the two cannot differ.
// What has its default is left out.
#pragma once

#include "codegen/lock/node.hpp"

#include <strata/model/column.hpp>
#include <strata/model/name.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace strata::codegen {

/// `schema.name` with a backslash before dots within a part; `name` in the default schema.
std::string one_word(const model::qualified_name& name);
model::qualified_name qualified(std::string_view word, int line);

/// `boolean:true`, `text:it's`, `null`.
std::string one_word(const model::literal& value);
model::literal literal_of(std::string_view word, int line);

/// An enumeration's words; the first is the default, which is left out.
template <std::size_t Count>
using choices = std::array<std::string_view, Count>;

/// The types that a sequence counts in; the first of model::type_kind.
inline constexpr choices<3> counting_words = {"smallint", "integer", "bigint"};

/// What a description takes: a thing to print, or one to fill.
template <typename Archive, typename Thing>
using described = std::conditional_t<Archive::is_reader, Thing&, const Thing&>;

class node_writer {
public:
  static constexpr bool is_reader = false;

  explicit node_writer(node& at) : at_(at) {}

  void word(const std::string& value) { at_.words.push_back(value); }

  void word(const model::qualified_name& name) { at_.words.push_back(one_word(name)); }

  void own_text(const std::string& value) {
    if (!value.empty())
      at_.text = value;
  }

  void own_sql(const model::sql_text& value) { write_sql(at_, value); }

  void text(std::string_view key, const std::string& value) {
    if (!value.empty())
      child(key).text = value;
  }

  void sql(std::string_view key, const model::sql_text& value) {
    if (!value.empty())
      write_sql(child(key), value);
  }

  void flag(std::string_view key, bool value) {
    if (value)
      child(key);
  }

  void unless(std::string_view key, bool value) { flag(key, !value); }

  void number(std::string_view key, const std::optional<std::int64_t>& value) {
    if (value)
      child(key).words.push_back(std::to_string(*value));
  }

  void words(std::string_view key, const std::vector<std::string>& values) {
    if (!values.empty())
      child(key).words = values;
  }

  void words(std::string_view key, const std::vector<model::qualified_name>& values) {
    if (values.empty())
      return;
    node& list = child(key);
    for (const auto& each : values)
      list.words.push_back(one_word(each));
  }

  void words(std::string_view key, const model::qualified_name& value) {
    if (value != model::qualified_name{})
      child(key).words.push_back(one_word(value));
  }

  void counting(std::string_view key, std::optional<model::type_kind> type) {
    if (type)
      child(key).words.emplace_back(counting_words.at(static_cast<std::size_t>(*type)));
  }

  template <typename Enum, std::size_t Count>
  void choice(std::string_view key, Enum value, const choices<Count>& names) {
    const auto at = static_cast<std::size_t>(value);
    if (at != 0)
      child(key).words.emplace_back(names.at(at));
  }

  template <typename Enum, std::size_t Count>
  void choice_word(Enum value, const choices<Count>& names) {
    at_.words.emplace_back(names.at(static_cast<std::size_t>(value)));
  }

  void only(const model::dialect_set& in) {
    if (!in.postgresql || !in.sqlite) {
      node& list = child("only");
      if (in.postgresql)
        list.words.emplace_back("postgresql");
      if (in.sqlite)
        list.words.emplace_back("sqlite");
    }
  }

  template <typename Value>
  void each(std::string_view key, const std::vector<Value>& values) {
    for (const Value& value : values) {
      node_writer inner(child(key));
      describe(inner, value);
    }
  }

  template <typename Value>
  void maybe(std::string_view key, const std::optional<Value>& value) {
    if (value) {
      node_writer inner(child(key));
      describe(inner, *value);
    }
  }

  node& here() { return at_; }

private:
  node& child(std::string_view key) {
    at_.children.emplace_back().keyword = key;
    return at_.children.back();
  }

  static void write_sql(node& at, const model::sql_text& value);

  node& at_;
};

class node_reader {
public:
  static constexpr bool is_reader = true;

  explicit node_reader(const node& at) : at_(at) {}

  node_reader(const node_reader&) = delete;
  node_reader& operator=(const node_reader&) = delete;

  /// Throws when the node holds what the description did not ask for.
  void finish() const {
    const bool all = words_ == at_.words.size() && children_ == at_.children.size() &&
                     text_ == at_.text.has_value();
    if (!all)
      fail("says more than this release of Strata knows");
  }

  void word(std::string& value) { value = next_word(); }

  void word(model::qualified_name& name) { name = qualified(next_word(), at_.line); }

  void own_text(std::string& value) {
    if (at_.text) {
      value = *at_.text;
      text_ = true;
    }
  }

  void own_sql(model::sql_text& value) {
    value = read_sql(at_);
    text_ = at_.text.has_value();
    children_ += text_ ? 0
                       : static_cast<std::size_t>(!value.postgresql.empty()) +
                             static_cast<std::size_t>(!value.sqlite.empty());
  }

  void text(std::string_view key, std::string& value) {
    if (const node* found = one(key))
      value = found->text.value_or("");
  }

  void sql(std::string_view key, model::sql_text& value) {
    if (const node* found = one(key))
      value = read_sql(*found);
  }

  void flag(std::string_view key, bool& value) { value = one(key) != nullptr; }

  void unless(std::string_view key, bool& value) { value = one(key) == nullptr; }

  void number(std::string_view key, std::optional<std::int64_t>& value) {
    if (const node* found = one(key))
      value = integer(word_of(*found), found->line);
  }

  void words(std::string_view key, std::vector<std::string>& values) {
    if (const node* found = one(key))
      values = found->words;
  }

  void words(std::string_view key, std::vector<model::qualified_name>& values) {
    if (const node* found = one(key)) {
      for (const auto& each : found->words)
        values.push_back(qualified(each, found->line));
    }
  }

  void words(std::string_view key, model::qualified_name& value) {
    if (const node* found = one(key))
      value = qualified(word_of(*found), found->line);
  }

  void counting(std::string_view key, std::optional<model::type_kind>& type) {
    if (const node* found = one(key))
      type = chosen<model::type_kind>(word_of(*found), counting_words);
  }

  template <typename Enum, std::size_t Count>
  void choice(std::string_view key, Enum& value, const choices<Count>& names) {
    if (const node* found = one(key))
      value = chosen<Enum>(word_of(*found), names);
  }

  template <typename Enum, std::size_t Count>
  void choice_word(Enum& value, const choices<Count>& names) {
    value = chosen<Enum>(next_word(), names);
  }

  void only(model::dialect_set& in) {
    if (const node* found = one("only")) {
      in = {.postgresql = false, .sqlite = false};
      for (const std::string& word : found->words) {
        (word == "postgresql" ? in.postgresql : in.sqlite) = true;
      }
    }
  }

  template <typename Value>
  void each(std::string_view key, std::vector<Value>& values) {
    for (const node& child : at_.children) {
      if (child.keyword == key) {
        ++children_;
        read_into(child, values.emplace_back());
      }
    }
  }

  template <typename Value>
  void maybe(std::string_view key, std::optional<Value>& value) {
    if (const node* found = one(key))
      read_into(*found, value.emplace());
  }

  const node& here() const { return at_; }

  const std::string& next_word() {
    if (words_ == at_.words.size())
      fail("says less than it should");
    return at_.words[words_++];
  }

  /// The child of that keyword, which is taken as read.
  const node* one(std::string_view key) {
    for (const node& child : at_.children) {
      if (child.keyword == key) {
        ++children_;
        return &child;
      }
    }
    return nullptr;
  }

  [[noreturn]] void fail(const char* why) const { throw unreadable(why, at_.line); }

  static std::int64_t integer(std::string_view word, int line);

private:
  template <typename Value>
  static void read_into(const node& from, Value& value) {
    node_reader inner(from);
    describe(inner, value);
    inner.finish();
  }

  template <typename Enum, std::size_t Count>
  Enum chosen(std::string_view word, const choices<Count>& names) const {
    for (std::size_t at = 0; at < Count; ++at) {
      if (names[at] == word)
        return static_cast<Enum>(at);
    }
    fail("says a word that this release of Strata does not know");
  }

  static const std::string& word_of(const node& of);
  static model::sql_text read_sql(const node& from);

  const node& at_;
  std::size_t words_ = 0;
  std::size_t children_ = 0;
  bool text_ = false;
};

} // namespace strata::codegen
