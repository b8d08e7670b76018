// The table of hazards, one operation at a time.
#include "codegen/assess/assess.hpp"

#include "codegen/assess/own_value.hpp"
#include "codegen/assess/type_change.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/further_objects.hpp"
#include "codegen/compose/volatility.hpp"
#include "codegen/diff/casts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <type_traits>

namespace strata::codegen {
namespace {

/// PostgreSQL writes a constant default into the catalogue, and everything else into each row.
bool is_computed_for_each_row(const model::column& column) {
  if (column.identity || column.generated) {
    return !column.generated ||
           column.generated->kept == model::generated::storage::stored; // Else read, not written.
  }
  return column.default_to && may_differ_by_row(*column.default_to);
}

std::string comma_separated(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

/// SQLite's constraints may have no name.
struct words_of_constraint {
  model::dialect on;

  std::string operator()(const model::primary_key& of) const {
    return "primary key (" + comma_separated(of.columns) + ")";
  }

  std::string operator()(const model::unique_constraint& of) const {
    return "unique (" + comma_separated(of.columns) + ")";
  }

  std::string operator()(const model::check_constraint& of) const {
    return "check (" + of.expression.for_dialect(on) + ")";
  }

  std::string operator()(const model::foreign_key& of) const {
    return "foreign key (" + comma_separated(of.columns) + ")";
  }

  std::string operator()(const model::exclusion_constraint&) const { return "exclusion"; }
};

bool has_check(const model::domain& in, const model::check_constraint& wanted) {
  return std::any_of(in.checks.begin(), in.checks.end(), [&](const auto& each) {
    return each.expression == wanted.expression;
  });
}

bool is_enforced(const constraint& of) {
  const auto* const check = std::get_if<model::check_constraint>(&of);
  const auto* const key = std::get_if<model::foreign_key>(&of);
  return !(check != nullptr && check->not_enforced) && !(key != nullptr && key->not_enforced);
}

class assessor {
public:
  assessor(const std::vector<operation>& operations, model::dialect on, const model::schema& before)
      : on_(on), before_(before) {
    for (const operation& each : operations) {
      if (const auto* const created = std::get_if<create_table>(&each)) {
        new_tables_.insert(created->table.name);
      } else if (const auto* const made = std::get_if<create_object>(&each)) {
        made_again_.emplace(key_of(made->object), &made->object);
      } else if (const auto* const column = std::get_if<alter_column>(&each);
                 column != nullptr && column->after.identity) {
        counting_.insert(of(column->table, column->after.name));
      }
    }
  }

  std::vector<assessment> take() { return std::move(found_); }

  void operator()(const create_schema&) {}

  void operator()(const drop_schema& op) { breaks_all(op.name, "the schema is gone"); }

  void operator()(const create_extension&) {}

  void operator()(const alter_extension& op) {
    if (op.before.schema != op.after.schema) {
      breaks_all(op.after.name, "the extension is in another schema");
    }
  }

  void operator()(const drop_extension& op) {
    breaks_all(op.extension.name, "the extension is gone");
  }

  void operator()(const create_enumeration&) {}

  void operator()(const drop_enumeration& op) {
    breaks_all(display(op.enumeration.name), "the type is gone");
  }

  void operator()(const rename_enumeration& op) {
    breaks_all(display(op.to), "the type has another name");
  }

  void operator()(const rename_enum_value& op) {
    breaks_all(display(op.enumeration), op.from + " has another name");
  }

  void operator()(const add_enum_value& op) {
    add(hazard::breaks_old_readers,
        display(op.enumeration),
        "older programs do not know " + op.value);
  }

  void operator()(const replace_enumeration& op) {
    const std::string object = display(op.after.name);
    add(hazard::may_fail_on_data, object, "rows may hold a value that is gone");
    rewrites(object, "columns of the type are moved to its new form");
    breaks_all(object, "values are gone or stand in another order");
  }

  void operator()(const create_table& op) {
    const model::lineage& descent = op.table.descent;
    if (!descent.partition_of.name.empty() && !is_new(descent.partition_of) &&
        descent.bounds != "DEFAULT" && has_default(descent.partition_of)) {
      waits_for_scan(display(op.table.name),
                     "rows of the default partition are read, and those that belong to it move");
    }
  }

  void operator()(const drop_table& op) {
    const std::string object = display(op.table.name);
    add(hazard::data_loss, object, "the table and its rows are gone");
    breaks_all(object, "the table is gone");
  }

  void operator()(const rename_table& op) {
    breaks_all(display(op.to), "the table has another name");
  }

  void operator()(const alter_table& op) {
    const std::string object = display(op.after.name);
    if (op.before.unlogged != op.after.unlogged || op.before.strict != op.after.strict ||
        op.before.without_rowid != op.after.without_rowid) {
      rewrites(object, "the table is stored in another way");
    }
    if (op.before.row_security != op.after.row_security ||
        op.before.row_security_forced != op.after.row_security_forced) {
      breaks_all(object, "other rows are seen, by policies");
    }
    if (op.before.descent.partitioned_by != op.after.descent.partitioned_by) {
      add(hazard::may_fail_on_data, object, "rows may have no partition");
      rewrites(object, "its rows are copied into the partitions that they belong to now");
    }
    const model::qualified_name& parent = op.after.descent.partition_of;
    if (!parent.name.empty() && !is_new(op.after.name) &&
        (op.before.descent.partition_of != parent ||
         op.before.descent.bounds != op.after.descent.bounds)) {
      add(hazard::may_fail_on_data, object, "rows may lie outside of the partition's bounds");
      waits_for_scan(object, "its rows are read before it is attached to " + display(parent));
    }
    if (op.before.descent != op.after.descent && !is_new(op.after.name)) {
      breaks_all(object, "its rows belong to other tables too, or no longer");
    }
  }

  void operator()(const add_column& op) {
    const std::string object = of(op.table, op.column.name);
    if (is_computed_for_each_row(op.column)) {
      rewrites(object, "each row gets a value of its own");
    }
    if (!has_own_value(op.column)) {
      add(hazard::breaks_old_writers, object, "older programs give no value for it");
      if (!op.backfill) {
        add(hazard::may_fail_on_data, object, "rows that exist have no value for it");
      }
    }
  }

  void operator()(const drop_column& op) {
    const std::string object = of(op.table, op.column.name);
    add(hazard::data_loss, object, "the column and its values are gone");
    breaks_all(object, "the column is gone");
  }

  void operator()(const rename_column& op) {
    breaks_all(of(op.table, op.to), "the column has another name");
  }

  void operator()(const alter_column& op) {
    const std::string object = of(op.table, op.after.name);
    if (op.after.generated && op.before.generated != op.after.generated) {
      assess_generation(op, object);
    } else if (op.before.type != op.after.type) {
      assess_type(op, object);
    }
    const bool may_hold_null = op.before.nullable || op.before.not_null.not_valid;
    if (may_hold_null && !op.after.nullable && !op.after.not_null.not_valid) {
      add(hazard::may_fail_on_data, object, "rows may hold null");
    }
    if (op.before.nullable && !op.after.nullable) {
      add(hazard::breaks_old_writers, object, "older programs may write null");
    }
    if (!op.before.nullable && op.after.nullable) {
      add(hazard::breaks_old_readers, object, "older programs do not expect null");
    }
    if (has_own_value(op.before) && !has_own_value(op.after) && !op.before.nullable) {
      add(hazard::breaks_old_writers, object, "older programs leave it to its default");
    }
  }

  void operator()(const backfill_column&) {}

  void operator()(const add_constraint& op) {
    const std::string name = called(op.constraint);
    if (!is_new(op.table) && is_enforced(op.constraint)) {
      add(hazard::may_fail_on_data, within(op.table, name), "rows may break the constraint");
      add(hazard::breaks_old_writers, within(op.table, name), "older programs may break it");
      if (std::holds_alternative<model::exclusion_constraint>(op.constraint)) {
        waits_for_scan(within(op.table, name), "its index is built while nobody reads or writes");
      }
    }
  }

  void operator()(const drop_constraint& op) {
    const bool is_key = std::holds_alternative<model::primary_key>(op.constraint) ||
                        std::holds_alternative<model::unique_constraint>(op.constraint);
    const std::string name = called(op.constraint);
    if (is_key) {
      add(hazard::breaks_old_writers, within(op.table, name), "older programs may upsert by it");
    }
  }

  void operator()(const rename_constraint&) {}

  void operator()(const create_index& op) {
    if (op.index.unique && !is_new(op.table)) {
      unique_index(op.table, op.index.name);
    }
  }

  void operator()(const drop_index& op) {
    if (op.index.unique) {
      add(hazard::breaks_old_writers,
          within(op.table, op.index.name),
          "older programs may upsert by it");
    }
  }

  void operator()(const replace_index& op) {
    if (op.after.unique) {
      unique_index(op.table, op.after.name);
    }
  }

  void operator()(const rename_index&) {}

  void operator()(const set_index_statistics&) {}

  void operator()(const create_view&) {}

  void operator()(const drop_view& op) {
    add(hazard::breaks_old_readers,
        display(op.view.name),
        "the view is gone, if only for a moment");
  }

  void operator()(const rename_view& op) {
    add(hazard::breaks_old_readers, display(op.to), "the view has another name");
  }

  void operator()(const create_function&) {}

  void operator()(const drop_function& op) {
    breaks_all(display(op.function.name), "the function is gone, if only for a moment");
  }

  void operator()(const replace_function& op) {
    breaks_all(display(op.after.name), "the function does something else");
  }

  void operator()(const create_trigger& op) {
    if (!is_new(op.trigger.table)) {
      add(hazard::breaks_old_writers,
          within(op.trigger.table, op.trigger.name),
          "it runs on what older programs write");
    }
  }

  void operator()(const drop_trigger& op) {
    add(hazard::breaks_old_writers,
        within(op.trigger.table, op.trigger.name),
        "older programs may rely on what it does");
  }

  void operator()(const rename_trigger&) {}

  void operator()(const create_object& op) {
    std::visit([&](const auto& object) { assess_new(object); }, op.object);
  }

  void operator()(const drop_object& op) {
    const auto again = made_again_.find(key_of(op.object));
    const bool is_again = again != made_again_.end();
    std::visit([&](const auto& object) { assess_gone(object, is_again); }, op.object);
    if (const auto* was = std::get_if<model::domain>(&op.object); was != nullptr && is_again) {
      const std::string object = display(was->name);
      append(hazards_of_cast(was->type, std::get<model::domain>(*again->second).type, object));
      assess_changed(*was, std::get<model::domain>(*again->second));
      rewrites(object, "columns of the type are moved to its new form");
    }
  }

  void operator()(const alter_object& op) {
    std::visit(
        [&](const auto& after) {
          assess_changed(std::get<std::decay_t<decltype(after)>>(op.before), after);
        },
        op.after);
  }

  void operator()(const rename_object& op) {
    if (op.kind != model::object_kind::sequence) {
      breaks_all(thing(op.owner, {op.from.schema, op.to}), "it has another name");
    }
  }

  void operator()(const set_comment&) {}

  void operator()(const change_rows& op) {
    if (!op.deleted.empty()) {
      add(hazard::breaks_old_readers, display(op.table), "reference rows are gone");
    }
  }

  void operator()(const run_sql& op) {
    if (!op.statement.compatible) {
      breaks_all("", "SQL of the user's own, which does not say .compatible()");
    }
  }

private:
  void add(hazard what, const std::string& object, const std::string& why) {
    found_.push_back({what, object, why});
  }

  void append(const std::vector<assessment>& more) {
    found_.insert(found_.end(), more.begin(), more.end());
  }

  template <typename Object>
  void assess_new(const Object&) {}

  void assess_new(const model::rule& rule) {
    if (!is_new(rule.table)) {
      breaks_all(within(rule.table, rule.name), "it changes what statements do");
    }
  }

  void assess_new(const model::policy& policy) {
    if (!is_new(policy.table)) {
      breaks_all(within(policy.table, policy.name), "it changes which rows a role sees");
    }
  }

  template <typename Object>
  void assess_gone(const Object& object, bool is_made_again) {
    breaks_all(display(object.name),
               "the " + words_for(kind_of(object)) +
                   (is_made_again ? " is made anew" : " is gone"));
  }

  /// One that a column takes over counts on.
  void assess_gone(const model::sequence& sequence, bool is_made_again) {
    if (!counting_.contains(of(sequence.owner_table, sequence.owner_column))) {
      breaks_all(display(sequence.name),
                 is_made_again ? "the sequence is made anew" : "the sequence is gone");
    }
  }

  void assess_gone(const model::rule& rule, bool) {
    breaks_all(within(rule.table, rule.name), "older programs may rely on what it does");
  }

  void assess_gone(const model::policy& policy, bool) {
    breaks_all(within(policy.table, policy.name), "roles may see other rows");
  }

  void assess_gone(const model::statistics&, bool) {}

  void assess_gone(const model::grant& grant, bool) {
    breaks_all(display(grant.object), grant.privilege + " is no longer granted");
  }

  template <typename Object>
  void assess_changed(const Object&, const Object&) {}

  void assess_changed(const model::domain& before, const model::domain& domain) {
    const bool is_narrower =
        (before.nullable && !domain.nullable) ||
        std::any_of(domain.checks.begin(), domain.checks.end(), [&](const auto& each) {
          return !has_check(before, each);
        });
    if (!is_narrower) {
      return;
    }
    add(hazard::may_fail_on_data,
        display(domain.name),
        "rows may hold a value it no longer allows");
    add(hazard::breaks_old_writers, display(domain.name), "older programs may write such a value");
  }

  void assess_changed(const model::composite_type& before, const model::composite_type& type) {
    const std::string object = display(type.name);
    for (const auto& was : before.attributes) {
      const auto is = std::find_if(type.attributes.begin(),
                                   type.attributes.end(),
                                   [&](const auto& each) { return each.name == was.name; });
      const std::string attribute = thing(type.name, {{}, was.name});
      if (is == type.attributes.end()) {
        add(hazard::data_loss, attribute, "the attribute and its values are gone");
      } else if (is->type != was.type) {
        append(hazards_of_cast(was.type, is->type, attribute));
        rewrites(attribute, becomes(was.type, is->type));
      }
    }
    breaks_all(object, "the type has other attributes");
  }

  void assess_changed(const model::policy&, const model::policy& policy) {
    assess_gone(policy, true);
  }

  void breaks_all(const std::string& object, const std::string& why) {
    add(hazard::breaks_old_readers, object, why);
    add(hazard::breaks_old_writers, object, why);
  }

  void waits_for_scan(const std::string& object, const std::string& why) {
    add(hazard::blocks_reads, object, why);
    add(hazard::blocks_writes, object, why);
  }

  void rewrites(const std::string& object, const std::string& why) {
    add(hazard::rewrites_table, object, why);
    add(hazard::blocks_reads, object, why);
    add(hazard::blocks_writes, object, why);
  }

  void unique_index(const model::qualified_name& table, const std::string& name) {
    add(hazard::may_fail_on_data, within(table, name), "rows may hold the same values");
    add(hazard::breaks_old_writers, within(table, name), "older programs may write them twice");
  }

  void assess_type(const alter_column& op, const std::string& object) {
    const std::string why = becomes(op.before.type, op.after.type);
    if (op.conversion) {
      add(hazard::may_fail_on_data, object, why);
    } else if (on_ == model::dialect::sqlite) {
      append(hazards_of_affinity(op.before.type, op.after.type, object));
    } else {
      append(hazards_of_cast(op.base_before(), op.base_after(), object));
    }
    if (op.conversion || on_ == model::dialect::sqlite ||
        !is_catalogue_change(op.before.type, op.after.type)) {
      rewrites(object, why);
    }
    breaks_all(object, why);
  }

  void assess_generation(const alter_column& op, const std::string& object) {
    const bool was_plain = !op.before.generated;
    const char* const why = was_plain ? "it is computed now, and the values that it had are gone"
                                      : "its values are computed anew, by another expression";
    add(hazard::data_loss, object, why);
    rewrites(object, why);
    if (was_plain) {
      breaks_all(object, "older programs may write it");
    } else {
      add(hazard::breaks_old_readers, object, why);
    }
    if (op.before.type != op.after.type) {
      breaks_all(object, becomes(op.before.type, op.after.type));
    }
  }

  std::string called(const constraint& of) const {
    const std::string name = std::visit([](const auto& each) { return each.name; }, of);
    return name.empty() ? std::visit(words_of_constraint{on_}, of) : name;
  }

  static std::string key_of(const further_object& object) {
    const auto key = [](const auto& of) {
      return words_for(kind_of(of)) + '\n' + thing(owner_of(of), name_of_object(of));
    };
    return std::visit(key, object);
  }

  bool is_new(const model::qualified_name& table) const { return new_tables_.count(table) > 0; }

  bool has_default(const model::qualified_name& parent) const {
    return std::any_of(before_.tables.begin(), before_.tables.end(), [&](const auto& each) {
      return each.descent.partition_of == parent && each.descent.bounds == "DEFAULT";
    });
  }

  static std::string of(const model::qualified_name& table, const std::string& column) {
    return thing(table, {{}, column});
  }

  static std::string within(const model::qualified_name& table, const std::string& name) {
    return display(table) + "/" + name;
  }

  model::dialect on_;
  const model::schema& before_;
  std::set<model::qualified_name> new_tables_;
  std::map<std::string, const further_object*> made_again_; ///< Created; may be dropped before.
  std::set<std::string> counting_; ///< Columns that have a sequence of their own.
  std::vector<assessment> found_;
};

} // namespace

std::vector<assessment>
assess(const std::vector<operation>& operations, model::dialect on, const model::schema& before) {
  assessor all(operations, on, before);
  for (const operation& each : operations) {
    std::visit(all, each);
  }
  return all.take();
}

} // namespace strata::codegen
