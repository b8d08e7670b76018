// The renames that took place: whatever bears another name after them.
#include "codegen/compose/default_names.hpp"
#include "codegen/compose/further_objects.hpp"
#include "codegen/compose/lookup.hpp"
#include "codegen/diff/difference.hpp"

#include <cstddef>

#include <algorithm>

namespace strata::codegen {
namespace {

using model::object_kind;

template <typename Elements, typename Add>
void each_renamed(const Elements& original, const Elements& carried, Add add) {
  for (std::size_t i = 0; i < original.size(); ++i) {
    if (original[i].name != carried[i].name) {
      add(original[i].name, carried[i].name);
    }
  }
}

void diff_elements(difference& all, const model::table& original, const model::table& carried) {
  const model::qualified_name& table = carried.name;
  each_renamed(original.columns, carried.columns, [&](const auto& from, const auto& to) {
    all.add(rename_column{table, from, to});
    all.disturbed.insert(table);
  });
  const auto add_constraint_rename = [&](const auto& from, const auto& to) {
    all.add(rename_constraint{table, from, to});
  };
  if (original.primary_key && original.primary_key->name != carried.primary_key->name) {
    add_constraint_rename(original.primary_key->name, carried.primary_key->name);
  }
  each_renamed(original.uniques, carried.uniques, add_constraint_rename);
  each_renamed(original.checks, carried.checks, add_constraint_rename);
  each_renamed(original.foreign_keys, carried.foreign_keys, add_constraint_rename);
  each_renamed(original.exclusions, carried.exclusions, add_constraint_rename);
  each_renamed(original.indexes, carried.indexes, [&](const auto& from, const auto& to) {
    all.add(rename_index{table, from, to});
  });
}

template <typename Object>
void diff_names(difference& all, const Object& original, const Object& carried) {
  if (original.name != carried.name) {
    all.add(rename_object{kind_of(carried),
                          owner_of(carried),
                          name_of_object(original),
                          name_of_object(carried).name,
                          {}});
  }
  const auto parts = [&](object_kind kind, const auto& old, const auto& fresh) {
    each_renamed(old, fresh, [&](const auto& from, const auto& to) {
      all.add(rename_object{kind, carried.name, {{}, from}, to, {}});
    });
  };
  if constexpr (std::is_same_v<Object, model::composite_type>) {
    parts(object_kind::attribute, original.attributes, carried.attributes);
  } else if constexpr (std::is_same_v<Object, model::domain>) {
    parts(object_kind::constraint, original.checks, carried.checks);
  }
}

void diff_names(difference&, const model::grant&, const model::grant&) {}

std::string sequence_of(const model::table& table, const model::column& column) {
  const std::string& given = column.identity->sequence;
  return given.empty() ? identity_sequence_name(table, column) : given;
}

bool has_sequence(const model::schema& in, const model::qualified_name& name) {
  return std::any_of(in.sequences.begin(), in.sequences.end(), [&](const auto& each) {
    return each.name == name;
  });
}

} // namespace

bool difference::moves_to_other_sequence(const model::qualified_name& table,
                                         const model::column& before,
                                         const model::column& after) const {
  if (!before.identity || !after.identity) {
    return false;
  }
  model::table owner;
  owner.name = table;
  const std::string was = sequence_of(owner, before);
  const std::string is = sequence_of(owner, after);
  return was != is &&
         (has_sequence(to, {table.schema, was}) || has_sequence(from, {table.schema, is}));
}

void rename_sequences(difference& all) {
  const const_lookup<model::table> after(all.to.tables);
  for (std::size_t i = 0; i < all.from.tables.size(); ++i) {
    const model::table& original = all.original.tables[i];
    const model::table& carried = all.from.tables[i];
    const model::table* const table = after.find(carried.name);
    if (table == nullptr) {
      continue;
    }
    const auto is_serial = [](const model::column& column) {
      return column.identity->when == model::identity::mode::serial;
    };
    for (std::size_t k = 0; k < carried.columns.size(); ++k) {
      const model::column* const column = find_named(table->columns, carried.columns[k].name);
      // Between serial and identity the sequence is another, whatever its name.
      if (column == nullptr || !column->identity || !carried.columns[k].identity ||
          is_serial(*column) != is_serial(carried.columns[k]) ||
          all.moves_to_other_sequence(table->name, carried.columns[k], *column)) {
        continue;
      }
      const std::string from = sequence_of(original, original.columns[k]);
      const std::string to = sequence_of(*table, *column);
      if (from != to) {
        all.add(rename_object{object_kind::sequence, {}, {table->name.schema, from}, to, {}});
      }
    }
  }
}

void diff_renames(difference& all) {
  if (all.by.empty()) {
    return;
  }
  for (std::size_t i = 0; i < all.from.enumerations.size(); ++i) {
    const model::enumeration& original = all.original.enumerations[i];
    const model::enumeration& carried = all.from.enumerations[i];
    if (original.name != carried.name) {
      all.add(rename_enumeration{original.name, carried.name});
    }
    for (std::size_t k = 0; k < original.values.size(); ++k) {
      if (original.values[k] != carried.values[k]) {
        all.add(rename_enum_value{carried.name, original.values[k], carried.values[k]});
      }
    }
  }
  for (std::size_t i = 0; i < all.from.tables.size(); ++i) {
    const model::table& original = all.original.tables[i];
    const model::table& carried = all.from.tables[i];
    if (original.name != carried.name) {
      all.add(rename_table{original.name, carried.name});
      all.disturbed.insert(carried.name);
    }
    diff_elements(all, original, carried);
  }
  for (std::size_t i = 0; i < all.from.views.size(); ++i) {
    const model::view& original = all.original.views[i];
    const model::view& carried = all.from.views[i];
    if (original.name != carried.name) {
      all.add(rename_view{original.name, carried.name, original.materialized});
      all.disturbed.insert(carried.name);
    }
    each_renamed(original.indexes, carried.indexes, [&](const auto& from, const auto& to) {
      all.add(rename_index{carried.name, from, to});
    });
  }
  for (std::size_t i = 0; i < all.from.triggers.size(); ++i) {
    const model::trigger& original = all.original.triggers[i];
    const model::trigger& carried = all.from.triggers[i];
    if (original.name != carried.name) {
      all.add(rename_trigger{carried.table, original.name, carried.name});
    }
  }
  for (std::size_t i = 0; i < all.from.functions.size(); ++i) {
    const model::function& original = all.original.functions[i];
    const model::function& carried = all.from.functions[i];
    if (original.name != carried.name) {
      all.add(rename_object{object_kind::function,
                            {},
                            original.name,
                            carried.name.name,
                            original.parameters,
                            original.of == model::function::kind::procedure});
    }
  }
  each_further(all.original, all.from, [&](const auto& original, const auto& carried) {
    for (std::size_t i = 0; i < original.size(); ++i) {
      diff_names(all, original[i], carried[i]);
    }
  });
}

} // namespace strata::codegen
