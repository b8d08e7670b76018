// SQLite's rules of affinity, in their order.
#include "codegen/sql/affinity.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string>

namespace strata::codegen::sql {
namespace {

std::string upper(std::string_view words) {
  std::string text(words);
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(std::toupper(c));
  });
  return text;
}

bool holds(std::string_view words, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view each) {
    return words.find(each) != std::string_view::npos;
  });
}

} // namespace

affinity affinity_of(std::string_view declared_words) {
  const std::string words = upper(declared_words);
  if (holds(words, {"INT"})) {
    return affinity::integer;
  }
  if (holds(words, {"CHAR", "CLOB", "TEXT"})) {
    return affinity::text;
  }
  if (words.empty() || holds(words, {"BLOB"})) {
    return affinity::blob;
  }
  return holds(words, {"REAL", "FLOA", "DOUB"}) ? affinity::real : affinity::numeric;
}

bool keeps_values(affinity from, affinity to) {
  const auto counts = [](affinity one) {
    return one == affinity::integer || one == affinity::numeric; // They differ in casts alone.
  };
  return from == to || to == affinity::blob || (counts(from) && counts(to));
}

std::string_view lost_between(affinity from, affinity to) {
  const bool may_hold_texts = from == affinity::text || from == affinity::blob;
  const bool may_hold_reals = from != affinity::text && from != affinity::integer;
  if (from == to || to == affinity::blob) {
    return {};
  }
  if (may_hold_texts && to != affinity::text) {
    return "texts that read as numbers become numbers: '007' becomes 7";
  }
  if (to == affinity::real) {
    return from == affinity::text ? "" : "integers beyond 2^53 are rounded";
  }
  return to == affinity::text && may_hold_reals ? "reals keep fifteen digits" : "";
}

} // namespace strata::codegen::sql
