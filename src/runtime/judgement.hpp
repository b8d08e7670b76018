// Whether a program fits a database: history against embedded migrations.
#pragma once

#include "src/runtime/database_state.hpp"

#include <strata/runtime/migration_status.hpp>
#include <strata/runtime/migrations.hpp>

#include <string>

namespace strata::detail {

struct judgement {
  strata::verdict verdict = verdict::up_to_date;
  std::string code{}; ///< Of the refusal; empty where the program may run or migrate.
  std::string explanation{};
  int version = 0; ///< What the explanation is about.
};

/// `unmanaged_tables` are the tables of a database without history, for the message; empty: none.
judgement judge(const database_state& state,
                const migrations& all,
                dialect on,
                const std::string& unmanaged_tables);

/// Whether the version that is half applied is not, or is otherwise, in the program.
bool is_begun_in_another_form(const database_state& state, const migrations& all, dialect on);

/// Throws migration_error when the verdict refuses to go on.
void refuse(const judgement& judged);

} // namespace strata::detail
