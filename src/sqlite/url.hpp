// SQLite's URLs: `sqlite:PATH`, `sqlite:PATH?mode=ro`, `sqlite::memory:`.
#pragma once

#include <strata/runtime/session.hpp>

#include <string>
#include <string_view>

namespace strata::sqlite {

constexpr std::string_view scheme = "sqlite:";

/// How a file is opened.
struct file_url {
  std::string path;
  bool may_write = true;
  bool may_create = true;
};

/// Throws connection_error R002 for a URL that names no file, and for a parameter that is not
/// known: it would be taken for a part of the file's name.
file_url parse_url(std::string_view url, if_missing how);

} // namespace strata::sqlite
