// The command line by CLI11, which is named here and nowhere else.
#include "src/cli/parse.hpp"

#include "src/cli/exit_code.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <map>

namespace strata::cli {
namespace {

struct seconds_option {
  double lock_wait = -1;
  double statement_limit = -1;
};

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

void split_table(const std::string& given, migrator_options& into) {
  const auto dot = given.find('.');
  into.history_table = dot == std::string::npos ? given : given.substr(dot + 1);
  into.history_schema = dot == std::string::npos ? std::string() : given.substr(0, dot);
}

/// Options that each command has.
void add_common(CLI::App& to, arguments& into, std::string& table) {
  to.add_option("--url", into.url, "The database; else DATABASE_URL_DIRECT or DATABASE_URL")
      ->type_name("URL");
  to.add_option("--history-table", table, "The history table's name, or SCHEMA.NAME")
      ->type_name("NAME");
  to.add_flag("--json", into.json, "Print JSON");
}

void add_target(CLI::App& to, arguments& into, bool required) {
  to.add_option("--to", into.to, "The version to reach; 0 is the empty schema")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber)
      ->required(required);
}

void add_waits(CLI::App& to, seconds_option& into) {
  to.add_option("--lock-wait", into.lock_wait, "How long to wait for another migrating process")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber);
  to.add_option("--statement-limit",
                into.statement_limit,
                "How long a statement outside transactions may take")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber);
}

void add_phase(CLI::App& to, arguments& into) {
  static const std::map<std::string, phase> phases{
      {"expand", phase::expand}, {"data", phase::data}, {"contract", phase::contract}};
  to.add_option_function<std::string>(
        "--phase",
        [&into](const std::string& name) { into.options.phase = phases.at(name); },
        "Run one phase of the pending version: expand, data or contract")
      ->type_name("PHASE")
      ->check(CLI::IsMember(phases));
}

} // namespace

std::variant<arguments, int> parse(int argc, const char* const* argv, const settings& chosen) {
  arguments read;
  std::string table;
  seconds_option seconds;
  CLI::App app{"Brings a database to the version that this program carries.",
               usage_name(chosen, argc > 0 ? argv[0] : "")};
  app.require_subcommand(1);
  app.fallthrough(false);

  const auto command = [&](const char* name, const char* what) {
    CLI::App* made = app.add_subcommand(name, what);
    add_common(*made, read, table);
    return made;
  };
  command("status", "What the database has and what the program carries");
  command("current", "The number of the version that the database has");
  command("history", "What was done to the database, by whom and when");
  command("check", "Whether something is to be done: exit code 1 when it is");
  CLI::App* upgrade = command("upgrade", "Apply what is missing");
  add_target(*upgrade, read, false);
  add_waits(*upgrade, seconds);
  add_phase(*upgrade, read);
  upgrade->add_flag(
      "--allow-draft", read.options.allow_draft, "Apply versions that may still change");
  upgrade
      ->add_option(
          "--backup", read.options.backup_directory, "Write a copy there before the first change")
      ->type_name("DIR");
  CLI::App* downgrade = command("downgrade", "Take versions back");
  add_target(*downgrade, read, true);
  add_waits(*downgrade, seconds);
  downgrade->add_flag("--allow-data-loss", read.allow_data_loss, "Run steps that lose data");
  downgrade
      ->add_option(
          "--backup", read.options.backup_directory, "Write a copy there before the first change")
      ->type_name("DIR");
  CLI::App* redo = command("redo", "Take the newest version back and apply it anew");
  add_waits(*redo, seconds);
  redo->add_flag("--allow-draft", read.options.allow_draft, "Apply versions that may still change");
  redo->add_flag("--allow-data-loss", read.allow_data_loss, "Run steps that lose data");
  CLI::App* stamp = command("stamp", "Write into the history that the database has a version");
  add_target(*stamp, read, true);
  add_waits(*stamp, seconds);
  CLI::App* plan = command("plan", "The steps that upgrade would run");
  add_target(*plan, read, false);
  add_phase(*plan, read);
  CLI::App* sql = command("sql", "The SQL that leads from one version to another");
  add_target(*sql, read, false);
  sql->add_option("--from", read.from, "Start here; without it, at what the database has")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  sql->add_option("--dialect", read.dialect, "Without a database: postgresql or sqlite")
      ->check(CLI::IsMember({"postgresql", "sqlite"}));

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    const int code = app.exit(wrong);
    return code == 0 ? exit_code::done : exit_code::usage;
  }
  read.command = app.get_subcommands().front()->get_name();
  if (!table.empty()) {
    split_table(table, read.options);
  }
  if (seconds.lock_wait >= 0) {
    read.options.lock_wait = milliseconds(seconds.lock_wait);
  }
  if (seconds.statement_limit >= 0) {
    read.options.statement_limit = milliseconds(seconds.statement_limit);
  }
  read.options.program = chosen.program;
  return read;
}

} // namespace strata::cli
