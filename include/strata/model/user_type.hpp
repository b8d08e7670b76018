// Types that a schema defines beside enumerations. PostgreSQL only.
#pragma once

#include <strata/model/column.hpp>
#include <strata/model/constraint.hpp>

#include <optional>
#include <string>
#include <vector>

namespace strata::model {

/// CREATE DOMAIN name AS type; its checks say VALUE for the value.
struct domain {
  qualified_name name;
  data_type type;
  bool nullable = true;
  std::optional<default_value> default_to;
  std::string collation;
  std::vector<check_constraint> checks;
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const domain&, const domain&) = default;
};

/// CREATE TYPE name AS (attributes).
struct composite_type {
  struct attribute {
    std::string name;
    data_type type;
    std::string collation;
    std::string comment;
    place where;

    friend bool operator==(const attribute&, const attribute&) = default;
  };

  qualified_name name;
  std::vector<attribute> attributes;
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const composite_type&, const composite_type&) = default;
};

/// CREATE TYPE name AS RANGE (SUBTYPE = subtype, …).
struct range_type {
  qualified_name name;
  data_type subtype;
  std::string options; ///< As written: `SUBTYPE_DIFF = float8mi`.
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const range_type&, const range_type&) = default;
};

} // namespace strata::model
