// `serial`, spelled out.
#include "codegen/plan/owned_sequence.hpp"

#include "codegen/compose/default_names.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

namespace strata::codegen {

bool is_serial(const model::column& column) {
  return column.identity && column.identity->when == model::identity::mode::serial;
}

model::sequence sequence_of(const model::qualified_name& table, const model::column& column) {
  const model::identity& from = *column.identity;
  model::table owner;
  owner.name = table;
  model::sequence sequence;
  sequence.name = {table.schema,
                   from.sequence.empty() ? identity_sequence_name(owner, column) : from.sequence};
  sequence.type = from.counts.value_or(column.type.kind);
  sequence.start = from.start;
  sequence.increment = from.increment;
  sequence.minimum = from.minimum;
  sequence.maximum = from.maximum;
  sequence.cache = from.cache;
  sequence.cycle = from.cycle;
  sequence.owner_table = table;
  sequence.owner_column = column.name;
  return sequence;
}

model::column with_default(const model::qualified_name& table, const model::column& column) {
  if (!is_serial(column)) {
    return column;
  }
  model::column plain = column;
  plain.identity.reset();
  plain.default_to =
      model::sql_text{fmt::format("nextval({}::regclass)",
                                  sql::quote_text(sql::quote(sequence_of(table, column).name))),
                      {}};
  return plain;
}

const model::column* serial_owner(const model::schema& schema, const model::qualified_name& name) {
  for (const model::table& table : schema.tables) {
    for (const model::column& column : table.columns) {
      if (is_serial(column) && sequence_of(table.name, column).name == name) {
        return &column;
      }
    }
  }
  return nullptr;
}

} // namespace strata::codegen
