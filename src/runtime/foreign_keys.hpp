// SQLite's foreign keys around a step that rebuilds tables.
#pragma once

#include <strata/runtime/session.hpp>

#include <map>
#include <set>
#include <string>
#include <utility>

namespace strata::detail {

/// Rows that break a foreign key. They are known by table and key values, since a rebuild may
/// renumber rowids and reorder keys.
struct violations {
  std::map<std::pair<std::string, std::string>, int> counts; ///< By table and key values.
  std::set<std::string> tables; ///< All that the database has: a renamed one is not in both.
};

violations find_violations(session& db);

/// What is in `later` and not in `earlier`, as a text; empty: nothing.
std::string new_violations(const violations& earlier, const violations& later);

/// Off from construction to destruction when `off`; must not be made inside a transaction, where
/// the pragma does nothing and dropping a table would delete its children by cascade.
class foreign_keys_off {
public:
  foreign_keys_off(session& db, bool off);
  ~foreign_keys_off();
  foreign_keys_off(const foreign_keys_off&) = delete;
  foreign_keys_off& operator=(const foreign_keys_off&) = delete;

private:
  session* session_ = nullptr;
};

} // namespace strata::detail
