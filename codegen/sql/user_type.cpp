// Domains, composite types and range types.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/further.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"
#include "codegen/sql/value.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen::sql {
namespace {

constexpr auto on = model::dialect::postgresql;

void add_line(std::string& text, const std::string& line) {
  text += (text.empty() ? "" : "\n") + line;
}

std::string collation_words(const std::string& collation) {
  return collation.empty() ? "" : " COLLATE " + quote(collation);
}

std::string attribute_words(const model::composite_type::attribute& of) {
  return quote(of.name) + ' ' + type_words(of.type, on) + collation_words(of.collation);
}

template <typename Elements>
auto named(const Elements& elements, const std::string& name) -> decltype(elements.data()) {
  const auto found = std::find_if(
      elements.begin(), elements.end(), [&](const auto& each) { return each.name == name; });
  return found == elements.end() ? nullptr : &*found;
}

bool says_the_same(const model::check_constraint& a, const model::check_constraint& b) {
  return a.expression == b.expression && a.not_valid == b.not_valid;
}

std::string added_check(const model::domain& of, const model::check_constraint& check) {
  return fmt::format("ALTER DOMAIN {} ADD {}{};",
                     quote(of.name),
                     constraint_definition(check, on),
                     check.not_valid ? " NOT VALID" : "");
}

} // namespace

std::string creation(const model::domain& of) {
  std::string text = fmt::format("CREATE DOMAIN {} AS {}{}",
                                 quote(of.name),
                                 type_words(of.type, on),
                                 collation_words(of.collation));
  if (of.default_to) {
    text += " DEFAULT " + default_expression(*of.default_to, on);
  }
  text += of.nullable ? "" : " NOT NULL";
  std::string later;
  for (const model::check_constraint& each : of.checks) {
    if (each.not_valid) {
      add_line(later, added_check(of, each));
    } else {
      text += "\n  " + constraint_definition(each, on);
    }
  }
  return text + ';' + (later.empty() ? "" : "\n" + later);
}

std::string alteration(const model::domain& before, const model::domain& after) {
  const std::string head = "ALTER DOMAIN " + quote(after.name);
  std::string text;
  for (const model::check_constraint& each : before.checks) {
    const model::check_constraint* is = named(after.checks, each.name);
    if (is == nullptr ||
        (each.expression != is->expression || (is->not_valid && !each.not_valid))) {
      add_line(text, fmt::format("{} DROP CONSTRAINT {};", head, quote(each.name)));
    }
  }
  if (before.default_to != after.default_to) {
    add_line(
        text,
        after.default_to
            ? fmt::format("{} SET DEFAULT {};", head, default_expression(*after.default_to, on))
            : head + " DROP DEFAULT;");
  }
  if (before.nullable != after.nullable) {
    add_line(text, head + (after.nullable ? " DROP NOT NULL;" : " SET NOT NULL;"));
  }
  for (const model::check_constraint& each : after.checks) {
    const model::check_constraint* was = named(before.checks, each.name);
    if (was != nullptr && says_the_same(*was, each)) {
      continue;
    }
    if (was != nullptr && was->expression == each.expression && !each.not_valid) {
      add_line(text, fmt::format("{} VALIDATE CONSTRAINT {};", head, quote(each.name)));
    } else {
      add_line(text, added_check(after, each));
    }
  }
  return text;
}

std::string removal(const model::domain& of) {
  return fmt::format("DROP DOMAIN {};", quote(of.name));
}

std::string creation(const model::composite_type& of) {
  std::string attributes;
  for (const auto& each : of.attributes) {
    attributes += (attributes.empty() ? "\n  " : ",\n  ") + attribute_words(each);
  }
  return fmt::format("CREATE TYPE {} AS ({}\n);", quote(of.name), attributes);
}

std::string alteration(const model::composite_type& before, const model::composite_type& after) {
  std::string changes;
  const auto change = [&](const std::string& words) {
    changes += (changes.empty() ? "\n  " : ",\n  ") + words;
  };
  for (const auto& each : before.attributes) {
    if (named(after.attributes, each.name) == nullptr) {
      change("DROP ATTRIBUTE " + quote(each.name));
    }
  }
  for (const auto& each : after.attributes) {
    const auto* was = named(before.attributes, each.name);
    if (was == nullptr) {
      change("ADD ATTRIBUTE " + attribute_words(each));
    } else if (was->type != each.type || was->collation != each.collation) {
      change(fmt::format("ALTER ATTRIBUTE {} TYPE {}{}",
                         quote(each.name),
                         type_words(each.type, on),
                         collation_words(each.collation)));
    }
  }
  return changes.empty() ? "" : fmt::format("ALTER TYPE {}{};", quote(after.name), changes);
}

std::string removal(const model::composite_type& of) {
  return fmt::format("DROP TYPE {};", quote(of.name));
}

std::string creation(const model::range_type& of) {
  return fmt::format("CREATE TYPE {} AS RANGE (SUBTYPE = {}{}{});",
                     quote(of.name),
                     type_words(of.subtype, on),
                     of.options.empty() ? "" : ", ",
                     of.options);
}

std::string removal(const model::range_type& of) {
  return fmt::format("DROP TYPE {};", quote(of.name));
}

} // namespace strata::codegen::sql
