// The chain of declarations, in order and without a gap.
#include "codegen/compose/compose.hpp"

#include "codegen/compose/chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

void check_number(const model::version_declaration& declaration, int previous, diagnostics& out) {
  if (declaration.number == previous) {
    out.add({"S101",
             fmt::format("version {} is declared twice; give this one the next free number",
                         declaration.number),
             {},
             declaration.where});
  } else if (declaration.number != previous + 1) {
    out.add({"S100",
             fmt::format("version {} follows version {}; number versions from 1 without a gap",
                         declaration.number,
                         previous),
             {fmt::format("declare it as schema_version({}, …)", previous + 1)},
             declaration.where});
  }
}

void check_since(const model::version_declaration& declaration, int previous, diagnostics& out) {
  if (declaration.since && *declaration.since != previous) {
    out.add({"S102",
             fmt::format("version {} carries version {} on, which is not the one before it; what "
                         "came between would be undone",
                         declaration.number,
                         *declaration.since),
             {fmt::format("since(v{}::version)", previous)},
             declaration.where});
  }
}

} // namespace

std::vector<model::version> compose(std::vector<model::version_declaration> declarations,
                                    diagnostics& out) {
  std::stable_sort(declarations.begin(), declarations.end(), [](const auto& a, const auto& b) {
    return a.number < b.number;
  });
  std::vector<model::version> versions;
  versions.reserve(declarations.size());
  const model::schema nothing;
  chain all(out);
  int previous = 0;
  for (model::version_declaration& each : declarations) {
    check_number(each, previous, out);
    check_since(each, previous, out);
    previous = each.number;
    const model::schema& before = versions.empty() ? nothing : versions.back().schema;
    versions.push_back(all.take(std::move(each), before));
  }
  return versions;
}

} // namespace strata::codegen
