// One version's whole schema.
#pragma once

#include <strata/model/attachment.hpp>
#include <strata/model/grant.hpp>
#include <strata/model/routine.hpp>
#include <strata/model/sequence.hpp>
#include <strata/model/table.hpp>
#include <strata/model/user_type.hpp>

#include <string>
#include <vector>

namespace strata::model {

/// A schema other than the default one.
struct named_schema {
  std::string name;
  std::string comment;
  place where;

  friend bool operator==(const named_schema&, const named_schema&) = default;
};

/// CREATE TYPE name AS ENUM (values).
struct enumeration {
  qualified_name name;
  std::vector<std::string> values;
  /// `value("…").as("…")`: of each value, empty where none is given; no part of a fingerprint.
  std::vector<std::string> cpp_values = {};
  std::string comment;
  dialect_set only;
  std::string cpp_name;
  place where;

  friend bool operator==(const enumeration&, const enumeration&) = default;
};

/// CREATE EXTENSION name; PostgreSQL only.
struct extension {
  std::string name;
  std::string schema;
  std::string version;
  std::string comment; ///< Empty: what the extension says of itself.
  place where;

  friend bool operator==(const extension&, const extension&) = default;
};

/// Everything that exists at one version. Composing collects `named_schemas` from the objects'
/// names too, so that most need no declaration.
struct schema {
  std::vector<named_schema> named_schemas;
  std::vector<extension> extensions;
  std::vector<enumeration> enumerations;
  std::vector<table> tables;
  std::vector<view> views;
  std::vector<function> functions;
  std::vector<trigger> triggers;
  std::vector<sequence> sequences;
  std::vector<domain> domains;
  std::vector<composite_type> composite_types;
  std::vector<range_type> range_types;
  std::vector<rule> rules;
  std::vector<policy> policies;
  std::vector<statistics> statistics_objects;
  std::vector<grant> grants;

  friend bool operator==(const schema&, const schema&) = default;
};

} // namespace strata::model
