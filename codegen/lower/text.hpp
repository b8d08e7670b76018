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
std::string normal_path(std::string path);

model::place lower_place(const std::source_location& where);

} // namespace strata::detail
