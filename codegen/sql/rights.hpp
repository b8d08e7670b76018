// PostgreSQL: who owns an object and who may use it, across its being dropped and made again.
#pragma once

#include <strata/model/name.hpp>

namespace strata::codegen::sql {

/// Its functions of one name are kept together: which of them goes is told by their arguments.
/// Nobody has grants on a statistics object, but it has a target that the server forgets too.
enum class owned_kind { relation, routine, type, statistics };

/// Notes owner and grants of what is about to be dropped, until the transaction ends.
struct keep_rights {
  owned_kind of = owned_kind::relation;
  model::qualified_name name;

  friend bool operator==(const keep_rights&, const keep_rights&) = default;
};

/// Gives them to what has taken the name.
struct restore_rights {
  owned_kind of = owned_kind::relation;
  model::qualified_name name;

  friend bool operator==(const restore_rights&, const restore_rights&) = default;
};

} // namespace strata::codegen::sql
