// The commands; each returns its exit code and throws strata::error.
#pragma once

#include "src/cli/arguments.hpp"

#include <strata/runtime/migrations.hpp>
#include <strata/runtime/migrator.hpp>

namespace strata::cli {

int show_status(migrator& on, const arguments& given);
int show_current(migrator& on, const arguments& given);
int show_history(migrator& on, const arguments& given);
int show_plan(migrator& on, const arguments& given);
int show_sql(migrator& on, const arguments& given);
int show_sql(const migrations& all, const arguments& given);
int check(migrator& on, const arguments& given);
int upgrade(migrator& on, const arguments& given);
int downgrade(migrator& on, const arguments& given);
int redo(migrator& on, const arguments& given);
int stamp(migrator& on, const arguments& given);

} // namespace strata::cli
