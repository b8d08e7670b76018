// Privileges. Those of an object are Strata's business only where a version declares some for it.
#pragma once

#include <strata/model/dialect.hpp>
#include <strata/model/name.hpp>
#include <strata/model/place.hpp>

#include <string>
#include <vector>

namespace strata::model {

/// GRANT privilege ON object TO grantee; or, with `revoked`, that PUBLIC lacks a privilege which it
/// has unless it is taken away. PostgreSQL only.
struct grant {
  enum class object_class { table, column, sequence, schema, function, type };

  object_class on = object_class::table; ///< A view is a table.
  qualified_name object;                 ///< A schema's name is `object.name`.
  std::vector<std::string> columns;      ///< Of a table, for `column`.
  std::string parameters;                ///< Of a function.
  std::string privilege;                 ///< One, in capitals: `SELECT`.
  std::string grantee;                   ///< Empty: PUBLIC.
  bool grantable = false;                ///< WITH GRANT OPTION.
  bool revoked = false;
  dialect_set only;
  place where;

  friend bool operator==(const grant&, const grant&) = default;
};

} // namespace strata::model
