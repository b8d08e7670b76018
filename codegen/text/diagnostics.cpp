// Collecting, ordering and printing findings.
#include "codegen/text/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace strata::codegen {
namespace {

auto key(const finding& of) {
  return std::tie(of.where.file, of.where.line, of.where.column, of.code, of.message, of.help);
}

} // namespace

void diagnostics::add(finding found) { findings_.push_back(std::move(found)); }

std::vector<finding> diagnostics::sorted() const {
  std::vector<finding> all = findings_;
  std::sort(
      all.begin(), all.end(), [](const finding& a, const finding& b) { return key(a) < key(b); });
  const auto same = [](const finding& a, const finding& b) { return key(a) == key(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

std::string format(const finding& found) {
  std::string text;
  if (!found.where.file.empty()) {
    text = fmt::format("{}:{}:{}: ", found.where.file, found.where.line, found.where.column);
  }
  text += fmt::format("error: [{}] {}\n", found.code, found.message);
  for (const std::string& line : found.help) {
    text += fmt::format("  help: {}\n", line);
  }
  return text;
}

} // namespace strata::codegen
