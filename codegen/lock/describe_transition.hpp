// What the lock says of a version's transition.
#pragma once

#include "codegen/lock/archive.hpp"

#include <strata/model/transition.hpp>

namespace strata::codegen {

// In the order of model::object_kind.
inline constexpr choices<21> object_kinds = {
    "schema",     "extension",  "enumeration",    "enum_value", "table",     "column",
    "constraint", "index",      "view",           "function",   "trigger",   "reference_row",
    "sequence",   "domain",     "composite_type", "range_type", "attribute", "rule",
    "policy",     "statistics", "grant"};
inline constexpr choices<3> backfill_triggers = {"unsaid", "fire", "do_not_fire"};
inline constexpr choices<2> timings = {"before", "after"};

template <typename Archive>
void describe(Archive& of, described<Archive, model::rename> it) {
  of.choice_word(it.kind, object_kinds);
  of.word(it.from);
  of.word(it.to);
  of.words("of", it.owner);
  of.text("because", it.because);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::drop> it) {
  of.choice_word(it.kind, object_kinds);
  of.word(it.name);
  of.words("of", it.owner);
  of.text("because", it.because);
  of.sql("down", it.down_value);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::conversion> it) {
  of.word(it.table);
  of.word(it.column);
  of.sql("using", it.using_sql);
  of.sql("down", it.down_sql);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::backfill> it) {
  of.word(it.table);
  of.word(it.column);
  of.sql("expression", it.expression);
  of.sql("where", it.where_sql);
  of.sql("down", it.down_sql);
  of.choice("triggers", it.with, backfill_triggers);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::acceptance> it) {
  of.word(it.hazard);
  of.word(it.object);
  of.text("because", it.because);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::custom_sql> it) {
  of.choice_word(it.when, timings);
  of.sql("up", it.up);
  of.sql("down", it.down);
  of.flag("compatible", it.compatible);
  of.unless("outside_transaction", it.in_transaction);
  of.sql("done_when", it.done_when);
}

/// Why a version is irreversible.
template <typename Archive>
void describe(Archive& of, described<Archive, std::string> it) {
  of.own_text(it);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::transition> it) {
  of.each("rename", it.renames);
  of.each("drop", it.drops);
  of.each("convert", it.conversions);
  of.each("backfill", it.backfills);
  of.each("accept", it.acceptances);
  of.each("statement", it.statements);
  of.maybe("irreversible", it.irreversible);
  of.flag("fast", it.fast);
}

} // namespace strata::codegen
