// Hides passwords in database URLs.
#include <strata/runtime/session.hpp>

#include <array>
#include <cctype>

namespace strata {
namespace {

constexpr std::string_view mask = "***";

/// Masks what stands between the first `:` after the scheme and the last `@` of the whole URL: a
/// password with an unescaped `/` or `?` in it must not show either.
void mask_user_information(std::string& url) {
  const auto scheme = url.find("://");
  const auto at = url.rfind('@');
  if (scheme == std::string::npos || at == std::string::npos || at < scheme + 3)
    return;
  const auto colon = url.find(':', scheme + 3);
  if (colon == std::string::npos || colon > at)
    return;
  url.replace(colon + 1, at - colon - 1, mask);
}

bool is_same_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size())
    return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(a[i])) !=
        std::tolower(static_cast<unsigned char>(b[i]))) {
      return false;
    }
  }
  return true;
}

/// Masks `key=…` wherever a query or a keyword list may hold it.
void mask_parameter(std::string& url, std::string_view key) {
  for (std::size_t at = 0; at + key.size() < url.size(); ++at) {
    const bool is_start = at == 0 || url[at - 1] == '?' || url[at - 1] == '&' || url[at - 1] == ' ';
    if (!is_start || !is_same_ignoring_case(std::string_view(url).substr(at, key.size()), key)) {
      continue;
    }
    const auto begin = at + key.size();
    const auto end = url.find_first_of("& ", begin);
    url.replace(begin, (end == std::string::npos ? url.size() : end) - begin, mask);
  }
}

} // namespace

std::string without_password(std::string_view url) {
  std::string shown(url);
  if (shown.starts_with("sqlite:"))
    return shown;
  mask_user_information(shown);
  for (const std::string_view key : std::array<std::string_view, 2>{"password=", "sslpassword="}) {
    mask_parameter(shown, key);
  }
  return shown;
}

} // namespace strata
