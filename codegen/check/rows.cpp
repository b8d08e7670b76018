// Reference rows: identified by a primary key, once each, with values that their columns can hold.
#include "codegen/check/literal_fit.hpp"
#include "codegen/check/schema_rules.hpp"
#include "codegen/check/type_words.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace strata::codegen {
namespace {

class row_check {
public:
  row_check(const checked_schema& all, const model::table& table)
      : all_(all), table_(table), rows_(*table.rows) {}

  void run() const {
    if (!table_.primary_key) {
      report("S160",
             fmt::format("{} has reference rows but no primary key, which identifies them; declare "
                         "one",
                         display(table_.name)),
             {R"(primary_key("…"))"},
             rows_.where);
      return;
    }
    bool has_all_columns = true;
    for (std::size_t i = 0; i < rows_.columns.size(); ++i) {
      const model::column* const column = find_named(table_.columns, rows_.columns[i]);
      if (column == nullptr) {
        report_unknown(rows_.columns[i]);
        has_all_columns = false;
      } else {
        check_values(*column, i);
      }
    }
    check_left_out();
    if (has_all_columns) {
      check_keys();
    }
  }

private:
  void report(const char* code,
              std::string message,
              std::vector<std::string> help,
              const model::place& where) const {
    all_.out.add({code, std::move(message), std::move(help), where});
  }

  void report_unknown(const std::string& name) const {
    std::vector<std::string> candidates;
    for (const model::column& each : table_.columns) {
      candidates.push_back(each.name);
    }
    report("S162",
           fmt::format("the reference rows of {} have a column {}, which the table does not; "
                       "declare the rows without it",
                       display(table_.name),
                       name),
           did_you_mean(name, candidates),
           rows_.where);
  }

  void check_values(const model::column& column, std::size_t at) const {
    const model::enumeration* const enumeration =
        column.type.kind == model::type_kind::enumeration && column.type.array_dimensions == 0
            ? all_.enumerations.find(column.type.name)
            : nullptr;
    for (const model::reference_row& row : rows_.rows) {
      const model::literal& value = row.values.at(at);
      const std::string name = thing(table_.name, {{}, column.name});
      if (value.of == model::literal::kind::null) {
        if (!column.nullable) {
          report(
              "S164",
              fmt::format("a reference row has null in {}, which is not null; give a value", name),
              {},
              row.where);
        }
      } else if (!fits(value, column.type) || !is_one_of(enumeration, value)) {
        report("S163",
               fmt::format("a reference row has {} in {}, which is {}; give a value of that type",
                           value.text,
                           name,
                           sql_spelling(column.type)),
               enumeration != nullptr ? did_you_mean(value.text, enumeration->values)
                                      : std::vector<std::string>(),
               row.where);
      }
    }
  }

  static bool is_one_of(const model::enumeration* enumeration, const model::literal& value) {
    return enumeration == nullptr ||
           std::find(enumeration->values.begin(), enumeration->values.end(), value.text) !=
               enumeration->values.end();
  }

  void check_left_out() const {
    const auto is_given = [&](const std::string& name) {
      return std::find(rows_.columns.begin(), rows_.columns.end(), name) != rows_.columns.end();
    };
    const std::vector<std::string>& key = table_.primary_key->columns;
    for (const model::column& each : table_.columns) {
      const bool is_key = std::find(key.begin(), key.end(), each.name) != key.end();
      const bool has_value = each.nullable || each.default_to || each.identity || each.generated;
      if (!is_given(each.name) && (is_key || !has_value)) {
        report("S165",
               fmt::format("the reference rows of {} leave {} out, which {}; give it in every row",
                           display(table_.name),
                           each.name,
                           is_key ? "is in the primary key" : "is not null and has no default"),
               {},
               rows_.where);
      }
    }
  }

  void check_keys() const {
    std::map<std::vector<std::string>, const model::reference_row*> seen;
    for (const model::reference_row& row : rows_.rows) {
      std::vector<std::string> key;
      for (const std::string& each : table_.primary_key->columns) {
        const auto at = std::find(rows_.columns.begin(), rows_.columns.end(), each);
        if (at == rows_.columns.end()) {
          return; // Left out, which has been reported.
        }
        key.push_back(row.values.at(static_cast<std::size_t>(at - rows_.columns.begin())).text);
      }
      if (!seen.emplace(key, &row).second) {
        report("S161",
               fmt::format("two reference rows of {} have the key {}; keep one",
                           display(table_.name),
                           fmt::join(key, ", ")),
               {},
               row.where);
      }
    }
  }

  const checked_schema& all_;
  const model::table& table_;
  const model::reference_rows& rows_;
};

} // namespace

void check_rows(const checked_schema& all) {
  for (const model::table& each : all.schema.tables) {
    if (each.rows && !each.rows->rows.empty()) {
      row_check(all, each).run();
    }
  }
}

} // namespace strata::codegen
