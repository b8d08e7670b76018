// Takes the parameters off the path.
#include "src/sqlite/url.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata::sqlite {
namespace {

[[noreturn]] void refuse_url(std::string_view url, std::string_view why) {
  throw connection_error(fmt::format("{} {}", url, why), {.code = "R002"});
}

void take_parameter(file_url& to, std::string_view url, std::string_view parameter) {
  if (parameter == "mode=ro") {
    to.may_write = false;
    to.may_create = false;
  } else if (parameter == "mode=rw") {
    to.may_create = false;
  } else if (parameter != "mode=rwc") {
    refuse_url(url,
               fmt::format("has the parameter '{}', which is not known; write ?mode=ro, ?mode=rw, "
                           "?mode=rwc, or nothing (a file whose name holds a ? cannot be named)",
                           parameter));
  }
}

} // namespace

file_url parse_url(std::string_view url, if_missing how) {
  const auto rest = url.substr(scheme.size());
  const auto query = rest.find('?');
  file_url parsed{.path = std::string(rest.substr(0, query)),
                  .may_create = how == if_missing::create};
  const bool has_authority = parsed.path.starts_with("//") && !parsed.path.starts_with("///");
  if (parsed.path.empty() || has_authority)
    refuse_url(url, "names no file; write sqlite:PATH or sqlite::memory:");
  if (parsed.path.starts_with("file:"))
    refuse_url(url, "holds a URI; write its path alone: sqlite:PATH");
  if (parsed.path.find('\0') != std::string::npos)
    refuse_url(url, "holds the character NUL; take it out");
  if (query == std::string_view::npos)
    return parsed;
  if (parsed.path == ":memory:")
    refuse_url(url, "gives a database in memory parameters; write sqlite::memory:");
  auto parameters = rest.substr(query + 1);
  while (true) {
    const auto end = parameters.find('&');
    take_parameter(parsed, url, parameters.substr(0, end));
    if (end == std::string_view::npos)
      return parsed;
    parameters.remove_prefix(end + 1);
  }
}

} // namespace strata::sqlite
