// Findings: what is wrong with a schema, where, and what to write instead.
#pragma once

#include <strata/model/place.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// One broken rule. `code` is `Snnn`; `message` says the rule broken in the present tense, lower
/// case; each line of `help` is something to do or to write.
struct finding {
  std::string code;
  std::string message;
  std::vector<std::string> help;
  model::place where;

  friend bool operator==(const finding&, const finding&) = default;
};

/// Collects findings; a run that has one ends non-zero and writes no file.
class diagnostics {
public:
  void add(finding found);

  bool empty() const { return findings_.empty(); }

  /// By place, then code; each finding once.
  std::vector<finding> sorted() const;

private:
  std::vector<finding> findings_;
};

/// `file:line:column: error: [Snnn] message` and its help lines, as editors read them.
std::string format(const finding& found);

} // namespace strata::codegen
