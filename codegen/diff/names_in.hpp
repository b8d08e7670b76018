// The names that entries of a transition speak of.
#pragma once

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// The names of one kind in a schema, within `owner` where the kind has one.
class names_in {
public:
  names_in(const model::schema& schema,
           model::object_kind kind,
           const model::qualified_name& owner);

  bool has(const model::qualified_name& name) const;

  /// As messages show them.
  std::vector<std::string> all() const;

private:
  void add(model::qualified_name name) { names_.push_back(std::move(name)); }

  template <typename Element>
  void add_plain(const std::vector<Element>& elements);
  template <typename Object>
  void add_qualified(const std::vector<Object>& objects);
  void add_attributes(const model::schema& schema, const model::qualified_name& owner);
  void add_values(const model::schema& schema, const model::qualified_name& owner);
  void add_triggers(const model::schema& schema, const model::qualified_name& owner);
  void add_elements(const model::schema& schema,
                    model::object_kind kind,
                    const model::qualified_name& owner);
  void add_constraints(const model::table& table);

  std::vector<model::qualified_name> names_;
};

/// What a rename's or a drop's owner, named as in the new version, was called before.
model::qualified_name former_owner(const model::transition& transition,
                                   model::object_kind kind,
                                   const model::qualified_name& owner);

/// The renames of what was there to what is there, under a name that was free; the others are
/// findings.
model::transition renames_that_happen(const model::schema& from,
                                      const model::schema& to,
                                      const model::transition& transition);

} // namespace strata::codegen
