// A table's rename and creation come first and its removal last; what hangs on columns goes before
// they change, and comes when they have.
#include "codegen/plan/precedence.hpp"

#include "codegen/sql/mention.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

bool is_column_change(const action& of) {
  return of.id.of == object_class::column &&
         (of.id.at == stage::add || of.id.at == stage::rename || of.id.at == stage::alter);
}

bool is_table_rename(const action& of) { return is(of, object_class::table, stage::rename); }

/// What hangs on a table's columns and goes before they do.
bool is_attachment(const action& of) {
  switch (of.id.of) {
  case object_class::table_constraint:
  case object_class::foreign_key:
  case object_class::index:
  case object_class::trigger:
  case object_class::rule:
  case object_class::policy:
  case object_class::rows:
  case object_class::column_default:
    return true;
  default:
    return false;
  }
}

/// Whether `user` speaks of the column that `change` is about.
bool uses(const action& user, const action& change) {
  for (const std::string& column : change.columns) {
    if (std::find(user.columns.begin(), user.columns.end(), column) != user.columns.end()) {
      return true;
    }
    for (const std::string& text : user.texts) {
      if (sql::mentions(text, column)) {
        return true;
      }
    }
  }
  // Functions and rows of a trigger may speak of any column.
  return user.id.of == object_class::trigger || user.id.of == object_class::rule ||
         user.id.of == object_class::rows;
}

/// A generated column that goes cannot wait for what it is generated from.
bool goes_before_its_source(const action& generated, const action& source) {
  return generated.id.at == stage::remove && !generated.texts.empty() &&
         generated.id.name != source.id.name && uses(generated, source);
}

bool column_precedes(const action& one, const action& other) {
  const bool same = one.id.name == other.id.name;
  if (other.id.at == stage::alter || other.id.at == stage::remove) {
    if (goes_before_its_source(one, other)) {
      return true;
    }
    if (goes_before_its_source(other, one)) {
      return false;
    }
  }
  if (one.sets_aside) {
    return other.id.at == stage::alter || same;
  }
  if (other.sets_aside) {
    return one.id.at == stage::rename || one.id.at == stage::fill;
  }
  switch (other.id.at) {
  case stage::fill:
    // It goes before the gap, and so does not wait for what closes it.
    return one.id.at == stage::rename || (one.id.at == stage::add && !one.puts_back);
  case stage::add:
    return (one.id.at == stage::rename || one.id.at == stage::alter) && uses(other, one);
  case stage::alter:
    return one.id.at == stage::fill || (same && one.id.at == stage::rename) ||
           (one.id.at == stage::add && uses(other, one));
  case stage::tighten:
    return same && one.id.at != stage::tighten && one.id.at != stage::remove;
  case stage::remove:
    // What is gone may still be read by a fill, an alteration or a generated column.
    return one.id.at == stage::fill || one.id.at == stage::alter;
  case stage::rename:
  case stage::prove:
    break;
  }
  return false;
}

} // namespace

bool precedes(const action& one, const action& other, model::dialect on) {
  if (is_table_rename(one)) {
    // SQLite's RENAME cannot read triggers that speak of what is not there: they go before.
    return on == model::dialect::postgresql || !is(other, object_class::trigger, stage::remove);
  }
  if (is(one, object_class::table, stage::add)) {
    return true;
  }
  if (is_table_rename(other) || is(other, object_class::table, stage::add)) {
    return false;
  }
  if (is(other, object_class::table, stage::remove)) {
    return !(other.makes_way && one.id.at == stage::add);
  }
  const bool removes_column = is(other, object_class::column, stage::remove);
  if (is_attachment(one) && one.id.at == stage::remove) {
    const bool changes =
        is(other, object_class::column, stage::alter) || is_rebuild(other) || removes_column;
    const bool replaces = one.id.of == object_class::rows &&
                          other.id.of == object_class::table_constraint &&
                          other.id.at == stage::add;
    return changes || replaces;
  }
  if (is_rebuild(other)) {
    return one.id.at == stage::rename || one.id.at == stage::fill ||
           is(one, object_class::column, stage::add) ||
           is(one, object_class::column, stage::remove);
  }
  if (is_rebuild(one)) {
    return is_attachment(other) && other.id.at != stage::remove && other.id.at != stage::rename;
  }
  if (one.id.of == object_class::column && other.id.of == object_class::column) {
    return column_precedes(one, other);
  }
  if (is(one, object_class::rows, stage::fill)) {
    return removes_column && !other.sets_aside;
  }
  if (one.blocks_inserts && is(other, object_class::rows, stage::add)) {
    return true;
  }
  if (is_attachment(other) && other.id.at != stage::remove && one.id.of == object_class::column) {
    return is_column_change(one) ? uses(other, one) : one.id.at == stage::fill && uses(other, one);
  }
  return false;
}

} // namespace strata::codegen
