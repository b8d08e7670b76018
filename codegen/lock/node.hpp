// The lock's text as a tree: one line a node, what belongs to it indented below.
//
//   table cameras
//     column site varchar(50)
//       comment "where it hangs"
//
// A word of other characters than a name's stands in '…', a text always in "…"; a text of several
// lines stands below its node, each line behind a `|`.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

struct node {
  std::string keyword;
  std::vector<std::string> words;
  std::optional<std::string> text;
  std::vector<node> children;
  int line = 0; ///< In the text it was read from.

  friend bool operator==(const node& a, const node& b) {
    return a.keyword == b.keyword && a.words == b.words && a.text == b.text &&
           a.children == b.children;
  }
};

/// The text is not what the printer below prints.
class unreadable : public std::runtime_error {
public:
  unreadable(const std::string& why, int line) : std::runtime_error(why), line_(line) {}

  int line() const { return line_; }

private:
  int line_;
};

/// The node's own line, without what stands below it and without its end.
std::string head(const node& of);

std::string print(const node& of);

/// `print` turned round, for any number of nodes; blank lines and lines that begin with `#` are
/// left out. Throws `unreadable`.
std::vector<node> parse_nodes(std::string_view text);

} // namespace strata::codegen
