// A last guard: drivers and servers quote what they were given.
#include "src/cli/secrets.hpp"

#include <algorithm>
#include <cctype>

namespace strata::cli {
namespace {

int hexadecimal(char of) {
  if (of >= '0' && of <= '9')
    return of - '0';
  if (of >= 'a' && of <= 'f')
    return of - 'a' + 10;
  if (of >= 'A' && of <= 'F')
    return of - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool has_two = text[at] == '%' && at + 2 < text.size();
    const int high = has_two ? hexadecimal(text[at + 1]) : -1;
    const int low = has_two ? hexadecimal(text[at + 2]) : -1;
    if (high >= 0 && low >= 0) {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

void keep(std::vector<std::string>& found, std::string_view secret) {
  if (!secret.empty()) {
    found.emplace_back(secret);
    found.push_back(decoded(secret));
  }
}

/// `user:password@`, as far as the last `@`: the password may hold one that is not encoded.
void find_user_information(std::string_view url, std::vector<std::string>& found) {
  const auto scheme = url.find("://");
  const auto at = url.rfind('@');
  if (scheme == std::string_view::npos || at == std::string_view::npos || at < scheme + 3) {
    return;
  }
  const auto colon = url.find(':', scheme + 3);
  if (colon < at) {
    keep(found, url.substr(colon + 1, at - colon - 1));
  }
}

/// What stands after `password=`: to the next separator, or between quotes in a conninfo text.
void find_parameters(std::string_view url, std::vector<std::string>& found) {
  std::string lower(url);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char each) {
    return static_cast<char>(std::tolower(each));
  });
  constexpr std::string_view key = "password";
  for (auto at = lower.find(key); at != std::string::npos; at = lower.find(key, at + 1)) {
    auto begin = url.find_first_not_of(' ', at + key.size());
    if (begin == std::string_view::npos || url[begin] != '=') {
      continue;
    }
    begin = url.find_first_not_of(' ', begin + 1);
    if (begin == std::string_view::npos) {
      continue;
    }
    const bool quoted = url[begin] == '\'';
    begin += quoted ? 1 : 0;
    const auto end = quoted ? url.find('\'', begin) : url.find_first_of("& ", begin);
    keep(found, url.substr(begin, end == std::string_view::npos ? end : end - begin));
  }
}

} // namespace

std::vector<std::string> passwords_in(std::string_view url) {
  std::vector<std::string> found;
  if (!url.starts_with("sqlite:")) {
    find_user_information(url, found);
    find_parameters(url, found);
  }
  // The longest first: one may be a part of another.
  std::sort(found.begin(), found.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::string without(const std::vector<std::string>& passwords, std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::find_if(passwords.begin(), passwords.end(), [&](const auto& each) {
      return text.substr(at).starts_with(each);
    });
    out += found == passwords.end() ? text.substr(at, 1) : std::string_view("***");
    at += found == passwords.end() ? 1 : found->size();
  }
  return out;
}

} // namespace strata::cli
