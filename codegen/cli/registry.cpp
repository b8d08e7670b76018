// Registration happens before main, in no order that could be relied on.
#include "codegen/cli/registry.hpp"

#include <strata/generator.hpp>

#include <algorithm>

namespace strata {
namespace {

struct registration {
  int number;
  const char* header;
  model::version_declaration (*lower)();
};

std::vector<registration>& versions() {
  static std::vector<registration> all;
  return all;
}

std::vector<std::string>& stored_arguments() {
  static std::vector<std::string> all;
  return all;
}

} // namespace

registered_version::registered_version(int number,
                                       const char* header,
                                       model::version_declaration (*lower)()) {
  versions().push_back({number, header, lower});
}

default_arguments::default_arguments(std::initializer_list<const char*> given) {
  stored_arguments().assign(given.begin(), given.end());
}

namespace codegen {

std::vector<version_header> registered_headers() {
  std::vector<version_header> all;
  all.reserve(versions().size());
  for (const registration& each : versions()) {
    all.push_back({each.number, each.header, each.lower()});
  }
  std::sort(
      all.begin(), all.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  return all;
}

std::vector<std::string> registered_arguments() { return stored_arguments(); }

} // namespace codegen
} // namespace strata
