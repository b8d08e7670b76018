// What the lock says of the objects beside tables.
#pragma once

#include "codegen/lock/describe_table.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

inline constexpr choices<3> function_kinds = {"function", "procedure", "aggregate"};
inline constexpr choices<4> firings = {"origin", "disabled", "replica", "always"};

template <typename Archive>
void describe(Archive& of, described<Archive, model::named_schema> it) {
  of.word(it.name);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::extension> it) {
  of.word(it.name);
  of.text("schema", it.schema);
  of.text("version", it.version);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::enumeration> it) {
  of.word(it.name);
  of.words("values", it.values);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::view> it) {
  of.word(it.name);
  of.flag("materialized", it.materialized);
  of.text("with", it.with);
  of.words("column_names", it.column_names);
  of.each("column", it.columns);
  of.sql("query", it.query);
  of.each("index", it.indexes);
  of.words("depends_on", it.depends_on);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::function> it) {
  of.word(it.name);
  of.own_text(it.parameters);
  of.choice("kind", it.of, function_kinds);
  of.sql("definition", it.definition);
  of.words("depends_on", it.depends_on);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::trigger> it) {
  of.word(it.name);
  of.word(it.table);
  of.sql("events", it.events);
  of.sql("action", it.action);
  of.flag("constraint", it.constraint);
  of.choice("enabled", it.enabled, firings);
  of.words("depends_on", it.depends_on);
  of.only(it.only);
  of.text("comment", it.comment);
}

} // namespace strata::codegen
