// PostgreSQL's connection URLs, as far as a password matters.
#include "src/postgresql/url.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/session.hpp>

#include <fmt/format.h>

#include <charconv>

namespace strata::postgresql {
namespace {

[[noreturn]] void refuse_url(const std::string& url, std::string_view why) {
  throw connection_error(fmt::format("the password in {} {}", without_password(url), why),
                         {.code = "R002"});
}

std::string percent_decoded(const std::string& url, std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    unsigned code = 0;
    const auto* first = text.data() + at + 1;
    const auto* last = first + std::min<std::size_t>(2, text.size() - at - 1);
    if (last - first != 2 || std::from_chars(first, last, code, 16).ptr != last || code == 0) {
      refuse_url(url, "has a % without two hexadecimal digits; write a percent sign as %25");
    }
    decoded += static_cast<char>(code);
    at += 2;
  }
  return decoded;
}

/// Takes `password=…` out of the query.
void take_parameter(connection_url& parts) {
  constexpr std::string_view key = "password=";
  for (auto at = parts.url.find('?'); at != std::string::npos; at = parts.url.find('&', at + 1)) {
    if (parts.url.compare(at + 1, key.size(), key) != 0)
      continue;
    const auto begin = at + 1 + key.size();
    const auto end = std::min(parts.url.find('&', begin), parts.url.size());
    parts.password = percent_decoded(parts.url, parts.url.substr(begin, end - begin));
    const bool is_last = end == parts.url.size();
    parts.url.erase(is_last ? at : at + 1, is_last ? end - at : end - at);
    return;
  }
}

/// libpq would take a password whose host was forgotten for a port, and quote it.
void require_port(const std::string& url, std::size_t begin) {
  const auto end = std::min(url.find_first_of("/?", begin), url.size());
  while (begin < end) {
    const auto host_end = std::min(url.find(',', begin), end);
    const auto address = url.find(']', begin); // An IPv6 address has colons of its own.
    const auto colon = url.find(':', address < host_end ? address : begin);
    if (colon < host_end && std::string_view(url)
                                    .substr(colon + 1, host_end - colon - 1)
                                    .find_first_not_of("0123456789") != std::string_view::npos) {
      throw connection_error("what stands after the URL's `:` is no port; where it is a password, "
                             "write @HOST behind it",
                             {.code = "R002"});
    }
    begin = host_end + 1;
  }
}

} // namespace

connection_url split_password(const std::string& url) {
  connection_url parts{.url = url, .password = {}};
  const auto begin = url.find("://");
  if (begin != std::string::npos && url.find('@') == std::string::npos)
    require_port(url, begin + 3);
  const auto at = url.rfind('@');
  if (begin != std::string::npos && at != std::string::npos) {
    const auto query = url.find('?');
    const auto colon = url.find(':', begin + 3);
    const auto slash = url.find('/', begin + 3);
    const bool has_user = at < std::min(query, slash);
    if (colon < at && !has_user && slash < at && (query == std::string::npos || at < query)) {
      refuse_url(url, "holds a /; write it as %2F");
    }
    if (has_user && colon < at) {
      const auto text = std::string_view(url).substr(colon + 1, at - colon - 1);
      if (text.find_first_of("@[]# ") != std::string_view::npos) {
        refuse_url(url, "holds one of @ [ ] # or a space; write them as %40 %5B %5D %23 %20");
      }
      parts.password = percent_decoded(url, text);
      parts.url.erase(colon, at - colon);
    }
  }
  take_parameter(parts);
  return parts;
}

} // namespace strata::postgresql
