// Objects of the kinds that PostgreSQL alone has: the statement finds the kind.
#include "codegen/sql/further.hpp"

#include "codegen/sql/definition.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace strata::codegen::sql {
namespace {

/// `SEQUENCE "name"`, what follows ALTER when an object is renamed.
std::string renamed_words(const codegen::rename_object& of) {
  using kind = model::object_kind;
  switch (of.kind) {
  case kind::sequence:
    return "SEQUENCE " + quote(of.from);
  case kind::domain:
    return "DOMAIN " + quote(of.from);
  case kind::statistics:
    return "STATISTICS " + quote(of.from);
  case kind::function:
    return fmt::format("ROUTINE {}({})", quote(of.from), signature(of.parameters));
  case kind::rule:
    return fmt::format("RULE {} ON {}", quote(of.from.name), quote(of.owner));
  case kind::policy:
    return fmt::format("POLICY {} ON {}", quote(of.from.name), quote(of.owner));
  default:
    return "TYPE " + quote(of.from);
  }
}

} // namespace

std::string printer::operator()(const create_object& made) const {
  return std::visit([](const auto& of) { return creation(of); }, made.object);
}

std::string printer::operator()(const drop_object& gone) const {
  return std::visit([](const auto& of) { return removal(of); }, gone.object);
}

std::string printer::operator()(const alter_object& altered) const {
  return std::visit(
      [&](const auto& after) -> std::string {
        using object = std::decay_t<decltype(after)>;
        if constexpr (std::is_same_v<object, model::range_type> ||
                      std::is_same_v<object, model::grant>) {
          throw std::logic_error("no ALTER reaches this kind of object");
        } else {
          return alteration(std::get<object>(altered.before), after);
        }
      },
      altered.after);
}

std::string printer::operator()(const rename_object& renamed) const {
  const codegen::rename_object& about = renamed.about;
  if (about.kind == model::object_kind::attribute) {
    return fmt::format("ALTER TYPE {} RENAME ATTRIBUTE {} TO {};",
                       quote(about.owner),
                       quote(about.from.name),
                       quote(about.to));
  }
  if (about.kind == model::object_kind::constraint) {
    return fmt::format("ALTER DOMAIN {} RENAME CONSTRAINT {} TO {};",
                       quote(about.owner),
                       quote(about.from.name),
                       quote(about.to));
  }
  return fmt::format("ALTER {} RENAME TO {};", renamed_words(about), quote(about.to));
}

} // namespace strata::codegen::sql
