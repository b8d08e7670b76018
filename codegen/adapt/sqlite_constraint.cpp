// Constraints on SQLite: options that it lacks are findings.
#include "codegen/adapt/sqlite_parts.hpp"

#include "codegen/adapt/unsupported.hpp"
#include "codegen/sql/own_table.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

constexpr const char* only_postgresql =
    "leave it out, or declare the constraint `.only(postgresql)`";

class constraint_lowering {
public:
  constraint_lowering(const model::table& table, diagnostics& out) : table_(table), out_(out) {}

  void lower(model::primary_key& key) {
    lower_key("S315", "primary key " + key.name, key.include, key.deferrable, key.where);
    find_overlaps("primary key " + key.name, key);
    key.comment.clear();
  }

  void lower(model::unique_constraint& unique) {
    const std::string what = "unique " + unique.name;
    lower_key("S315", what, unique.include, unique.deferrable, unique.where);
    find_overlaps(what, unique);
    if (unique.nulls_not_distinct) {
      find("S315", what, "NULLS NOT DISTINCT", unique.where);
    }
    unique.comment.clear();
  }

  void lower(model::check_constraint& check) {
    const std::string what = "check " + check.name;
    if (check.no_inherit) {
      find("S324", what, "NO INHERIT", check.where);
    }
    if (check.not_valid) {
      find("S324", what, "NOT VALID", check.where);
    }
    if (check.not_enforced) {
      find("S324", what, "NOT ENFORCED", check.where);
    }
    check.comment.clear();
    check.expression.sqlite = sql::without_own_table(check.expression.sqlite, table_.name.name);
  }

  void lower(model::foreign_key& key) {
    const std::string what = "foreign key " + key.name;
    if (key.match == model::match_type::full) {
      find("S317", what, "MATCH FULL", key.where);
    }
    if (!key.set_columns.empty()) {
      find("S317", what, "list of columns to set", key.where);
    }
    if (key.not_valid) {
      find("S317", what, "NOT VALID", key.where);
    }
    if (key.not_enforced) {
      find("S317", what, "NOT ENFORCED", key.where);
    }
    if (key.period) {
      find("S317", what, "PERIOD", key.where);
    }
    key.comment.clear();
  }

  void lower(const model::exclusion_constraint& exclusion) {
    unsupported(out_,
                exclusion.where,
                "S313",
                fmt::format("SQLite has no exclusion constraints, and {} is one", exclusion.name),
                "declare the constraint `.only(postgresql)`");
  }

private:
  template <typename Key>
  void find_overlaps(const std::string& what, const Key& key) {
    if (key.without_overlaps) {
      find("S315", what, "WITHOUT OVERLAPS", key.where);
    }
  }

  void lower_key(const char* code,
                 const std::string& what,
                 const std::vector<std::string>& include,
                 model::deferral deferrable,
                 const model::place& where) {
    if (!include.empty()) {
      find(code, what, "INCLUDE", where);
    }
    if (deferrable != model::deferral::not_deferrable) {
      find(code, what, "DEFERRABLE", where);
    }
  }

  void
  find(const char* code, const std::string& what, const char* option, const model::place& where) {
    unsupported(out_,
                where,
                code,
                fmt::format("SQLite has no {} for the {}", option, what),
                only_postgresql);
  }

  const model::table& table_;
  diagnostics& out_;
};

} // namespace

void lower_constraints(model::table& table, diagnostics& out) {
  constraint_lowering lowering(table, out);
  if (table.primary_key) {
    lowering.lower(*table.primary_key);
  } else if (table.without_rowid) {
    unsupported(out,
                table.where,
                "S323",
                fmt::format("{} is WITHOUT ROWID and has no primary key", display(table.name)),
                "declare a primary key, or leave WITHOUT ROWID out");
  }
  for (model::unique_constraint& unique : table.uniques) {
    lowering.lower(unique);
  }
  for (model::check_constraint& check : table.checks) {
    lowering.lower(check);
  }
  for (model::foreign_key& key : table.foreign_keys) {
    lowering.lower(key);
  }
  for (const model::exclusion_constraint& exclusion : table.exclusions) {
    lowering.lower(exclusion);
  }
}

} // namespace strata::codegen
