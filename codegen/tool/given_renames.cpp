// Finds out what a path names: the kind is not said, the two schemas decide.
#include "codegen/tool/given_renames.hpp"

#include "codegen/compose/renames.hpp"
#include "codegen/tool/name_path.hpp"
#include "codegen/tool/tool_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace strata::codegen {
namespace {

using model::object_kind;

/// What may be renamed, as one list: objects, and elements with their owner.
struct named_thing {
  object_kind kind = object_kind::table;
  model::qualified_name owner; ///< Of an element.
  model::qualified_name name;  ///< An element's has no schema, but an index's.

  friend bool operator==(const named_thing&, const named_thing&) = default;
};

class collector {
public:
  std::vector<named_thing> collect(const model::schema& schema) {
    for (const model::table& each : schema.tables) {
      add(object_kind::table, each.name);
      add_elements(each);
    }
    for (const model::view& each : schema.views) {
      add(object_kind::view, each.name);
      add_all(object_kind::index, each.name, each.indexes);
    }
    for (const model::enumeration& each : schema.enumerations) {
      add(object_kind::enumeration, each.name);
      for (const std::string& value : each.values)
        all_.push_back({object_kind::enum_value, each.name, {{}, value}});
    }
    for (const model::function& each : schema.functions)
      add(object_kind::function, each.name);
    for (const model::trigger& each : schema.triggers)
      all_.push_back({object_kind::trigger, each.table, {{}, each.name}});
    return std::move(all_);
  }

private:
  void add(object_kind kind, const model::qualified_name& name) {
    all_.push_back({kind, {}, name});
  }

  template <typename Elements>
  void add_all(object_kind kind, const model::qualified_name& owner, const Elements& elements) {
    for (const auto& each : elements)
      all_.push_back({kind, owner, {{}, each.name}});
  }

  void add_elements(const model::table& table) {
    add_all(object_kind::column, table.name, table.columns);
    if (table.primary_key)
      all_.push_back({object_kind::constraint, table.name, {{}, table.primary_key->name}});
    add_all(object_kind::constraint, table.name, table.uniques);
    add_all(object_kind::constraint, table.name, table.checks);
    add_all(object_kind::constraint, table.name, table.foreign_keys);
    add_all(object_kind::constraint, table.name, table.exclusions);
    add_all(object_kind::index, table.name, table.indexes);
  }

  std::vector<named_thing> all_;
};

bool is_element(const named_thing& thing) { return !thing.owner.name.empty(); }

class rename_finder {
public:
  rename_finder(const live_schema& from, const live_schema& to)
      : from_(from),
        before_(collector().collect(from.schema)),
        after_(collector().collect(to.schema)) {}

  std::vector<model::rename> find_all(const std::vector<std::string>& texts) {
    std::vector<name_change> changes;
    for (const std::string& text : texts)
      changes.push_back(split_change(text));
    // Owners' own renames first, since elements are told by their owner's new name.
    for (const bool elements : {false, true}) {
      for (std::size_t at = 0; at < texts.size(); ++at)
        find(texts[at], changes[at], elements);
    }
    if (!unknown_.empty())
      throw tool_usage_error(unknown_);
    return std::move(found_.renames);
  }

private:
  /// Whether the path's parts name the thing: `users`, `public.users`, `users.email`, …
  bool is_named(const named_thing& thing, const std::vector<std::string>& path) const {
    if (path.back() != thing.name.name)
      return false;
    const std::vector<std::string> rest(path.begin(), path.end() - 1);
    if (!is_element(thing))
      return rest.empty() ? thing.name.schema.empty()
                          : rest.size() == 1 && is_schema(thing.name, rest.front());
    const model::qualified_name renamed = new_owner(thing);
    for (const model::qualified_name& owner : {thing.owner, renamed}) {
      const bool in_schema = rest.size() == 2 && is_schema(owner, rest.front());
      if (!rest.empty() && rest.back() == owner.name &&
          (in_schema || (rest.size() == 1 && owner.schema.empty())))
        return true;
    }
    // Indexes, and the constraints that stand on one, have a schema's name to themselves.
    const bool has_index =
        thing.kind == object_kind::index || thing.kind == object_kind::constraint;
    return has_index && (rest.empty() ? thing.owner.schema.empty()
                                      : rest.size() == 1 && is_schema(thing.owner, rest.front()));
  }

  bool is_schema(const model::qualified_name& object, const std::string& name) const {
    const std::string usual =
        from_.on.dialect == model::dialect::sqlite ? "main" : from_.default_schema;
    return object.schema == name || (object.schema.empty() && name == usual);
  }

  model::qualified_name new_owner(const named_thing& thing) const {
    const renames by(found_);
    return thing.kind == object_kind::enum_value ? by.object(object_kind::enumeration, thing.owner)
                                                 : by.relation(thing.owner);
  }

  void find(const std::string& text, const name_change& change, bool elements) {
    bool is_known = false;
    for (const named_thing& thing : before_) {
      if (!is_named(thing, change.from))
        continue;
      named_thing renamed = thing;
      renamed.name.name = change.to.back();
      if (is_element(thing))
        renamed.owner = new_owner(thing);
      const bool arrives = std::find(after_.begin(), after_.end(), renamed) != after_.end();
      if (arrives && is_element(thing) == elements) {
        add({thing.kind, renamed.owner, thing.name, change.to.back(), {}, {}});
        return;
      }
      is_known |= arrives;
    }
    if (elements && !is_known) {
      unknown_ = fmt::format("--rename {}: the first database has nothing of that name that bears "
                             "the other in the second",
                             text);
    }
  }

  void add(model::rename each) { found_.renames.push_back(std::move(each)); }

  const live_schema& from_;
  std::vector<named_thing> before_;
  std::vector<named_thing> after_;
  model::transition found_;
  std::string unknown_;
};

} // namespace

std::vector<model::rename> given_renames(const std::vector<std::string>& texts,
                                         const live_schema& from,
                                         const live_schema& to) {
  return rename_finder(from, to).find_all(texts);
}

} // namespace strata::codegen
