// Columns: their definitions and every ALTER TABLE … COLUMN.
#include "codegen/compose/default_names.hpp"
#include "codegen/sql/definition.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"
#include "codegen/sql/value.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {
namespace {

std::string on_table(const model::qualified_name& table) { return "ALTER TABLE " + quote(table); }

std::string on_column(const model::qualified_name& table, const std::string& column) {
  return on_table(table) + " ALTER COLUMN " + quote(column);
}

const char* generation(model::identity::mode when) {
  return when == model::identity::mode::always ? "ALWAYS" : "BY DEFAULT";
}

void add_option(std::string& options, const char* words, std::optional<std::int64_t> value) {
  if (value) {
    options += fmt::format("{}{} {}", options.empty() ? "" : " ", words, *value);
  }
}

} // namespace

std::string identity_words(const model::identity& identity) {
  std::string options;
  if (!identity.sequence.empty()) {
    options = "SEQUENCE NAME " + quote(identity.sequence);
  }
  add_option(options, "START WITH", identity.start);
  add_option(options, "INCREMENT BY", identity.increment);
  add_option(options, "MINVALUE", identity.minimum);
  add_option(options, "MAXVALUE", identity.maximum);
  add_option(options, "CACHE", identity.cache);
  if (identity.cycle) {
    options += options.empty() ? "CYCLE" : " CYCLE";
  }
  return fmt::format("GENERATED {} AS IDENTITY{}",
                     generation(identity.when),
                     options.empty() ? "" : " (" + options + ")");
}

std::string column_definition(const model::qualified_name& table,
                              const model::column& column,
                              model::dialect on) {
  std::string text = quote(column.name) + ' ' + type_words(column.type, on);
  if (!column.collation.empty()) {
    text += " COLLATE " + quote(column.collation);
  }
  if (!column.nullable) {
    const std::string& name = column.not_null.name;
    // The server gives the usual name itself.
    text += name.empty() || name == not_null_name(table, column)
                ? " "
                : " CONSTRAINT " + quote(name) + ' ';
    text += column.not_null.no_inherit ? "NOT NULL NO INHERIT" : "NOT NULL";
    text += conflict_words(column.on_null);
  }
  if (column.default_to) {
    text += " DEFAULT " + default_expression(*column.default_to, on);
  }
  if (column.identity && on == model::dialect::postgresql) {
    text += ' ' + identity_words(*column.identity);
  }
  if (column.generated) {
    const bool stored = column.generated->kept == model::generated::storage::stored;
    text += fmt::format(" GENERATED ALWAYS AS ({}) {}",
                        column.generated->expression.for_dialect(on),
                        stored ? "STORED" : "VIRTUAL");
  }
  return text;
}

std::string printer::operator()(const add_column& added) const {
  std::string text =
      on_table(added.table) + " ADD COLUMN " + column_definition(added.table, added.column, on);
  for (const model::check_constraint& check : added.checks) {
    text += ' ' + constraint_definition(check, on);
  }
  if (added.references) {
    // The name's words end with a space, the reference's begin with one.
    const std::string name = name_words(added.references->name);
    text += name.empty() ? "" : ' ' + name.substr(0, name.size() - 1);
    text += reference_words(*added.references);
  }
  return text + ';';
}

std::string printer::operator()(const drop_column& gone) const {
  return fmt::format("{} DROP COLUMN {};", on_table(gone.table), quote(gone.column));
}

std::string printer::operator()(const rename_column& renamed) const {
  return fmt::format("{} RENAME COLUMN {} TO {};",
                     on_table(renamed.table),
                     quote(renamed.from),
                     quote(renamed.to));
}

std::string printer::operator()(const set_column_type& set) const {
  const auto change = [&](const set_column_type& one) {
    std::string text = "ALTER COLUMN " + quote(one.column) + " TYPE " + type_words(one.type, on);
    if (!one.collation.empty()) {
      text += " COLLATE " + quote(one.collation);
    }
    if (!one.using_sql.empty()) {
      text += " USING " + one.using_sql;
    }
    return text;
  };
  if (set.beside.empty()) {
    return on_table(set.table) + ' ' + change(set) + ';';
  }
  std::string text = on_table(set.table) + "\n  " + change(set);
  for (const set_column_type& each : set.beside) {
    text += ",\n  " + change(each);
  }
  return text + ';';
}

std::string printer::operator()(const set_default& set) const {
  return fmt::format(
      "{} SET DEFAULT {};", on_column(set.table, set.column), default_expression(set.value, on));
}

std::string printer::operator()(const drop_default& gone) const {
  return on_column(gone.table, gone.column) + " DROP DEFAULT;";
}

std::string printer::operator()(const set_not_null& set) const {
  return on_column(set.table, set.column) + " SET NOT NULL;";
}

std::string printer::operator()(const add_not_null& added) const {
  const model::not_null& not_null = added.column.not_null;
  return fmt::format("{}\n  ADD {}NOT NULL {}{}{};",
                     on_table(added.table),
                     name_words(not_null.name),
                     quote(added.column.name),
                     not_null.no_inherit ? " NO INHERIT" : "",
                     added.not_valid ? " NOT VALID" : "");
}

std::string printer::operator()(const set_constraint_inheritance& set) const {
  return fmt::format("{} ALTER CONSTRAINT {} {};",
                     on_table(set.table),
                     quote(set.name),
                     set.no_inherit ? "NO INHERIT" : "INHERIT");
}

std::string printer::operator()(const drop_not_null& gone) const {
  return on_column(gone.table, gone.column) + " DROP NOT NULL;";
}

std::string printer::operator()(const add_identity& added) const {
  return fmt::format(
      "{} ADD {};", on_column(added.table, added.column), identity_words(added.identity));
}

std::string printer::operator()(const set_identity& set) const {
  const model::identity& after = set.after;
  std::string changes;
  const auto change = [&](const char* words, auto model::identity::*option) {
    if (set.before.*option == after.*option) {
      return;
    }
    changes += after.*option ? fmt::format(" SET {} {}", words, *(after.*option))
                             : fmt::format(" SET NO {}", words);
  };
  if (set.before.when != after.when) {
    changes += fmt::format(" SET GENERATED {}", generation(after.when));
  }
  change("MINVALUE", &model::identity::minimum);
  change("MAXVALUE", &model::identity::maximum);
  // These three have no NO form; their defaults are 1.
  const auto change_number = [&](const char* words, auto model::identity::*option) {
    if (set.before.*option != after.*option) {
      changes += fmt::format(" SET {} {}", words, (after.*option).value_or(1));
    }
  };
  // Without a word it is the least value, or the greatest of one that counts down; the server does
  // not follow when those change.
  const auto first = [](const model::identity& of) {
    return of.start.value_or(of.increment.value_or(1) > 0 ? of.minimum.value_or(1)
                                                          : of.maximum.value_or(-1));
  };
  if (first(set.before) != first(after)) {
    changes += fmt::format(" SET START WITH {}", first(after));
  }
  change_number("INCREMENT BY", &model::identity::increment);
  change_number("CACHE", &model::identity::cache);
  if (set.before.cycle != after.cycle) {
    changes += after.cycle ? " SET CYCLE" : " SET NO CYCLE";
  }
  return on_column(set.table, set.column) + changes + ';';
}

std::string printer::operator()(const drop_identity& gone) const {
  return on_column(gone.table, gone.column) + " DROP IDENTITY;";
}

std::string printer::operator()(const set_expression& set) const {
  return fmt::format("{} SET EXPRESSION AS ({});",
                     on_column(set.table, set.column),
                     set.expression.for_dialect(on));
}

std::string printer::operator()(const drop_expression& gone) const {
  return on_column(gone.table, gone.column) + " DROP EXPRESSION;";
}

} // namespace strata::codegen::sql
