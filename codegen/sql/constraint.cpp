// Constraints, within CREATE TABLE and by ALTER TABLE.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/mention.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {
namespace {

const char* action_words(model::referential_action action) {
  switch (action) {
  case model::referential_action::no_action:
    return "NO ACTION";
  case model::referential_action::restrict_:
    return "RESTRICT";
  case model::referential_action::cascade:
    return "CASCADE";
  case model::referential_action::set_null:
    return "SET NULL";
  case model::referential_action::set_default:
    return "SET DEFAULT";
  }
  return "";
}

std::string include_words(const std::vector<std::string>& columns) {
  return columns.empty() ? "" : " INCLUDE (" + quote_list(columns) + ")";
}

std::string with_words(const std::string& parameters) {
  return parameters.empty() ? "" : " WITH (" + parameters + ")";
}

/// The last of them is a range, where the key is of a period.
std::string key_list(const std::vector<std::string>& columns, bool period) {
  if (!period || columns.empty()) {
    return quote_list(columns);
  }
  const std::vector<std::string> first(columns.begin(), columns.end() - 1);
  return quote_list(first) + (first.empty() ? "" : ", ") + "PERIOD " + quote(columns.back());
}

struct definition_printer {
  model::dialect on;

  template <typename Key>
  std::string keys(const Key& of) const {
    const bool as_written = on == model::dialect::sqlite && !of.sqlite_keys.empty();
    return as_written ? of.sqlite_keys
                      : quote_list(of.columns) + (of.without_overlaps ? " WITHOUT OVERLAPS" : "");
  }

  std::string operator()(const model::primary_key& key) const {
    return fmt::format("{}PRIMARY KEY ({}){}{}{}{}",
                       name_words(key.name),
                       keys(key),
                       include_words(key.include),
                       with_words(key.with),
                       deferral_words(key.deferrable),
                       conflict_words(key.on_conflict));
  }

  std::string operator()(const model::unique_constraint& unique) const {
    return fmt::format("{}UNIQUE{} ({}){}{}{}{}",
                       name_words(unique.name),
                       unique.nulls_not_distinct ? " NULLS NOT DISTINCT" : "",
                       keys(unique),
                       include_words(unique.include),
                       with_words(unique.with),
                       deferral_words(unique.deferrable),
                       conflict_words(unique.on_conflict));
  }

  std::string operator()(const model::check_constraint& check) const {
    return fmt::format("{}CHECK ({}){}{}",
                       name_words(check.name),
                       check.expression.for_dialect(on),
                       check.no_inherit ? " NO INHERIT" : "",
                       check.not_enforced ? " NOT ENFORCED" : "");
  }

  std::string operator()(const model::foreign_key& key) const {
    return fmt::format("{}FOREIGN KEY ({}){}",
                       name_words(key.name),
                       key_list(key.columns, key.period),
                       reference_words(key));
  }

  std::string operator()(const model::exclusion_constraint& exclusion) const {
    std::string elements;
    for (const auto& element : exclusion.elements) {
      const std::string& expression = element.expression.for_dialect(on);
      elements += elements.empty() ? "" : ", ";
      elements += element.column.empty() ? "(" + expression + ")" : quote(element.column);
      elements += element.operator_class.empty() ? "" : " " + element.operator_class;
      elements += " WITH " + element.operator_;
    }
    const std::string& predicate = exclusion.predicate.for_dialect(on);
    return fmt::format("{}EXCLUDE USING {} ({}){}{}{}{}",
                       name_words(exclusion.name),
                       quote(exclusion.method),
                       elements,
                       include_words(exclusion.include),
                       with_words(exclusion.with),
                       predicate.empty() ? "" : " WHERE (" + predicate + ")",
                       deferral_words(exclusion.deferrable));
  }
};

struct constraint_facts {
  std::string name;
  bool primary = false;
  model::deferral deferrable = model::deferral::not_deferrable;
};

struct facts_reader {
  constraint_facts operator()(const model::primary_key& of) const {
    return {of.name, true, of.deferrable};
  }

  constraint_facts operator()(const model::unique_constraint& of) const {
    return {of.name, false, of.deferrable};
  }

  constraint_facts operator()(const model::check_constraint& of) const { return {of.name}; }

  constraint_facts operator()(const model::foreign_key& of) const { return {of.name}; }

  constraint_facts operator()(const model::exclusion_constraint& of) const { return {of.name}; }
};

} // namespace

std::string name_words(const std::string& name) {
  return name.empty() ? "" : fmt::format("CONSTRAINT {} ", quote(name));
}

std::string deferral_words(model::deferral when) {
  switch (when) {
  case model::deferral::not_deferrable:
    return "";
  case model::deferral::initially_immediate:
    return " DEFERRABLE";
  case model::deferral::initially_deferred:
    return " DEFERRABLE INITIALLY DEFERRED";
  }
  return "";
}

const char* conflict_words(model::conflict_action action) {
  switch (action) {
  case model::conflict_action::abort:
    return "";
  case model::conflict_action::rollback:
    return " ON CONFLICT ROLLBACK";
  case model::conflict_action::fail:
    return " ON CONFLICT FAIL";
  case model::conflict_action::ignore:
    return " ON CONFLICT IGNORE";
  case model::conflict_action::replace:
    return " ON CONFLICT REPLACE";
  }
  return "";
}

std::string reference_words(const model::foreign_key& key) {
  std::string text = " REFERENCES " + quote(key.target);
  if (!key.target_columns.empty()) {
    text += " (" + key_list(key.target_columns, key.period) + ")";
  }
  if (key.match == model::match_type::full) {
    text += " MATCH FULL";
  }
  if (key.on_delete != model::referential_action::no_action) {
    text += fmt::format(" ON DELETE {}", action_words(key.on_delete));
    text += key.set_columns.empty() ? "" : " (" + quote_list(key.set_columns) + ")";
  }
  if (key.on_update != model::referential_action::no_action) {
    text += fmt::format(" ON UPDATE {}", action_words(key.on_update));
  }
  return text + deferral_words(key.deferrable) + (key.not_enforced ? " NOT ENFORCED" : "");
}

std::string constraint_definition(const constraint& of, model::dialect on) {
  return std::visit(definition_printer{on}, of);
}

const model::column* column_of_check(const model::table& table,
                                     const model::check_constraint& check) {
  const model::column* found = nullptr;
  for (const model::column& column : table.columns) {
    if (mentions(check.expression.sqlite, column.name)) {
      if (found != nullptr) {
        return nullptr;
      }
      found = &column;
    }
  }
  return found;
}

std::string printer::operator()(const add_constraint& added) const {
  const std::string head = "ALTER TABLE " + quote(added.table) + "\n  ADD ";
  if (!added.using_index.empty()) {
    const constraint_facts facts = std::visit(facts_reader{}, added.constraint);
    return fmt::format("{}CONSTRAINT {} {} USING INDEX {}{};",
                       head,
                       quote(facts.name),
                       facts.primary ? "PRIMARY KEY" : "UNIQUE",
                       quote(added.using_index),
                       deferral_words(facts.deferrable));
  }
  return fmt::format("{}{}{};",
                     head,
                     constraint_definition(added.constraint, on),
                     added.not_valid ? " NOT VALID" : "");
}

std::string printer::operator()(const validate_constraint& validated) const {
  return fmt::format(
      "ALTER TABLE {} VALIDATE CONSTRAINT {};", quote(validated.table), quote(validated.name));
}

std::string printer::operator()(const drop_constraint& gone) const {
  return fmt::format("ALTER TABLE {} DROP CONSTRAINT {}{};",
                     quote(gone.table),
                     gone.if_exists ? "IF EXISTS " : "",
                     quote(gone.name));
}

std::string printer::operator()(const rename_constraint& renamed) const {
  return fmt::format("ALTER TABLE {} RENAME CONSTRAINT {} TO {};",
                     quote(renamed.table),
                     quote(renamed.from),
                     quote(renamed.to));
}

std::string printer::operator()(const check_deferred_now&) const {
  return "SET CONSTRAINTS ALL IMMEDIATE;";
}

} // namespace strata::codegen::sql
