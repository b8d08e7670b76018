// Visitors over the five kinds of constraint.
#include "codegen/plan/constraint_facts.hpp"

namespace strata::codegen {
namespace {

struct columns_visitor {
  std::vector<std::string> operator()(const model::primary_key& of) const { return of.columns; }

  std::vector<std::string> operator()(const model::unique_constraint& of) const {
    return of.columns;
  }

  std::vector<std::string> operator()(const model::check_constraint&) const { return {}; }

  std::vector<std::string> operator()(const model::foreign_key& of) const { return of.columns; }

  std::vector<std::string> operator()(const model::exclusion_constraint& of) const {
    std::vector<std::string> columns;
    for (const auto& element : of.elements) {
      if (!element.column.empty()) {
        columns.push_back(element.column);
      }
    }
    return columns;
  }
};

struct texts_visitor {
  model::dialect on;

  std::vector<std::string> operator()(const model::primary_key&) const { return {}; }

  std::vector<std::string> operator()(const model::unique_constraint&) const { return {}; }

  std::vector<std::string> operator()(const model::check_constraint& of) const {
    return {of.expression.for_dialect(on)};
  }

  std::vector<std::string> operator()(const model::foreign_key&) const { return {}; }

  std::vector<std::string> operator()(const model::exclusion_constraint& of) const {
    std::vector<std::string> texts = {of.predicate.for_dialect(on)};
    for (const auto& element : of.elements) {
      texts.push_back(element.expression.for_dialect(on));
    }
    return texts;
  }
};

} // namespace

const std::string& name_of(const constraint& of) {
  return std::visit([](const auto& one) -> const std::string& { return one.name; }, of);
}

const model::place& place_of(const constraint& of) {
  return std::visit([](const auto& one) -> const model::place& { return one.where; }, of);
}

const std::string& comment_of(const constraint& of) {
  return std::visit([](const auto& one) -> const std::string& { return one.comment; }, of);
}

std::vector<std::string> columns_of(const constraint& of) {
  return std::visit(columns_visitor{}, of);
}

std::vector<std::string> texts_of(const constraint& of, model::dialect on) {
  return std::visit(texts_visitor{on}, of);
}

} // namespace strata::codegen
