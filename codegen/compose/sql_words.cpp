// A scanner for identifiers in SQL text.
#include "codegen/compose/sql_words.hpp"

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

bool is_word_part(char c) { return is_word_start(c) || (c >= '0' && c <= '9') || c == '$'; }

std::string folded(std::string_view word) {
  std::string result(word);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

/// The position after what `quote` closes; a doubled quote does not close.
std::size_t after_quoted(std::string_view sql, std::size_t begin, char quote) {
  std::size_t at = begin + 1;
  while (at < sql.size()) {
    if (sql[at] == quote) {
      if (at + 1 < sql.size() && sql[at + 1] == quote) {
        ++at;
      } else {
        return at + 1;
      }
    }
    ++at;
  }
  return sql.size();
}

std::string unquoted(std::string_view quoted) {
  std::string result;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    result += quoted[i];
    if (quoted[i] == '"') {
      ++i;
    }
  }
  return result;
}

std::size_t after_comment(std::string_view sql, std::size_t begin) {
  const std::string_view end = sql[begin] == '-' ? "\n" : "*/";
  const std::size_t found = sql.find(end, begin + 2);
  return found == std::string_view::npos ? sql.size() : found + end.size();
}

bool starts_comment(std::string_view sql, std::size_t at) {
  const std::string_view next = sql.substr(at, 2);
  return next == "--" || next == "/*";
}

bool is_followed_by_parenthesis(std::string_view sql, std::size_t end) {
  const std::size_t next = sql.find_first_not_of(" \t\r\n", end);
  return next != std::string_view::npos && sql[next] == '(';
}

} // namespace

std::vector<sql_word> words_of(std::string_view sql) {
  std::vector<sql_word> words;
  std::size_t at = 0;
  while (at < sql.size()) {
    const std::size_t begin = at;
    if (sql[at] == '\'') {
      at = after_quoted(sql, at, '\'');
    } else if (starts_comment(sql, at)) {
      at = after_comment(sql, at);
    } else if (sql[at] == '"') {
      at = after_quoted(sql, at, '"');
      words.push_back({unquoted(sql.substr(begin, at - begin)),
                       begin,
                       at,
                       true,
                       is_followed_by_parenthesis(sql, at)});
    } else if (is_word_start(sql[at])) {
      while (at < sql.size() && is_word_part(sql[at])) {
        ++at;
      }
      words.push_back({folded(sql.substr(begin, at - begin)),
                       begin,
                       at,
                       false,
                       is_followed_by_parenthesis(sql, at)});
    } else if (sql[at] >= '0' && sql[at] <= '9') {
      while (at < sql.size() && is_word_part(sql[at])) {
        ++at;
      }
    } else {
      ++at;
    }
  }
  return words;
}

std::set<std::string> mentioned_names(const model::sql_text& text) {
  std::set<std::string> names;
  const auto collect = [&](const std::string& sql) {
    for (sql_word& each : words_of(sql)) {
      if (!each.is_call) {
        names.insert(std::move(each.name));
      }
    }
  };
  collect(text.postgresql);
  if (text.sqlite != text.postgresql) {
    collect(text.sqlite);
  }
  return names;
}

bool mentions(const model::sql_text& text, std::string_view name) {
  return mentioned_names(text).count(std::string(name)) > 0;
}

std::string replace_words(const std::string& sql,
                          const std::function<std::string(const std::string&)>& rename) {
  std::string result;
  std::size_t copied = 0;
  for (const sql_word& word : words_of(sql)) {
    const std::string to = word.is_call ? word.name : rename(word.name);
    if (to == word.name) {
      continue;
    }
    result.append(sql, copied, word.begin - copied);
    result += word.is_quoted ? '"' + to + '"' : to;
    copied = word.end;
  }
  return result.append(sql, copied, std::string::npos);
}

} // namespace strata::codegen
