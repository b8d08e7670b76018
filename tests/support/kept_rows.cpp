// Matching tables and columns of two versions by name and rename.
#include "tests/support/kept_rows.hpp"

#include "codegen/sql/quote.hpp"

#include <algorithm>

namespace strata::testing {
namespace {

using codegen::sql::quote;

class matcher {
public:
  matcher(const model::version& from, const model::version& to, const codegen::target& on)
      : from_(from), to_(to), on_(on) {
    codegen::diagnostics ignored;
    before_ = codegen::adapt(from.schema, on, ignored);
    after_ = codegen::adapt(to.schema, on, ignored);
  }

  std::vector<kept_table> match() const {
    std::vector<kept_table> kept;
    if (!to_.transition.statements.empty())
      return kept;
    for (const model::table& after : after_.tables) {
      const model::table* before = find(before_, former(model::object_kind::table, {}, after.name));
      if (before != nullptr && before->rows == after.rows)
        add(*before, after, kept);
    }
    return kept;
  }

private:
  static const model::table* find(const model::schema& in, const model::qualified_name& name) {
    const auto found = std::ranges::find(in.tables, name, &model::table::name);
    return found == in.tables.end() ? nullptr : &*found;
  }

  /// The old name of what is called `name` now.
  model::qualified_name former(model::object_kind kind,
                               const model::qualified_name& owner,
                               const model::qualified_name& name) const {
    for (const model::rename& each : to_.transition.renames) {
      if (each.kind == kind && each.owner == owner && each.to == name.name)
        return each.from;
    }
    return name;
  }

  void
  add(const model::table& before, const model::table& after, std::vector<kept_table>& kept) const {
    std::string old_columns;
    std::string new_columns;
    for (const model::column& column : after.columns) {
      const std::string old_name =
          former(model::object_kind::column, after.name, {{}, column.name}).name;
      const auto old = std::ranges::find(before.columns, old_name, &model::column::name);
      if (old == before.columns.end() || is_set(after.name, *old, column))
        continue;
      add_column(old_columns, old_name);
      add_column(new_columns, column.name);
    }
    if (old_columns.empty())
      return;
    kept.push_back({"SELECT " + old_columns + " FROM " + quote(before.name),
                    "SELECT " + new_columns + " FROM " + quote(after.name)});
  }

  bool is_set(const model::qualified_name& table,
              const model::column& before,
              const model::column& after) const {
    const auto is_it = [&](const auto& each) {
      return each.table == table && each.column == after.name;
    };
    return !(before.type == after.type) || before.generated || after.generated ||
           std::ranges::any_of(to_.transition.backfills, is_it) ||
           std::ranges::any_of(to_.transition.conversions, is_it) ||
           has_renamed_value(table, after);
  }

  /// Values of an enumeration, and the rows that hold them, may have other names now.
  bool has_renamed_value(const model::qualified_name& table, const model::column& column) const {
    const model::table* declared = find(to_.schema, table);
    const auto is_renamed = [&](const model::column& each) {
      return each.name == column.name && each.type.kind == model::type_kind::enumeration;
    };
    return declared != nullptr && std::ranges::any_of(declared->columns, is_renamed) &&
           std::ranges::any_of(to_.transition.renames, [](const model::rename& each) {
             return each.kind == model::object_kind::enum_value;
           });
  }

  void add_column(std::string& columns, const std::string& name) const {
    const bool is_sqlite = on_.dialect == model::dialect::sqlite;
    columns += (columns.empty() ? "" : ", ") +
               (is_sqlite ? "quote(" + quote(name) + ")" : quote(name) + "::text");
  }

  const model::version& from_;
  const model::version& to_;
  const codegen::target& on_;
  model::schema before_;
  model::schema after_;
};

} // namespace

std::vector<kept_table>
kept_tables(const model::version& from, const model::version& to, const codegen::target& on) {
  return matcher(from, to, on).match();
}

} // namespace strata::testing
