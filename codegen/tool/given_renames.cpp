// Finds out what a path names: where the kind is not said, the two schemas decide.
#include "codegen/tool/given_renames.hpp"

#include "codegen/compose/renames.hpp"
#include "codegen/plan/passing_names.hpp"
#include "codegen/sql/definition.hpp"
#include "codegen/text/suggestion.hpp"
#include "codegen/tool/name_path.hpp"
#include "codegen/tool/named_things.hpp"
#include "codegen/tool/tool_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace strata::codegen {
namespace {

using model::object_kind;

/// One `--rename`.
struct given_rename {
  std::string text;
  std::string kind; ///< Empty: any.
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::optional<std::string> arguments; ///< Of one function; none: all of its name.
};

bool is_kind(std::string_view word) {
  for (int at = 0; at <= static_cast<int>(object_kind::grant); ++at) {
    if (word_of(static_cast<object_kind>(at)) == word)
      return true;
  }
  return false;
}

given_rename parse(const std::string& text) {
  const std::size_t colon = text.find(':');
  const bool has_kind = colon != std::string::npos && is_kind(text.substr(0, colon));
  name_change change = split_change(has_kind ? text.substr(colon + 1) : text);
  return {text,
          has_kind ? text.substr(0, colon) : "",
          std::move(change.from),
          std::move(change.to),
          std::move(change.arguments)};
}

[[noreturn]] void refuse(const given_rename& given,
                         const std::string& why,
                         const std::vector<std::string>& help = {}) {
  throw tool_usage_error(fmt::format(
      "--rename {}: {}{}{}", given.text, why, help.empty() ? "" : "; ", fmt::join(help, "")));
}

using identity = std::tuple<object_kind, model::qualified_name, model::qualified_name, std::string>;

identity identity_of(const named_thing& thing) {
  return {thing.kind, thing.owner, thing.name, thing.parameters};
}

/// What the kind and the arguments, where they are given, leave.
bool may_mean(const given_rename& given, const named_thing& thing) {
  if (!given.kind.empty() && given.kind != word_of(thing.kind))
    return false;
  return !given.arguments ||
         (thing.kind == object_kind::function &&
          sql::argument_types(thing.parameters) == sql::argument_types(*given.arguments));
}

class rename_finder {
public:
  rename_finder(const live_schema& from, const live_schema& to)
      : from_(from),
        before_(named_things(from.schema)),
        after_(named_things(to.schema)),
        passing_(from.schema, to.schema) {}

  std::vector<model::rename> find_all(const std::vector<std::string>& texts) {
    std::vector<given_rename> all;
    for (const std::string& text : texts)
      all.push_back(parse(text));
    // What owns goes first: what belongs to it is told by its owner's new name.
    model::transition owners;
    for (const given_rename& each : all)
      find_owner(each, owners);
    const renames by(owners);
    for (const given_rename& each : all)
      find(each, by);
    step_aside(owners);
    return std::move(found_.renames);
  }

private:
  /// Whether the parts before the last name the owner, or the schema.
  bool is_path_of(const model::qualified_name& owner, const std::vector<std::string>& path) const {
    if (path.empty() || path.back() != owner.name)
      return false;
    return path.size() == 1 ? owner.schema.empty()
                            : path.size() == 2 && is_schema(owner, path.front());
  }

  bool is_schema(const model::qualified_name& object, const std::string& name) const {
    const std::string usual =
        from_.on.dialect == model::dialect::sqlite ? "main" : from_.default_schema;
    return object.schema == name || (object.schema.empty() && name == usual);
  }

  bool is_in_schema(const model::qualified_name& object,
                    const std::vector<std::string>& path) const {
    return path.empty() ? object.schema.empty()
                        : path.size() == 1 && is_schema(object, path.front());
  }

  /// Whether the path's parts name the thing: `users`, `public.users`, `users.email`, …
  bool is_named(const named_thing& thing,
                const std::vector<std::string>& path,
                const renames& by) const {
    if (path.back() != thing.name.name)
      return false;
    const std::vector<std::string> rest(path.begin(), path.end() - 1);
    if (!has_owner(thing))
      return is_in_schema(thing.name, rest);
    if (is_path_of(thing.owner, rest) || is_path_of(new_owner(thing, by), rest))
      return true;
    // Indexes, and the constraints that stand on one, have a schema's name to themselves.
    const bool has_index =
        thing.kind == object_kind::index || thing.kind == object_kind::constraint;
    return has_index && is_in_schema(thing.owner, rest);
  }

  static model::qualified_name new_owner(const named_thing& thing, const renames& by) {
    switch (thing.kind) {
    case object_kind::enum_value:
      return by.object(object_kind::enumeration, thing.owner);
    case object_kind::attribute:
      return by.object(object_kind::composite_type, thing.owner);
    default:
      break;
    }
    const model::qualified_name relation = by.relation(thing.owner);
    return relation == thing.owner ? by.object(object_kind::domain, thing.owner) : relation;
  }

  /// The thing as the second database has it; its owner bears its new name there.
  static named_thing renamed(named_thing thing, const given_rename& given, const renames& by) {
    if (has_owner(thing))
      thing.owner = new_owner(thing, by);
    thing.name.name = given.to.back();
    return thing;
  }

  bool is_in_after(const named_thing& thing) const {
    return std::any_of(after_.begin(), after_.end(), [&](const named_thing& each) {
      return each == thing || is_part_of_partition(each, thing);
    });
  }

  /// A partition's part of an index or a key may be declared, where it has a name of its own.
  static bool is_part_of_partition(const named_thing& one, const named_thing& other) {
    const auto is_index = [](const named_thing& thing) {
      return thing.kind == object_kind::index || thing.kind == object_kind::constraint;
    };
    return one.follows != other.follows && is_index(one) && is_index(other) &&
           one.owner == other.owner && one.name == other.name;
  }

  void find_owner(const given_rename& given, model::transition& owners) const {
    const renames none{model::transition()};
    for (const named_thing& thing : before_) {
      if (!has_owner(thing) && may_mean(given, thing) && is_named(thing, given.from, none) &&
          is_in_after(renamed(thing, given, none)))
        owners.renames.push_back({thing.kind, {}, thing.name, given.to.back(), {}, {}});
    }
  }

  /// Owners bear the names that `by` gives them.
  std::vector<named_thing> named_by(const given_rename& given, const renames& by) const {
    std::vector<named_thing> named;
    for (const named_thing& thing : before_) {
      if (may_mean(given, thing) && is_named(thing, given.from, by))
        named.push_back(thing);
    }
    return named;
  }

  /// What the second database has. Functions of one name are renamed together.
  std::vector<named_thing> arriving_of(const std::vector<named_thing>& named,
                                       const given_rename& given,
                                       const renames& by) const {
    std::vector<named_thing> arriving;
    for (const named_thing& thing : named) {
      if (is_in_after(renamed(thing, given, by)) &&
          std::find(arriving.begin(), arriving.end(), thing) == arriving.end())
        arriving.push_back(thing);
    }
    return arriving;
  }

  void find(const given_rename& given, const renames& by) {
    // An old name of an owner goes before a new one: they may change places.
    std::vector<named_thing> named = named_by(given, renames{model::transition()});
    std::vector<named_thing> arriving = arriving_of(named, given, by);
    if (arriving.empty()) {
      named = named_by(given, by);
      arriving = arriving_of(named, given, by);
    }
    if (named.empty())
      refuse_unknown(given);
    if (arriving.empty())
      refuse_missing(given, named.front(), by);
    if (arriving.size() > 1)
      refuse_several(given, arriving);
    check_stays(given, renamed(arriving.front(), given, by), arriving.front());
    for (const named_thing& thing : named) {
      if (thing == arriving.front())
        add(given, thing, by);
    }
  }

  void add(const given_rename& given, const named_thing& thing, const renames& by) {
    const auto [at, is_new] = names_.emplace(identity_of(thing), given.to.back());
    if (!is_new && at->second != given.to.back())
      refuse(given, fmt::format("it is renamed to {} already", at->second));
    if (is_new && !thing.follows)
      add(thing, given.to.back(), by);
  }

  void add(const named_thing& thing, const std::string& to, const renames& by) {
    model::rename& made = found_.renames.emplace_back();
    made.kind = thing.kind;
    if (has_owner(thing))
      made.owner = new_owner(thing, by);
    made.from = thing.name;
    made.to = to;
    if (thing.kind == object_kind::function)
      made.parameters = thing.parameters;
  }

  /// A path before the new name must be the one it has: nothing moves.
  void
  check_stays(const given_rename& given, const named_thing& fresh, const named_thing& old) const {
    const std::vector<std::string> rest(given.to.begin(), given.to.end() - 1);
    if (rest.empty())
      return;
    const bool stays = has_owner(fresh)
                           ? is_path_of(fresh.owner, rest) || is_path_of(old.owner, rest) ||
                                 is_in_schema(fresh.owner, rest)
                           : is_in_schema(fresh.name, rest);
    if (!stays)
      refuse(given,
             "a rename changes the last name alone; nothing moves to another schema or table");
  }

  [[noreturn]] void refuse_unknown(const given_rename& given) const {
    std::set<std::string> names;
    for (const named_thing& thing : before_) {
      if (given.kind.empty() || given.kind == word_of(thing.kind))
        names.insert(given.arguments ? fmt::format("{}({})", thing.name.name, thing.parameters)
                                     : thing.name.name);
    }
    const std::string wanted = fmt::format(
        "{}{}", fmt::join(given.from, "."), given.arguments ? "(" + *given.arguments + ")" : "");
    refuse(
        given,
        fmt::format(
            "the first database has no {}{}", given.kind.empty() ? "" : given.kind + " ", wanted),
        did_you_mean(given.arguments ? wanted : given.from.back(), {names.begin(), names.end()}));
  }

  [[noreturn]] void
  refuse_missing(const given_rename& given, const named_thing& thing, const renames& by) const {
    const named_thing wanted = renamed(thing, given, by);
    std::vector<std::string> names;
    for (const named_thing& each : after_) {
      if (each.kind == wanted.kind && each.owner == wanted.owner)
        names.push_back(each.name.name);
    }
    refuse(given,
           fmt::format("the second database has no {} {}{}",
                       word_of(wanted.kind),
                       display(wanted.name),
                       has_owner(wanted) ? " of " + display(wanted.owner) : ""),
           did_you_mean(wanted.name.name, names));
  }

  [[noreturn]] static void refuse_several(const given_rename& given,
                                          const std::vector<named_thing>& things) {
    std::vector<std::string> ways;
    for (const named_thing& each : things)
      ways.push_back(fmt::format("{}:{}", word_of(each.kind), given.text));
    refuse(given, fmt::format("that may mean several; write {}", fmt::join(ways, " or ")));
  }

  /// What a thing is called afterwards must be its alone: what is given no new name goes, and is
  /// out of the way until then.
  void step_aside(model::transition& owners) {
    step_aside(renames(owners), false, owners);
    step_aside(renames(owners), true, owners);
  }

  void step_aside(const renames& by, bool owned, model::transition& owners) {
    std::map<identity, named_thing> results;
    for (const named_thing& thing : before_) {
      if (has_owner(thing) != owned)
        continue;
      const auto [at, is_new] = results.emplace(result_of(thing, by), thing);
      const named_thing other = at->second;
      if (is_new || other == thing || (!is_renamed(thing) && !is_renamed(other)))
        continue;
      const named_thing& gone = is_renamed(thing) ? other : thing;
      if (is_renamed(gone) || gone.follows)
        refuse_shared(thing, other);
      add(gone, passing_.old(gone.name.name), by);
      if (!owned)
        owners.renames.push_back(found_.renames.back());
    }
  }

  bool is_renamed(const named_thing& thing) const { return names_.contains(identity_of(thing)); }

  /// What it is called after the renames.
  identity result_of(const named_thing& thing, const renames& by) const {
    named_thing after = thing;
    if (has_owner(thing))
      after.owner = new_owner(thing, by);
    if (is_renamed(thing))
      after.name.name = names_.at(identity_of(thing));
    return identity_of(after);
  }

  [[noreturn]] void refuse_shared(const named_thing& one, const named_thing& other) const {
    throw tool_usage_error(
        fmt::format("--rename: {0} {1} and {0} {2} of the first database would both be called {3}; "
                    "give one another name",
                    word_of(one.kind),
                    display(other.name),
                    display(one.name),
                    is_renamed(one) ? names_.at(identity_of(one)) : one.name.name));
  }

  const live_schema& from_;
  std::vector<named_thing> before_;
  std::vector<named_thing> after_;
  passing_names passing_;
  std::map<identity, std::string> names_;
  model::transition found_;
};

} // namespace

std::vector<model::rename> given_renames(const std::vector<std::string>& texts,
                                         const live_schema& from,
                                         const live_schema& to) {
  return texts.empty() ? std::vector<model::rename>{} : rename_finder(from, to).find_all(texts);
}

} // namespace strata::codegen
