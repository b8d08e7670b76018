// A session that is locked and pinned for work.
#pragma once

#include "src/runtime/advisory_lock.hpp"
#include "src/runtime/pinned_session.hpp"
#include "src/runtime/step_runner.hpp"

#include <optional>

namespace strata::detail {

class working_session {
public:
  working_session(const run_context& in, history& rows)
      : context(in),
        lock_(take(context, rows)),
        pins(in.db),
        runner(context, rows, lock_ ? &*lock_ : nullptr, pins) {}

  const run_context context;

private:
  static std::optional<advisory_lock> take(const run_context& in, history& rows) {
    if (!in.on_postgresql()) {
      return std::nullopt;
    }
    return std::optional<advisory_lock>(std::in_place, in, rows.qualified_name());
  }

  std::optional<advisory_lock> lock_;

public:
  const pinned_session pins;
  step_runner runner;
};

} // namespace strata::detail
