// What plans ask of a column.
#include "codegen/plan/column_facts.hpp"

#include <variant>

namespace strata::codegen {

bool type_differs(const model::column& a, const model::column& b) {
  return a.type != b.type || a.collation != b.collation;
}

bool is_stored(const model::column& column) {
  return column.generated && column.generated->kept == model::generated::storage::stored;
}

bool is_virtual(const model::column& column) {
  return column.generated && column.generated->kept != model::generated::storage::stored;
}

std::vector<std::string> texts_in(const model::column& column) {
  std::vector<std::string> texts;
  if (column.generated) {
    texts.push_back(column.generated->expression.postgresql);
  }
  if (column.default_to) {
    if (const auto* text = std::get_if<model::sql_text>(&*column.default_to)) {
      texts.push_back(text->postgresql);
    }
  }
  return texts;
}

} // namespace strata::codegen
