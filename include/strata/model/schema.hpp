// One version's whole schema.
#pragma once

#include <strata/model/routine.hpp>
#include <strata/model/table.hpp>

#include <string>
#include <vector>

namespace strata::model {

/// CREATE TYPE name AS ENUM (values).
struct enumeration {
  qualified_name name;
  std::vector<std::string> values;
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
  place where;

  friend bool operator==(const extension&, const extension&) = default;
};

/// Everything that exists at one version. `named_schemas` lists the schemas besides the default
/// one; composing collects them from the objects' names.
struct schema {
  std::vector<std::string> named_schemas;
  std::vector<extension> extensions;
  std::vector<enumeration> enumerations;
  std::vector<table> tables;
  std::vector<view> views;
  std::vector<function> functions;
  std::vector<trigger> triggers;

  friend bool operator==(const schema&, const schema&) = default;
};

} // namespace strata::model
