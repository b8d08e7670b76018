// Whether an SQL text speaks of a name. Strata does not parse expressions; a mention that is none
// (in a string, say) costs an edge of the plan, a missed one would break it.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace strata::codegen::sql {

/// Whether `name` stands in `text` as a whole word, quoted or not, in any case.
bool mentions(std::string_view text, std::string_view name);

/// Many names, of which a text is searched for all at once.
class mentionable_names {
public:
  void insert(const std::string& name);

  /// Whether the text mentions one of them, as `mentions` of each would say.
  bool are_in(std::string_view text) const;

private:
  std::set<std::string> words_;  ///< In lower case.
  std::set<std::string> others_; ///< Which are not one word.
};

} // namespace strata::codegen::sql
