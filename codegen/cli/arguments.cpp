// Options are `--name value`; the command and its number are what remains.
#include "codegen/cli/arguments.hpp"

#include "codegen/draw/draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>
#include <utility>

namespace strata::codegen {
namespace {

constexpr std::array<std::string_view, 9> command_names = {
    "--help", "generate", "seal", "check", "show", "restate", "diff", "erd", "bump"};

/// The values of --format that a command takes, the usual one first.
std::vector<std::string_view> formats_of(command which) {
  switch (which) {
  case command::show:
    return {"text", "json", "cpp"};
  case command::erd:
    return {diagram_formats.begin(), diagram_formats.end()};
  case command::diff:
    return {"sql", "json"};
  default:
    return {};
  }
}

template <typename Number>
Number number(std::string_view text, const char* what) {
  Number value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || value < 0) {
    throw usage_error(fmt::format("{} is no {}", text, what));
  }
  return value;
}

/// `3.38` with units 1000000 and 1000 as SQLite numbers itself: 3038000.
int release(std::string_view text, const std::vector<int>& units) {
  int value = 0;
  constexpr int greatest = 999; // In each part; more would run into the part before it.
  for (const int unit : units) {
    const auto part = text.substr(0, text.find('.'));
    const int read = number<int>(part, "version number");
    if (read > greatest)
      throw usage_error(fmt::format("a version number has no part {}", part));
    value += unit * read;
    if (part.size() == text.size())
      return value;
    text.remove_prefix(part.size() + 1);
  }
  throw usage_error(fmt::format("a version number has no part {}", text));
}

command command_named(std::string_view name) {
  for (std::size_t at = 0; at < command_names.size(); ++at) {
    if (command_names[at] == name)
      return static_cast<command>(at);
  }
  if (name == "-h" || name == "help")
    return command::help;
  throw usage_error(fmt::format("there is no command {}", name));
}

/// Takes options one by one.
class argument_reader {
public:
  /// The build may give an option without a value; on the command line an empty word is a variable
  /// that nobody has set.
  enum class source { build, command_line };

  void read(const std::vector<std::string>& words, source what) {
    dialects_.clear_on_next = true;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const std::string& word = words[at];
      if (word == "--frozen") {
        result_.settings.frozen = true;
      } else if (word == "--fast") {
        result_.fast = true;
      } else if (word == "--json") {
        result_.format = "json";
      } else if (word == "--help" || word == "-h" || !word.starts_with("--")) {
        positional_.push_back(word);
      } else if (at + 1 == words.size()) {
        throw usage_error(fmt::format("{} needs a value", word));
      } else if (words[at + 1].empty() && what == source::command_line) {
        throw usage_error(fmt::format("{} is empty; write a value, or leave the option out", word));
      } else {
        option(word, words[++at]);
      }
    }
  }

  arguments take() {
    command();
    add_target("postgresql", model::dialect::postgresql, result_.settings.minimum_postgresql);
    add_target("sqlite", model::dialect::sqlite, result_.settings.minimum_sqlite);
    return std::move(result_);
  }

private:
  struct dialect_list {
    std::vector<std::string> names;
    bool clear_on_next = false; ///< The command line's list replaces the default one.
  };

  void option(const std::string& name, const std::string& value) {
    generator_settings& settings = result_.settings;
    const std::map<std::string_view, std::string*> texts = {
        {"--name", &settings.name},
        {"--schema-namespace", &settings.schema_namespace},
        {"--namespace", &settings.cpp_namespace},
        {"--format", &result_.format},
        {"--title", &result_.title},
    };
    const std::map<std::string_view, std::filesystem::path*> paths = {
        {"--generated", &settings.generated_dir},
        {"--source-dir", &settings.source_dir},
        {"--output", &result_.output},
        {"--depfile", &result_.depfile},
        {"--list-file", &settings.list_file},
        {"--out", &result_.file},
    };
    if (const auto text = texts.find(name); text != texts.end()) {
      *text->second = value;
    } else if (const auto path = paths.find(name); path != paths.end()) {
      *path->second = value;
    } else if (name == "--rule-output") {
      result_.outputs.emplace_back(value);
    } else if (name == "--from") {
      result_.from = number<int>(value, "version");
    } else if (name == "--to") {
      result_.to = number<int>(value, "version");
    } else if (name == "--dialect") {
      dialect(value);
    } else if (name == "--minimum-postgresql") {
      settings.minimum_postgresql = release(value, {10000, 1});
    } else if (name == "--minimum-sqlite") {
      settings.minimum_sqlite = release(value, {1000000, 1000, 1});
    } else {
      throw usage_error(fmt::format("there is no option {}", name));
    }
  }

  void dialect(const std::string& name) {
    if (name != "postgresql" && name != "sqlite") {
      throw usage_error(fmt::format("{} is no database that Strata knows", name));
    }
    if (std::exchange(dialects_.clear_on_next, false))
      dialects_.names.clear();
    dialects_.names.push_back(name);
  }

  void command() {
    if (positional_.empty())
      return;
    result_.command = command_named(positional_.front());
    const bool takes_version = result_.command == command::show ||
                               result_.command == command::restate ||
                               result_.command == command::erd;
    if (positional_.size() > (takes_version ? 2U : 1U)) {
      throw usage_error(fmt::format("{} is one word too many", positional_.back()));
    }
    if (positional_.size() == 2) {
      result_.version = number<int>(positional_[1], "version");
    } else if (result_.command == command::restate) {
      throw usage_error("restate needs the version's number");
    }
    if (result_.command == command::generate && result_.output.empty()) {
      throw usage_error("generate needs --output; the build gives it");
    }
    check_verb();
  }

  /// Options that only some of the commands have.
  void check_verb() {
    const bool is_diff = result_.command == command::diff;
    const auto only = [&](bool given, bool is_taken, const char* name) {
      if (given && !is_taken)
        throw usage_error(fmt::format("{} takes no {}", positional_.front(), name));
    };
    only(result_.from.has_value(), is_diff, "--from");
    only(result_.to.has_value(), is_diff, "--to");
    only(result_.fast, is_diff, "--fast");
    only(!result_.title.empty(), result_.command == command::bump, "--title");
    only(!result_.file.empty(), result_.command == command::erd, "--out");
    if (is_diff && !result_.from)
      throw usage_error("diff needs --from and the version's number");
    const auto formats = formats_of(result_.command);
    only(!result_.format.empty(), !formats.empty(), "--format");
    if (formats.empty())
      return;
    if (result_.format.empty())
      result_.format = formats.front();
    if (std::find(formats.begin(), formats.end(), result_.format) == formats.end()) {
      throw usage_error(fmt::format(
          "{} prints {}, not {}", positional_.front(), fmt::join(formats, ", "), result_.format));
    }
  }

  void add_target(const char* name, model::dialect dialect, int minimum) {
    const auto& names = dialects_.names;
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      result_.settings.targets.push_back({dialect, minimum});
    }
  }

  arguments result_;
  dialect_list dialects_;
  std::vector<std::string> positional_;
};

} // namespace

arguments parse_arguments(const std::vector<std::string>& defaults,
                          const std::vector<std::string>& given) {
  argument_reader reader;
  reader.read(defaults, argument_reader::source::build);
  reader.read(given, argument_reader::source::command_line);
  return reader.take();
}

std::string usage(const std::string& program) {
  return fmt::format(R"(usage: {} <command> [options]

  check             report what is wrong with the schema, and whether generated/ is up to date
  show [N]          list the versions, or what there is in version N; --format text|json|cpp,
                    where cpp is the whole schema as a header
  diff --from N [--to M]
                    print the SQL that leads from version N (0: nothing) to M (the newest), up or
                    down; --format sql|json, --dialect, --fast: the form in one transaction
  erd [N]           draw the tables of version N (the newest); --format mermaid|dot|svg, --out FILE
  bump              write the next version's header; --title TEXT
  restate N         print a header for version N that needs no other version's
  seal              make the head a version that can no longer change
  generate          write migrations and accessors; the build does it

The build has compiled in where the project is, which namespaces and which databases it uses. To
override: --generated DIR, --source-dir DIR, --namespace NAME, --schema-namespace NAME, --name NAME,
--dialect postgresql|sqlite (repeatable), --minimum-postgresql N, --minimum-sqlite N, --frozen;
--list-file FILE; for generate: --output DIR, --depfile FILE, --rule-output FILE (repeatable).

Ends with 0 when all is well, 1 when there are findings (diff: when there is a difference), 2 when
the command line is wrong, 3 when a file cannot be read or written.
)",
                     program);
}

} // namespace strata::codegen
