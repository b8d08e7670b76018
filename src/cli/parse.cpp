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

/// An empty word is a variable that nobody has set, not the usual value.
std::string refuse_empty(const std::string& text) {
  return text.empty() ? "it is empty; write a value, or leave the option out" : std::string();
}

std::string shown(const std::string& text) { return text.empty() ? "\"\"" : text; }

std::string refuse_table(const std::string& text) {
  const auto dot = text.find('.');
  return text.empty() || dot == 0 || dot + 1 == text.size()
             ? fmt::format("{} is no table's name; write NAME or SCHEMA.NAME", shown(text))
             : std::string();
}

void split_table(const std::string& given, migrator_options& into) {
  const auto dot = given.find('.');
  into.history_table = dot == std::string::npos ? given : given.substr(dot + 1);
  into.history_schema = dot == std::string::npos ? std::string() : given.substr(0, dot);
}

/// A version's number.
std::string refuse_version(const std::string& text) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && number >= 0
             ? std::string()
             : fmt::format("{} is no version; write a whole number, 0 or more", shown(text));
}

/// What fits the milliseconds of PostgreSQL's timeouts: 24 days.
constexpr double most_seconds = 2147483;

std::string refuse_seconds_from(const std::string& text, const char* least_text, double least) {
  double seconds = -1;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, seconds);
  const bool is_number = read.ec == std::errc() && read.ptr == end;
  return is_number && seconds >= least && seconds <= most_seconds
             ? std::string()
             : fmt::format("{} is no number of seconds; write one from {} to {:.0f}",
                           shown(text),
                           least_text,
                           most_seconds);
}

std::string refuse_wait(const std::string& text) { return refuse_seconds_from(text, "0", 0); }

/// The server takes a limit of 0 for none.
std::string refuse_limit(const std::string& text) {
  return refuse_seconds_from(text, "0.001", 0.001);
}

/// Options that each command has.
void add_common(CLI::App& to, arguments& into, std::string& table) {
  to.add_option("--url", into.url, "The database; else DATABASE_URL_DIRECT or DATABASE_URL")
      ->type_name("URL")
      ->check(refuse_empty);
  to.add_option("--history-table", table, "The history table's name, or SCHEMA.NAME")
      ->type_name("NAME")
      ->check(refuse_table);
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
      ->check(refuse_wait);
  to.add_option("--statement-limit",
                into.statement_limit,
                "How long a statement outside transactions may take")
      ->type_name("SECONDS")
      ->check(refuse_limit);
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
      ->type_name("DIR")
      ->check(refuse_empty);
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

/// `--url=` with nothing behind it: CLI11 would take the next word for the value.
std::string empty_option(int argc, const char* const* argv) {
  for (int at = 1; at < argc; ++at) {
    const std::string_view word = argv[at];
    if (word.starts_with("--") && word.find('=') + 1 == word.size()) {
      return std::string(word.substr(0, word.size() - 1));
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
  if (const std::string option = empty_option(argc, argv); !option.empty()) {
    tell_usage(option + ": " + refuse_empty({}), name, argc, argv);
    return exit_code::usage;
  }
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
