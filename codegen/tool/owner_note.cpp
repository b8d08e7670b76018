// Objects that only one database has have no owner to differ in.
#include "codegen/tool/owner_note.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace strata::codegen {

std::string owner_note(const live_schema& from, const live_schema& to) {
  constexpr std::size_t most = 5;
  std::size_t differ = 0;
  std::string named;
  for (const auto& [object, owner] : from.owners) {
    const auto other = to.owners.find(object);
    if (other == to.owners.end() || other->second == owner)
      continue;
    if (++differ <= most)
      named += fmt::format(
          "{}{} ({}, and {} there)", named.empty() ? "" : ", ", object, owner, other->second);
  }
  if (differ == 0)
    return {};
  return fmt::format(
      "owners are not compared, and here they differ: {}{}; ALTER … OWNER TO changes "
      "one",
      named,
      differ > most ? fmt::format(" and {} more", differ - most) : "");
}

} // namespace strata::codegen
