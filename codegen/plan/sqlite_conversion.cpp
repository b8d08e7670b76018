// Pairs of types by what SQLite stores for them.
#include "codegen/plan/sqlite_conversion.hpp"

#include "codegen/sql/affinity.hpp"
#include "codegen/sql/number.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace strata::codegen {
namespace {

using model::type_kind;

bool is_integer(type_kind kind) {
  return kind == type_kind::smallint || kind == type_kind::integer || kind == type_kind::bigint;
}

bool is_real(type_kind kind) {
  return kind == type_kind::real || kind == type_kind::double_precision;
}

/// Stored as the text that PostgreSQL writes too.
bool is_stored_as_text(type_kind kind) {
  switch (kind) {
  case type_kind::numeric:
  case type_kind::uuid:
  case type_kind::json:
  case type_kind::jsonb:
  case type_kind::inet:
  case type_kind::cidr:
  case type_kind::macaddr:
  case type_kind::interval:
  case type_kind::enumeration:
    return true;
  default:
    return model::is_text(kind);
  }
}

/// The expression; an empty one where the value stays; null where the user must say.
std::optional<std::string>
exact(const model::column& before, const model::column& after, const std::string& name) {
  const model::data_type& from = before.type;
  const model::data_type& to = after.type;
  if (sql::number_form_of(before) && sql::number_form_of(after)) {
    return sql::number_conversion(name, before, after);
  }
  if (sql::number_form_of(before) && model::is_text(to.kind) && to.array_dimensions == 0) {
    return sql::number_to_text(name, before);
  }
  if (from.array_dimensions != to.array_dimensions) {
    return std::nullopt;
  }
  const type_kind a = from.kind;
  const type_kind b = to.kind;
  if (a == b || (is_integer(a) && is_integer(b)) || (is_real(a) && is_real(b))) {
    return "";
  }
  if (from.array_dimensions > 0) {
    return model::is_text(a) && model::is_text(b) ? std::optional<std::string>("") : std::nullopt;
  }
  const bool from_text = model::is_text(a) && is_stored_as_text(b);
  const bool to_text = is_stored_as_text(a) && model::is_text(b);
  const bool json = (a == type_kind::json && b == type_kind::jsonb) ||
                    (a == type_kind::jsonb && b == type_kind::json);
  // Column affinity turns an integer into text or a real without loss or change.
  const bool integer =
      is_integer(a) && (model::is_text(b) || b == type_kind::numeric || is_real(b));
  if (from_text || to_text || json || integer || (a == type_kind::cidr && b == type_kind::inet)) {
    return "";
  }
  if (a == type_kind::numeric && is_real(b)) {
    return "CAST(" + name + " AS REAL)";
  }
  if (a == type_kind::boolean && model::is_text(b)) {
    return "CASE " + name + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END";
  }
  if (a == type_kind::date && b == type_kind::timestamp) {
    return name + " || 'T00:00:00.000000'";
  }
  if (a == type_kind::timestamp && b == type_kind::date) {
    return "substr(" + name + ", 1, 10)";
  }
  return std::nullopt;
}

const model::table* find(const model::schema& in, const model::qualified_name& name) {
  const auto found = std::find_if(
      in.tables.begin(), in.tables.end(), [&](const auto& one) { return one.name == name; });
  return found == in.tables.end() ? nullptr : &*found;
}

const model::conversion*
find(const model::transition& in, const model::qualified_name& table, const std::string& column) {
  const auto found =
      std::find_if(in.conversions.begin(), in.conversions.end(), [&](const auto& one) {
        return one.table == table && one.column == column && !one.using_sql.sqlite.empty();
      });
  return found == in.conversions.end() ? nullptr : &*found;
}

/// What the declaration says: a column's own words for SQLite go before its type.
std::string words(const model::column& of) {
  if (!sql::has_own_sqlite_words(of))
    return sql::type_words(of.type, model::dialect::postgresql);
  return of.sqlite_type == " " ? "no type" : of.sqlite_type;
}

/// Rows hold an enumeration's values as text: new names of values go into them. Empty: none has
/// one.
std::string renamed_values(const model::transition& in,
                           const model::qualified_name& enumeration,
                           const std::string& column) {
  std::string cases;
  for (const model::rename& each : in.renames) {
    if (each.kind == model::object_kind::enum_value && each.owner == enumeration) {
      cases += fmt::format(
          " WHEN {} THEN {}", sql::quote_text(each.from.name), sql::quote_text(each.to));
    }
  }
  return cases.empty() ? cases : fmt::format("CASE {0}{1} ELSE {0} END", column, cases);
}

class search {
public:
  search(const change& of, const change_lookup& names, diagnostics& out)
      : of_(of), names_(names), out_(out) {}

  std::vector<sqlite_conversion> run() {
    for (const model::table& before : of_.declared_from.tables) {
      const model::qualified_name name = names_.new_name(before.name);
      const model::table* after = find(of_.declared_to, name);
      if (after == nullptr || !after->only.sqlite || names_.after(name) == nullptr ||
          names_.is_new(name)) {
        continue;
      }
      for (const model::column& old : before.columns) {
        const std::string column = names_.new_column(name, old.name);
        for (const model::column& one : after->columns) {
          if (one.name == column) {
            compare(name, old, one);
          }
        }
      }
    }
    return std::move(found_);
  }

private:
  void compare(const model::qualified_name& table,
               const model::column& before,
               const model::column& after) {
    if (before.generated || after.generated || !before.only.sqlite || !after.only.sqlite) {
      return;
    }
    if (const model::conversion* own = find(of_.transition, table, after.name)) {
      found_.push_back({table, after.name, own->using_sql.sqlite});
      return;
    }
    if (has_renamed_values(table, before, after) ||
        (before.type == after.type && before.sqlite_type == after.sqlite_type)) {
      return;
    }
    const bool is_own = sql::has_own_sqlite_words(before) || sql::has_own_sqlite_words(after);
    const auto expression =
        is_own ? own_words(table, before, after) : exact(before, after, sql::quote(after.name));
    if (!expression) {
      out_.add({"S330",
                fmt::format("values of {}.{} do not convert from {} to {} by themselves on SQLite",
                            display(table),
                            after.name,
                            words(before),
                            words(after)),
                {fmt::format("write convert_column(\"{}\", \"{}\", sql_for(postgresql, \"…\", "
                             "sqlite, \"…\")) in the transition, with its `.down(…)`",
                             table.name,
                             after.name)},
                after.where});
    } else if (!expression->empty()) {
      found_.push_back({table, after.name, *expression});
    }
  }

  bool has_renamed_values(const model::qualified_name& table,
                          const model::column& before,
                          const model::column& after) {
    if (before.type.kind != type_kind::enumeration || after.type.kind != type_kind::enumeration) {
      return false;
    }
    const std::string expression =
        renamed_values(of_.transition, after.type.name, sql::quote(after.name));
    if (expression.empty()) {
      return false;
    }
    if (after.type.array_dimensions > 0) {
      out_.add({"S330",
                fmt::format("{}.{} is an array, in which values of {} are not renamed by "
                            "themselves on SQLite",
                            display(table),
                            after.name,
                            display(after.type.name)),
                {fmt::format("write convert_column(\"{}\", \"{}\", sql_for(postgresql, \"…\", "
                             "sqlite, \"…\")) in the transition, with its `.down(…)`",
                             table.name,
                             after.name)},
                after.where});
    } else {
      found_.push_back({table, after.name, expression});
    }
    return true;
  }

  /// Of `.on_sqlite("…")` Strata knows what SQLite makes of a value by its column's words.
  std::optional<std::string> own_words(const model::qualified_name& table,
                                       const model::column& before,
                                       const model::column& after) const {
    const bool are_both = sql::has_own_sqlite_words(before) && sql::has_own_sqlite_words(after);
    const bool stays = before.sqlite_type == after.sqlite_type ||
                       ((are_both || before.type == after.type) &&
                        sql::keeps_values(affinity_in(names_.before(table), before.name),
                                          affinity_in(names_.after(table), after.name)));
    return stays ? std::optional<std::string>("") : std::nullopt;
  }

  /// The adapted table's column, whose type is the words that it is declared with.
  static sql::affinity affinity_in(const model::table* table, const std::string& column) {
    const auto found = std::find_if(table->columns.begin(),
                                    table->columns.end(),
                                    [&](const auto& one) { return one.name == column; });
    return sql::affinity_of(found->type.name.name);
  }

  const change& of_;
  const change_lookup& names_;
  diagnostics& out_;
  std::vector<sqlite_conversion> found_;
};

} // namespace

std::vector<sqlite_conversion>
sqlite_conversions(const change& of, const change_lookup& names, diagnostics& out) {
  return search(of, names, out).run();
}

} // namespace strata::codegen
