// A sequence counts from its least value up, or from its greatest down.
#include "codegen/plan/counter.hpp"

#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace strata::codegen {
namespace {

/// As the server has them where none are given; empty: those of the type.
struct bounds {
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> greatest;
};

bool counts_up(const model::sequence& of) { return of.increment.value_or(1) > 0; }

bounds bounds_of(const model::sequence& of) {
  bounds found{of.minimum, of.maximum};
  if (counts_up(of)) {
    found.least = of.minimum.value_or(1);
  } else {
    found.greatest = of.maximum.value_or(-1);
  }
  return found;
}

/// Where it begins, within other bounds too.
std::int64_t start_within(const model::sequence& of, const bounds& other) {
  const bounds own = bounds_of(of);
  std::int64_t start = of.start ? *of.start : counts_up(of) ? *own.least : *own.greatest;
  start = std::max(start, other.least.value_or(start));
  return std::min(start, other.greatest.value_or(start));
}

bool is_below(const std::optional<std::int64_t>& one, const std::optional<std::int64_t>& other) {
  return one && other && *one < *other;
}

} // namespace

std::optional<sql::verbatim> reach_bounds(const model::sequence& was, const model::sequence& is) {
  const bounds before = bounds_of(was);
  const bounds after = bounds_of(is);
  const std::string name = sql::quote(is.name);
  if (is_below(before.greatest, after.least) || is_below(after.greatest, before.least)) {
    const auto bound = [](const char* word, const std::optional<std::int64_t>& value) {
      return value ? fmt::format("{} {}", word, *value) : fmt::format("NO {}", word);
    };
    return sql::verbatim{
        fmt::format("ALTER SEQUENCE {} INCREMENT BY {} {} {} START WITH {} RESTART;",
                    name,
                    is.increment.value_or(1),
                    bound("MINVALUE", after.least),
                    bound("MAXVALUE", after.greatest),
                    start_within(is, after))};
  }
  const bool rises = after.least && (!before.least || *before.least < *after.least);
  const bool falls = after.greatest && (!before.greatest || *after.greatest < *before.greatest);
  std::string outside;
  const auto or_where = [&](bool is_behind, const char* comparison, std::int64_t bound) {
    outside += outside.empty() ? "" : " OR ";
    outside +=
        fmt::format("{}last_value {} {}", is_behind ? "" : "NOT is_called AND ", comparison, bound);
  };
  const bool keeps_direction = counts_up(was) == counts_up(is);
  if (rises) {
    or_where(keeps_direction && counts_up(is), "<", *after.least);
  }
  if (falls) {
    or_where(keeps_direction && !counts_up(is), ">", *after.greatest);
  }
  if (outside.empty()) {
    return std::nullopt;
  }
  return sql::verbatim{fmt::format("SELECT pg_catalog.setval({}, {}, false) FROM {} WHERE {};",
                                   sql::quote_text(name),
                                   start_within(is, before),
                                   name,
                                   outside)};
}

} // namespace strata::codegen
