// What the lock says of a type and of a column.
#pragma once

#include "codegen/lock/archive.hpp"

#include <strata/model/column.hpp>

namespace strata::codegen {

/// `varchar(50)`, `numeric(10,2)[]`, `enumeration`; the names of the last two kinds follow apart.
std::string type_word(const model::data_type& type);
model::data_type type_of(std::string_view word, int line);

/// `default text "active"`, `default function now`, `default sql "…"`.
void write_default(node& at, const model::default_value& value);
model::default_value read_default(const node& from);

template <typename Archive, typename Type>
void describe_type(Archive& of, Type& type) {
  if constexpr (Archive::is_reader) {
    type = type_of(of.next_word(), of.here().line);
  } else {
    of.here().words.push_back(type_word(type));
  }
  if (type.kind == model::type_kind::enumeration || type.kind == model::type_kind::named) {
    of.word(type.name);
    of.text("modifier", type.modifier);
  }
}

template <typename Archive, typename Column>
void describe_default(Archive& of, Column& column) {
  if constexpr (Archive::is_reader) {
    if (const node* found = of.one("default"))
      column.default_to = read_default(*found);
  } else if (column.default_to) {
    of.here().children.emplace_back().keyword = "default";
    write_default(of.here().children.back(), *column.default_to);
  }
}

inline constexpr choices<3> identity_modes = {"by_default", "always", "serial"};
inline constexpr choices<5> conflict_actions = {"abort", "rollback", "fail", "ignore", "replace"};
inline constexpr choices<2> generated_storage = {"stored", "computed_on_read"};

template <typename Archive>
void describe(Archive& of, described<Archive, model::identity> it) {
  of.choice("when", it.when, identity_modes);
  of.number("start", it.start);
  of.number("increment", it.increment);
  of.number("minimum", it.minimum);
  of.number("maximum", it.maximum);
  of.number("cache", it.cache);
  of.flag("cycle", it.cycle);
  of.text("sequence", it.sequence);
  of.counting("counts", it.counts);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::generated> it) {
  of.choice_word(it.kept, generated_storage);
  of.own_sql(it.expression);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::column> it) {
  of.word(it.name);
  describe_type(of, it.type);
  of.flag("nullable", it.nullable);
  of.choice("on_null", it.on_null, conflict_actions);
  of.text("not_null_name", it.not_null.name);
  of.flag("not_null_not_valid", it.not_null.not_valid);
  of.flag("not_null_no_inherit", it.not_null.no_inherit);
  describe_default(of, it);
  of.maybe("identity", it.identity);
  of.maybe("generated", it.generated);
  of.text("collation", it.collation);
  of.text("storage", it.storage);
  of.text("compression", it.compression);
  of.number("statistics", it.statistics);
  of.text("parameters", it.parameters);
  of.text("on_sqlite", it.sqlite_type);
  of.only(it.only);
  of.text("comment", it.comment);
}

} // namespace strata::codegen
