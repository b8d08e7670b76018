// Whether two elements are the same but for their names, comments and places.
#pragma once

#include "codegen/diff/difference.hpp"

namespace strata::codegen {

class definitions {
public:
  /// SQL texts are compared as those of `table`, with the renames of its columns.
  definitions(const difference& all, const model::qualified_name& table)
      : all_(all), table_(table) {}

  bool are_same(const model::column& before, const model::column& after) const;
  bool are_same(const model::primary_key& before, const model::primary_key& after) const;
  bool are_same(const model::unique_constraint& before,
                const model::unique_constraint& after) const;
  bool are_same(const model::check_constraint& before, const model::check_constraint& after) const;
  bool are_same(const model::foreign_key& before, const model::foreign_key& after) const;
  bool are_same(const model::exclusion_constraint& before,
                const model::exclusion_constraint& after) const;
  bool are_same(const model::index& before, const model::index& after) const;

private:
  bool is_same_text(const model::sql_text& before, const model::sql_text& after) const {
    return all_.is_same_text(table_, before, after);
  }

  bool is_same_text(const std::string& before, const std::string& after) const {
    return is_same_text(model::sql_text{{}, before}, model::sql_text{{}, after});
  }

  const difference& all_;
  const model::qualified_name& table_;
};

} // namespace strata::codegen
