// Types and defaults, which the lock says in words of their own.
#include "codegen/lock/describe_column.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

// In the order of model::type_kind.
constexpr choices<26> type_kinds = {
    "smallint",    "integer",  "bigint",      "real",           "double_precision",
    "numeric",     "boolean",  "text",        "varchar",        "character",
    "bytea",       "date",     "time_of_day", "time_of_day_tz", "timestamp",
    "timestamptz", "interval", "uuid",        "json",           "jsonb",
    "inet",        "cidr",     "macaddr",     "tsvector",       "enumeration",
    "named"};
static_assert(type_kinds.size() == static_cast<std::size_t>(model::type_kind::named) + 1);

constexpr choices<4> functions = {"now", "gen_random_uuid", "current_date", "current_time"};

bool has_length(model::type_kind kind) {
  return kind == model::type_kind::varchar || kind == model::type_kind::character;
}

/// Takes `(1,2)` off the front.
void read_arguments(std::string_view& rest, model::data_type& type, int line) {
  const auto end = rest.find(')');
  if (end == std::string_view::npos) {
    throw unreadable("says a type with a bracket that does not close", line);
  }
  const auto inside = rest.substr(1, end - 1);
  const auto comma = inside.find(',');
  const auto first = static_cast<std::int32_t>(node_reader::integer(inside.substr(0, comma), line));
  (has_length(type.kind) ? type.length : type.precision) = first;
  if (comma != std::string_view::npos) {
    type.scale = static_cast<std::int32_t>(node_reader::integer(inside.substr(comma + 1), line));
  }
  rest.remove_prefix(end + 1);
}

struct default_writer {
  node& at;

  void operator()(const model::literal& value) const {
    const std::string word = one_word(value);
    at.words.push_back(word.substr(0, word.find(':')));
    if (value.of == model::literal::kind::text) {
      at.text = value.text;
    } else if (value.of != model::literal::kind::null) {
      at.words.push_back(value.text);
    }
  }

  void operator()(model::known_function value) const {
    at.words.emplace_back("function");
    at.words.emplace_back(functions.at(static_cast<std::size_t>(value)));
  }

  void operator()(const model::sql_text& value) const {
    at.words.emplace_back("sql");
    node_writer(at).own_sql(value);
  }
};

} // namespace

std::string type_word(const model::data_type& type) {
  std::string word(type_kinds.at(static_cast<std::size_t>(type.kind)));
  const auto& first = has_length(type.kind) ? type.length : type.precision;
  if (first && type.scale) {
    word += fmt::format("({},{})", *first, *type.scale);
  } else if (first) {
    word += fmt::format("({})", *first);
  }
  for (int dimension = 0; dimension < type.array_dimensions; ++dimension) {
    word += "[]";
  }
  return word;
}

model::data_type type_of(std::string_view word, int line) {
  const auto kind = word.substr(0, word.find_first_of("(["));
  model::data_type type;
  for (std::size_t at = 0;; ++at) {
    if (at == type_kinds.size()) {
      throw unreadable("says a type that this release of Strata does not know", line);
    }
    if (type_kinds[at] == kind) {
      type.kind = static_cast<model::type_kind>(at);
      break;
    }
  }
  word.remove_prefix(kind.size());
  if (word.starts_with("(")) {
    read_arguments(word, type, line);
  }
  for (; word.starts_with("[]"); word.remove_prefix(2)) {
    ++type.array_dimensions;
  }
  if (!word.empty()) {
    throw unreadable("says a type that this release of Strata does not know", line);
  }
  return type;
}

void write_default(node& at, const model::default_value& value) {
  std::visit(default_writer{at}, value);
}

model::default_value read_default(const node& from) {
  node_reader reader(from);
  const std::string& kind = reader.next_word();
  if (kind == "sql") {
    model::sql_text text;
    reader.own_sql(text);
    return text;
  }
  if (kind == "text") {
    return model::literal{model::literal::kind::text, from.text.value_or("")};
  }
  if (kind == "null") {
    return model::literal{};
  }
  const std::string& value = reader.next_word();
  if (kind != "function") {
    return literal_of(kind + ":" + value, from.line);
  }
  const auto at = std::find(functions.begin(), functions.end(), value);
  if (at == functions.end()) {
    throw unreadable("says a function that this release of Strata does not know", from.line);
  }
  return static_cast<model::known_function>(at - functions.begin());
}

} // namespace strata::codegen
