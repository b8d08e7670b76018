// Reads words and names, and no grammar: a name counts as the migrations' own too often rather than
// too seldom.
#include "src/runtime/script_names.hpp"

#include "src/runtime/sqlite_tokens.hpp"

#include <algorithm>
#include <cctype>

namespace strata::detail {

std::string folded(std::string_view name) {
  std::string small(name);
  std::ranges::transform(small, small.begin(), [](unsigned char each) {
    return each < 0x80 ? static_cast<char>(std::tolower(each)) : static_cast<char>(each);
  });
  return small;
}

void script_names::add(std::string_view sql) {
  std::vector<std::string> words;
  for (sqlite_tokens from(sql); !from.at_end();) {
    if (from.take(";")) {
      add_statement(words);
      words.clear();
    } else {
      words.push_back(folded(from.take_text()));
    }
  }
  add_statement(words);
}

/// `DROP INDEX IF EXISTS main.name`, `ALTER TABLE old RENAME TO new`.
void script_names::add_statement(const std::vector<std::string>& words) {
  const auto word = [&](std::size_t at) { return at < words.size() ? words[at] : std::string(); };
  const auto name_at = [&](std::size_t at) {
    while (word(at) == "if" || word(at) == "not" || word(at) == "exists") {
      ++at;
    }
    return word(at + 1) == "." ? at + 2 : at;
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == "index" || words[at] == "trigger") {
      objects_.insert(word(name_at(at + 1)));
    }
  }
  const std::size_t table = name_at(2);
  if (word(0) == "alter" && word(table + 1) == "rename" && word(table + 2) == "to") {
    renamed_.insert(word(table));
    other_names_[word(table)].insert(word(table + 3));
    other_names_[word(table + 3)].insert(word(table));
  }
  statements_.emplace_back(words.begin(), words.end());
}

bool script_names::has_object(std::string_view name) const {
  return objects_.contains(folded(name));
}

bool script_names::renames(std::string_view table) const {
  return renamed_.contains(folded(table));
}

script_names::names script_names::all_names_of(std::string_view table) const {
  names found;
  std::vector<std::string> next{folded(table)};
  while (!next.empty()) {
    const std::string name = next.back();
    next.pop_back();
    const auto others = other_names_.find(name);
    if (found.insert(name).second && others != other_names_.end()) {
      next.insert(next.end(), others->second.begin(), others->second.end());
    }
  }
  return found;
}

bool script_names::has_column(std::string_view table, std::string_view column) const {
  const names tables = all_names_of(table);
  return std::ranges::any_of(statements_, [&](const names& words) {
    return words.contains(folded(column)) &&
           std::ranges::any_of(tables, [&](const auto& each) { return words.contains(each); });
  });
}

} // namespace strata::detail
