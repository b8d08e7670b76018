#include "src/runtime/pinned_session.hpp"

#include "tests/support/catch.hpp"

#include <strata/runtime/error.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace strata;

namespace {

/// SQLite's pragmas, all 0; setting the last one fails.
class failing_pragmas final : public session {
public:
  strata::dialect dialect() const override { return dialect::sqlite; }

  int server_version() override { return 0; }

  std::string describe() const override { return "pragmas"; }

  void execute(std::string_view statements) override {
    if (statements == "PRAGMA busy_timeout = 200")
      throw query_error("no memory", {});
    executed.emplace_back(statements);
  }

  result_set query(std::string_view, std::span<const value>, bool) override {
    return {.columns = {"setting"}, .rows = {{std::int64_t{0}}}};
  }

  std::int64_t bulk_insert(std::string_view,
                           std::string_view,
                           std::span<const std::string_view>,
                           const std::function<bool(std::vector<value>&)>&) override {
    return 0;
  }

  bool in_transaction() const override { return false; }

  void backup(const std::string&) override {}

  std::vector<std::string> executed;
};

} // namespace

TEST_CASE("what was pinned before a failure is put back", "[runtime]") {
  failing_pragmas pragmas;
  CHECK_THROWS_AS(detail::pinned_session(pragmas, false), query_error);
  REQUIRE(pragmas.executed.size() >= 4);
  CHECK(pragmas.executed.at(0) == "PRAGMA foreign_keys = 1");
  std::vector<std::string> last(pragmas.executed.begin() + 2, pragmas.executed.end());
  CHECK(std::find(last.begin(), last.end(), "PRAGMA foreign_keys = 0") != last.end());
  CHECK(std::find(last.begin(), last.end(), "PRAGMA legacy_alter_table = 0") != last.end());
}
