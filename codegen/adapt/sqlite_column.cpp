// Columns on SQLite: types with their checks, defaults, identities.
#include "codegen/adapt/sqlite_parts.hpp"

#include "codegen/adapt/sqlite_type.hpp"
#include "codegen/adapt/sqlite_value.hpp"
#include "codegen/adapt/unsupported.hpp"
#include "codegen/sql/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace strata::codegen {
namespace {

/// SQLite's built-in collations; PostgreSQL's have other names.
bool is_collation(std::string_view name) {
  return name.empty() || name == "BINARY" || name == "NOCASE" || name == "RTRIM";
}

/// A blank stands for no type at all.
std::string declared_words(const std::string& words) { return words == " " ? "" : words; }

class column_lowering {
public:
  column_lowering(model::table& table, const model::schema& schema, diagnostics& out)
      : table_(table), schema_(schema), out_(out) {}

  void lower(model::column& column) {
    const model::column declared = column;
    lower_type_of(column);
    if (column.default_to) {
      lower_default(column, declared);
    }
    if (column.identity) {
      lower_identity(column, declared);
    }
    if (column.nullable && column.on_null != model::conflict_action::abort) {
      unsupported(out_,
                  column.where,
                  "S340",
                  fmt::format("{} is nullable and says what null does", name(column)),
                  "take `.nullable()` or `.not_null_on_conflict(…)` out");
    }
    lower_not_null(column);
    if (!is_collation(column.collation)) {
      unsupported(out_,
                  column.where,
                  "S318",
                  fmt::format("SQLite has no collation {} for {}", column.collation, name(column)),
                  "use NOCASE, RTRIM or none, or declare the column `.only(postgresql)`");
    }
  }

private:
  std::string name(const model::column& column) const {
    return display(table_.name) + "." + column.name;
  }

  /// A NOT NULL has no name there that anybody could see.
  void lower_not_null(model::column& column) {
    if (column.not_null.not_valid || column.not_null.no_inherit) {
      unsupported(out_,
                  column.where,
                  "S324",
                  fmt::format("SQLite has no {} for the NOT NULL of {}",
                              column.not_null.not_valid ? "NOT VALID" : "NO INHERIT",
                              name(column)),
                  "leave it out, or declare the column or the table `.only(postgresql)`");
    }
    column.not_null = {};
  }

  void lower_type_of(model::column& column) {
    std::optional<sqlite_type> type = sql::has_own_sqlite_words(column)
                                          ? sqlite_type{declared_words(column.sqlite_type), ""}
                                          : lower_type(column, schema_);
    if (!type) {
      unsupported(out_,
                  column.where,
                  "S318",
                  fmt::format("SQLite has no type for {}", name(column)),
                  "write `.on_sqlite(\"TEXT\")` (or another declared type), or declare the column "
                  "`.only(postgresql)`");
      type = sqlite_type{"TEXT", ""};
    }
    find_strict(column, type->words);
    column.type = {};
    column.type.kind = model::type_kind::named;
    column.type.name.name = type->words;
    column.sqlite_type.clear();
    if (!type->check.empty()) {
      model::check_constraint check;
      check.name = sqlite_check_name(table_, column.name);
      check.expression = {type->check, type->check};
      check.where = column.where;
      table_.checks.push_back(std::move(check));
    }
  }

  void find_strict(const model::column& column, std::string_view words) {
    static constexpr std::array<std::string_view, 6> strict = {
        "INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"};
    if (table_.strict && std::find(strict.begin(), strict.end(), words) == strict.end()) {
      unsupported(out_,
                  column.where,
                  "S323",
                  fmt::format("{} is {}, which a STRICT table does not take", name(column), words),
                  "write `.on_sqlite(…)` with INTEGER, REAL, TEXT, BLOB or ANY, or leave STRICT "
                  "out");
    }
  }

  void lower_default(model::column& column, const model::column& declared) {
    if (const auto* known = std::get_if<model::known_function>(&*column.default_to)) {
      column.default_to = lower_function(*known, declared.type);
    } else if (const auto* value = std::get_if<model::literal>(&*column.default_to)) {
      const std::optional<model::literal> lowered = lower_literal(*value, declared);
      if (lowered) {
        column.default_to = *lowered;
      } else {
        find_literal("the default of " + name(column), value->text, column.where);
      }
    }
  }

  void find_literal(const std::string& what, const std::string& text, const model::place& where) {
    unsupported(
        out_,
        where,
        "S325",
        fmt::format("{}, `{}`, is not in a form that SQLite's representation has", what, text),
        "write dates as 2024-05-06, times as 07:08:09.5, timestamps as "
        "2024-05-06T07:08:09.5Z, or use sql_for(postgresql, \"…\", sqlite, \"…\")");
  }

  void lower_identity(model::column& column, const model::column& declared) {
    const bool is_key = table_.primary_key && table_.primary_key->columns.size() == 1 &&
                        table_.primary_key->columns.front() == column.name;
    if (!is_key || table_.without_rowid || declared.type.array_dimensions > 0) {
      unsupported(out_,
                  column.where,
                  "S316",
                  fmt::format("{} is an identity, which on SQLite only the single column of the "
                              "primary key of a table with a rowid can be",
                              name(column)),
                  "make it the primary key, or declare the column `.only(postgresql)`");
    }
    const model::identity& identity = *column.identity;
    if (identity.start.value_or(1) != 1 || identity.increment.value_or(1) != 1 ||
        identity.minimum || identity.maximum || identity.cycle) {
      unsupported(out_,
                  column.where,
                  "S316",
                  fmt::format("the identity {} has options, and SQLite counts by one from one",
                              name(column)),
                  "leave START, INCREMENT, MINVALUE, MAXVALUE and CYCLE out");
    }
    column.identity = model::identity{};
  }

  model::table& table_;
  const model::schema& schema_;
  diagnostics& out_;
};

void lower_rows(model::table& table, const std::vector<model::column>& declared, diagnostics& out) {
  if (!table.rows) {
    return;
  }
  for (std::size_t at = 0; at < table.rows->columns.size(); ++at) {
    const std::string& name = table.rows->columns[at];
    const auto column =
        std::find_if(declared.begin(), declared.end(), [&](auto& one) { return one.name == name; });
    if (column == declared.end()) {
      continue; // A finding of check.
    }
    for (model::reference_row& row : table.rows->rows) {
      const auto lowered = lower_literal(row.values.at(at), *column);
      if (lowered) {
        row.values[at] = *lowered;
      } else {
        unsupported(out,
                    row.where,
                    "S325",
                    fmt::format("the value `{}` of {}.{} is not in a form that SQLite's "
                                "representation has",
                                row.values[at].text,
                                display(table.name),
                                name),
                    "write dates as 2024-05-06, times as 07:08:09.5, timestamps as "
                    "2024-05-06T07:08:09.5Z, arrays as JSON");
      }
    }
  }
}

} // namespace

std::string sqlite_check_name(const model::table& table, const std::string& column) {
  const std::string name = table.name.name + "_" + column + "_check";
  const bool is_taken = std::any_of(
      table.checks.begin(), table.checks.end(), [&](auto& one) { return one.name == name; });
  return is_taken ? table.name.name + "_" + column + "_type_check" : name;
}

void lower_columns(model::table& table, const model::schema& schema, diagnostics& out) {
  if (table.rows) {
    lower_rows(table, std::vector<model::column>(table.columns), out);
  }
  column_lowering lowering(table, schema, out);
  for (model::column& column : table.columns) {
    lowering.lower(column);
    column.comment.clear();
  }
}

} // namespace strata::codegen
