// A URL ends at a space. Its user and password end at the last `@` before its parameters, or, where
// there is none before them, at the last of all: then a password holds the `?`.
#include "codegen/tool/url_secrets.hpp"

#include "codegen/tool/tool_error.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace strata::codegen {
namespace {

/// A part of a text.
struct span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Whether the host's port begins there, since nothing but digits precede the path.
bool is_port(std::string_view rest) {
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  return end > 0 && rest.find_first_not_of("0123456789") == end;
}

/// What stands where a host's port should and is none: a password whose host was forgotten. libpq
/// would quote it.
void add_of_port(std::string_view url, std::size_t begin, std::vector<span>& out) {
  const std::size_t end = std::min(url.find_first_of("/?", begin), url.size());
  while (begin < end) {
    const std::size_t host_end = std::min(url.find(',', begin), end);
    const std::size_t address = url.find(']', begin); // An IPv6 address has colons of its own.
    const std::size_t colon = url.find(':', address < host_end ? address : begin);
    if (colon < host_end &&
        url.substr(colon + 1, host_end - colon - 1).find_first_not_of("0123456789") !=
            std::string_view::npos) {
      out.push_back({colon + 1, end});
      return;
    }
    begin = host_end + 1;
  }
}

/// How much of a URL may be its password, where that is not sure.
enum class reading { likely, widest };

/// Adds where the password stands between a URL's `//` and its `@`.
void add_of_user(std::string_view url, std::size_t begin, reading how, std::vector<span>& out) {
  const std::size_t parameters =
      how == reading::widest ? url.size() : std::min(url.find('?', begin), url.size());
  std::size_t at = url.substr(0, parameters).rfind('@');
  const bool has_user = at != std::string_view::npos && at >= begin;
  if (!has_user)
    at = url.rfind('@');
  if (at == std::string_view::npos || at < begin) {
    add_of_port(url, begin, out);
    return;
  }
  const std::size_t colon = url.find(':', begin);
  if (colon < at && (has_user || !is_port(url.substr(colon + 1))))
    out.push_back({colon + 1, at});
}

void add_of_parameters(std::string_view url, std::vector<span>& out) {
  constexpr std::string_view name = "password=";
  for (std::size_t at = url.find(name); at != std::string_view::npos; at = url.find(name, at + 1)) {
    const std::size_t begin = at + name.size();
    const std::size_t end = std::min(url.find('&', begin), url.size());
    if (out.empty() || begin > out.back().end)
      out.push_back({begin, end});
  }
}

/// Where the passwords of a URL stand, in order.
std::vector<span> passwords_in(std::string_view url, reading how) {
  std::vector<span> all;
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos)
    return all;
  add_of_user(url, scheme + 3, how, all);
  add_of_parameters(url, all);
  return all;
}

bool is_hex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

bool is_well_written(std::string_view password) {
  for (std::size_t at = 0; at < password.size(); ++at) {
    if (std::string_view("@/?#[] \t\n").find(password[at]) != std::string_view::npos)
      return false;
    if (password[at] == '%' &&
        (at + 2 >= password.size() || !is_hex(password[at + 1]) || !is_hex(password[at + 2])))
      return false;
    if (password.substr(at, 3) == "%00")
      return false;
  }
  return true;
}

int hexadecimal(char c) {
  return c <= '9' ? c - '0' : std::tolower(static_cast<unsigned char>(c)) - 'a' + 10;
}

std::string decoded(std::string_view password) {
  std::string text;
  for (std::size_t at = 0; at < password.size(); ++at) {
    const bool is_code = password[at] == '%' && at + 2 < password.size() &&
                         is_hex(password[at + 1]) && is_hex(password[at + 2]);
    text +=
        is_code
            ? static_cast<char>(hexadecimal(password[at + 1]) * 16 + hexadecimal(password[at + 2]))
            : password[at];
    at += is_code ? 2 : 0;
  }
  return text;
}

void replace_all(std::string& text, const std::string& secret) {
  for (auto at = text.find(secret); !secret.empty() && at != std::string::npos;
       at = text.find(secret, at + 3)) {
    text.replace(at, secret.size(), "***");
  }
}

std::string hidden(std::string url) {
  std::vector<span> all = passwords_in(url, reading::widest);
  std::reverse(all.begin(), all.end());
  for (const span& each : all)
    url.replace(each.begin, each.end - each.begin, "***");
  return url;
}

} // namespace

void check_password_spelling(const std::string& url) {
  std::vector<span> no_port;
  const std::size_t scheme = url.find("://");
  if (scheme != std::string::npos && url.find('@') == std::string::npos)
    add_of_port(url, scheme + 3, no_port);
  if (!no_port.empty()) {
    throw tool_usage_error("what stands after the URL's `:` is no port; where it is a password, "
                           "write @HOST behind it");
  }
  for (const span& each : passwords_in(url, reading::likely)) {
    if (!is_well_written(std::string_view(url).substr(each.begin, each.end - each.begin))) {
      throw tool_usage_error(
          "the URL's password holds a character that a URL gives a meaning; write "
          "@ / ? # [ ] % and a space as %40 %2F %3F %23 %5B %5D %25 %20, or set PGPASSWORD");
    }
  }
}

std::string without_passwords_of(const std::string& url, std::string text) {
  for (const reading how : {reading::widest, reading::likely}) {
    for (const span& each : passwords_in(url, how)) {
      const std::string password = url.substr(each.begin, each.end - each.begin);
      replace_all(text, password);
      replace_all(text, decoded(password));
    }
  }
  return text;
}

std::string without_passwords(const std::string& text) {
  std::string out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
    out += hidden(text.substr(begin, end - begin));
    out += text.substr(end, 1);
    begin = end + 1;
  }
  return out;
}

} // namespace strata::codegen
