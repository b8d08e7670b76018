// The drivers that are linked, and the choice between them by URL.
#include <strata/runtime/error.hpp>
#include <strata/runtime/session.hpp>

#include <fmt/format.h>

namespace strata {
namespace {

std::vector<driver>& drivers() {
  static std::vector<driver> all;
  return all;
}

std::string_view component_for(std::string_view url) {
  if (url.starts_with("postgresql:") || url.starts_with("postgres:"))
    return "strata::postgresql";
  if (url.starts_with("sqlite:"))
    return "strata::sqlite";
  return {};
}

} // namespace

bool register_driver(const driver& which) {
  drivers().push_back(which);
  return true;
}

std::unique_ptr<session> open_session(const std::string& url, if_missing how) {
  for (const driver& each : drivers()) {
    if (each.accepts(url)) {
      return each.open(url, how);
    }
  }
  const std::string shown = without_password(url);
  if (const auto component = component_for(url); !component.empty()) {
    throw connection_error(
        fmt::format("no driver for {} is linked; link {} to the program", shown, component),
        {.code = "R001"});
  }
  throw connection_error(
      fmt::format("{} is no database URL; write postgresql://…, sqlite:PATH or sqlite::memory:",
                  shown.empty() ? "an empty text" : shown),
      {.code = "R002"});
}

} // namespace strata
