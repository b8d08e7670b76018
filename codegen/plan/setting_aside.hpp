// Finds what put_aside.hpp speaks of: the pairs, by the kind of object.
#pragma once

#include "codegen/plan/change.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace strata::codegen {

class setting_aside {
public:
  explicit setting_aside(const change& of);

  std::vector<operation> run();

  /// Constraints that are dropped and added again, by their vertex names.
  const std::set<std::string>& keys() const { return keys_; }

  /// The same of types.
  const std::set<std::string>& types() const { return types_aside_; }

  const std::vector<default_aside>& defaults() const { return defaults_; }

  /// Types that are built anew beside the old ones, and the columns that move over.
  const std::set<model::qualified_name>& moved_types() const { return moved_types_; }

  const std::vector<alter_column>& moved_columns() const { return moved_columns_; }

  const std::vector<domain_aside>& domains() const { return domains_; }

  /// Whether the index is replaced by a pair: it would be in the way under its passing name.
  bool has_pair(const replace_index& replaced) const;

  /// Whether a pair does what the operation would.
  bool has_pair(const alter_object& altered) const;
  bool has_pair(const replace_function& replaced) const;
  bool has_pair(const alter_column& altered) const;

private:
  using columns = std::set<std::string>;

  // What changes under what stays.
  void note_touched(const operation& of);
  void touch(const char* kind, const model::qualified_name& table, const std::string& name);
  void find_changed();
  void hand_down_changes();
  void generated_columns_of_heirs(const model::table& before, const model::table& after);
  void find_remade_functions();
  void find_remade_types();
  void find_moved_types();
  void remake_moved_types();
  void find_moved_columns();
  std::set<model::qualified_name> held_types_that_change() const;
  bool is_held_before_and_after(const model::qualified_name& type,
                                bool only_within,
                                bool by_one_column) const;
  template <typename Visit>
  void each_kept_column(Visit visit) const;
  template <typename Type>
  void move(const std::vector<Type>& before,
            const std::vector<Type>& after,
            const std::set<model::qualified_name>& changing);
  template <typename Type>
  void types(const std::vector<Type>& before, const std::vector<Type>& after);
  const columns& changed(const model::qualified_name& table) const;
  bool calls_remade(const std::vector<std::string>& texts) const;
  bool speaks_of(const std::vector<std::string>& texts, const columns& names) const;

  // Objects of tables.
  void generated_columns(const model::table& before, const model::table& after);
  const alter_column* made_anew(const model::qualified_name& table,
                                const std::string& column) const;
  bool goes_with_column(const replace_index& replaced) const;
  void keys_over(const model::table& before, const model::table& after, const columns& again);
  void within(const model::table& before, const model::table& after);
  bool carries_changed(const model::foreign_key& key) const;
  bool loses_its_key(const model::foreign_key& key) const;
  static bool is_carried_by(const model::foreign_key& key, const replace_index& replaced);
  bool carries_key(const replace_index& replaced) const;
  void replaced_indexes();

  // What stands beside them.
  void defaults_of(const model::table& before, const model::table& after);
  void triggers();
  void views();
  void around(const model::view& view);

  // What speaks of columns from elsewhere.
  bool speaks_of_changed(const std::vector<std::string>& texts,
                         const model::qualified_name& own,
                         const std::vector<model::qualified_name>& others) const;
  bool reads_gone(const std::vector<model::qualified_name>& needed) const;
  bool is_of_remade_type(const model::function& of) const;
  bool is_of_remade_view(const model::function& of) const;
  bool touch_function(const model::function& of);
  void find_remade_views();
  void views_and_functions();
  bool reads_changed(const model::function& of) const;
  void functions();
  void policies_and_rules();
  void statistics_objects();
  void find_domains();
  model::domain calling_part(const model::domain& of) const;
  template <typename Object>
  void attached(const std::vector<Object>& before,
                const std::vector<Object>& after,
                model::object_kind kind);

  void around(const model::qualified_name& table, const constraint& object);
  void around(const std::vector<model::index>& before,
              const model::qualified_name& table,
              const model::index& index);
  void bring_back(const model::qualified_name& owner, const model::index& index);
  void comment(model::object_kind kind,
               const model::qualified_name& table,
               const std::string& name,
               const std::string& text);

  template <typename Constraint>
  void around(const std::vector<Constraint>& before,
              const model::qualified_name& table,
              const Constraint& object) {
    if (existed(before, object.name)) {
      around(table, constraint(object));
    }
  }

  /// What is renamed in this version is put aside by its new name, after the rename.
  template <typename Object>
  bool existed(const std::vector<Object>& before, const std::string& name) const {
    for (const Object& one : before) {
      if (one.name == name) {
        return true;
      }
    }
    return renamed_.contains(name);
  }

  const change& of_;
  change_lookup names_;
  std::set<std::string> touched_; ///< What has an operation of its own.
  std::map<model::qualified_name, std::vector<const model::foreign_key*>> keys_to_;
  std::set<std::string> renamed_; ///< New names of constraints and indexes.
  std::map<model::qualified_name, columns> changed_;
  std::set<model::qualified_name> views_aside_;
  std::set<std::string> remade_;         ///< Functions that are dropped and created.
  std::set<std::string> remade_views_;   ///< Those that operations drop, by their plain names.
  std::set<model::qualified_name> gone_; ///< The same, and tables whose names views take.
  std::set<model::qualified_name> remade_types_;
  std::set<std::string> types_aside_;
  std::set<std::string> keys_;
  std::set<std::string> pairs_;
  std::set<std::string> attached_;                ///< Policies and rules, by kind and vertex name.
  std::set<std::string> functions_;               ///< That have a pair.
  std::map<model::qualified_name, columns> anew_; ///< Generated columns that are made again …
  std::map<model::qualified_name, columns> by_pair_; ///< … and where another expression needs one.
  std::vector<default_aside> defaults_;
  std::set<model::qualified_name> moved_types_;
  std::vector<alter_column> moved_columns_;

  std::vector<domain_aside> domains_;
  std::vector<operation> made_;
};

} // namespace strata::codegen
