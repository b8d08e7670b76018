// Carries a schema over the renames of a transition: whatever mentions a renamed thing by name
// mentions its new name afterwards. SQL bodies stay as they are written.
#pragma once

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <map>
#include <string>
#include <utility>

namespace strata::codegen {

/// The renames of one transition, by what they rename. All happen at once, so that two tables can
/// take each other's name.
class renames {
public:
  explicit renames(const model::transition& transition);

  bool empty() const { return objects_.empty() && functions_.empty() && elements_.empty(); }

  /// The new name of a table, view or enumeration.
  model::qualified_name object(model::object_kind kind, const model::qualified_name& name) const;

  /// The new name of a function, of which there may be several under one.
  model::qualified_name function(const model::qualified_name& name,
                                 const std::string& parameters) const;

  /// The new name of a table or a view.
  model::qualified_name relation(const model::qualified_name& name) const;

  /// The new name of a column, constraint, index, trigger or enumeration value; `owner` by its new
  /// name.
  std::string element(model::object_kind kind,
                      const model::qualified_name& owner,
                      const std::string& name) const;

  /// Whether anything of that kind is renamed within `owner`.
  bool has_elements(model::object_kind kind, const model::qualified_name& owner) const;

private:
  using names = std::map<std::string, std::string>;

  std::map<std::pair<model::object_kind, model::qualified_name>, std::string> objects_;
  std::map<std::pair<model::qualified_name, std::string>, std::string> functions_;
  std::map<std::pair<model::object_kind, model::qualified_name>, names> elements_;
};

/// Every name in the schema that the renames change, but those of constraints and indexes.
void carry_over(model::schema& schema, const renames& by);

/// Constraints and indexes too; for schemas in which every name is resolved.
void carry_over_resolved(model::schema& schema, const renames& by);

} // namespace strata::codegen
