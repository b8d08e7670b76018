// What an entity-relationship diagram shows of a schema, whatever notation it is written in.
#pragma once

#include <strata/model/schema.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace strata::codegen {

struct diagram_column {
  std::string name;
  std::string type; ///< As SQL writes it, without quotes.
  bool nullable = false;
  bool primary = false; ///< Of the primary key.
  bool foreign = false; ///< Of a foreign key.
  bool unique = false;  ///< By itself.

  friend bool operator==(const diagram_column&, const diagram_column&) = default;
};

struct diagram_table {
  std::string name; ///< With its schema, unless that is the default one.
  std::vector<diagram_column> columns;

  friend bool operator==(const diagram_table&, const diagram_table&) = default;
};

/// A foreign key, from child to parent. The tables are places in `diagram::tables`.
struct diagram_relation {
  std::size_t child = 0;
  std::size_t parent = 0;
  std::vector<std::string> columns; ///< The child's.
  bool optional = false;            ///< A child may have no parent.
  bool single = false;              ///< A parent has one child at most.

  friend bool operator==(const diagram_relation&, const diagram_relation&) = default;
};

struct diagram {
  std::vector<diagram_table> tables; ///< By name.
  std::vector<diagram_relation> relations;

  friend bool operator==(const diagram&, const diagram&) = default;
};

/// Tables and their foreign keys. A partition is not drawn: its parent stands for it. Nor is a key
/// to a table that does not exist, which SQLite allows.
diagram diagram_of(const model::schema& schema, model::dialect on);

} // namespace strata::codegen
