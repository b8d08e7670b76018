// The schema as it stands while versions are taken in, one after the other.
#pragma once

#include "codegen/compose/further_objects.hpp"
#include "codegen/compose/renames.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

#include <cstddef>
#include <tuple>
#include <vector>

namespace strata::codegen {

/// An object as last declared. Its names are unresolved, so that a table which is renamed gets new
/// default names.
template <typename Object>
struct slot {
  Object object;
  int version = 0; ///< That declared it.
  bool is_listed = false;
  bool is_dropped = false;
};

template <typename Object>
using slots = std::vector<slot<Object>>;

class chain {
public:
  explicit chain(diagnostics& out) : out_(out) {}

  /// The next version, whole; its declaration becomes the latest of what it lists. `before` is the
  /// version before as it was returned, or nothing.
  model::version take(model::version_declaration declaration, const model::schema& before);

  void list(model::extension&& extension);
  void list(model::enumeration&& enumeration);
  void list(model::table&& table);
  void list(model::table_change&& change);
  void list(model::view&& view);
  void list(model::function&& function);
  void list(model::trigger&& trigger);

  template <typename Object>
  void list(Object&& object) {
    put_further(std::forward<Object>(object));
  }

private:
  template <typename Object>
  void put_further(Object&& object);

  // What a derivation renames without the transition saying so (S108, S109).
  void add_missing_renames(const std::vector<model::declared_object>& objects);
  void add_missing_column_renames(const model::table_change& change, const model::table& parent);

  // What happens to everything, listed or not.
  void carry(const renames& by);
  void rename_constraints_and_indexes(const renames& by);
  void mark_drops();
  void drop_elements();
  void erase_what_ended(bool is_carried_on);
  model::schema current() const;

  // Derived tables.
  model::table derived(std::size_t parent, const model::table_change& change);
  std::size_t parent_of(const model::table_change& change) const;
  std::size_t find_table(const model::qualified_name& name) const;
  std::vector<model::removal> dropped_elements(const model::table& table,
                                               const model::table& before) const;
  void report_unknown_parent(const model::table_change& change);
  void report_not_the_latest(const model::place& where, std::size_t latest);

  diagnostics& out_;
  int number_ = 0;
  model::transition transition_; ///< Of the version that is being taken.
  slots<model::extension> extensions_;
  slots<model::enumeration> enumerations_;
  slots<model::table> tables_;
  slots<model::view> views_;
  slots<model::function> functions_;
  slots<model::trigger> triggers_;
  std::tuple<slots<model::named_schema>,
             slots<model::sequence>,
             slots<model::domain>,
             slots<model::composite_type>,
             slots<model::range_type>,
             slots<model::rule>,
             slots<model::policy>,
             slots<model::statistics>,
             slots<model::grant>>
      further_;
  /// The version before, resolved; its tables stand as in `tables_`. Only while one is taken.
  const model::schema* before_ = nullptr;
  std::vector<model::place> superseded_; ///< Declarations of tables that others have replaced.
};

} // namespace strata::codegen
