// The constraints' names, which SQLite keeps only in the text of CREATE TABLE.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace strata::sqlite {

struct declared_constraint {
  enum class kind { primary_key, unique, foreign_key };

  kind of = kind::unique;
  std::string name; ///< Empty: it was given none.
  std::vector<std::string> columns;
  std::string target;       ///< Of a foreign key: the referenced table.
  bool is_deferred = false; ///< A foreign key that is checked at the end of the transaction.
};

/// The keys of a table, read from its CREATE TABLE statement: those of columns and of the table.
std::vector<declared_constraint> declared_constraints(std::string_view create_table);

} // namespace strata::sqlite
