// Each operation on a model.
#include "codegen/diff/apply.hpp"

#include "codegen/compose/default_names.hpp"
#include "codegen/compose/further_objects.hpp"
#include "codegen/compose/renames.hpp"
#include "codegen/diff/apply_parts.hpp"

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

using model::object_kind;

template <typename Object, typename Name>
void erase_named(std::vector<Object>& objects, const Name& name) {
  std::erase_if(objects, [&](const Object& each) { return each.name == name; });
}

class applier {
public:
  explicit applier(model::schema& schema) : schema_(schema) {}

  void operator()(const create_schema& op) { schema_.named_schemas.emplace_back().name = op.name; }

  void operator()(const drop_schema& op) { erase_named(schema_.named_schemas, op.name); }

  void operator()(const create_extension& op) { schema_.extensions.push_back(op.extension); }

  void operator()(const alter_extension& op) {
    for (model::extension& each : schema_.extensions) {
      if (each.name == op.after.name) {
        const std::string comment = std::move(each.comment);
        each = op.after;
        each.comment = comment;
      }
    }
  }

  void operator()(const drop_extension& op) { erase_named(schema_.extensions, op.extension.name); }

  void operator()(const create_enumeration& op) { schema_.enumerations.push_back(op.enumeration); }

  void operator()(const drop_enumeration& op) {
    erase_named(schema_.enumerations, op.enumeration.name);
  }

  void operator()(const rename_enumeration& op) {
    rename(object_kind::enumeration, {}, op.from, op.to.name);
  }

  void operator()(const rename_enum_value& op) {
    rename(object_kind::enum_value, op.enumeration, {{}, op.from}, op.to);
  }

  void operator()(const add_enum_value& op) {
    std::vector<std::string>& values = find(schema_.enumerations, op.enumeration).values;
    values.insert(std::find(values.begin(), values.end(), op.before), op.value);
  }

  void operator()(const replace_enumeration& op) {
    model::enumeration& replaced = find(schema_.enumerations, op.before.name);
    replaced = op.after;
    replaced.comment.clear();
  }

  void operator()(const create_table& op) { schema_.tables.push_back(op.table); }

  void operator()(const drop_table& op) {
    erase_named(schema_.tables, op.table.name);
    std::erase_if(schema_.triggers, [&](const auto& each) { return each.table == op.table.name; });
    erase_with(op.table.name);
  }

  void operator()(const rename_table& op) { rename(object_kind::table, {}, op.from, op.to.name); }

  void operator()(const alter_table& op) {
    model::table& altered = table(op.after.name);
    altered.unlogged = op.after.unlogged;
    altered.strict = op.after.strict;
    altered.without_rowid = op.after.without_rowid;
    altered.with = op.after.with;
    altered.descent = op.after.descent;
    altered.row_security = op.after.row_security;
    altered.row_security_forced = op.after.row_security_forced;
    altered.replica = op.after.replica;
    altered.replica_index = op.after.replica_index;
    altered.clustered_on = op.after.clustered_on;
  }

  void operator()(const add_column& op) { table(op.table).columns.push_back(op.column); }

  void operator()(const drop_column& op) { remove_column(table(op.table), op.column.name); }

  void operator()(const rename_column& op) {
    rename_in_texts(table(op.table), op.from, op.to);
    rename(object_kind::column, op.table, {{}, op.from}, op.to);
  }

  void operator()(const alter_column& op) {
    model::column& altered = find(table(op.table).columns, op.before.name);
    std::string comment = std::move(altered.comment);
    altered = op.after;
    altered.comment = std::move(comment);
  }

  void operator()(const backfill_column&) {}

  void operator()(const add_constraint& op) {
    std::visit(constraint_adder{table(op.table)}, op.constraint);
  }

  void operator()(const drop_constraint& op) {
    std::visit(constraint_remover{table(op.table)}, op.constraint);
  }

  void operator()(const rename_constraint& op) {
    rename(object_kind::constraint, op.table, {{}, op.from}, op.to);
  }

  void operator()(const create_index& op) { indexes(op.table).push_back(op.index); }

  void operator()(const drop_index& op) { erase_named(indexes(op.table), op.index.name); }

  void operator()(const replace_index& op) { find(indexes(op.table), op.before.name) = op.after; }

  void operator()(const rename_index& op) {
    rename(object_kind::index, op.table, {{}, op.from}, op.to);
  }

  void operator()(const set_index_statistics& op) {
    find(indexes(op.table), op.index).keys.at(op.key).statistics = op.after;
  }

  void operator()(const create_view& op) { schema_.views.push_back(op.view); }

  void operator()(const drop_view& op) {
    erase_named(schema_.views, op.view.name);
    std::erase_if(schema_.triggers, [&](const auto& each) { return each.table == op.view.name; });
    erase_with(op.view.name);
  }

  void operator()(const rename_view& op) { rename(object_kind::view, {}, op.from, op.to.name); }

  void operator()(const create_function& op) { schema_.functions.push_back(op.function); }

  void operator()(const drop_function& op) { remove(op.function); }

  void operator()(const replace_function& op) {
    const std::string comment = remove(op.before);
    schema_.functions.push_back(op.after);
    schema_.functions.back().comment = comment;
  }

  void operator()(const create_trigger& op) { schema_.triggers.push_back(op.trigger); }

  void operator()(const drop_trigger& op) {
    std::erase_if(schema_.triggers, [&](const model::trigger& each) {
      return each.table == op.trigger.table && each.name == op.trigger.name;
    });
  }

  void operator()(const rename_trigger& op) {
    rename(object_kind::trigger, op.table, {{}, op.from}, op.to);
  }

  void operator()(const create_object& op) {
    std::visit([&](const auto& object) { list_of(object).push_back(object); }, op.object);
  }

  void operator()(const drop_object& op) {
    std::visit([&](const auto& object) { erase(object); }, op.object);
  }

  void operator()(const alter_object& op) {
    std::visit(
        [&](const auto& after) {
          for (auto& each : list_of(after)) {
            if (identity_of(each) == identity_of(after)) {
              take_comments(each, after);
            }
          }
        },
        op.after);
  }

  void operator()(const rename_object& op) {
    if (op.kind != object_kind::sequence || !rename_owned(op)) {
      rename(op.kind, op.owner, op.from, op.to, op.parameters);
    }
  }

  void operator()(const set_comment& op) { *comment_of(schema_, op) = op.after; }

  void operator()(const change_rows& op) { change(table(op.table), op); }

  void operator()(const run_sql&) {}

private:
  template <typename Object, typename Name>
  static Object& find(std::vector<Object>& objects, const Name& name) {
    return *std::find_if(
        objects.begin(), objects.end(), [&](const Object& each) { return each.name == name; });
  }

  model::table& table(const model::qualified_name& name) { return find(schema_.tables, name); }

  /// Of a table or of a materialized view.
  std::vector<model::index>& indexes(const model::qualified_name& owner) {
    for (model::view& each : schema_.views) {
      if (each.name == owner) {
        return each.indexes;
      }
    }
    return table(owner).indexes;
  }

  template <typename Object>
  std::vector<Object>& list_of(const Object&) {
    std::vector<Object>* found = nullptr;
    each_further(schema_, [&](auto& list) {
      if constexpr (std::is_same_v<std::decay_t<decltype(list)>, std::vector<Object>>) {
        found = &list;
      }
    });
    return *found;
  }

  template <typename Object>
  void erase(const Object& object) {
    std::erase_if(list_of(object),
                  [&](const Object& each) { return identity_of(each) == identity_of(object); });
  }

  void erase_with(const model::qualified_name& relation) {
    each_further(schema_, [&](auto& list) {
      std::erase_if(list, [&](const auto& each) { return goes_with(each, relation); });
    });
  }

  /// All but the comments, which are operations of their own.
  template <typename Object>
  static void take_comments(Object& into, const Object& from) {
    Object before = std::exchange(into, from);
    if constexpr (!std::is_same_v<Object, model::grant>) {
      into.comment = std::move(before.comment);
    }
    const auto keep = [](auto& elements, const auto& old) {
      for (auto& each : elements) {
        const auto was = std::find_if(
            old.begin(), old.end(), [&](const auto& other) { return other.name == each.name; });
        each.comment = was == old.end() ? std::string() : was->comment;
      }
    };
    if constexpr (std::is_same_v<Object, model::domain>) {
      keep(into.checks, before.checks);
    } else if constexpr (std::is_same_v<Object, model::composite_type>) {
      keep(into.attributes, before.attributes);
    }
  }

  /// Of an identity or serial column, where it is one's.
  bool rename_owned(const rename_object& op) {
    for (model::table& table : schema_.tables) {
      for (model::column& column : table.columns) {
        if (!column.identity || table.name.schema != op.from.schema) {
          continue;
        }
        const std::string usual = identity_sequence_name(table, column);
        std::string& name = column.identity->sequence;
        if ((name.empty() ? usual : name) == op.from.name ||
            (name.empty() && usual == op.to)) { // It has followed the table already.
          name = op.to == usual ? std::string() : op.to;
          return true;
        }
      }
    }
    return false;
  }

  std::string remove(const model::function& function) {
    std::string comment;
    std::erase_if(schema_.functions, [&](const model::function& each) {
      const bool is_it = each.name == function.name && each.parameters == function.parameters;
      comment = is_it ? each.comment : comment;
      return is_it;
    });
    return comment;
  }

  void rename(object_kind kind,
              const model::qualified_name& owner,
              const model::qualified_name& from,
              const std::string& to,
              std::optional<std::string> parameters = std::nullopt) {
    model::transition one;
    one.renames.push_back({kind, owner, from, to, {}, {}, std::move(parameters)});
    carry_over_resolved(schema_, renames(one));
  }

  model::schema& schema_;
};

template <typename Object>
void sort_by_name(std::vector<Object>& objects) {
  std::sort(objects.begin(), objects.end(), [](const Object& a, const Object& b) {
    return a.name < b.name;
  });
}

} // namespace

model::schema apply(model::schema schema, const std::vector<operation>& operations) {
  applier apply_one(schema);
  for (const operation& each : operations) {
    std::visit(apply_one, each);
  }
  return schema;
}

model::schema in_order_of_name(model::schema schema) {
  sort_by_name(schema.named_schemas);
  sort_by_name(schema.extensions);
  sort_by_name(schema.enumerations);
  sort_by_name(schema.tables);
  sort_by_name(schema.views);
  sort_by_name(schema.functions);
  sort_by_name(schema.triggers);
  each_further(schema, [](auto& list) {
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return identity_of(a) < identity_of(b);
    });
  });
  for (model::table& each : schema.tables) {
    sort_by_name(each.columns);
    sort_by_name(each.uniques);
    sort_by_name(each.checks);
    sort_by_name(each.foreign_keys);
    sort_by_name(each.exclusions);
    sort_by_name(each.indexes);
    if (each.rows) {
      sort_rows(each);
    }
  }
  for (model::view& each : schema.views) {
    sort_by_name(each.columns);
    sort_by_name(each.indexes);
  }
  return schema;
}

} // namespace strata::codegen
