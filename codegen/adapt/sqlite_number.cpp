// numeric(p, s) of up to fifteen digits is a REAL that is its own rounding; others are digits.
#include "codegen/adapt/sqlite_number.hpp"

#include "codegen/adapt/sqlite_number_text.hpp"
#include "codegen/adapt/unsupported.hpp"
#include "codegen/sql/mention.hpp"
#include "codegen/sql/number.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

using sql::number_form;

/// Digits with at most one leading minus and one point; SQLite has no regular expressions.
std::string plain_number(const std::string& name) {
  return fmt::format("{0} NOT GLOB '*[^-0-9.]*' AND {0} GLOB '*[0-9]*' AND "
                     "{0} NOT GLOB '?*-*' AND {0} NOT GLOB '*.*.*'",
                     name);
}

std::string fitting_digits(const std::string& name, const model::data_type& type) {
  if (!type.precision) {
    return "";
  }
  const int scale = type.scale.value_or(0);
  return fmt::format(" AND instr(ltrim({0}, '-0') || '.', '.') - 1 <= {1} AND "
                     "length({0}) - instr({0} || '.', '.') <= {2}",
                     name,
                     *type.precision - scale,
                     scale);
}

/// No zero and no point that says nothing.
std::string one_text_check(const std::string& name) {
  return fmt::format(" AND {0} NOT GLOB '*.' AND {0} NOT GLOB '*.*0' AND {0} NOT GLOB '0[0-9]*' "
                     "AND {0} NOT GLOB '-0[0-9]*' AND {0} NOT GLOB '.*' AND {0} NOT GLOB '-.*' "
                     "AND {0} <> '-0'",
                     name);
}

std::string real_check(const std::string& name, const model::data_type& type) {
  const int scale = type.scale.value_or(0);
  const std::string bound(static_cast<std::size_t>(*type.precision - scale), '0');
  return fmt::format("{0} = round({0}, {1}) AND abs({0}) < 1{2}", name, scale, bound);
}

bool is_named(const model::column& column, const std::string& name) {
  return column.name.size() == name.size() && sql::mentions(column.name, name);
}

class expression_search {
public:
  expression_search(model::table& table, const model::schema& schema, diagnostics& out)
      : table_(table), schema_(schema), out_(out) {}

  void run() {
    for (const model::check_constraint& check : table_.checks) {
      look("check " + check.name, check.expression, check.where);
    }
    for (const model::index& index : table_.indexes) {
      look("predicate of index " + index.name, index.predicate, index.where);
      for (const model::index_key& key : index.keys) {
        look("expression of index " + index.name, key.expression, index.where);
      }
    }
    for (model::column& column : table_.columns) {
      if (column.generated) {
        lower_generated(column);
      }
    }
    for (const model::foreign_key& key : table_.foreign_keys) {
      look(key);
    }
  }

private:
  const model::column* find(const model::table& in, const std::string& name) const {
    const auto found = std::find_if(
        in.columns.begin(), in.columns.end(), [&](const auto& one) { return is_named(one, name); });
    return found == in.columns.end() ? nullptr : &*found;
  }

  bool is_of(const std::string& name, number_form form) const {
    const model::column* column = find(table_, name);
    return column != nullptr && sql::number_form_of(*column) == form;
  }

  /// Whole numbers are computed exactly.
  bool is_fraction(const std::string& name) const {
    return is_of(name, number_form::digits) ||
           (is_of(name, number_form::real) && find(table_, name)->type.scale.value_or(0) > 0);
  }

  void look(const std::string& what, const model::sql_text& text, const model::place& where) {
    if (text.sqlite != text.postgresql) {
      return;
    }
    const auto digits = [&](const std::string& name) { return is_of(name, number_form::digits); };
    if (const auto column = compared_digits(text.sqlite, digits)) {
      unsupported(out_,
                  where,
                  "S346",
                  fmt::format("the {} of {} compares {}, which SQLite keeps as text, where 9 is "
                              "greater than 10",
                              what,
                              display(table_.name),
                              *column),
                  fmt::format("declare {0} as numeric(p, s) of at most 15 digits, or write "
                              "sql_for(postgresql, \"…\", sqlite, \"…\") with CAST({0} AS REAL)",
                              *column));
    }
    const auto fraction = [&](const std::string& name) { return is_fraction(name); };
    if (const auto column = computed_number(text.sqlite, fraction)) {
      unsupported(out_,
                  where,
                  "S345",
                  fmt::format("the {} of {} computes with {}, and SQLite computes with binary "
                              "fractions, where 0.1 + 0.2 is not 0.3",
                              what,
                              display(table_.name),
                              *column),
                  "write round(…, 2), with your number of places, around what is computed, or "
                  "sql_for(postgresql, \"…\", sqlite, \"…\")");
    }
  }

  void lower_generated(model::column& column) {
    model::sql_text& text = column.generated->expression;
    const auto form = sql::number_form_of(column);
    const std::string name = display(table_.name) + "." + column.name;
    if (form == number_form::real) {
      text.sqlite = fmt::format("round({}, {})", text.sqlite, column.type.scale.value_or(0));
    } else if (form == number_form::digits && text.sqlite == text.postgresql &&
               computes(text.sqlite)) {
      unsupported(out_,
                  column.where,
                  "S347",
                  fmt::format("{} is computed, and SQLite computes fifteen digits at most", name),
                  "declare it as numeric(p, s) of at most 15 digits, write sql_for(postgresql, "
                  "\"…\", sqlite, \"…\"), or declare the column `.only(postgresql)`");
    } else if (!form) {
      look("expression of " + column.name, text, column.where);
    }
  }

  void look(const model::foreign_key& key) {
    const auto target = std::find_if(schema_.tables.begin(),
                                     schema_.tables.end(),
                                     [&](const auto& one) { return one.name == key.target; });
    if (target == schema_.tables.end()) {
      return;
    }
    for (std::size_t at = 0; at < std::min(key.columns.size(), key.target_columns.size()); ++at) {
      const model::column* own = find(table_, key.columns[at]);
      const model::column* other = find(*target, key.target_columns[at]);
      if (own == nullptr || other == nullptr) {
        continue;
      }
      const auto from = sql::number_form_of(*own);
      const auto to = sql::number_form_of(*other);
      if (from && to && *from != *to) {
        unsupported(out_,
                    key.where,
                    "S348",
                    fmt::format("the foreign key {} refers from {} to {}, of which SQLite keeps "
                                "one as a number and one as text",
                                key.name,
                                display(table_.name) + "." + own->name,
                                display(target->name) + "." + other->name),
                    "declare both columns as the same numeric(p, s)");
      }
    }
  }

  model::table& table_;
  const model::schema& schema_;
  diagnostics& out_;
};

} // namespace

std::optional<sqlite_type> lower_number(const model::column& column) {
  const std::optional<number_form> form = sql::number_form_of(column);
  if (!form) {
    return std::nullopt;
  }
  const std::string name = sql::quote(column.name);
  switch (*form) {
  case number_form::real:
    return sqlite_type{"REAL", real_check(name, column.type)};
  case number_form::digits:
    return sqlite_type{
        "TEXT", plain_number(name) + fitting_digits(name, column.type) + one_text_check(name)};
  case number_form::found_text:
    return sqlite_type{"TEXT", plain_number(name) + fitting_digits(name, column.type)};
  }
  return std::nullopt;
}

void lower_number_expressions(model::table& table, const model::schema& schema, diagnostics& out) {
  expression_search(table, schema, out).run();
}

} // namespace strata::codegen
