// Objects that a schema cannot say and that somebody asked to read a database without.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace strata::codegen {

class left_out {
public:
  /// Names as inspection_error spells them.
  explicit left_out(std::vector<std::string> asked = {}) : asked_(asked.begin(), asked.end()) {}

  /// Whether to go on without it; what was asked for is then found.
  bool take(const std::string& object) {
    const bool is_asked = asked_.contains(object);
    if (is_asked)
      found_.insert(object);
    return is_asked;
  }

  /// What was asked for and met in no database.
  std::vector<std::string> not_found() const {
    std::vector<std::string> all;
    for (const std::string& each : asked_) {
      if (!found_.contains(each))
        all.push_back(each);
    }
    return all;
  }

private:
  std::set<std::string> asked_;
  std::set<std::string> found_;
};

} // namespace strata::codegen
