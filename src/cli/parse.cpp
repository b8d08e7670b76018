// The command line by CLI11, which is named here and nowhere else.
#include "src/cli/parse.hpp"

#include "src/cli/exit_code.hpp"
#include "src/cli/secrets.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdio>
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

/// What is said when the text is no number of the kind; nothing when it is one.
template <typename Number>
std::string refuse_number(const std::string& text, const char* kind) {
  Number number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && number >= 0
             ? std::string()
             : fmt::format("{} is no {}", text, kind);
}

/// A version's number.
std::string refuse_version(const std::string& text) {
  return refuse_number<int>(text, "version; write a whole number, 0 or more");
}

std::string refuse_seconds(const std::string& text) {
  return refuse_number<double>(text, "number of seconds; write 0 or more");
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
      ->check(refuse_version)
      ->required(required);
}

void add_waits(CLI::App& to, seconds_option& into) {
  to.add_option("--lock-wait", into.lock_wait, "How long to wait for another migrating process")
      ->type_name("SECONDS")
      ->check(refuse_seconds);
  to.add_option("--statement-limit",
                into.statement_limit,
                "How long a statement outside transactions may take")
      ->type_name("SECONDS")
      ->check(refuse_seconds);
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

void add_backup(CLI::App& to, arguments& into) {
  to.add_option(
        "--backup", into.options.backup_directory, "Write a copy there before the first change")
      ->type_name("DIR");
}

void add_draft(CLI::App& to, arguments& into) {
  to.add_flag("--allow-draft", into.options.allow_draft, "Apply versions that may still change");
}

void add_data_loss(CLI::App& to, arguments& into) {
  to.add_flag("--allow-data-loss", into.allow_data_loss, "Run steps that lose data");
}

/// What the options are read into.
struct reading {
  arguments given = {};
  std::string table = {};
  seconds_option seconds = {};
};

CLI::App& add_command(CLI::App& app, reading& into, const char* name, const char* what) {
  CLI::App* made = app.add_subcommand(name, what);
  add_common(*made, into.given, into.table);
  return *made;
}

void add_reading_commands(CLI::App& app, reading& into) {
  add_command(app, into, "status", "What the database has and what the program carries");
  add_command(app, into, "current", "The number of the version that the database has");
  add_command(app, into, "history", "What was done to the database, by whom and when");
  add_command(app, into, "check", "Whether something is to be done: exit code 1 when it is");
  CLI::App& plan = add_command(app, into, "plan", "The steps that upgrade would run");
  add_target(plan, into.given, false);
  add_phase(plan, into.given);
  CLI::App& sql = add_command(app, into, "sql", "The SQL that leads from one version to another");
  add_target(sql, into.given, false);
  sql.add_option("--from", into.given.from, "Start here; without it, at what the database has")
      ->type_name("N")
      ->check(refuse_version);
  sql.add_option("--dialect", into.given.dialect, "Without a database: postgresql or sqlite")
      ->check(CLI::IsMember({"postgresql", "sqlite"}));
}

void add_changing_commands(CLI::App& app, reading& into) {
  CLI::App& upgrade = add_command(app, into, "upgrade", "Apply what is missing");
  add_target(upgrade, into.given, false);
  add_waits(upgrade, into.seconds);
  add_phase(upgrade, into.given);
  add_draft(upgrade, into.given);
  add_backup(upgrade, into.given);
  CLI::App& downgrade = add_command(app, into, "downgrade", "Take versions back");
  add_target(downgrade, into.given, true);
  add_waits(downgrade, into.seconds);
  add_data_loss(downgrade, into.given);
  add_backup(downgrade, into.given);
  CLI::App& redo = add_command(app, into, "redo", "Take the newest version back, apply it anew");
  add_waits(redo, into.seconds);
  add_draft(redo, into.given);
  add_data_loss(redo, into.given);
  CLI::App& stamp =
      add_command(app, into, "stamp", "Write into the history that the database has a version");
  add_target(stamp, into.given, true);
  add_waits(stamp, into.seconds);
}

arguments finished(const reading& of, const settings& chosen) {
  arguments given = of.given;
  if (!of.table.empty()) {
    split_table(of.table, given.options);
  }
  if (of.seconds.lock_wait >= 0) {
    given.options.lock_wait = milliseconds(of.seconds.lock_wait);
  }
  if (of.seconds.statement_limit >= 0) {
    given.options.statement_limit = milliseconds(of.seconds.statement_limit);
  }
  given.options.program = chosen.program;
  return given;
}

/// The first argument that is no option, as a command would be.
std::string first_word(int argc, const char* const* argv) {
  for (int at = 1; at < argc; ++at) {
    if (argv[at][0] != '-') {
      return argv[at];
    }
  }
  return {};
}

/// CLI11's words for what is wrong, or plainer ones.
std::string explain(const CLI::ParseError& wrong, const CLI::App& app, const std::string& word) {
  std::string text = wrong.what();
  const std::string option = text.substr(0, text.find(':'));
  if (wrong.get_name() == "RequiredError" && app.get_subcommands().empty()) {
    return word.empty() ? std::string("no command is given") : word + " is no command";
  }
  if (wrong.get_name() == "ArgumentMismatch") {
    return text.find("missing") != std::string::npos ? option + " needs a value"
                                                     : option + " is given more than once";
  }
  return text;
}

/// On the standard error; what was typed is quoted, and may hold a password.
void tell_usage(const std::string& what,
                const std::string& name,
                int argc,
                const char* const* argv) {
  std::vector<std::string> secrets;
  for (int at = 1; at < argc; ++at) {
    const auto found = passwords_in(argv[at]);
    secrets.insert(secrets.end(), found.begin(), found.end());
  }
  std::fprintf(stderr,
               "error: %s; `%s --help` lists the commands, and `COMMAND --help` its options\n",
               without(secrets, what).c_str(),
               name.c_str());
}

} // namespace

std::variant<arguments, int> parse(int argc, const char* const* argv, const settings& chosen) {
  reading read;
  const std::string name = usage_name(chosen, argc > 0 ? argv[0] : "");
  CLI::App app{"Brings a database to the version that this program carries.", name};
  app.require_subcommand(1);
  add_changing_commands(app, read);
  add_reading_commands(app, read);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    if (wrong.get_exit_code() == 0) {
      return app.exit(wrong);
    }
    tell_usage(explain(wrong, app, first_word(argc, argv)), name, argc, argv);
    return exit_code::usage;
  }
  read.given.command = app.get_subcommands().front()->get_name();
  return finished(read, chosen);
}

} // namespace strata::cli
