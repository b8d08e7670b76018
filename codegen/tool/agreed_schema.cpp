// Each side says what it has, and waits for the other.
#include "codegen/tool/agreed_schema.hpp"

#include <fmt/format.h>

namespace strata::codegen {

std::string agreed_schema::agree(const std::string& own) {
  std::unique_lock lock(mutex_);
  said_.push_back(own);
  said_or_gone_.notify_all();
  said_or_gone_.wait(lock, [&] { return said_.size() > 1 || given_up_; });
  return said_.size() < 2 || said_[0] == said_[1] ? own : "public";
}

void agreed_schema::give_up() {
  const std::lock_guard lock(mutex_);
  given_up_ = true;
  said_or_gone_.notify_all();
}

bool agreed_schema::differs() const {
  const std::lock_guard lock(mutex_);
  return said_.size() > 1 && said_[0] != said_[1];
}

std::string agreed_schema::both() const {
  const std::lock_guard lock(mutex_);
  return said_.size() < 2 ? "" : fmt::format("'{}' and '{}'", said_[0], said_[1]);
}

} // namespace strata::codegen
