// A table whose elements are found by every name they go by: given, default, or that which the
// version before resolved.
#pragma once

#include <strata/model/table.hpp>
#include <strata/model/transition.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

class derivable_table {
public:
  /// The elements of `before`, in which every name is resolved, are those of `declared`.
  derivable_table(model::table declared, const model::table& before);

  /// Whether there was a column, constraint or index of that name to remove.
  bool remove(model::object_kind kind, const std::string& name);

  /// Adds what `changes` holds or puts it in the place of what has its name.
  void change(const model::table& changes);

  /// What can be removed.
  std::vector<std::string> names(model::object_kind kind) const;

  model::table take() { return std::move(table_); }

private:
  /// An element's name at the version before; empty for one that came since.
  using former_names = std::vector<std::string>;

  template <typename Element>
  bool remove_named(std::vector<Element>& elements, former_names& former, const std::string& name);
  template <typename Element>
  void change_all(std::vector<Element>& elements,
                  former_names& former,
                  const std::vector<Element>& changes);

  model::table table_;
  std::string primary_key_;
  former_names uniques_;
  former_names checks_;
  former_names foreign_keys_;
  former_names exclusions_;
  former_names indexes_;
};

} // namespace strata::codegen
