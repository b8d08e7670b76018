// The embedded SQL as a text, for whoever applies it by other means.
#include <strata/runtime/migrator.hpp>

#include "src/runtime/embedded.hpp"

#include <fmt/format.h>

namespace strata {
namespace {

std::string chapter(const migration& of, dialect kind, bool up) {
  const migration_script& script = detail::script_for(of, kind);
  return fmt::format("-- {}, {}\n{}\n",
                     detail::name_of(of.version, of.title),
                     up ? "up" : "down",
                     up ? script.up : script.down);
}

} // namespace

std::string migration_sql(const strata::migrations& migrations, dialect kind, int from, int to) {
  detail::require_version(migrations, from);
  detail::require_version(migrations, to);
  std::string text;
  for (int version = from + 1; version <= to; ++version) {
    text += chapter(*detail::find_version(migrations, version), kind, true);
  }
  for (int version = from; version > to; --version) {
    text += chapter(*detail::find_version(migrations, version), kind, false);
  }
  return text;
}

} // namespace strata
