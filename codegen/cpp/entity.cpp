// Decides the names and types of a table's or view's accessors.
#include "codegen/cpp/entity.hpp"

#include "codegen/cpp/cpp_type.hpp"
#include "codegen/cpp/namer.hpp"
#include "codegen/sql/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

/// A relative path as it is, the file's name of an absolute one.
std::string shown_file(const std::string& file) {
  if (!file.starts_with('/'))
    return file;
  return file.substr(file.rfind('/') + 1);
}

entity_member::giving giving_of(const model::column& column) {
  using enum entity_member::giving;
  if (column.generated)
    return never;
  if (column.identity) {
    return column.identity->when == model::identity::mode::always ? never : defaulted;
  }
  const bool is_everywhere = column.only.postgresql && column.only.sqlite;
  return column.nullable || column.default_to || !is_everywhere ? defaulted : required;
}

/// An enumeration's name that a column bears too would change its meaning within the struct.
std::string enumeration_prefix(const std::vector<model::column>& columns,
                               const std::vector<std::string>& identifiers,
                               const model::schema& in,
                               std::string_view cpp_namespace) {
  for (const model::column& column : columns) {
    const std::string type = cpp_type(column, in, "");
    const bool is_hidden = column.type.kind == model::type_kind::enumeration &&
                           std::ranges::any_of(identifiers, [&](const std::string& each) {
                             return type.find(each) != std::string::npos;
                           });
    if (is_hidden)
      return std::string(cpp_namespace) + "::";
  }
  return "";
}

void describe_columns(entity& to,
                      const std::vector<model::column>& columns,
                      const model::schema& in,
                      std::string_view cpp_namespace,
                      diagnostics& out) {
  std::vector<std::string> identifiers;
  for (const model::column& column : columns) {
    std::string identifier = identifier_for(column.cpp.name, column.name, column.where, out);
    const auto same = std::ranges::find(identifiers, identifier);
    if (same != identifiers.end()) {
      const auto& other = columns[static_cast<std::size_t>(same - identifiers.begin())].name;
      report_clash(fmt::format("columns {} and {} of {}", other, column.name, display(to.name)),
                   identifier,
                   column.where,
                   out);
    }
    identifiers.push_back(std::move(identifier));
  }
  const std::string prefix = enumeration_prefix(columns, identifiers, in, cpp_namespace);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const model::column& column = columns[i];
    const bool is_everywhere = column.only.postgresql && column.only.sqlite;
    // A view's columns may be computed, and then have no affinity.
    const bool is_real = !to.is_view && sql::number_form_of(column) == sql::number_form::real;
    const std::string comparison = is_real ? "" : cpp_comparison(column.type);
    to.members.push_back(
        {.identifier = identifiers[i],
         .sql_name = column.name,
         .type = cpp_type(column, in, prefix),
         .nullable = column.nullable || column.not_null.not_valid || !is_everywhere,
         .comparison = comparison,
         .on_insert = giving_of(column),
         .padded = comparison == "padded",
         .only = column.only,
         .comment = column.comment});
    if (column.type.kind == model::type_kind::enumeration)
      to.uses_enumerations = true;
    if (!column.cpp.header.empty())
      to.headers.push_back(column.cpp.header);
  }
  std::ranges::sort(to.headers);
  to.headers.erase(std::unique(to.headers.begin(), to.headers.end()), to.headers.end());
}

/// None where a column is not in the table: that is a finding of another room.
std::optional<entity_key> key_of(const entity& in, const std::vector<std::string>& columns) {
  entity_key key;
  for (const std::string& column : columns) {
    const auto member = std::ranges::find(in.members, column, &entity_member::sql_name);
    if (member == in.members.end())
      return std::nullopt;
    key.identifier += (key.identifier.empty() ? "" : "_and_") + member->identifier;
    key.members.push_back(static_cast<std::size_t>(member - in.members.begin()));
    // It cannot be named in an INSERT that gives all other columns.
    if (member->on_insert == entity_member::giving::never)
      key.can_arbitrate = false;
  }
  if (key.identifier == "primary")
    key.identifier += '_';
  return key.members.empty() ? std::nullopt : std::optional(key);
}

/// Each set of columns once: a constraint and an index over the same ones are one `find_by`.
void add_unique(entity& to, const std::vector<std::string>& columns, bool can_arbitrate) {
  auto key = key_of(to, columns);
  if (!key)
    return;
  key->can_arbitrate = key->can_arbitrate && can_arbitrate;
  const bool is_primary = to.primary && to.primary->members == key->members;
  const auto same = std::ranges::find(to.uniques, key->members, &entity_key::members);
  if (is_primary)
    return;
  if (same != to.uniques.end()) {
    same->can_arbitrate = same->can_arbitrate || key->can_arbitrate;
    return;
  }
  to.uniques.push_back(std::move(*key));
}

bool is_over_columns_only(const model::index& index) {
  return index.unique && index.predicate.empty() && !index.keys.empty() && index.only.postgresql &&
         index.only.sqlite && std::ranges::all_of(index.keys, [](const model::index_key& key) {
           return !key.column.empty();
         });
}

void describe_keys(entity& to, const model::table& table) {
  using model::deferral;
  if (table.primary_key) {
    to.primary = key_of(to, table.primary_key->columns);
    if (to.primary) {
      to.primary->identifier = "primary";
      if (table.primary_key->deferrable != deferral::not_deferrable ||
          table.primary_key->without_overlaps)
        to.primary->can_arbitrate = false;
    }
  }
  for (const model::unique_constraint& unique : table.uniques) {
    if (!unique.only.postgresql || !unique.only.sqlite)
      continue;
    add_unique(to,
               unique.columns,
               unique.deferrable == deferral::not_deferrable && !unique.without_overlaps);
  }
  for (const model::index& index : table.indexes) {
    if (!is_over_columns_only(index))
      continue;
    std::vector<std::string> columns;
    for (const model::index_key& key : index.keys) {
      columns.push_back(key.column);
    }
    add_unique(to, columns, true);
  }
}

} // namespace

std::string identifier_for(const std::string& chosen,
                           const std::string& sql_name,
                           const model::place& where,
                           diagnostics& out) {
  if (chosen.empty())
    return cpp_identifier(sql_name);
  if (!is_cpp_identifier(chosen)) {
    out.add({.code = "S536",
             .message = fmt::format(
                 "{} is called \"{}\" in C++, which is no free identifier", sql_name, chosen),
             .help = {fmt::format("write .as(\"{}\")", cpp_identifier(chosen))},
             .where = where});
  }
  return chosen;
}

void report_clash(const std::string& what,
                  const std::string& identifier,
                  const model::place& where,
                  diagnostics& out,
                  const std::string& remedy) {
  out.add({.code = "S535",
           .message = fmt::format("{} become one C++ identifier, {}", what, identifier),
           .help = {"choose another for one of them with " + remedy},
           .where = where});
}

entity describe(const model::table& table,
                const model::schema& in,
                std::string_view cpp_namespace,
                diagnostics& out) {
  entity made;
  made.name = table.name;
  made.identifier = identifier_for(table.cpp_name, table.name.name, table.where, out);
  made.comment = table.comment;
  made.declared_in = shown_file(table.where.file);
  describe_columns(made, table.columns, in, cpp_namespace, out);
  describe_keys(made, table);
  return made;
}

entity describe(const model::view& view,
                const model::schema& in,
                std::string_view cpp_namespace,
                diagnostics& out) {
  entity made;
  made.name = view.name;
  made.identifier = identifier_for(view.cpp_name, view.name.name, view.where, out);
  made.comment = view.comment;
  made.declared_in = shown_file(view.where.file);
  made.is_view = true;
  describe_columns(made, view.columns, in, cpp_namespace, out);
  return made;
}

} // namespace strata::codegen
