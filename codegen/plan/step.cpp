// Grouping actions into steps.
#include "codegen/plan/step.hpp"

#include <set>

namespace strata::codegen {
namespace {

class grouping {
public:
  void add(const action& next) {
    if (next.conduct == conduct::outside_transaction) {
      open_new(next);
      steps_.back().in_transaction = false;
      steps_.back().builds_index = next.builds_index;
      steps_.back().drops_index = next.drops_index;
      steps_.back().done_when = next.done_when;
      closed_ = true;
    } else if (!fits(next)) {
      open_new(next);
    }
    take(next);
  }

  std::vector<step> done() { return std::move(steps_); }

private:
  using key = std::pair<object_class, std::string>;

  bool fits(const action& next) const {
    if (steps_.empty() || closed_ || steps_.back().phase != next.phase) {
      return false;
    }
    const bool off = next.conduct == conduct::foreign_keys_off;
    // The user's statements see foreign keys as they are declared.
    if ((steps_.back().foreign_keys_off && wants_keys(next)) || (off && wants_keys_)) {
      return false;
    }
    if (!aside_.empty()) {
      return true;
    }
    if (next.sets_aside || next.step_group != group_) {
      return false;
    }
    return next.conduct != conduct::own_transaction || !group_.empty();
  }

  /// A gap is closed in its step: what no key follows does not break it open.
  bool wants_keys(const action& next) const {
    return next.is_user_dml && (aside_.empty() || !next.moves_no_key);
  }

  void open_new(const action& next) {
    steps_.emplace_back();
    steps_.back().phase = next.phase;
    steps_.back().where = next.where;
    group_ = next.step_group;
    closed_ = false;
    wants_keys_ = false;
  }

  void take(const action& next) {
    step& current = steps_.back();
    current.foreign_keys_off |= next.conduct == conduct::foreign_keys_off;
    current.loses_data |= next.loses_data;
    if (current.no_expand_form.empty()) {
      current.no_expand_form = next.no_expand_form;
    }
    wants_keys_ |= wants_keys(next);
    current.statements.insert(
        current.statements.end(), next.statements.begin(), next.statements.end());
    if (next.sets_aside) {
      aside_.insert(gap_of(next));
    } else if (next.id.at != stage::remove) {
      const bool was_open = !aside_.empty();
      aside_.erase(gap_of(next));
      closed_ |= was_open && aside_.empty();
    }
    closed_ |= aside_.empty() && next.conduct == conduct::own_transaction && group_.empty();
  }

  std::vector<step> steps_;
  std::set<key> aside_;
  std::string group_;
  bool closed_ = false;
  bool wants_keys_ = false; ///< The user's statements in it see foreign keys enforced.
};

} // namespace

std::vector<step> steps_of(const std::vector<action>& ordered) {
  grouping groups;
  for (const action& next : ordered) {
    if (!next.statements.empty()) {
      groups.add(next);
    }
  }
  return groups.done();
}

void check_deferred(std::vector<step>& steps) {
  const auto is_rows = [](const sql::statement& of) {
    return std::holds_alternative<sql::insert_rows>(of) ||
           std::holds_alternative<sql::update_row>(of) ||
           std::holds_alternative<sql::delete_row>(of) ||
           std::holds_alternative<sql::fill_column>(of) ||
           std::holds_alternative<sql::verbatim>(of);
  };
  const auto is_neutral = [](const sql::statement& of) {
    return std::holds_alternative<sql::advance_sequence>(of);
  };
  for (step& one : steps) {
    std::vector<planned_statement> checked;
    bool is_pending = false;
    for (planned_statement& planned : one.statements) {
      const bool rows = is_rows(planned.statement);
      if (is_pending && !rows && !is_neutral(planned.statement)) {
        checked.push_back({sql::check_deferred_now{}, ""});
        is_pending = false;
      }
      is_pending |= rows && one.in_transaction;
      checked.push_back(std::move(planned));
    }
    one.statements = std::move(checked);
  }
}

std::vector<step> as_one_step(const std::vector<action>& ordered) {
  std::vector<step> steps;
  bool is_open = false;
  for (const action& next : ordered) {
    const bool alone = next.conduct == conduct::outside_transaction;
    if (!is_open || alone) {
      steps.emplace_back();
      steps.back().in_transaction = !alone;
      steps.back().done_when = next.done_when;
      steps.back().where = next.where;
    }
    is_open = !alone;
    step& whole = steps.back();
    whole.loses_data |= next.loses_data;
    whole.foreign_keys_off |= next.conduct == conduct::foreign_keys_off;
    whole.statements.insert(whole.statements.end(), next.statements.begin(), next.statements.end());
  }
  return steps;
}

} // namespace strata::codegen
