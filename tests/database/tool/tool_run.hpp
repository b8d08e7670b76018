// The tool, run as a function.
#pragma once

#include "codegen/tool/run.hpp"
#include "tests/support/database.hpp"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace strata::testing {

struct outcome {
  int code = 0;
  std::string out;
  std::string errors;
};

inline outcome run_tool(std::vector<std::string> words) {
  words.insert(words.begin(), "strata");
  std::ostringstream out;
  std::ostringstream errors;
  const int code = codegen::run_tool(words, out, errors);
  return {code, out.str(), errors.str()};
}

inline outcome diff(const scratch_database& from,
                    const scratch_database& to,
                    const std::vector<std::string>& more = {"--acknowledge-all"}) {
  std::vector<std::string> words = {"diff", "--from", from.url(), "--to", to.url()};
  words.insert(words.end(), more.begin(), more.end());
  return run_tool(words);
}

} // namespace strata::testing
