// Names that the server made of a partition's name and columns do not follow these: they are told.
#include "codegen/plan/index_parts.hpp"
#include "codegen/plan/postgresql.hpp"

#include <algorithm>
#include <variant>

namespace strata::codegen {
namespace {

bool has_part(const model::table& partition, const std::string& of) {
  return std::any_of(partition.indexes.begin(), partition.indexes.end(), [&](const auto& each) {
    return each.part_of == of;
  });
}

const whole* find_whole(const std::vector<whole>& all, const std::string& name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const whole& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

} // namespace

std::string servers_name(const model::table& partition, const whole& of) {
  return std::visit([&](const auto& each) { return servers_name(partition, each); }, of.of);
}

std::vector<whole> index_parts::wholes_of(const model::qualified_name& name, bool is_old) const {
  const bool is_there = !is_old || !names_.is_new(name);
  const model::table* const table = !is_there ? nullptr
                                    : is_old  ? names_.before(name)
                                              : names_.after(name);
  std::vector<whole> all;
  if (table == nullptr) {
    return all;
  }
  std::vector<whole> above = wholes_of(is_old ? parent_before(name) : parent_after(name), is_old);
  const auto add = [&](const auto& each) { all.push_back({each, each.name, name, each.name}); };
  if (table->primary_key) {
    add(*table->primary_key);
  }
  std::for_each(table->uniques.begin(), table->uniques.end(), add);
  for (const model::index& each : table->indexes) {
    const whole* const of = find_whole(above, each.part_of);
    if (of != nullptr) {
      all.push_back({of->of, each.name, of->table, of->declared});
    } else if (!each.only_parent) {
      add(each);
    }
  }
  for (whole& each : above) {
    if (!has_part(*table, each.name)) {
      each.name = codegen::servers_name(*table, each);
      all.push_back(std::move(each));
    }
  }
  return all;
}

std::optional<whole> index_parts::whole_of(const model::qualified_name& partition,
                                           const std::string& name) const {
  const bool is_one = !parent_after(partition).name.empty();
  const std::vector<whole> all = is_one ? wholes_of(parent_after(partition), false)
                                        : wholes_of(parent_before(partition), true);
  const whole* const found = find_whole(all, name);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

/// A partition's parts go with it, and give their names to others.
void postgresql_lowering::free_parts(const model::table& partition) {
  model::table before = partition;
  before.name = names_.old_name(partition.name);
  for (const whole& each : parts_.wholes_of(parts_.parent_before(partition.name), true)) {
    if (!has_part(before, each.name)) {
      last().frees.push_back(relation_resource({before.name.schema, servers_name(before, each)}));
    }
  }
}

void postgresql_lowering::rename_parts() {
  for (const model::table& after : of_.to.tables) {
    const model::qualified_name parent = parts_.parent_after(after.name);
    if (parent.name.empty() || names_.is_new(after.name) || parts_.moves(after.name)) {
      continue;
    }
    const model::table& before = *names_.before(after.name);
    const std::vector<whole> old = parts_.wholes_of(parent, true);
    for (const whole& is : parts_.wholes_of(parent, false)) {
      for (const whole& was : old) {
        if (was.table != is.table || was.declared != parts_.old_name(is.table, is.declared) ||
            has_part(before, was.name) || has_part(after, is.name) ||
            parts_.is_lost(was.table, was.declared)) {
          continue;
        }
        const std::string from = servers_name(before, was);
        const std::string to = servers_name(after, is);
        if (from != to) {
          rename_part(after.name, from, to);
          // The server numbers a name that another thing had first.
          std::get<sql::rename_index>(last().statements.front().statement).if_exists = true;
        }
      }
    }
  }
}

} // namespace strata::codegen
