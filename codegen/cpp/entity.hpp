// A table or view as its accessor header presents it: every name and type decided.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

/// One column.
struct entity_member {
  enum class giving { required, defaulted, never };

  std::string identifier;
  std::string sql_name;
  std::string type; ///< Without std::optional.
  bool nullable = false;
  std::string comparison; ///< Of strata::comparison; empty: ordered.
  giving on_insert = giving::required;
  bool padded = false; ///< char(n): PostgreSQL reads it padded.
  model::dialect_set only;
  std::string comment;

  /// With std::optional where it is nullable.
  std::string full_type() const { return nullable ? "std::optional<" + type + ">" : type; }
};

/// A primary key or unique constraint.
struct entity_key {
  std::string identifier; ///< `primary`, `email`, `site_and_name`.
  std::vector<std::size_t> members;
  bool can_arbitrate = true; ///< For upsert: INSERT … ON CONFLICT can infer it.
};

struct entity {
  model::qualified_name name;
  std::string identifier;
  std::string comment;
  std::string declared_in; ///< The header's name, as far as it says nothing of a machine.
  std::vector<entity_member> members;
  std::optional<entity_key> primary;
  std::vector<entity_key> uniques;
  std::vector<std::string> headers; ///< What `.maps_to` types need, sorted.
  bool is_view = false;
  bool uses_enumerations = false;
};

/// Adds a finding where two columns become one identifier.
entity describe(const model::table& table,
                const model::schema& in,
                std::string_view cpp_namespace,
                diagnostics& out);

entity describe(const model::view& view,
                const model::schema& in,
                std::string_view cpp_namespace,
                diagnostics& out);

/// The identifier: `.as("…")`, or from the SQL name. Adds a finding when `.as` is none.
std::string identifier_for(const std::string& chosen,
                           const std::string& sql_name,
                           const model::place& where,
                           diagnostics& out);

/// Adds a finding: `what` (`columns a-b and a_b of t`) become one identifier.
void report_clash(const std::string& what,
                  const std::string& identifier,
                  const model::place& where,
                  diagnostics& out,
                  const std::string& remedy = ".as(\"…\")");

} // namespace strata::codegen
