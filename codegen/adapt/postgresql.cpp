// PostgreSQL bears the model as declared; only its age can be in the way.
#include "codegen/adapt/postgresql.hpp"

#include "codegen/adapt/unsupported.hpp"
#include "codegen/adapt/virtual_columns.hpp"
#include "codegen/compose/default_names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

class age_check {
public:
  age_check(int minimum_version, diagnostics& out) : minimum_version_(minimum_version), out_(out) {}

  void check(const model::table& table) {
    check_names(table);
    refuse_keys_on_virtual_columns(table, out_);
    for (const model::column& column : table.columns) {
      check(table, column);
    }
    for (const model::check_constraint& each : table.checks) {
      if (each.not_enforced) {
        need(18, "NOT ENFORCED of check " + each.name, each.where);
      }
    }
    for (const model::foreign_key& key : table.foreign_keys) {
      if (key.not_enforced) {
        need(18, "NOT ENFORCED of foreign key " + key.name, key.where);
      }
      if (key.period) {
        need(18, "PERIOD of foreign key " + key.name, key.where);
      }
    }
    if (table.primary_key) {
      check_key(table);
      check_overlaps(table, "primary key " + table.primary_key->name, *table.primary_key);
      check_conflict("primary key " + table.primary_key->name, *table.primary_key);
    }
    for (const model::unique_constraint& unique : table.uniques) {
      check_conflict("unique " + unique.name, unique);
      check_overlaps(table, "unique " + unique.name, unique);
      if (unique.nulls_not_distinct) {
        need(15, "NULLS NOT DISTINCT of unique " + unique.name, unique.where);
      }
    }
    for (const model::index& index : table.indexes) {
      if (index.nulls_not_distinct) {
        need(15, "NULLS NOT DISTINCT of index " + index.name, index.where);
      }
    }
  }

private:
  void check_names(const model::table& table) {
    check_name(table.name.name, table.where);
    const auto check_all = [&](const auto& elements) {
      for (const auto& each : elements)
        check_name(each.name, each.where);
    };
    check_all(table.columns);
    check_all(table.uniques);
    check_all(table.checks);
    check_all(table.foreign_keys);
    check_all(table.indexes);
    if (table.primary_key) {
      check_name(table.primary_key->name, table.primary_key->where);
    }
  }

  void check_name(const std::string& name, const model::place& where) {
    constexpr std::size_t longest = 63;
    if (name.size() > longest) {
      unsupported(
          out_,
          where,
          "S329",
          fmt::format("PostgreSQL cuts names behind 63 bytes, and {} has {}", name, name.size()),
          "choose a shorter name, or declare it `.only(sqlite)`");
    }
  }

  void check_key(const model::table& table) {
    const auto& keys = table.primary_key->columns;
    for (const model::column& column : table.columns) {
      if (column.nullable && std::find(keys.begin(), keys.end(), column.name) != keys.end()) {
        unsupported(out_,
                    column.where,
                    "S326",
                    fmt::format("PostgreSQL has no nullable primary keys, and {}.{} is in one",
                                display(table.name),
                                column.name),
                    "take `.nullable()` out, or declare the table `.only(sqlite)`");
      }
    }
  }

  void check(const model::table& table, const model::column& column) {
    const std::string name = display(table.name) + "." + column.name;
    if (column.generated && column.generated->kept == model::generated::storage::computed_on_read) {
      need(18, "the virtual generated column " + name, column.where);
    }
    check_not_null(name, column);
    check_conflict("NOT NULL of " + name, column.on_null, column.where);
    const auto* known =
        column.default_to ? std::get_if<model::known_function>(&*column.default_to) : nullptr;
    if (known != nullptr && *known == model::known_function::gen_random_uuid) {
      need(13, "gen_random_uuid(), the default of " + name + ",", column.where);
    }
  }

  void check_not_null(const std::string& name, const model::column& column) {
    const model::not_null& of = column.not_null;
    if (of == model::not_null{}) {
      return;
    }
    if (column.nullable) {
      unsupported(out_,
                  column.where,
                  "S340",
                  fmt::format("{} is nullable and says how it is not null", name),
                  "take `.nullable()` or `.not_null_…` out");
    } else if (of.not_valid) {
      need(18, "NOT VALID of the NOT NULL of " + name, column.where);
    } else if (of.no_inherit) {
      need(18, "NO INHERIT of the NOT NULL of " + name, column.where);
    } else {
      need(18, "the name of the NOT NULL of " + name, column.where);
    }
  }

  template <typename Key>
  void check_overlaps(const model::table& table, const std::string& what, const Key& key) {
    if (!key.without_overlaps) {
      return;
    }
    need(18, "WITHOUT OVERLAPS of " + what, key.where);
    for (const model::column& column : table.columns) {
      // A type with a name may be a range; the server's own other types have kinds.
      if (!key.columns.empty() && column.name == key.columns.back() &&
          column.type.kind != model::type_kind::named) {
        unsupported(
            out_,
            key.where,
            "S342",
            fmt::format("the {} is without overlaps of {}, which is no range", what, column.name),
            "name a column of a range type last, as `type_named(\"daterange\")`, or take "
            "`.without_overlaps()` out");
      }
    }
  }

  template <typename Key>
  void check_conflict(const std::string& what, const Key& key) {
    check_conflict(what, key.on_conflict, key.where);
  }

  void check_conflict(const std::string& what,
                      model::conflict_action action,
                      const model::place& where) {
    if (action != model::conflict_action::abort) {
      unsupported(out_,
                  where,
                  "S339",
                  fmt::format("PostgreSQL has no ON CONFLICT in constraints, and {} has it", what),
                  "leave it out, or declare the constraint, its column or its table "
                  "`.only(sqlite)`");
    }
  }

  void need(int major, const std::string& what, const model::place& where) {
    if (minimum_version_ < major * 10000) {
      unsupported(out_,
                  where,
                  "S303",
                  fmt::format("{} needs PostgreSQL {}, and the schema promises to run on {}",
                              what,
                              major,
                              minimum_version_ / 10000),
                  fmt::format("leave it out, or write MINIMUM_POSTGRESQL {} in "
                              "strata_add_schema",
                              major));
    }
  }

  int minimum_version_;
  diagnostics& out_;
};

/// As the server names them. Those of what is inherited have a parent's name.
void name_not_nulls(model::table& table) {
  if (!table.descent.inherits.empty() || !table.descent.partition_of.name.empty()) {
    return;
  }
  for (model::column& column : table.columns) {
    if (!column.nullable && column.not_null.name.empty()) {
      column.not_null.name = not_null_name(table.name, column);
    }
  }
}

} // namespace

void adapt_to_postgresql(model::schema& schema, int minimum_version, diagnostics& out) {
  age_check check(minimum_version, out);
  for (model::table& table : schema.tables) {
    check.check(table);
    if (minimum_version >= 180000) {
      name_not_nulls(table);
    }
    table.strict = false;
    table.without_rowid = false;
  }
}

} // namespace strata::codegen
