// Random changes of a schema, with the transition that says what a diff cannot know.
#pragma once

#include "tests/property/schema_generator.hpp"
#include "tests/support/model_builders.hpp"

#include <set>
#include <string>

namespace strata::testing {

struct edited_schema {
  model::schema schema;
  testing::transition transition;
  std::string story; ///< A line for each change, for messages.
};

/// Up to `changes` changes of a schema that schema_generator made, such that rows_of its tables
/// can be carried over and back.
edited_schema random_edit(std::uint64_t seed, const model::schema& schema, int changes);

/// Whether the index has the column as a key, or names it in its expressions or predicate.
bool is_of(const model::index& index, const std::string& column);

/// One schema under change. Every function makes one change, or none where it finds no place for
/// it.
class schema_editor {
public:
  schema_editor(std::uint64_t seed, const model::schema& schema);

  edited_schema edit(int changes);

private:
  // Whole objects.
  void rename_table();
  void add_table();
  void drop_table();
  void reorder();
  void change_options();
  void add_enumeration_value();
  void rename_enumeration_value();
  void drop_enumeration_value();
  void add_view();
  void drop_view();
  void change_view();
  void add_trigger();
  void drop_trigger();
  void change_comment();

  // Objects that PostgreSQL alone has.
  void add_further();
  void drop_further();
  void change_further();

  // Columns.
  void rename_column();
  void add_column();
  std::vector<model::qualified_name> targets_before(const std::string& column) const;
  void drop_column();
  void change_type();
  void change_nullability();
  void change_default();

  // Constraints and indexes.
  void add_unique();
  void drop_unique();
  void change_check();
  void add_reference();
  void drop_reference();
  void change_reference();
  void change_key();
  void add_index();
  void drop_index();
  void change_index();

  model::table* any_table();
  model::table* any_original_table();
  model::column* any_original_column(model::table& of);

  bool is_original(const model::table& table) const { return original_.contains(table.name.name); }

  bool is_original(const model::table& table, const model::column& column) const;
  bool is_in_key_or_reference(const model::table& table, const std::string& column) const;
  bool is_mentioned(const model::table& table, const std::string& column) const;
  bool is_viewed(const model::table& table) const;
  bool is_used_type(const model::qualified_name& name) const;
  void rename_in_texts(const std::string& from, const std::string& to);
  void tell(const std::string& what, const model::table& of, const std::string& which = {});

  random_source random_;
  schema_generator generator_;
  edited_schema edited_;
  model::schema before_;
  std::set<std::string> original_; ///< Tables that were there, by their present names.
  std::set<std::pair<std::string, std::string>> touched_; ///< Columns with a change of their own.
  std::set<std::string> new_columns_;                     ///< Names are unique in the whole schema.
};

} // namespace strata::testing
