// Columns, texts and comments of a table that operations are applied to.
#include "codegen/diff/apply_parts.hpp"

#include "codegen/compose/further_objects.hpp"
#include "codegen/compose/sql_words.hpp"

#include <algorithm>
#include <cstddef>

namespace strata::codegen {
namespace {

using model::object_kind;

template <typename Object, typename Name>
std::string* comment_in(std::vector<Object>& objects, const Name& name) {
  for (Object& each : objects) {
    if (each.name == name) {
      return &each.comment;
    }
  }
  return nullptr;
}

std::string* constraint_comment(model::table& table, const std::string& name) {
  if (table.primary_key && table.primary_key->name == name) {
    return &table.primary_key->comment;
  }
  std::string* found = comment_in(table.uniques, name);
  found = found != nullptr ? found : comment_in(table.checks, name);
  found = found != nullptr ? found : comment_in(table.foreign_keys, name);
  return found != nullptr ? found : comment_in(table.exclusions, name);
}

std::string* further_comment(model::schema& schema, const set_comment& op) {
  std::string* found = nullptr;
  each_further(schema, [&](auto& list) {
    for (auto& each : list) {
      if constexpr (!std::is_same_v<std::decay_t<decltype(each)>, model::grant>) {
        if (kind_of(each) == op.kind && owner_of(each) == op.owner &&
            name_of_object(each) == op.name) {
          found = &each.comment;
        }
      }
    }
  });
  return found;
}

std::string* part_comment(model::schema& schema, const set_comment& op) {
  if (op.kind == object_kind::attribute) {
    for (model::composite_type& each : schema.composite_types) {
      if (each.name == op.owner) {
        return comment_in(each.attributes, op.name.name);
      }
    }
  }
  for (model::domain& each : schema.domains) {
    if (op.on_domain && each.name == op.owner) {
      return comment_in(each.checks, op.name.name);
    }
  }
  return nullptr;
}

/// A view and a partition name columns for what is said of them: one may be new.
std::string* column_comment(std::vector<model::column>& columns, const std::string& name) {
  if (std::string* const found = comment_in(columns, name)) {
    return found;
  }
  columns.emplace_back().name = name;
  return &columns.back().comment;
}

std::string* element_comment(model::schema& schema, const set_comment& op) {
  for (model::view& each : schema.views) {
    if (each.name == op.owner) {
      return op.kind == object_kind::index ? comment_in(each.indexes, op.name.name)
                                           : column_comment(each.columns, op.name.name);
    }
  }
  for (model::table& each : schema.tables) {
    if (each.name != op.owner) {
      continue;
    }
    return op.kind == object_kind::column  ? column_comment(each.columns, op.name.name)
           : op.kind == object_kind::index ? comment_in(each.indexes, op.name.name)
                                           : constraint_comment(each, op.name.name);
  }
  return nullptr;
}

} // namespace

void remove_column(model::table& table, const std::string& name) {
  std::erase_if(table.columns, [&](const model::column& each) { return each.name == name; });
  if (!table.rows) {
    return;
  }
  std::vector<std::string>& columns = table.rows->columns;
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) {
    return;
  }
  const auto at = found - columns.begin();
  columns.erase(found);
  for (model::reference_row& each : table.rows->rows) {
    each.values.erase(each.values.begin() + at);
  }
}

void rename_in_texts(model::table& table, const std::string& from, const std::string& to) {
  const auto renamed = [&](const std::string& word) { return word == from ? to : word; };
  const auto rewrite = [&](model::sql_text& text) {
    text.postgresql = replace_words(text.postgresql, renamed);
    text.sqlite = replace_words(text.sqlite, renamed);
  };
  for (model::column& each : table.columns) {
    if (each.generated) {
      rewrite(each.generated->expression);
    }
  }
  if (table.primary_key) {
    table.primary_key->sqlite_keys = replace_words(table.primary_key->sqlite_keys, renamed);
  }
  for (model::unique_constraint& each : table.uniques) {
    each.sqlite_keys = replace_words(each.sqlite_keys, renamed);
  }
  for (model::check_constraint& each : table.checks) {
    rewrite(each.expression);
  }
  for (model::exclusion_constraint& each : table.exclusions) {
    rewrite(each.predicate);
    for (auto& element : each.elements) {
      rewrite(element.expression);
    }
  }
  for (model::index& each : table.indexes) {
    rewrite(each.predicate);
    for (model::index_key& key : each.keys) {
      rewrite(key.expression);
    }
  }
}

std::string* comment_of(model::schema& schema, const set_comment& op) {
  if (op.on_domain || op.kind == object_kind::attribute) {
    return part_comment(schema, op);
  }
  switch (op.kind) {
  case object_kind::schema:
    return comment_in(schema.named_schemas, op.name.name);
  case object_kind::extension:
    return comment_in(schema.extensions, op.name.name);
  case object_kind::sequence:
  case object_kind::domain:
  case object_kind::composite_type:
  case object_kind::range_type:
  case object_kind::rule:
  case object_kind::policy:
  case object_kind::statistics:
    return further_comment(schema, op);
  case object_kind::enumeration:
    return comment_in(schema.enumerations, op.name);
  case object_kind::table:
    return comment_in(schema.tables, op.name);
  case object_kind::view:
    return comment_in(schema.views, op.name);
  case object_kind::function:
    for (model::function& each : schema.functions) {
      if (each.name == op.name && each.parameters == op.parameters) {
        return &each.comment;
      }
    }
    return nullptr;
  case object_kind::trigger:
    for (model::trigger& each : schema.triggers) {
      if (each.table == op.owner && each.name == op.name.name) {
        return &each.comment;
      }
    }
    return nullptr;
  default:
    return element_comment(schema, op);
  }
}

} // namespace strata::codegen
