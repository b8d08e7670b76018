// Partitions' parts of their parents' indexes, before and after a change.
#pragma once

#include "codegen/diff/key_index.hpp"
#include "codegen/plan/action.hpp"
#include "codegen/plan/change.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace strata::codegen {

/// An index of a partitioned table.
struct whole_index {
  model::qualified_name table;
  const model::index* index = nullptr;
};

/// A key or an index that partitions have parts of: on the table above, and as it is declared.
struct whole {
  std::variant<model::primary_key, model::unique_constraint, model::index> of;
  std::string name;
  model::qualified_name table{}; ///< That declares it …
  std::string declared{};        ///< … under this name.
};

class index_parts {
public:
  explicit index_parts(const change& of);

  /// The table that `partition` is one of after the change, and that it was one of before it, both
  /// by their new names; an empty name: of none.
  model::qualified_name parent_after(const model::qualified_name& partition) const;
  model::qualified_name parent_before(const model::qualified_name& partition) const;

  /// Of a table that was one and is another parent's, or none's, or the reverse.
  bool moves(const model::qualified_name& partition) const;

  /// The action that makes the parent's index, where the change makes it.
  std::optional<vertex> making(const model::qualified_name& parent, const std::string& index) const;

  /// Whether the change drops the index of the parent, if only to make it again: its parts go too.
  bool is_lost(const model::qualified_name& parent, const std::string& index) const;

  /// Whether partitions have no parts of the index but those that they declare.
  bool is_only_parents(const model::qualified_name& parent, const std::string& index) const;
  bool was_only_parents(const model::qualified_name& parent, const std::string& index) const;

  /// Those of a table, before or after, with those that it has parts of itself.
  std::vector<whole> wholes_of(const model::qualified_name& table, bool is_old) const;

  /// Of a partition: what its part is said to be a part of.
  std::optional<whole> whole_of(const model::qualified_name& partition,
                                const std::string& name) const;

  /// Whether it names a key of the table, now or before.
  bool is_key(const model::qualified_name& parent, const std::string& name) const;

  /// What the server calls a partition's part that it makes itself: of the index or key of the
  /// parent's that it is said to be a part of.
  std::string servers_name(const model::qualified_name& partition, const model::index& part) const;

  /// What it called that part of a partition that stays, by the names from before the change.
  std::string servers_name_before(const model::qualified_name& partition,
                                  const model::index& part) const;

  /// Whether an operation makes, renames or replaces the index.
  bool has_operation(const model::qualified_name& table, const std::string& index) const;

  /// The tables that are partitions of `parent` after the change.
  std::vector<const model::table*> partitions_of(const model::qualified_name& parent) const;

  /// The partition's part of that index after the change and before it, where it is declared.
  const model::index* part_after(const model::table& partition, const std::string& index) const;
  const model::index* part_before(const model::table& partition, const std::string& index) const;

  /// The key that is the partition's part of that index of its parent's, before or after.
  std::optional<constraint>
  key_as_part(const model::qualified_name& partition, const std::string& whole, bool is_old) const;

  /// The index of a table above, before or after the change, of which the partition's key is the
  /// part; and the same where the index stays as it is.
  std::optional<whole_index>
  whole_of_key(const model::qualified_name& partition, const constraint& key, bool is_old) const;
  std::optional<whole_index> kept_whole_of_key(const model::qualified_name& partition,
                                               const constraint& key) const;

  /// The name before the change of an index or constraint.
  std::string old_name(const model::qualified_name& table, const std::string& name) const;

private:
  /// Whether it is made by itself: other parts come with their whole or their table.
  bool is_built(const model::qualified_name& table, const model::index& index) const;

  bool is_lost_above(const model::qualified_name& partition, const std::string& part) const;

  const model::index* index_before(const model::qualified_name& parent,
                                   const std::string& index) const;

  change_lookup names_;
  std::map<model::qualified_name, std::vector<const model::table*>> partitions_;
};

/// The same of a key.
std::string servers_name(const model::table& partition, model::primary_key key);
std::string servers_name(const model::table& partition, model::unique_constraint key);
std::string servers_name(const model::table& partition, model::index part);
std::string servers_name(const model::table& partition, const whole& of);

/// Whether nothing but what it is said to hold for differs: no index need be built anew.
bool is_completed(const replace_index& replaced);

/// Whether it is the same index, now or no longer a part of another.
bool is_moved_part(const replace_index& replaced);

} // namespace strata::codegen
