// What the lock says of the objects that PostgreSQL alone has.
#pragma once

#include "codegen/lock/describe_schema.hpp"

namespace strata::codegen {

inline constexpr choices<5> policy_commands = {"all", "select", "insert", "update", "delete"};
inline constexpr choices<6> granted_on = {
    "table", "column", "sequence", "schema", "function", "type"};

template <typename Archive>
void describe(Archive& of, described<Archive, model::sequence> it) {
  of.word(it.name);
  of.choice_word(it.type, counting_words);
  of.number("start", it.start);
  of.number("increment", it.increment);
  of.number("minimum", it.minimum);
  of.number("maximum", it.maximum);
  of.number("cache", it.cache);
  of.flag("cycle", it.cycle);
  of.words("owner_table", it.owner_table);
  of.text("owner_column", it.owner_column);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::domain> it) {
  of.word(it.name);
  describe_type(of, it.type);
  of.unless("not_null", it.nullable);
  describe_default(of, it);
  of.text("collation", it.collation);
  of.each("check", it.checks);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::composite_type::attribute> it) {
  of.word(it.name);
  describe_type(of, it.type);
  of.text("collation", it.collation);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::composite_type> it) {
  of.word(it.name);
  of.each("attribute", it.attributes);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::range_type> it) {
  of.word(it.name);
  describe_type(of, it.subtype);
  of.text("options", it.options);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::rule> it) {
  of.word(it.name);
  of.word(it.table);
  of.word(it.event);
  of.sql("action", it.action);
  of.choice("enabled", it.enabled, firings);
  of.words("depends_on", it.depends_on);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::policy> it) {
  of.word(it.name);
  of.word(it.table);
  of.flag("restrictive", it.restrictive);
  of.choice("for", it.of, policy_commands);
  of.words("to", it.roles);
  of.sql("using", it.using_sql);
  of.sql("check", it.check_sql);
  of.words("depends_on", it.depends_on);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::statistics> it) {
  of.word(it.name);
  of.word(it.table);
  of.words("kinds", it.kinds);
  of.text("on", it.on);
  of.number("target", it.target);
  of.only(it.only);
  of.text("comment", it.comment);
}

template <typename Archive>
void describe(Archive& of, described<Archive, model::grant> it) {
  of.choice_word(it.on, granted_on);
  of.word(it.object);
  of.word(it.privilege);
  of.word(it.grantee);
  of.words("columns", it.columns);
  of.text("parameters", it.parameters);
  of.flag("grantable", it.grantable);
  of.flag("revoked", it.revoked);
  of.only(it.only);
}

} // namespace strata::codegen
