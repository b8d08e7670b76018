// Places: the same declaration has the same one, whoever includes its header.
#include "codegen/lower/text.hpp"

namespace strata::detail {

std::string normal_path(std::string path) {
  for (std::size_t at = path.find("/./"); at != std::string::npos; at = path.find("/./"))
    path.erase(at, 2);
  std::size_t from = 0;
  for (std::size_t at = path.find("/../"); at != std::string::npos; at = path.find("/../", from)) {
    const std::size_t parent = at == 0 ? std::string::npos : path.rfind('/', at - 1);
    const std::size_t first = parent == std::string::npos ? 0 : parent + 1;
    if (at == 0 || path.compare(first, at - first, "..") == 0)
      from = at + 1;
    else
      path.erase(first, at + 4 - first);
  }
  return path.starts_with("./") ? path.substr(2) : path;
}

model::place lower_place(const std::source_location& where) {
  return {normal_path(where.file_name()), where.line(), where.column()};
}

} // namespace strata::detail
