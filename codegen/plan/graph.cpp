// Edges are resolved by vertex; names that one action frees and another takes add theirs.
#include "codegen/plan/graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace strata::codegen {
namespace {

using edges = std::vector<std::vector<std::size_t>>;

/// What programs read, or what protects or redirects what they write.
bool protects(object_class of) {
  return of == object_class::view || of == object_class::trigger || of == object_class::rule ||
         of == object_class::policy || of == object_class::column_default ||
         of == object_class::grant;
}

/// Lower runs sooner: containers first, drops last, the user's SQL at the two ends.
int priority(const action& of) {
  if (of.id.of == object_class::barrier) {
    return -2000; // Nothing of its own to run: it holds nobody up.
  }
  if (of.puts_back && protects(of.id.of)) {
    return -20; // While it is not there, programs miss it.
  }
  if (of.sets_aside) {
    return 900; // A gap is open no longer than for what needs it.
  }
  const bool removes = of.id.at == stage::remove;
  switch (of.id.of) {
  case object_class::before_sql:
    return -1000;
  case object_class::schema:
    return removes ? 90 : -90;
  case object_class::extension:
    return removes ? 80 : -80;
  case object_class::enumeration:
    return removes ? 70 : -70;
  case object_class::user_type:
    return removes ? 68 : of.id.at == stage::add ? -60 : 0;
  case object_class::sequence:
    return removes ? 65 : of.id.at == stage::add ? -50 : 0;
  case object_class::grant:
    return removes ? -20 : 6;
  case object_class::function:
    return removes ? 65 : 0;
  case object_class::after_sql:
    return 1000;
  default:
    break;
  }
  switch (of.id.at) {
  case stage::rename:
    return -10;
  case stage::add:
    return of.id.of == object_class::comment ? 5 : 0;
  case stage::fill:
    return -5; // The check of a column waits until its rows are filled.
  case stage::alter:
    return 10;
  case stage::prove:
    return 20;
  case stage::tighten:
    return 30;
  case stage::remove:
    return of.id.of == object_class::table ? 60 : 50;
  }
  return 0;
}

class ordering {
public:
  ordering(std::vector<action> actions, diagnostics& out)
      : actions_(std::move(actions)), out_(out) {
    std::stable_sort(actions_.begin(), actions_.end(), [](const action& a, const action& b) {
      return a.id < b.id;
    });
    for (std::size_t at = 0; at < actions_.size(); ++at) {
      by_vertex_[actions_[at].id].push_back(at);
    }
  }

  std::vector<action> run() {
    connect();
    if (!move_phases()) {
      return {};
    }
    std::vector<action> ordered;
    ordered.reserve(actions_.size());
    for (const std::size_t at : walk()) {
      ordered.push_back(std::move(actions_[at]));
    }
    return ordered;
  }

private:
  using rank = std::tuple<rollout_phase, int, int, std::size_t>;

  /// A column that is not added by itself comes with its table.
  const std::vector<std::size_t>* find(vertex wanted) const {
    auto found = by_vertex_.find(wanted);
    if (found == by_vertex_.end() && wanted.of == object_class::column && wanted.at == stage::add) {
      wanted.name.resize(wanted.name.rfind(joint));
      wanted.of = object_class::table;
      found = by_vertex_.find(wanted);
    }
    return found == by_vertex_.end() ? nullptr : &found->second;
  }

  void add_edge(std::size_t first, std::size_t then) {
    if (first != then) {
      next_[first].push_back(then);
      ++waits_[then];
    }
  }

  void connect() {
    next_.resize(actions_.size());
    waits_.resize(actions_.size());
    std::map<std::string_view, std::vector<std::size_t>> freed;
    for (std::size_t at = 0; at < actions_.size(); ++at) {
      for (const std::string& name : actions_[at].frees) {
        freed[name].push_back(at);
      }
    }
    for (std::size_t at = 0; at < actions_.size(); ++at) {
      for (const vertex& wanted : actions_[at].after) {
        for (const std::size_t first : found(wanted)) {
          add_edge(first, at);
        }
      }
      for (const vertex& wanted : actions_[at].before) {
        for (const std::size_t then : found(wanted)) {
          add_edge(at, then);
        }
      }
      for (const std::string& name : actions_[at].takes) {
        if (const auto by = freed.find(name); by != freed.end()) {
          for (const std::size_t first : by->second) {
            add_edge(first, at);
          }
        }
      }
    }
    chain_equals();
    connect_what_is_free();
  }

  void connect_what_is_free() {
    for (std::size_t at = 0; at < actions_.size(); ++at) {
      for (const vertex& wanted : actions_[at].after_if_free) {
        for (const std::size_t first : found(wanted)) {
          if (!waits_for(first, at)) {
            add_edge(first, at);
          }
        }
      }
    }
  }

  bool waits_for(std::size_t one, std::size_t other) const {
    std::vector<bool> seen(actions_.size());
    std::vector<std::size_t> open = {other};
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      if (at == one) {
        return true;
      }
      for (const std::size_t then : next_[at]) {
        if (!seen[then]) {
          seen[then] = true;
          open.push_back(then);
        }
      }
    }
    return false;
  }

  std::vector<std::size_t> found(const vertex& wanted) const {
    const auto* all = find(wanted);
    return all == nullptr ? std::vector<std::size_t>() : *all;
  }

  /// Several actions on one vertex keep the order in which they were made.
  void chain_equals() {
    for (const auto& [id, all] : by_vertex_) {
      for (std::size_t at = 1; at < all.size(); ++at) {
        add_edge(all[at - 1], all[at]);
      }
    }
  }

  bool move_phases() {
    std::vector<std::size_t> waits = waits_;
    std::vector<std::size_t> ready;
    for (std::size_t at = 0; at < actions_.size(); ++at) {
      if (waits[at] == 0) {
        ready.push_back(at);
      }
    }
    for (std::size_t done = 0; done < ready.size(); ++done) {
      for (const std::size_t then : next_[ready[done]]) {
        actions_[then].phase = std::max(actions_[then].phase, actions_[ready[done]].phase);
        if (--waits[then] == 0) {
          ready.push_back(then);
        }
      }
    }
    if (ready.size() == actions_.size()) {
      return true;
    }
    find_cycle(waits);
    return false;
  }

  void find_cycle(const std::vector<std::size_t>& waits) {
    // Walk backwards among what is left: each waits for another of them.
    edges previous(actions_.size());
    for (std::size_t at = 0; at < actions_.size(); ++at) {
      for (const std::size_t then : next_[at]) {
        if (waits[at] > 0 && waits[then] > 0) {
          previous[then].push_back(at);
        }
      }
    }
    std::size_t at = 0;
    while (waits[at] == 0) {
      ++at;
    }
    std::vector<std::size_t> path;
    while (std::find(path.begin(), path.end(), at) == path.end()) {
      path.push_back(at);
      at = previous[at].front();
    }
    std::string members = display(actions_[at].id);
    for (auto member = path.rbegin(); member != path.rend(); ++member) {
      members += " -> " + display(actions_[*member].id);
      if (*member == at) {
        break;
      }
    }
    out_.add({"S301",
              "these changes wait for one another: " + members,
              {"split them over two versions, or correct the dependencies that the objects "
               "declare"},
              actions_[at].where});
  }

  rank rank_of(std::size_t at) const {
    const action& of = actions_[at];
    const int alone =
        of.conduct == conduct::own_transaction || of.conduct == conduct::outside_transaction ? 1
                                                                                             : 0;
    // Within a priority, what shares a step goes before what does not.
    return {of.phase, priority(of), alone, at};
  }

  /// What a transaction cannot hold waits, if it can, until every gap is closed.
  std::set<rank>::iterator choose(const std::set<rank>& ready, bool in_gap) const {
    const auto fits = std::find_if(ready.begin(), ready.end(), [&](const rank& each) {
      return !in_gap || actions_[std::get<3>(each)].conduct != conduct::outside_transaction;
    });
    return fits == ready.end() ? ready.begin() : fits;
  }

  std::vector<std::size_t> walk() {
    std::vector<std::size_t> waits = waits_;
    std::set<rank> ready;
    for (std::size_t at = 0; at < actions_.size(); ++at) {
      if (waits[at] == 0) {
        ready.insert(rank_of(at));
      }
    }
    std::vector<std::size_t> order;
    std::set<std::pair<object_class, std::string>> gaps;
    while (!ready.empty()) {
      const auto chosen = choose(ready, !gaps.empty());
      const std::size_t at = std::get<3>(*chosen);
      ready.erase(chosen);
      order.push_back(at);
      const auto gap = gap_of(actions_[at]);
      if (actions_[at].sets_aside)
        gaps.insert(gap);
      else if (actions_[at].puts_back)
        gaps.erase(gap);
      for (const std::size_t then : next_[at]) {
        if (--waits[then] == 0) {
          ready.insert(rank_of(then));
        }
      }
    }
    return order;
  }

  std::vector<action> actions_;
  diagnostics& out_;
  std::map<vertex, std::vector<std::size_t>> by_vertex_;
  edges next_;
  std::vector<std::size_t> waits_;
};

} // namespace

std::vector<action> in_order(std::vector<action> actions, diagnostics& out) {
  return ordering(std::move(actions), out).run();
}

} // namespace strata::codegen
