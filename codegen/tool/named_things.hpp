// Everything in a schema that has a name of its own, as one list.
#pragma once

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

struct named_thing {
  model::object_kind kind = model::object_kind::table;
  model::qualified_name owner; ///< Of what belongs to a table, view or type.
  model::qualified_name name;  ///< Without a schema where there is an owner.
  /// An identity column's sequence, what a partition has of its parent: those decide its name.
  bool follows = false;
  std::string parameters{}; ///< Of a function.

  /// Functions of one name are one but for what they take.
  friend bool operator==(const named_thing& a, const named_thing& b) {
    return a.kind == b.kind && a.owner == b.owner && a.name == b.name && a.follows == b.follows;
  }
};

std::vector<named_thing> named_things(const model::schema& schema);

inline bool has_owner(const named_thing& thing) { return !thing.owner.name.empty(); }

/// `table`, `column`, …, as messages and `--rename` call the kind.
std::string_view word_of(model::object_kind kind);

} // namespace strata::codegen
