// Schemas in SQL that diff turns into each other: there and back, carefully and fast.
#pragma once

#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace strata::testing {

struct schema_pair {
  const char* what;
  const char* one;
  const char* other;
};

/// Each pair in a schema of its own, so that one diff tries all.
inline std::string all_of(const std::vector<schema_pair>& pairs, bool others) {
  std::string text;
  for (const schema_pair& each : pairs) {
    const std::string name = std::string("\"") + each.what + '"';
    text += "CREATE SCHEMA " + name + "; SET search_path = " + name + ";";
    text += others ? each.other : each.one;
    text += '\n';
  }
  return text;
}

/// One after the other: some run in no transaction. Blocks between `$strata$` are whole.
inline void execute_each(const scratch_database& database, const std::string& script) {
  const auto session = database.open();
  constexpr std::string_view end = ";\n";
  constexpr std::string_view mark = "$strata$";
  for (std::size_t at = 0; at < script.size();) {
    std::size_t next = script.find(end, at);
    const std::size_t opened = script.find(mark, at);
    if (opened < next) {
      next = script.find(end, script.find(mark, opened + mark.size()));
    }
    next = std::min(next, script.size());
    session->execute(script.substr(at, next - at));
    at = next + end.size();
  }
}

/// `catalogue` is a query whose rows are equal where the databases are.
inline void check_converging(const std::vector<schema_pair>& pairs, const char* catalogue) {
  if (tested_dialects().size() < 2)
    return;
  for (const bool is_fast : {false, true}) {
    for (const bool is_back : {false, true}) {
      const scratch_database from(dialect::postgresql);
      const scratch_database to(dialect::postgresql);
      from.open()->execute(all_of(pairs, is_back));
      to.open()->execute(all_of(pairs, !is_back));
      std::vector<std::string> options = {"--acknowledge-all"};
      if (is_fast)
        options.emplace_back("--fast");
      const outcome made = diff(from, to, options);
      INFO(made.out << made.errors);
      REQUIRE(made.code == 1);
      execute_each(from, made.out);
      const outcome again = diff(from, to);
      INFO(again.out);
      CHECK(again.code == 0);
      CHECK(from.open()->query(catalogue).rows == to.open()->query(catalogue).rows);
    }
  }
}

} // namespace strata::testing
