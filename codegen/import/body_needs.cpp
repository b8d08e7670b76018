// By their words. One that would close a circle is left out: it cannot have been there first.
#include "codegen/import/body_needs.hpp"

#include "codegen/compose/sql_words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace strata::codegen {
namespace {

using model::qualified_name;

bool is_in_sql(const std::vector<sql_word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].name == "language")
      return words[i].name == "sql";
  }
  return false;
}

/// What stands between DECLARE and BEGIN: PL/pgSQL looks the types of variables up when the
/// function is made (`row things%ROWTYPE`), and all else when it runs.
std::vector<sql_word> declarations_in(const std::vector<sql_word>& words) {
  std::vector<sql_word> found;
  bool is_within = false;
  for (const sql_word& word : words) {
    if (word.name == "declare" || word.name == "begin") {
      is_within = word.name == "declare";
    } else if (is_within) {
      found.push_back(word);
    }
  }
  return found;
}

class needs_of_bodies {
public:
  explicit needs_of_bodies(model::schema& schema) : schema_(schema) {
    for (const model::function& each : schema.functions)
      needs_[each.name].insert(each.depends_on.begin(), each.depends_on.end());
    for (const model::view& each : schema.views)
      needs_[each.name].insert(each.depends_on.begin(), each.depends_on.end());
    for (const model::table& each : schema.tables)
      add_calls(each);
  }

  void run() {
    for (model::function& each : schema_.functions) {
      std::vector<sql_word> words = words_of(each.definition.postgresql);
      if (!is_in_sql(words))
        words = declarations_in(words);
      std::set<std::string> called;
      std::set<std::string> named;
      for (const sql_word& word : words)
        (word.is_call ? called : named).insert(word.name);
      for (const model::function& other : schema_.functions)
        add(each, other.name, called);
      for (const model::table& table : schema_.tables)
        add(each, table.name, named);
      for (const model::view& view : schema_.views)
        add(each, view.name, named);
    }
  }

private:
  void add(model::function& to, const qualified_name& what, const std::set<std::string>& words) {
    if (!words.contains(what.name) || what == to.name || reaches(what, to.name) ||
        !needs_[to.name].insert(what).second)
      return;
    to.depends_on.push_back(what);
  }

  bool reaches(const qualified_name& from, const qualified_name& to) const {
    std::set<qualified_name> seen;
    std::vector<qualified_name> waiting = {from};
    while (!waiting.empty()) {
      const qualified_name next = waiting.back();
      waiting.pop_back();
      if (next == to)
        return true;
      const auto found = needs_.find(next);
      if (found != needs_.end() && seen.insert(next).second)
        waiting.insert(waiting.end(), found->second.begin(), found->second.end());
    }
    return false;
  }

  /// The functions that a table cannot be made without.
  void add_calls(const model::table& table) {
    const auto add = [&](const model::sql_text& text) {
      for (const sql_word& word : words_of(text.postgresql)) {
        for (const model::function& each : schema_.functions) {
          if (word.is_call && each.name.name == word.name)
            needs_[table.name].insert(each.name);
        }
      }
    };
    for (const model::column& each : table.columns) {
      if (const auto* text =
              each.default_to ? std::get_if<model::sql_text>(&*each.default_to) : nullptr)
        add(*text);
      if (each.generated)
        add(each.generated->expression);
    }
    for (const model::check_constraint& each : table.checks)
      add(each.expression);
  }

  model::schema& schema_;
  std::map<qualified_name, std::set<qualified_name>> needs_;
};

} // namespace

void add_needs_of_bodies(model::schema& schema) { needs_of_bodies(schema).run(); }

} // namespace strata::codegen
