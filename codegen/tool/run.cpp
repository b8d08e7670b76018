// The command line by CLI11, which is named here and nowhere else in codegen.
#include "codegen/tool/run.hpp"

#include "codegen/draw/draw.hpp"
#include "codegen/tool/tool_error.hpp"
#include "codegen/tool/url_secrets.hpp"
#include "codegen/tool/verbs.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <ostream>
#include <sstream>

namespace strata::codegen {
namespace {

class tool {
public:
  explicit tool(const tool_streams& to) : to_(to) {
    app_.require_subcommand(1);
    add_diff();
    add_import();
    add_show();
    add_erd();
  }

  tool_exit run(std::vector<std::string> words) {
    const std::vector<std::string> given = words;
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back.
    for (const std::string& word : words) {
      // CLI11 would take the next word for the value of `--out=`.
      if (word.starts_with("--") && word.find('=') + 1 == word.size())
        throw tool_usage_error(word.substr(0, word.size() - 1) + ": " + refuse_empty({}));
    }
    try {
      app_.parse(words);
    } catch (const CLI::ParseError& problem) {
      // The message may repeat a word of the command line, and with it a URL.
      std::ostringstream message;
      const bool asked = app_.exit(problem, to_.out, message) == 0;
      std::string shown = message.str();
      for (const std::string& word : given)
        shown = without_passwords_of(word, shown);
      to_.errors << without_passwords(shown);
      return asked ? tool_exit::done : tool_exit::wrong_usage;
    }
    return verb_();
  }

private:
  /// An empty word is a variable that nobody has set, not the usual value.
  static std::string refuse_empty(const std::string& text) {
    return text.empty() ? "it is empty; write a value, or leave the option out" : std::string();
  }

  void add_diff() {
    CLI::App* verb = app_.add_subcommand(
        "diff", "Print the SQL that turns one database's schema into another's");
    verb->add_option("--from", diff_.from, "The database as it is")
        ->type_name("URL")
        ->required()
        ->check(refuse_empty);
    verb->add_option("--to", diff_.to, "The database as it shall be")
        ->type_name("URL")
        ->required()
        ->check(refuse_empty);
    verb->add_option("--rename", diff_.renames, "What bears another name, repeatable")
        ->type_name("PATH=NAME")
        ->allow_extra_args(false)
        ->check(refuse_empty);
    verb->add_option("--drop", diff_.drops, "What goes, and is not renamed, repeatable")
        ->type_name("PATH")
        ->allow_extra_args(false)
        ->check(refuse_empty);
    verb->add_option("--convert", diff_.conversions, "How a column's values become of its new type")
        ->type_name("TABLE.COLUMN=SQL")
        ->allow_extra_args(false)
        ->check(refuse_empty);
    verb->add_flag("--acknowledge-all", diff_.acknowledge_all, "Accept every hazard");
    verb->add_flag("--fast", diff_.fast, "One plain transaction, for a database at rest");
    add_format(
        *verb, {"sql", "json"}, [this](const std::string& name) { diff_.json = name == "json"; });
    add_leaving_out(*verb, diff_.leave_out);
    verb->callback([this] { verb_ = [this] { return run_diff(diff_, to_); }; });
  }

  void add_import() {
    CLI::App* verb =
        app_.add_subcommand("import", "Write the headers that declare a database's schema");
    verb->add_option("url", import_.url, "The database")
        ->type_name("URL")
        ->required()
        ->check(refuse_empty);
    verb->add_option("--out", import_.folder, "The folder for the headers")
        ->type_name("DIR")
        ->required()
        ->check(refuse_empty);
    verb->add_option("--namespace", import_.schema_namespace, "Of the declarations")
        ->type_name("NS")
        ->check(refuse_empty)
        ->capture_default_str();
    verb->add_option("--version", import_.version, "The version's number")
        ->type_name("N")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    add_leaving_out(*verb, import_.leave_out);
    verb->callback([this] { verb_ = [this] { return run_import(import_, to_); }; });
  }

  static void add_leaving_out(CLI::App& verb, std::vector<std::string>& names) {
    verb.add_option(
            "--leave-out", names, "What a schema cannot say, as the error names it, repeatable")
        ->type_name("NAME")
        ->allow_extra_args(false)
        ->check(refuse_empty);
  }

  void add_show() {
    CLI::App* verb = app_.add_subcommand("show", "Print a summary of a schema");
    add_source(*verb, show_.source, show_.version);
    add_leaving_out(*verb, show_.leave_out);
    verb->add_flag("--json", show_.json, "As one object of JSON");
    verb->callback([this] { verb_ = [this] { return run_show(show_, to_); }; });
  }

  void add_erd() {
    CLI::App* verb = app_.add_subcommand("erd", "Draw a schema's tables and their foreign keys");
    add_source(*verb, erd_.source, erd_.version);
    add_leaving_out(*verb, erd_.leave_out);
    add_format(*verb,
               {diagram_formats.begin(), diagram_formats.end()},
               [this](const std::string& name) { erd_.format = name; });
    verb->add_option("--out", erd_.file, "The file to write")
        ->type_name("FILE")
        ->check(refuse_empty);
    verb->callback([this] { verb_ = [this] { return run_erd(erd_, to_); }; });
  }

  static void add_source(CLI::App& verb, std::string& source, std::optional<int>& version) {
    verb.add_option("source", source, "The database, or a project's generated folder")
        ->type_name("URL|DIR")
        ->required()
        ->check(refuse_empty);
    verb.add_option("--version", version, "Of a generated folder: the version, not the newest")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
  }

  static void add_format(CLI::App& verb,
                         const std::vector<std::string>& names,
                         const std::function<void(const std::string&)>& take) {
    verb.add_option_function<std::string>("--format", take, "How to print it")
        ->type_name("FORMAT")
        ->check(CLI::IsMember(names));
  }

  tool_streams to_;
  CLI::App app_{"Reads, compares and draws the schemas of live databases", "strata"};
  diff_arguments diff_;
  import_arguments import_;
  show_arguments show_;
  erd_arguments erd_;
  std::function<tool_exit()> verb_;
};

} // namespace

int run_tool(const std::vector<std::string>& words, std::ostream& out, std::ostream& errors) {
  tool_exit code = tool_exit::failed;
  try {
    const std::vector<std::string> given(words.begin() + (words.empty() ? 0 : 1), words.end());
    code = tool({out, errors}).run(given);
  } catch (const tool_usage_error& problem) {
    errors << "strata: " << problem.what() << '\n';
    code = tool_exit::wrong_usage;
  } catch (const std::exception& problem) {
    errors << "strata: " << problem.what() << '\n';
  }
  return static_cast<int>(code);
}

} // namespace strata::codegen
