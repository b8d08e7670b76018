// The commands. A run that has findings writes nothing.
#include "codegen/cli/run.hpp"

#include "codegen/cli/arguments.hpp"
#include "codegen/cli/bump.hpp"
#include "codegen/cli/committed.hpp"
#include "codegen/cli/io_error.hpp"
#include "codegen/cli/show.hpp"
#include "codegen/cli/synchronise.hpp"
#include "codegen/cli/version_script.hpp"
#include "codegen/docs/dsl.hpp"
#include "codegen/draw/draw.hpp"
#include "codegen/draw/svg.hpp"

#include <fmt/format.h>

#include <ostream>
#include <set>

namespace strata::codegen {
namespace {

enum exit_code { done = 0, has_findings = 1, wrong_usage = 2, io_failed = 3 };

/// Writes to the streams that the caller chose.
struct console {
  std::ostream& out;
  std::ostream& errors;

  int report(const diagnostics& found) const {
    for (const finding& each : found.sorted()) {
      errors << format(each);
    }
    return found.empty() ? done : has_findings;
  }
};

/// A path in a depfile: spaces and the characters that make and ninja take for their own.
std::string escaped(const std::string& path) {
  std::string text;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == '\\')
      text += '\\';
    if (c == '$')
      text += '$';
    text += c;
  }
  return text;
}

/// What the rule's outputs depend on beside the generator: the lock and the sealed SQL, so that an
/// edit is noticed, and the folders that it writes into, so that a deleted file is made again. Not
/// every file in them: Make's rules of CMake never forget a dependency, and one that is printed no
/// more would run the generator in every build.
std::string depfile_text(const arguments& given, const generation& made) {
  const auto& generated = given.settings.generated_dir;
  std::set<std::filesystem::path> paths = {generated / lock_name,
                                           given.output / made.migrations.path};
  for (const std::string& name : made.sealed) {
    paths.insert(generated / name);
  }
  for (const generated_file& file : made.committed) {
    paths.insert((generated / file.path).parent_path());
  }
  for (const generated_file& file : made.headers) {
    paths.insert((given.output / "include" / file.path).parent_path());
  }
  // The rule's own outputs would make it depend on itself.
  for (const auto& output : given.outputs) {
    paths.erase(output);
  }
  std::string text = escaped(given.outputs.front().string()) + ":";
  for (const auto& path : paths) {
    text += fmt::format(" \\\n  {}", escaped(path.string()));
  }
  return text + "\n";
}

/// The committed files, unless they must not be written. What must not be written is found before
/// anything is.
int write_committed(const arguments& given, const generation& made, const console& to) {
  const folder_changes changes = committed_changes(given.settings, made);
  diagnostics found;
  check_writable(given.settings, changes, found);
  if (!found.empty())
    return to.report(found);
  apply(given.settings.generated_dir, changes);
  return done;
}

int run_generate(const arguments& given, const console& to) {
  diagnostics found;
  const generation made = generate(given.settings, registered_headers(), false, found);
  if (found.empty()) {
    check_writable(given.settings, committed_changes(given.settings, made), found);
  }
  if (!found.empty())
    return to.report(found);

  const auto include = given.output / "include";
  apply(include, changes_in(include, made.headers, files_below(include, ".hpp")));
  write_if_changed(given.output / made.migrations.path, made.migrations.text);
  if (!given.depfile.empty() && !given.outputs.empty()) {
    write_if_changed(given.depfile, depfile_text(given, made));
  }
  return write_committed(given, made, to);
}

int run_seal(const arguments& given, const console& to) {
  diagnostics found;
  const generation made = generate(given.settings, registered_headers(), true, found);
  if (!found.empty())
    return to.report(found);
  const version_record& head = made.versions.back();
  if (const int failed = write_committed(given, made, to); failed != done)
    return failed;
  to.out << fmt::format("version {} is {}; commit {}\n",
                        head.version.number,
                        head.was_sealed ? "sealed already" : "sealed",
                        committed_file(given.settings, lock_name).name);
  return done;
}

int run_check(const arguments& given, const console& to) {
  diagnostics found;
  const generation made = generate(given.settings, registered_headers(), false, found);
  if (!found.empty())
    return to.report(found);
  const folder_changes changes = committed_changes(given.settings, made);
  for (const generated_file* file : changes.written) {
    to.out << fmt::format("to be written: {}\n", committed_file(given.settings, file->path).name);
  }
  for (const std::string& name : changes.removed) {
    to.out << fmt::format("to be removed: {}\n", committed_file(given.settings, name).name);
  }
  return changes.empty() ? done : has_findings;
}

const version_record& version_named(const versions_read& read, std::optional<int> number) {
  if (!number)
    return read.versions.back();
  const version_record* version = find_version(read, *number);
  if (version == nullptr)
    throw usage_error(fmt::format("there is no version {}", *number));
  return *version;
}

int run_show(const arguments& given, const console& to) {
  diagnostics found;
  const versions_read read = read_versions(given.settings, registered_headers(), found);
  if (!found.empty())
    return to.report(found);
  if (!given.version) {
    to.out << list_versions(read);
    return done;
  }
  const version_record& version = version_named(read, given.version);
  to.out << (given.command == command::restate
                 ? print_restated(version.version, given.settings.schema_namespace)
                 : print_version(given.settings, version, given.format));
  return done;
}

int run_erd(const arguments& given, const console& to) {
  diagnostics found;
  const versions_read read = read_versions(given.settings, registered_headers(), found);
  if (!found.empty() || read.versions.empty())
    return to.report(found);
  const std::string text = draw(
      version_named(read, given.version).version.schema, model::dialect::postgresql, given.format);
  if (given.file.empty())
    to.out << text;
  else
    write_if_changed(given.file, text);
  return done;
}

int run_diff(const arguments& given, const console& to) {
  diagnostics found;
  generator_settings settings = given.settings;
  if (settings.targets.size() > 1) {
    to.errors << "-- for PostgreSQL; --dialect sqlite prints the other\n";
    settings.targets.resize(1);
  }
  const generation made = generate(settings, registered_headers(), false, found);
  if (!found.empty())
    return to.report(found);
  const script between =
      script_between(settings,
                     made,
                     {*given.from, given.to.value_or(made.versions.back().version.number)},
                     given.fast);
  to.out << (given.format == "json" ? print_script_json(between) : print_script(between));
  return between.steps.empty() ? done : has_findings;
}

int run_bump(const arguments& given, const console& to) {
  diagnostics found;
  const versions_read read = read_versions(given.settings, registered_headers(), found);
  if (!found.empty() || read.versions.empty())
    return to.report(found);
  to.out << bump(given.settings, read.versions.back(), given.title);
  return done;
}

int run_command(const arguments& given, const std::string& program, const console& to) {
  switch (given.command) {
  case command::help:
    break;
  case command::generate:
    return run_generate(given, to);
  case command::seal:
    return run_seal(given, to);
  case command::check:
    return run_check(given, to);
  case command::show:
  case command::restate:
    return run_show(given, to);
  case command::diff:
    return run_diff(given, to);
  case command::erd:
    return run_erd(given, to);
  case command::bump:
    return run_bump(given, to);
  }
  to.out << usage(program);
  return done;
}

} // namespace

int run(const std::vector<std::string>& words, std::ostream& out, std::ostream& errors) {
  const console to{out, errors};
  const std::string program =
      words.empty() ? "generator" : std::filesystem::path(words.front()).filename().string();
  try {
    const std::vector<std::string> given(words.begin() + (words.empty() ? 0 : 1), words.end());
    return run_command(parse_arguments(registered_arguments(), given), program, to);
  } catch (const usage_error& problem) {
    errors << fmt::format(
        "{}: {}; {} --help lists what there is\n", program, problem.what(), program);
    return wrong_usage;
  } catch (const drawing_failed& problem) {
    errors << fmt::format("{}: error: {}\n", program, problem.what());
    return io_failed;
  } catch (const io_error& problem) {
    errors << fmt::format("{}: error: {}\n", program, problem.what());
    return io_failed;
  } catch (const std::exception& defect) {
    errors << fmt::format("{}: error: {}; that nothing told it apart is a defect of Strata\n",
                          program,
                          defect.what());
    return io_failed;
  }
}

} // namespace strata::codegen
