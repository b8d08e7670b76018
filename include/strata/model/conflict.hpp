// What SQLite does with a row that breaks a constraint.
#pragma once

namespace strata::model {

/// The ON CONFLICT clause of a constraint: `abort` is what all do that have none.
enum class conflict_action { abort, rollback, fail, ignore, replace };

} // namespace strata::model
