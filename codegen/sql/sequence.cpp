// Sequences.
#include "codegen/sql/further.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {
namespace {

std::string counting_words(model::type_kind type) {
  model::data_type of;
  of.kind = type;
  return type_words(of, model::dialect::postgresql);
}

std::string owner_words(const model::sequence& of) {
  return of.owner_table.name.empty()
             ? "NONE"
             : fmt::format("{}.{}", quote(of.owner_table), quote(of.owner_column));
}

/// Where it starts when nothing else is said.
std::int64_t usual_start(const model::sequence& of) {
  return of.increment.value_or(1) > 0 ? of.minimum.value_or(1) : of.maximum.value_or(-1);
}

} // namespace

std::string creation(const model::sequence& of) {
  std::string text = "CREATE SEQUENCE " + quote(of.name);
  if (of.type != model::type_kind::bigint) {
    text += " AS " + counting_words(of.type);
  }
  const auto option = [&](const char* words, const std::optional<std::int64_t>& value) {
    if (value) {
      text += fmt::format(" {} {}", words, *value);
    }
  };
  option("INCREMENT BY", of.increment);
  option("MINVALUE", of.minimum);
  option("MAXVALUE", of.maximum);
  option("START WITH", of.start);
  option("CACHE", of.cache);
  text += of.cycle ? " CYCLE" : "";
  return text + ';';
}

std::string alteration(const model::sequence& before, const model::sequence& after) {
  std::string changes;
  const auto change = [&](bool differs, const std::string& words) {
    changes += differs ? " " + words : "";
  };
  const auto bound = [](const char* words, const std::optional<std::int64_t>& value) {
    return value ? fmt::format("{} {}", words, *value) : fmt::format("NO {}", words);
  };
  change(before.type != after.type, "AS " + counting_words(after.type));
  change(before.increment != after.increment,
         fmt::format("INCREMENT BY {}", after.increment.value_or(1)));
  change(before.minimum != after.minimum, bound("MINVALUE", after.minimum));
  change(before.maximum != after.maximum, bound("MAXVALUE", after.maximum));
  const std::int64_t start = after.start.value_or(usual_start(after));
  change(before.start.value_or(usual_start(before)) != start, fmt::format("START WITH {}", start));
  change(before.cache != after.cache, fmt::format("CACHE {}", after.cache.value_or(1)));
  change(before.cycle != after.cycle, after.cycle ? "CYCLE" : "NO CYCLE");
  change(before.owner_table != after.owner_table || before.owner_column != after.owner_column,
         "OWNED BY " + owner_words(after));
  return changes.empty() ? "" : fmt::format("ALTER SEQUENCE {}{};", quote(after.name), changes);
}

std::string removal(const model::sequence& of) {
  return fmt::format("DROP SEQUENCE {};", quote(of.name));
}

} // namespace strata::codegen::sql
