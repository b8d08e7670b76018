// Foreign keys: to what exists, is unique, is of the same type, and can do what they promise.
#include "codegen/check/schema_rules.hpp"
#include "codegen/check/type_words.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace strata::codegen {
namespace {

using names = std::vector<std::string>;

names sorted(names columns) {
  std::sort(columns.begin(), columns.end());
  return columns;
}

/// `posts.author_id`, `posts (a, b)`.
std::string key_of(const model::qualified_name& table, const names& columns) {
  return columns.size() == 1 ? thing(table, {{}, columns.front()})
                             : fmt::format("{} ({})", display(table), fmt::join(columns, ", "));
}

/// The columns of an index that makes rows unique, whatever they hold; empty: it does not.
names unique_columns(const model::index& index) {
  if (!index.unique || !index.predicate.empty()) {
    return {};
  }
  names columns;
  for (const model::index_key& each : index.keys) {
    if (each.column.empty()) {
      return {};
    }
    columns.push_back(each.column);
  }
  return columns;
}

/// A period refers to a key without overlaps, and nothing else does.
bool is_unique(const model::table& table, const names& columns, bool period) {
  const names wanted = sorted(columns);
  const auto fits = [&](const auto& key) {
    return key.without_overlaps == period && sorted(key.columns) == wanted &&
           (!period || key.columns.back() == columns.back());
  };
  if (table.primary_key && fits(*table.primary_key)) {
    return true;
  }
  return std::any_of(table.uniques.begin(),
                     table.uniques.end(),
                     [&](const auto& each) {
                       return each.deferrable == model::deferral::not_deferrable && fits(each);
                     }) ||
         std::any_of(table.indexes.begin(), table.indexes.end(), [&](const auto& each) {
           return !period && sorted(unique_columns(each)) == wanted;
         });
}

/// Lengths and digits may differ, and texts of any kind compare with each other.
bool can_reference(const model::data_type& from, const model::data_type& to) {
  using kind = model::type_kind;
  const auto is_text = [](kind of) { return of == kind::text || of == kind::varchar; };
  const bool is_same_kind = from.kind == to.kind || (is_text(from.kind) && is_text(to.kind));
  return is_same_kind && from.name == to.name && from.array_dimensions == to.array_dimensions;
}

class foreign_key_check {
public:
  foreign_key_check(const checked_schema& all,
                    const model::table& owner,
                    const model::foreign_key& key)
      : all_(all), owner_(owner), key_(key), source_(key_of(owner.name, key.columns)) {}

  void run() const {
    const model::table* const target = all_.tables.find(key_.target);
    if (target == nullptr) {
      report("S120",
             fmt::format("{} references table {}, which version {} does not have; declare it, or "
                         "correct the name",
                         source_,
                         display(key_.target),
                         all_.number),
             did_you_mean(display(key_.target), names_of(all_.schema.tables)));
      return;
    }
    check_actions();
    if (key_.target_columns.empty() || !has_columns(*target)) {
      return; // Reported when composed, or just now.
    }
    if (key_.columns.size() != key_.target_columns.size()) {
      report("S124",
             fmt::format("{} references {}, another number of columns; name as many",
                         source_,
                         key_of(target->name, key_.target_columns)),
             {});
      return;
    }
    check_types(*target);
    check_unique(*target);
  }

private:
  void report(const char* code, std::string message, names help) const {
    all_.out.add({code, std::move(message), std::move(help), key_.where});
  }

  bool has_columns(const model::table& target) const {
    bool has_all = true;
    for (const std::string& each : key_.target_columns) {
      if (find_named(target.columns, each) != nullptr) {
        continue;
      }
      has_all = false;
      names candidates;
      for (const model::column& column : target.columns) {
        candidates.push_back(column.name);
      }
      report("S121",
             fmt::format("{} references column {}, which version {} does not have; declare it, or "
                         "correct the name",
                         source_,
                         thing(target.name, {{}, each}),
                         all_.number),
             did_you_mean(each, candidates));
    }
    return has_all;
  }

  void check_types(const model::table& target) const {
    for (std::size_t i = 0; i < key_.columns.size(); ++i) {
      const model::column* const from = find_named(owner_.columns, key_.columns[i]);
      const model::column* const to = find_named(target.columns, key_.target_columns[i]);
      if (from == nullptr || can_reference(from->type, to->type)) {
        continue;
      }
      all_.out.add({"S123",
                    fmt::format("{} is {} but references {}, which is {}",
                                thing(owner_.name, {{}, from->name}),
                                sql_spelling(from->type),
                                thing(target.name, {{}, to->name}),
                                sql_spelling(to->type)),
                    {fmt::format("declare {} as {}", from->name, sql_spelling(to->type)),
                     ".as_found() on the foreign key, where a database has it so"},
                    from->where});
    }
  }

  void check_unique(const model::table& target) const {
    if (is_unique(target, key_.target_columns, key_.period)) {
      return;
    }
    if (key_.period) {
      report("S122",
             fmt::format("{} references a period of {}, which is no key without overlaps; make it "
                         "one",
                         source_,
                         key_of(target.name, key_.target_columns)),
             {fmt::format(R"(unique("{}").without_overlaps() in {})",
                          fmt::join(key_.target_columns, R"(", ")"),
                          display(target.name))});
      return;
    }
    report("S122",
           fmt::format("{} references {}, which is neither the primary key nor unique; make it "
                       "unique",
                       source_,
                       key_of(target.name, key_.target_columns)),
           {fmt::format(R"(unique("{}") in {})",
                        fmt::join(key_.target_columns, R"(", ")"),
                        display(target.name))});
  }

  void check_actions() const {
    using model::referential_action;
    const auto does = [this](referential_action action) {
      return key_.on_delete == action || key_.on_update == action;
    };
    for (const std::string& each : key_.columns) {
      const model::column* const column = find_named(owner_.columns, each);
      if (column == nullptr || column->nullable) {
        continue;
      }
      const std::string name = thing(owner_.name, {{}, each});
      if (does(referential_action::set_null)) {
        report("S125",
               fmt::format("{} is set to null by its foreign key but is not null; make it nullable "
                           "or choose another action",
                           name),
               {fmt::format(R"(column("{}", …).nullable())", each)});
      }
      if (does(referential_action::set_default) && !column->default_to) {
        report("S126",
               fmt::format("{} is set to its default by its foreign key but has none; give it one "
                           "or choose another action",
                           name),
               {fmt::format(R"(column("{}", …).default_(…))", each)});
      }
    }
  }

  const checked_schema& all_;
  const model::table& owner_;
  const model::foreign_key& key_;
  std::string source_;
};

/// Whether one before it is the same.
bool is_repeated(const std::vector<model::foreign_key>& keys, std::size_t at) {
  const model::foreign_key& key = keys[at];
  return std::any_of(
      keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(at), [&](const auto& each) {
        return each.columns == key.columns && each.target == key.target &&
               each.target_columns == key.target_columns;
      });
}

} // namespace

void check_foreign_key(const checked_schema& all, const model::table& owner, std::size_t at) {
  const model::foreign_key& key = owner.foreign_keys[at];
  foreign_key_check(all, owner, key).run();
  if (is_repeated(owner.foreign_keys, at)) {
    all.out.add({"S127",
                 fmt::format("{} references {} twice; keep one of the foreign keys",
                             key_of(owner.name, key.columns),
                             key_of(key.target, key.target_columns)),
                 {},
                 key.where});
  }
}

} // namespace strata::codegen
