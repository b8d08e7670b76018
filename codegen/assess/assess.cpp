// The table of hazards, one operation at a time.
#include "codegen/assess/assess.hpp"

#include "codegen/assess/own_value.hpp"
#include "codegen/check/type_words.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/volatility.hpp"
#include "codegen/diff/casts.hpp"

#include <fmt/format.h>

#include <set>

namespace strata::codegen {
namespace {

/// PostgreSQL writes a constant default into the catalogue, and everything else into each row.
bool is_computed_for_each_row(const model::column& column) {
  if (column.identity || column.generated) {
    return true;
  }
  return column.default_to && may_differ_by_row(*column.default_to);
}

/// Without touching the rows: longer texts, and texts of any length.
bool is_catalogue_change(const model::data_type& from, const model::data_type& to) {
  using kind = model::type_kind;
  const bool is_text = from.kind == kind::varchar || from.kind == kind::text;
  const bool stays_text = to.kind == kind::varchar || to.kind == kind::text;
  return is_text && stays_text && from.array_dimensions == to.array_dimensions &&
         cast_between(from, to) == cast::exact;
}

class assessor {
public:
  explicit assessor(const std::vector<operation>& operations) {
    for (const operation& each : operations) {
      if (const auto* const created = std::get_if<create_table>(&each)) {
        new_tables_.insert(created->table.name);
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

  void operator()(const create_table&) {}

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
    if (op.before.type != op.after.type) {
      assess_type(op, object);
    }
    if (op.before.nullable && !op.after.nullable) {
      add(hazard::may_fail_on_data, object, "rows may hold null");
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
    const std::string name = std::visit([](const auto& each) { return each.name; }, op.constraint);
    if (!is_new(op.table)) {
      add(hazard::may_fail_on_data, within(op.table, name), "rows may break the constraint");
      add(hazard::breaks_old_writers, within(op.table, name), "older programs may break it");
    }
  }

  void operator()(const drop_constraint& op) {
    const bool is_key = std::holds_alternative<model::primary_key>(op.constraint) ||
                        std::holds_alternative<model::unique_constraint>(op.constraint);
    const std::string name = std::visit([](const auto& each) { return each.name; }, op.constraint);
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
    std::visit([&](const auto& object) { assess_gone(object); }, op.object);
  }

  void operator()(const alter_object& op) {
    std::visit([&](const auto& object) { assess_changed(object); }, op.after);
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
  void assess_gone(const Object& object) {
    breaks_all(display(object.name), "it is gone");
  }

  void assess_gone(const model::rule& rule) {
    breaks_all(within(rule.table, rule.name), "older programs may rely on what it does");
  }

  void assess_gone(const model::policy& policy) {
    breaks_all(within(policy.table, policy.name), "roles may see other rows");
  }

  void assess_gone(const model::statistics&) {}

  void assess_gone(const model::grant& grant) {
    breaks_all(display(grant.object), grant.privilege + " is no longer granted");
  }

  template <typename Object>
  void assess_changed(const Object&) {}

  void assess_changed(const model::domain& domain) {
    add(hazard::may_fail_on_data,
        display(domain.name),
        "rows may hold a value it no longer allows");
    add(hazard::breaks_old_writers, display(domain.name), "older programs may write such a value");
  }

  void assess_changed(const model::composite_type& type) {
    breaks_all(display(type.name), "the type has other attributes");
  }

  void assess_changed(const model::policy& policy) { assess_gone(policy); }

  void breaks_all(const std::string& object, const std::string& why) {
    add(hazard::breaks_old_readers, object, why);
    add(hazard::breaks_old_writers, object, why);
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
    const std::string why =
        fmt::format("{} becomes {}", sql_spelling(op.before.type), sql_spelling(op.after.type));
    const cast known = cast_between(op.before.type, op.after.type);
    if (op.conversion || known == cast::checked || known == cast::none) {
      add(hazard::may_fail_on_data, object, why);
    }
    if (!op.conversion && (known == cast::lossy || known == cast::by_time_zone)) {
      add(hazard::data_loss, object, why);
    }
    if (op.conversion || !is_catalogue_change(op.before.type, op.after.type)) {
      rewrites(object, why);
    }
    breaks_all(object, why);
  }

  bool is_new(const model::qualified_name& table) const { return new_tables_.count(table) > 0; }

  static std::string of(const model::qualified_name& table, const std::string& column) {
    return thing(table, {{}, column});
  }

  static std::string within(const model::qualified_name& table, const std::string& name) {
    return display(table) + "/" + name;
  }

  std::set<model::qualified_name> new_tables_;
  std::vector<assessment> found_;
};

} // namespace

std::vector<assessment> assess(const std::vector<operation>& operations) {
  assessor all(operations);
  for (const operation& each : operations) {
    std::visit(all, each);
  }
  return all.take();
}

} // namespace strata::codegen
