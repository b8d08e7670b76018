// SQLite does nothing with the names of keys; those of checks stand in its messages.
#include "codegen/tool/sqlite_names.hpp"

#include "codegen/compose/default_names.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

template <typename Element>
void agree(std::vector<Element>& unnamed,
           const std::vector<Element>& named,
           const std::vector<Element>& other) {
  for (std::size_t i = 0; i < unnamed.size(); ++i) {
    Element wanted = unnamed[i];
    wanted.name = named[i].name;
    if (unnamed[i].name.empty() && std::find(other.begin(), other.end(), wanted) != other.end())
      unnamed[i] = std::move(wanted);
  }
}

void agree(model::table& unnamed, const model::table& named, const model::table& other) {
  if (unnamed.primary_key && unnamed.primary_key->name.empty() && other.primary_key &&
      other.primary_key->name == named.primary_key->name)
    unnamed.primary_key->name = named.primary_key->name;
  agree(unnamed.uniques, named.uniques, other.uniques);
  agree(unnamed.checks, named.checks, other.checks);
  agree(unnamed.foreign_keys, named.foreign_keys, other.foreign_keys);
}

void take_names(model::schema& unnamed, const model::schema& other) {
  model::schema named = unnamed;
  name_all(named);
  for (std::size_t i = 0; i < unnamed.tables.size(); ++i) {
    model::table& table = unnamed.tables[i];
    const auto same = std::find_if(other.tables.begin(), other.tables.end(), [&](const auto& each) {
      return each.name == table.name;
    });
    if (same != other.tables.end())
      agree(table, named.tables[i], *same);
  }
}

} // namespace

void agree_on_names(model::schema& from, model::schema& to) {
  take_names(from, to);
  take_names(to, from);
}

} // namespace strata::codegen
