// Circles are found by the names that renames free and take.
#include "codegen/plan/circle.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

namespace strata::codegen {
namespace {

/// The old name and the new one of a statement that renames; nothing for the others.
struct names_in_rename {
  template <typename Statement>
  std::optional<std::pair<std::string*, std::string*>> operator()(Statement& statement) const {
    using renamed = std::decay_t<Statement>;
    if constexpr (std::is_same_v<renamed, sql::rename_index> ||
                  std::is_same_v<renamed, sql::rename_view> ||
                  std::is_same_v<renamed, sql::rename_type>) {
      return std::pair(&statement.from.name, &statement.to);
    } else if constexpr (std::is_same_v<renamed, sql::rename_constraint> ||
                         std::is_same_v<renamed, sql::rename_trigger> ||
                         std::is_same_v<renamed, sql::rename_type_value>) {
      return std::pair(&statement.from, &statement.to);
    } else if constexpr (std::is_same_v<renamed, sql::rename_object>) {
      return std::pair(&statement.about.from.name, &statement.about.to);
    } else {
      return std::nullopt;
    }
  }
};

auto names_of(action& of) { return std::visit(names_in_rename(), of.statements.front().statement); }

bool is_plain_rename(action& of) {
  return of.id.at == stage::rename && of.statements.size() == 1 && names_of(of).has_value();
}

/// From the old name to one that nothing has; what is left goes from there.
action step_aside(action& of, const passing_names& passing) {
  action first = of;
  const auto left = *names_of(of);
  const std::string aside = passing.old(*left.first);
  *left.first = aside;
  *names_of(first)->second = aside;
  first.id.name += joint + aside;
  first.takes.clear();
  of.frees.clear();
  of.after.push_back(first.id);
  return first;
}

class circles {
public:
  circles(std::vector<action>& actions, const passing_names& passing)
      : actions_(actions), passing_(passing) {
    for (std::size_t at = 0; at < actions.size(); ++at) {
      if (is_plain_rename(actions[at])) {
        for (const std::string& name : actions[at].frees) {
          freed_.emplace(name, at);
        }
      }
    }
  }

  void open() {
    std::vector<action> first;
    for (std::size_t at = 0; at < actions_.size(); ++at) {
      if (is_plain_rename(actions_[at]) && leads_back(at)) {
        first.push_back(step_aside(actions_[at], passing_));
      }
    }
    actions_.insert(actions_.end(), first.begin(), first.end());
  }

private:
  /// A circle that was opened frees nothing at one place, and so leads nowhere.
  bool leads_back(std::size_t start) const {
    std::size_t at = start;
    for (std::size_t steps = 0; steps <= actions_.size(); ++steps) {
      const std::optional<std::size_t> next = next_of(at);
      if (!next || *next == start) {
        return next.has_value();
      }
      at = *next;
    }
    return false;
  }

  /// The rename that frees what this one takes.
  std::optional<std::size_t> next_of(std::size_t at) const {
    for (const std::string& name : actions_[at].takes) {
      const auto found = freed_.find(name);
      if (found != freed_.end() && !actions_[found->second].frees.empty()) {
        return found->second;
      }
    }
    return std::nullopt;
  }

  std::vector<action>& actions_;
  const passing_names& passing_;
  std::map<std::string, std::size_t> freed_;
};

} // namespace

void open_circles(std::vector<action>& actions, const passing_names& passing) {
  circles(actions, passing).open();
}

} // namespace strata::codegen
