// Which statements a connection keeps prepared.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace strata::detail {

/// Statements by their text. Bounded, since each costs memory here and on the server: the one that
/// was not used for longest goes first.
template <typename Statement>
class statement_cache {
public:
  static constexpr std::size_t limit = 256;

  bool is_full() const { return entries_.size() >= limit; }

  /// Null when there is none. Counts as a use.
  Statement* find(std::string_view text) {
    const auto known = places_.find(text);
    if (known == places_.end())
      return nullptr;
    entries_.splice(entries_.begin(), entries_, known->second);
    return &known->second->second;
  }

  /// Keeps one whose text is not known yet; `is_full` was asked before.
  Statement& keep(std::string_view text, Statement made) {
    entries_.emplace_front(std::string(text), std::move(made));
    places_.emplace(entries_.front().first, entries_.begin());
    return entries_.front().second;
  }

  /// The one to go next; there is one.
  Statement& oldest() { return entries_.back().second; }

  void forget_oldest() { forget(std::string(entries_.back().first)); }

  void forget(std::string_view text) {
    const auto known = places_.find(text);
    if (known == places_.end())
      return;
    const auto place = known->second;
    places_.erase(known); // Its key is a part of the entry.
    entries_.erase(place);
  }

private:
  using entry = std::pair<std::string, Statement>;

  std::list<entry> entries_; ///< The latest used first.
  std::map<std::string_view, typename std::list<entry>::iterator> places_;
};

} // namespace strata::detail
