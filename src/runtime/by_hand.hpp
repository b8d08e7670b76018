// SQLite: a table that is built anew loses its indexes and triggers, also those that no migration
// made.
#pragma once

#include <strata/runtime/migrations.hpp>
#include <strata/runtime/session.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace strata::detail {

class history;
class script_names;

/// An index or a trigger.
struct schema_object {
  std::string type; ///< `index`, `trigger`.
  std::string name;
  std::string of; ///< Its table or view.
  std::string sql;
};

/// What a database has before a step runs, to be compared with what it has after it.
class kept_by_hand {
public:
  /// On PostgreSQL, and where the step drops nothing, nothing is looked at.
  kept_by_hand(session& db, std::string_view step);

  /// After the step and in its transaction: makes the indexes and triggers again that went with a
  /// table built anew and are not the migrations' own. Throws migration_error where one cannot be
  /// made again, and where a column that is not the migrations' own was left out.
  void put_back(const migrations& all, history& rows) const;

private:
  using columns = std::vector<std::pair<std::string, std::string>>; ///< Table, column.

  std::vector<schema_object> objects_now() const;
  columns columns_now() const;
  columns columns_gone(const std::vector<std::string>& tables) const;
  void put_back(const schema_object& gone,
                const script_names& step,
                const std::vector<std::string>& tables,
                const columns& without) const;

  session* session_ = nullptr; ///< Null: nothing can go.
  std::string step_;
  std::vector<schema_object> objects_;
  columns columns_;
};

} // namespace strata::detail
