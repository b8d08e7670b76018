// `nextval('name'::regclass)` is what the server prints of a default that draws from a sequence.
#include "codegen/plan/value_source.hpp"

#include "codegen/plan/owned_sequence.hpp"
#include "codegen/sql/pinned_block.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

/// What stands between the quotes of `nextval('…'::regclass)`; empty: it is another expression.
std::string drawn_from(const std::string& expression) {
  const std::string head = "nextval('";
  const auto end = expression.rfind('\'');
  const std::string tail = end == std::string::npos ? "" : expression.substr(end + 1);
  if (!expression.starts_with(head) || end < head.size() ||
      (tail != "::regclass)" && tail != ")")) {
    return {};
  }
  return expression.substr(head.size(), end - head.size());
}

bool names(const std::string& text, const model::qualified_name& sequence) {
  const std::string plain =
      sequence.schema.empty() ? sequence.name : sequence.schema + '.' + sequence.name;
  return text == plain || text == sql::quote(sequence) ||
         (sequence.schema.empty() &&
          (text == "public." + sequence.name || text == "public." + sql::quote(sequence.name))) ||
         text == sequence.schema + '.' + sql::quote(sequence.name) ||
         text == sql::quote(sequence.schema) + '.' + sequence.name;
}

std::string own_sequence_words(const model::qualified_name& table, const std::string& column) {
  return fmt::format("pg_catalog.pg_get_serial_sequence({}, {})",
                     sql::quote_text(sql::quote(table)),
                     sql::quote_text(column));
}

} // namespace

std::optional<model::sequence> counter_of(const model::schema& in,
                                          const model::qualified_name& table,
                                          const model::column& column) {
  if (column.identity) {
    return sequence_of(table, column);
  }
  const auto* text =
      column.default_to ? std::get_if<model::sql_text>(&*column.default_to) : nullptr;
  const std::string drawn = text == nullptr ? "" : drawn_from(text->postgresql);
  const auto found = std::find_if(in.sequences.begin(), in.sequences.end(), [&](const auto& each) {
    return !drawn.empty() && names(drawn, each.name);
  });
  return found == in.sequences.end() ? std::nullopt : std::optional<model::sequence>(*found);
}

std::string copy_counter(const model::qualified_name& table,
                         const std::string& column,
                         const model::qualified_name& old) {
  return fmt::format("SELECT pg_catalog.setval({}, last_value, is_called) FROM {};",
                     own_sequence_words(table, column),
                     sql::quote(old));
}

std::string give_to_owner(const model::qualified_name& sequence,
                          const model::qualified_name& table) {
  const auto found = [](const model::qualified_name& name) {
    return fmt::format("pg_catalog.to_regclass({})", sql::quote_text(sql::quote(name)));
  };
  return sql::pinned_block(
      fmt::format("  given pg_catalog.regclass := {};\n  owner pg_catalog.oid := {};\n",
                  found(sequence),
                  found(table)),
      "  EXECUTE format('ALTER SEQUENCE %s OWNER TO %I', given,\n"
      "    (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = owner));\n");
}

std::string pass_rows(const model::qualified_name& table,
                      const std::string& column,
                      const model::sequence& sequence) {
  const bool counts_up = sequence.increment.value_or(1) > 0;
  const std::int64_t first = sequence.start.value_or(counts_up ? sequence.minimum.value_or(1)
                                                               : sequence.maximum.value_or(-1));
  return fmt::format("SELECT pg_catalog.setval({}, {}({})) FROM {} HAVING {}({}) {} {};",
                     own_sequence_words(table, column),
                     counts_up ? "max" : "min",
                     sql::quote(column),
                     sql::quote(table),
                     counts_up ? "max" : "min",
                     sql::quote(column),
                     counts_up ? ">=" : "<=",
                     first);
}

} // namespace strata::codegen
