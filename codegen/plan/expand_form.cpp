// The rule reads what an action is, so that lowerings need not say it each for itself.
#include "codegen/plan/expand_form.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

/// The attribute ends with its bracket, and the marker with its line.
bool ends_attribute(char one) { return one == ']' || one == '\n' || one == '\r'; }

template <typename Statement>
bool runs(const action& of) {
  return std::any_of(of.statements.begin(), of.statements.end(), [](const auto& planned) {
    return std::holds_alternative<Statement>(planned.statement);
  });
}

/// What programs call by its name.
bool is_called_by_name(object_class of) {
  return of == object_class::table || of == object_class::column || of == object_class::view ||
         of == object_class::function || of == object_class::enumeration;
}

/// An index, a comment or a row is not what a program's statements are checked against.
bool is_replaced(const action& of) {
  return (of.sets_aside || of.puts_back) && of.id.of != object_class::index &&
         of.id.of != object_class::comment && of.id.of != object_class::rows;
}

/// Whether it adds what could not be there before something went or changed its name.
bool is_added_late(const action& of) {
  // Without a default, programs of the new version give a value as they do with it.
  return of.id.at == stage::add && is_called_by_name(of.id.of) && !runs<sql::drop_default>(of);
}

bool new_programs_need(const action& of) {
  if (of.phase != rollout_phase::contract) {
    return false;
  }
  if (is_replaced(of) || is_added_late(of)) {
    return true;
  }
  switch (of.id.at) {
  case stage::rename:
    return is_called_by_name(of.id.of);
  case stage::alter:
    return of.id.of != object_class::table; // LOGGED and UNLOGGED are the same to programs.
  case stage::remove:
    return of.blocks_inserts;
  case stage::tighten:
    return runs<sql::add_identity>(of);
  case stage::add:
  case stage::fill:
  case stage::prove:
    break;
  }
  return false;
}

} // namespace

std::string without_expand_form(const action& of) {
  if (!new_programs_need(of)) {
    return {};
  }
  std::string words = display(of.id);
  if (is_replaced(of)) {
    words.replace(0, words.find(' '), "replace");
  }
  std::replace_if(words.begin(), words.end(), ends_attribute, '?');
  return words;
}

} // namespace strata::codegen
