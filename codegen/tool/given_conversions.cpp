// PostgreSQL's catalogue of casts decides what goes without a word; SQLite's affinity takes all.
#include "codegen/tool/given_conversions.hpp"

#include "codegen/check/type_words.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/diff/casts.hpp"
#include "codegen/diff/suggested_conversion.hpp"
#include "codegen/tool/name_path.hpp"
#include "codegen/tool/tool_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

bool is_table(const model::table& table,
              const std::vector<std::string>& path,
              const live_schema& in) {
  const std::string usual = in.on.dialect == model::dialect::sqlite ? "main" : in.default_schema;
  const std::string& schema = table.name.schema.empty() ? usual : table.name.schema;
  return path[path.size() - 2] == table.name.name &&
         (path.size() == 2 ? table.name.schema.empty() : path.front() == schema);
}

model::conversion conversion_in(const std::string& text, const live_schema& to) {
  auto [path, expression] = split_conversion(text);
  constexpr std::size_t most_parts = 3;
  if (path.size() < 2 || path.size() > most_parts)
    throw tool_usage_error(fmt::format("--convert {}: write TABLE.COLUMN=SQL", text));
  for (const model::table& table : to.schema.tables) {
    const bool has_column = std::any_of(table.columns.begin(),
                                        table.columns.end(),
                                        [&](const auto& each) { return each.name == path.back(); });
    if (is_table(table, path, to) && has_column) {
      model::conversion made;
      made.table = table.name;
      made.column = path.back();
      made.using_sql = {expression, expression};
      return made;
    }
  }
  throw tool_usage_error(
      fmt::format("--convert {}: the second database has no such column; name it as it is there, "
                  "TABLE.COLUMN or SCHEMA.TABLE.COLUMN",
                  text));
}

/// As a shell takes it.
std::string in_single_quotes(const std::string& text) {
  std::string quoted = "'";
  for (const char each : text)
    quoted += each == '\'' ? std::string("'\\''") : std::string(1, each);
  return quoted + "'";
}

const alter_column* retyped(const operation& of) {
  const auto* altered = std::get_if<alter_column>(&of);
  return altered != nullptr && altered->before.type != altered->after.type ? altered : nullptr;
}

} // namespace

std::vector<model::conversion> given_conversions(const std::vector<std::string>& texts,
                                                 const live_schema& to) {
  std::vector<model::conversion> all;
  for (const std::string& text : texts) {
    model::conversion made = conversion_in(text, to);
    const bool is_again = std::any_of(all.begin(), all.end(), [&](const auto& each) {
      return each.table == made.table && each.column == made.column;
    });
    if (is_again)
      throw tool_usage_error(fmt::format("--convert {}: the column is converted twice", text));
    all.push_back(std::move(made));
  }
  return all;
}

void check_conversions(const model::transition& said, const std::vector<operation>& operations) {
  for (const model::conversion& each : said.conversions) {
    const bool is_used =
        std::any_of(operations.begin(), operations.end(), [&](const operation& one) {
          const alter_column* altered = retyped(one);
          return altered != nullptr && altered->table == each.table &&
                 altered->after.name == each.column;
        });
    if (!is_used)
      throw tool_usage_error(fmt::format(
          "--convert {}.{}: its type does not change", display(each.table), each.column));
  }
}

void refuse_unconverted(const std::vector<operation>& operations,
                        model::dialect on,
                        diagnostics& out) {
  if (on == model::dialect::sqlite)
    return;
  for (const operation& one : operations) {
    const alter_column* altered = retyped(one);
    if (altered == nullptr || altered->conversion || altered->after.generated)
      continue;
    if (cast_facts_of(altered->base_before(), altered->base_after()).way != cast_way::none)
      continue;
    const std::string name = thing(altered->table, {{}, altered->after.name});
    const std::string expression =
        suggested_conversion(altered->base_before(), altered->base_after(), altered->after.name);
    out.add({"S330",
             fmt::format("values of {} do not convert from {} to {} by themselves; say how",
                         name,
                         sql_spelling(altered->before.type),
                         sql_spelling(altered->after.type)),
             {"--convert " + in_single_quotes(name + "=" + expression)},
             {}});
  }
}

bool casts_by_settings(const std::vector<operation>& operations) {
  return std::any_of(operations.begin(), operations.end(), [](const operation& one) {
    const alter_column* altered = retyped(one);
    return altered != nullptr &&
           (altered->conversion ||
            cast_facts_of(altered->base_before(), altered->base_after()).setting !=
                cast_setting::none);
  });
}

} // namespace strata::codegen
