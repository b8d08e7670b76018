// Upgraded equals made from nothing, and downgraded equals what was before: run, not hoped.
#include "codegen/verify/sqlite_chain.hpp"

#include "codegen/inspect/differences.hpp"
#include "codegen/inspect/inspection_error.hpp"
#include "codegen/inspect/sqlite.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/verify/reference_rows.hpp"
#include "codegen/verify/sqlite_script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {
namespace {

/// What is compared of a database.
struct database_state {
  model::schema schema;
  std::vector<std::string> rows;
};

/// The check cannot go on; its finding is made.
struct stop {};

class step_check {
public:
  step_check(const model::version& after, const target& on, diagnostics& out)
      : after_(after), on_(on), out_(out) {}

  void run(const model::version* before, const migration_sql& migration) {
    const std::string upgrade = fmt::format("the upgrade to version {}", after_.number);
    const std::string downgrade = fmt::format("the downgrade from version {}", after_.number);

    memory_database fresh;
    make(fresh, after_);
    const database_state expected = look(fresh, after_.schema);

    memory_database live;
    if (before != nullptr)
      make(live, *before);
    const model::schema nothing;
    const model::schema& original_schema = before == nullptr ? nothing : before->schema;
    const database_state original = look(live, original_schema);

    execute(live, migration.up, upgrade);
    compare(look(live, after_.schema),
            expected,
            {"S541", upgrade + " does not give what the version is when it is made from nothing"});
    if (after_.transition.irreversible)
      return;
    execute(live, migration.down, downgrade);
    compare(look(live, original_schema),
            original,
            {"S542", downgrade + " does not give back what was before"});
  }

private:
  struct rule {
    std::string code;
    std::string message;
  };

  void report(const rule& broken, std::vector<std::string> help) {
    out_.add({broken.code, broken.message, std::move(help), after_.where});
  }

  /// The version without its transition, which tells the way from another version.
  void make(memory_database& database, const model::version& version) {
    model::version alone = version;
    alone.transition = {};
    diagnostics refused;
    const migration_sql sql = make_migration(on_, nullptr, alone, refused);
    // What cannot be made into SQL has its findings where that is the question.
    if (!refused.empty())
      throw stop();
    execute(database, sql.up, fmt::format("version {} made from nothing", version.number));
  }

  void execute(memory_database& database, const std::string& sql, const std::string& what) {
    try {
      database.run_steps(sql);
    } catch (const statement_failed& failure) {
      report({"S540", fmt::format("{} fails on SQLite: {}", what, failure.what())},
             {"it is refused in: " + failure.statement()});
      throw stop();
    }
    for (const std::string& table : database.first_column(
             "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
      if (!breaks_a_key(database, table))
        continue;
      report({"S543", fmt::format("{} leaves rows that break a foreign key on SQLite", what)},
             {fmt::format("look at the foreign keys and reference rows of {}", table)});
      throw stop();
    }
  }

  /// A key to what is not unique, as some are found, is one that SQLite cannot check.
  static bool breaks_a_key(memory_database& database, const std::string& table) {
    try {
      return !database
                  .first_column("SELECT 1 FROM pragma_foreign_key_check(" + sql::quote_text(table) +
                                ") LIMIT 1")
                  .empty();
    } catch (const statement_failed& failure) {
      if (std::string_view(failure.what()).starts_with("foreign key mismatch"))
        return false;
      throw;
    }
  }

  database_state look(memory_database& database, const model::schema& declared) {
    try {
      diagnostics ignored;
      return {inspect_sqlite(database.handle()),
              read_reference_rows(database, adapt(declared, on_, ignored))};
    } catch (const inspection_error& error) {
      report({"S544", fmt::format("version {} cannot be compared on SQLite", after_.number)},
             error.unsupported());
    } catch (const statement_failed& failure) {
      report({"S544", fmt::format("version {} cannot be compared on SQLite", after_.number)},
             {failure.what()});
    }
    throw stop();
  }

  void compare(const database_state& found, const database_state& expected, const rule& broken) {
    std::vector<std::string> lines = differences(found.schema, expected.schema);
    add_missing(found.rows, expected.rows, " is not expected", lines);
    add_missing(expected.rows, found.rows, " is missing", lines);
    if (lines.empty())
      return;
    lines.emplace_back(
        "a statement of the transition must leave what the version declares; where no "
        "statement of yours is involved, this is a defect of Strata");
    report(broken, std::move(lines));
    throw stop();
  }

  /// The lines of `all` that `from` lacks.
  static void add_missing(const std::vector<std::string>& all,
                          const std::vector<std::string>& from,
                          std::string_view says,
                          std::vector<std::string>& lines) {
    std::vector<std::string> missing;
    std::ranges::set_difference(all, from, std::back_inserter(missing));
    for (const std::string& each : missing)
      lines.push_back(fmt::format("{}{}", each, says));
  }

  const model::version& after_;
  const target& on_;
  diagnostics& out_;
};

} // namespace

void verify_sqlite_step(const model::version* before,
                        const model::version& after,
                        const migration_sql& migration,
                        const target& on,
                        diagnostics& out) {
  try {
    step_check(after, on, out).run(before, migration);
  } catch (const stop&) {
    // Its finding stands in `out`.
  }
}

} // namespace strata::codegen
