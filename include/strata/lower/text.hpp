// Words, places and databases of the DSL as the model has them.
#pragma once

#include <strata/model/version.hpp>
#include <strata/schema/constraint.hpp>

#include <string>
#include <vector>

namespace strata::detail {

inline std::string lower_text(const text_ref& text) {
  return text.size == 0 ? std::string() : std::string(text.data, text.size);
}

inline std::vector<std::string> lower_names(list<text_ref> names) {
  std::vector<std::string> result;
  result.reserve(names.size);
  for (const text_ref& name : names)
    result.push_back(lower_text(name));
  return result;
}

inline model::sql_text lower_sql(const sql_words& words) {
  return {lower_text(words.postgresql), lower_text(words.sqlite)};
}

inline model::dialect_set lower_databases(const databases& where) {
  return {where != databases::sqlite, where != databases::postgresql};
}

inline model::qualified_name lower_name(const object_name& name) {
  return {lower_text(name.schema), lower_text(name.name)};
}

inline model::qualified_name lower_name(const object_facts& object) {
  return {lower_text(object.schema), lower_text(object.name)};
}

/// `a/./b/../c` and `a/c` are one file: a header's path depends on who includes it, and the place
/// of a declaration is its identity.
inline std::string normal_path(std::string path) {
  for (std::size_t at = path.find("/./"); at != std::string::npos; at = path.find("/./"))
    path.erase(at, 2);
  std::size_t from = 0;
  for (std::size_t at = path.find("/../"); at != std::string::npos; at = path.find("/../", from)) {
    const std::size_t parent = at == 0 ? std::string::npos : path.rfind('/', at - 1);
    const std::size_t first = parent == std::string::npos ? 0 : parent + 1;
    if (at == 0 || path.compare(first, at - first, "..") == 0)
      from = at + 1;
    else
      path.erase(first, at + 4 - first);
  }
  return path.starts_with("./") ? path.substr(2) : path;
}

inline model::place lower_place(const std::source_location& where) {
  return {normal_path(where.file_name()), where.line(), where.column()};
}

} // namespace strata::detail
