// Operations to actions on SQLite: ALTER TABLE where it is exact, else one rebuild of the table.
#pragma once

#include "codegen/plan/lowering.hpp"
#include "codegen/plan/sqlite_table.hpp"
#include "codegen/sql/mention.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace strata::codegen {

/// One overload per operation and no fallback. What an adapted schema does not have (enumerations,
/// functions …) is nothing to do.
class sqlite_lowering : public lowering {
public:
  sqlite_lowering(const change& of, diagnostics& out);

  void operator()(const create_schema&) {}

  void operator()(const drop_schema&) {}

  void operator()(const create_extension&) {}

  void operator()(const alter_extension&) {}

  void operator()(const drop_extension&) {}

  void operator()(const create_enumeration&) {}

  void operator()(const drop_enumeration&) {}

  void operator()(const rename_enumeration&) {}

  void operator()(const rename_enum_value&) {}

  void operator()(const add_enum_value&) {}

  void operator()(const replace_enumeration&) {}

  void operator()(const create_table&);
  void operator()(const drop_table&);
  void operator()(const rename_table&);

  void operator()(const alter_table&) {}

  void operator()(const add_column&);
  void operator()(const drop_column&);
  void operator()(const rename_column&);
  void operator()(const alter_column&);
  void operator()(const backfill_column&);

  // Constraints of a table that exists are the rebuild's.
  void operator()(const add_constraint&) {}

  void operator()(const drop_constraint&) {}

  void operator()(const rename_constraint&) {}

  void operator()(const create_index&);
  void operator()(const drop_index&);
  void operator()(const replace_index&);
  void operator()(const rename_index&);

  void operator()(const set_index_statistics&) {}

  void operator()(const create_view&);
  void operator()(const drop_view&);
  void operator()(const rename_view&);

  void operator()(const create_function&) {}

  void operator()(const drop_function&) {}

  void operator()(const replace_function&) {}

  void operator()(const create_trigger&);
  void operator()(const drop_trigger&);
  void operator()(const rename_trigger&);

  void operator()(const create_object&) {}

  void operator()(const drop_object&) {}

  void operator()(const alter_object&) {}

  void operator()(const rename_object&) {}

  void operator()(const set_comment&) {}

  void operator()(const change_rows&);
  void operator()(const run_sql&);

  /// The rebuilds, and what must be out of their way: after all operations.
  void finish();

private:
  bool is_rebuilt(const model::qualified_name& table) const;

  /// Whether the rebuild's copy fills the column, as the old table's checks would not have it.
  bool is_folded(const model::qualified_name& table, const std::string& column) const;

  bool is_followed(const model::qualified_name& table, const std::string& column) const;
  void need_rename(const std::string& what);
  void fill_rows(const model::backfill& backfill);
  void add_index(const model::qualified_name& table, const model::index& index);
  void
  remove_index(const model::qualified_name& table, const std::string& name, std::string comment);

  void rebuild(const sqlite_table_change& table);
  std::string rebuild_comment(const sqlite_table_change& table) const;
  sql::copy_rows copy_of(const sqlite_table_change& table, const model::qualified_name& into) const;

  void put_aside();
  bool speaks_of_disturbed(const std::vector<std::string>& texts,
                           const std::vector<model::qualified_name>& names) const;
  void put_aside_view(const model::view& view);
  void put_aside_trigger(const model::trigger& trigger);
  void out_of_the_way();
  void gather(const std::string& name,
              const std::function<bool(const action&)>& is_put_aside,
              const std::function<bool(const action&)>& is_inner);
  bool disturb(const std::string& name);
  bool is_of_another_table(const model::table& own, const std::string& index) const;
  bool is_handled(object_class kind, const std::string& name) const;

  std::map<model::qualified_name, sqlite_table_change> tables_;
  std::set<model::qualified_name> quiet_; ///< Tables whose triggers must not see a backfill.
  std::set<std::string> disturbed_;       ///< Tables and views that change their shape.
  sql::mentionable_names disturbed_names_;
  std::set<std::pair<object_class, std::string>> handled_;    ///< Views and triggers with actions.
  std::map<std::string, model::qualified_name> index_owners_; ///< Before the change.
  std::set<model::qualified_name> referred_;                  ///< Targets of keys, before it.
};

} // namespace strata::codegen
