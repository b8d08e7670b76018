// Up, down, and everything that must hold on the way.
#include "tests/support/migration_trial.hpp"

#include "codegen/compose/resolve.hpp"
#include "codegen/inspect/differences.hpp"
#include "codegen/inspect/schema_facts.hpp"
#include "codegen/plan/migration.hpp"
#include "tests/support/kept_rows.hpp"

#include <algorithm>
#include <exception>
#include <stdexcept>

namespace strata::testing {
namespace {

codegen::migration_sql
sql_of(const codegen::target& on, const model::version* from, const model::version& to) {
  codegen::diagnostics found;
  codegen::migration_sql sql = codegen::make_migration(on, from, to, found);
  std::string text;
  for (const codegen::finding& each : found.sorted())
    text += codegen::format(each);
  if (!text.empty())
    throw std::runtime_error("it cannot be made into SQL:\n" + text);
  return sql;
}

/// What a plain form is where none is printed: the one form there is.
const std::string& plain_of(const codegen::migration_sql& sql) {
  return sql.plain ? *sql.plain : sql.up;
}

using rows_of_tables = std::vector<std::vector<std::string>>;

class trial_run {
public:
  trial_run(const trial& tried, live_database& on)
      : tried_(tried), on_(on), kept_(kept_tables(tried.from, tried.to, on.target())) {}

  std::vector<std::string> run() {
    try {
      try_all();
    } catch (const std::exception& error) {
      problems_.push_back(stage_ + ": " + error.what());
    }
    if (!problems_.empty()) {
      problems_.push_back("the old version:\n" + old_sql_.up);
      problems_.push_back("the new version:\n" + new_sql_.up);
      problems_.push_back("up:\n" + sql_.up);
      if (sql_.plain)
        problems_.push_back("plain:\n" + *sql_.plain);
      problems_.push_back("down:\n" + sql_.down);
    }
    return problems_;
  }

private:
  void try_all() {
    stage_ = "making SQL";
    old_sql_ = sql_of(on_.target(), nullptr, tried_.from);
    sql_ = sql_of(on_.target(), &tried_.from, tried_.to);
    model::version alone = tried_.to;
    alone.transition = {};
    const model::schema wanted = made_from_nothing(alone);

    stage_ = "making the old version";
    on_.apply(old_sql_.up);
    on_.execute(tried_.rows);
    const model::schema original = on_.inspect();
    const rows_of_tables rows = read(&kept_table::before);

    if (sql_.plain)
      try_plain(wanted, rows);

    stage_ = "upgrading";
    on_.apply(sql_.up);
    compare(on_.inspect(), wanted);
    compare(read(&kept_table::after), rows);
    observe(tried_.after_up);

    stage_ = "planning again";
    const codegen::migration_sql again = sql_of(on_.target(), &tried_.to, alone);
    if (!again.up.empty())
      problems_.push_back("planned again there is still to do:\n" + again.up);

    if (tried_.to.transition.irreversible)
      return;
    stage_ = "downgrading";
    on_.apply(sql_.down);
    compare(on_.inspect(), original);
    compare(read(&kept_table::before), rows);
    observe(tried_.after_down);

    stage_ = "downgrading to nothing";
    on_.apply(old_sql_.down);
    compare(on_.inspect(), model::schema());
  }

  model::schema made_from_nothing(const model::version& version) {
    stage_ = "making the new version from nothing";
    on_.execute("BEGIN");
    new_sql_ = sql_of(on_.target(), nullptr, version);
    on_.apply_in_transaction(plain_of(new_sql_));
    model::schema made = on_.inspect();
    on_.execute("ROLLBACK");
    compare_names(made, version.schema);
    return made;
  }

  void try_plain(const model::schema& wanted, const rows_of_tables& rows) {
    stage_ = "upgrading in the plain form";
    on_.execute("BEGIN");
    on_.apply_in_transaction(*sql_.plain);
    compare(on_.inspect(), wanted);
    compare(read(&kept_table::after), rows);
    observe(tried_.after_up);
    on_.execute("ROLLBACK");
  }

  rows_of_tables read(std::string kept_table::*query) {
    rows_of_tables all;
    for (const kept_table& each : kept_) {
      all.push_back(on_.query(each.*query));
      std::ranges::sort(all.back());
    }
    return all;
  }

  /// Whether everything that is declared was made: two databases that lack the same are equal too.
  void compare_names(const model::schema& found, const model::schema& declared) {
    codegen::diagnostics ignored;
    model::schema adapted = codegen::adapt(declared, on_.target(), ignored);
    adapted.functions.clear(); // The server spells their parameters in its own way.
    const codegen::schema_facts made = codegen::facts(found);
    for (const auto& [object, properties] : codegen::facts(adapted)) {
      if (!made.contains(object)) {
        problems_.push_back(stage_ + ": " + object + " is declared, and not there");
      }
    }
  }

  void compare(const model::schema& found, const model::schema& expected) {
    for (const std::string& line : codegen::differences(found, expected)) {
      problems_.push_back(stage_ + ": " + line);
    }
  }

  void compare(const rows_of_tables& found, const rows_of_tables& expected) {
    for (std::size_t at = 0; at < expected.size(); ++at) {
      expect(found[at], expected[at], kept_[at].after);
    }
  }

  void observe(const std::vector<observation>& all) {
    for (const observation& each : all)
      expect(on_.query(each.query), each.rows, each.query);
  }

  void expect(const std::vector<std::string>& found,
              const std::vector<std::string>& expected,
              const std::string& query) {
    if (found == expected)
      return;
    std::string text = stage_ + ": " + query + " gives";
    for (const std::string& row : found)
      text += "\n    " + row;
    text += "\n  expected";
    for (const std::string& row : expected)
      text += "\n    " + row;
    problems_.push_back(text);
  }

  const trial& tried_;
  live_database& on_;
  std::vector<kept_table> kept_;
  codegen::migration_sql old_sql_;
  codegen::migration_sql new_sql_;
  codegen::migration_sql sql_;
  std::string stage_;
  std::vector<std::string> problems_;
};

} // namespace

model::version
version_of(int number, const model::schema& schema, const model::transition& transition) {
  model::version made;
  made.number = number;
  made.schema = schema;
  made.transition = transition;
  codegen::diagnostics found;
  codegen::resolve(made.schema, found);
  if (!found.empty())
    throw std::runtime_error(codegen::format(found.sorted().front()));
  return made;
}

std::vector<std::string> problems_of(const trial& tried, live_database& on) {
  return trial_run(tried, on).run();
}

} // namespace strata::testing
