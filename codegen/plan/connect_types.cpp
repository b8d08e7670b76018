// A type may have to wait until its name is free: then what is made of it waits too.
#include "codegen/plan/connect_types.hpp"

#include "codegen/plan/change.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

/// The types of the columns that a statement makes, and the words of a routine's parameters.
struct types_said {
  std::vector<model::qualified_name> names;
  std::string signature;

  void operator()(const sql::create_table& made) {
    for (const model::column& each : made.table.columns) {
      names.push_back(each.type.name);
    }
  }

  void operator()(const sql::add_column& added) { names.push_back(added.column.type.name); }

  void operator()(const sql::set_column_type& set) { names.push_back(set.type.name); }

  void operator()(const sql::create_function& made) { signature += signature_of(made.function); }

  template <typename Statement>
  void operator()(const Statement&) {} // Other statements make nothing of a type.
};

bool is_new_type(const action& of) {
  return of.id.at == stage::add &&
         (of.id.of == object_class::user_type || of.id.of == object_class::enumeration);
}

bool waits(const action& type, const action& function) {
  return std::find(type.after.begin(), type.after.end(), function.id) != type.after.end();
}

} // namespace

void connect_types(std::vector<action>& actions) {
  std::vector<const action*> new_types;
  for (const action& one : actions) {
    if (is_new_type(one)) {
      new_types.push_back(&one);
    }
  }
  for (action& one : actions) {
    types_said said;
    for (const planned_statement& each : one.statements) {
      std::visit(said, each.statement);
    }
    for (const model::qualified_name& type : said.names) {
      for (const object_class of :
           {object_class::user_type, object_class::enumeration, object_class::view}) {
        one.after.push_back({of, vertex_name(type), stage::add});
      }
    }
    for (const action* type : new_types) {
      // A type's own check may call the function.
      if (!said.signature.empty() && sql::mentions(said.signature, bare_name(type->id)) &&
          !waits(*type, one)) {
        one.after.push_back(type->id);
      }
    }
  }
}

} // namespace strata::codegen
