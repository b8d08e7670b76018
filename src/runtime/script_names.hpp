// What the migrations' own SQL names on SQLite: all else in a database was made by others.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace strata::detail {

/// The name as SQLite compares it.
std::string folded(std::string_view name);

class script_names {
public:
  void add(std::string_view sql);

  /// Whether an index or a trigger of that name is made or dropped.
  bool has_object(std::string_view name) const;

  /// Whether a statement names the column together with its table, by any name that the table had.
  bool has_column(std::string_view table, std::string_view column) const;

  /// Whether a table of that name gets another one.
  bool renames(std::string_view table) const;

private:
  using names = std::set<std::string>;

  void add_statement(const std::vector<std::string>& words);
  names all_names_of(std::string_view table) const;

  names objects_;
  names renamed_;
  std::map<std::string, names> other_names_; ///< Of a table, both ways.
  std::vector<names> statements_;
};

} // namespace strata::detail
