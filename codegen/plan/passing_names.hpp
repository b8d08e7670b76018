// The one place that makes up names.
#pragma once

#include <strata/model/schema.hpp>

#include <set>
#include <string>
#include <string_view>

namespace strata::codegen {

/// Makes names for what exists only while a plan runs. Each is unlike all names of both schemas,
/// and fits in 63 bytes. An answer depends on the two schemas and the arguments alone.
class passing_names {
public:
  passing_names(const model::schema& from, const model::schema& to);

  /// `name` with `suffix`. Where that is too long or taken, a digest of the name stands between its
  /// beginning and the suffix, so that names which begin alike stay apart.
  std::string make(const std::string& name, std::string_view suffix) const;

  /// What is renamed to get it out of the way, and what is built before it takes its name.
  std::string old(const std::string& name) const { return make(name, "__strata_old"); }

  std::string fresh(const std::string& name) const { return make(name, "__strata_new"); }

private:
  bool is_free(const std::string& name) const;

  std::set<std::string> taken_; ///< In lower case, as SQLite compares them.
};

} // namespace strata::codegen
