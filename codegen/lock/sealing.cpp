// Each finding says what is otherwise, and the two ways out: put it back, or make it a new version.
#include "codegen/lock/sealing.hpp"

#include "codegen/lock/explain.hpp"
#include "codegen/lock/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace strata::codegen {
namespace {

model::place line_of(const history_file& file, int line) {
  return {.file = file.path, .line = static_cast<std::uint32_t>(std::max(line, 1)), .column = 1};
}

std::string restore(const history_file& file) {
  return fmt::format("to put it back: git checkout -- {}", file.name);
}

struct conflict {
  int line = 0;
  std::string version; ///< The first version that both sides hold; empty where there is none.
};

std::optional<conflict> find_conflict(std::string_view text) {
  std::optional<conflict> found;
  bool inside = false;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    if (line.starts_with("<<<<<<<")) {
      inside = true;
      if (!found)
        found = conflict{.line = number, .version = {}};
    } else if (line.starts_with(">>>>>>>")) {
      inside = false;
    } else if (inside && line.starts_with("version ") && found->version.empty()) {
      found->version = line.substr(8, line.find(' ', 8) - 8);
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return found;
}

void report_conflict(const conflict& found, const history_file& from, diagnostics& out) {
  const bool added = !found.version.empty();
  out.add({.code = "S400",
           .message = added ? fmt::format("two branches each added version {}; keep the number for "
                                          "the one that came first and give the other the next",
                                          found.version)
                            : "two branches changed the same version of the history; keep one side",
           .help = {fmt::format("take the other branch's {}, with its SQL files: git checkout "
                                "--theirs -- {} (or --ours)",
                                from.name,
                                from.name),
                    "then declare your changes as the version after it, and build"},
           .where = line_of(from, found.line)});
}

void check_numbers(const lock& read, const history_file& from, diagnostics& out) {
  int last = 0;
  for (const locked_version& version : read.versions) {
    const int number = version.text.number;
    if (number <= last) {
      out.add({.code = "S402",
               .message = fmt::format("the history holds version {} twice; two branches each added "
                                      "one: keep what came first, and declare the other as the "
                                      "next version",
                                      number),
               .help = {restore(from)},
               .where = line_of(from, version.line)});
    }
    last = number;
  }
}

void check_fingerprints(const lock& read, const history_file& from, diagnostics& out) {
  for (const locked_version& version : read.versions) {
    if (version.sealed && fingerprint(version.text) != version.fingerprint) {
      out.add(
          {.code = "S403",
           .message = fmt::format("what the lock says of version {} is not what was sealed; the "
                                  "lock is not edited by hand",
                                  version.text.number),
           .help = {restore(from)},
           .where = line_of(from, version.line)});
    }
  }
}

std::string next_version(int head) { return fmt::format("version {}", head + 1); }

void report_edit(const locked_version& sealed,
                 const declared_version& is,
                 int head,
                 diagnostics& out) {
  std::vector<std::string> help;
  for (const std::string& line : explain(sealed.text, *is.text)) {
    help.push_back(line);
  }
  help.push_back(fmt::format("to put it back: git checkout -- {}", is.header));
  help.push_back(fmt::format("to change the schema: write the change as {}", next_version(head)));
  out.add(
      {.code = "S404",
       .message = fmt::format("version {} is sealed and its header now says something else; put "
                              "it back, and write the change as {}",
                              sealed.text.number,
                              next_version(head)),
       .help = std::move(help),
       .where = is.where});
}

} // namespace

std::optional<lock> read_lock(const std::string& text, const history_file& from, diagnostics& out) {
  if (const auto found = find_conflict(text)) {
    report_conflict(*found, from, out);
    return std::nullopt;
  }
  try {
    lock read = parse_lock(text);
    check_numbers(read, from, out);
    check_fingerprints(read, from, out);
    return read;
  } catch (const unreadable& problem) {
    out.add({.code = "S401",
             .message = fmt::format("this line of the lock {}; the lock is not edited by hand",
                                    problem.what()),
             .help = {restore(from), "if a newer release of Strata wrote it, build with that one"},
             .where = line_of(from, problem.line())});
    return std::nullopt;
  }
}

void check_sealed(const lock& history,
                  const history_file& lock_at,
                  const std::vector<declared_version>& declared,
                  diagnostics& out) {
  const int head = declared.empty() ? 0 : declared.back().text->number;
  for (const locked_version& sealed : history.versions) {
    if (!sealed.sealed)
      continue;
    const int number = sealed.text.number;
    const auto is = std::find_if(declared.begin(), declared.end(), [&](const auto& each) {
      return each.text->number == number;
    });
    if (is == declared.end()) {
      out.add({.code = "S405",
               .message = fmt::format("version {} is sealed and no header declares it; put v{}.hpp "
                                      "back and list it under VERSIONS",
                                      number,
                                      number),
               .help = {fmt::format("if it was never released: git checkout -- {} as it was before "
                                    "version {}",
                                    lock_at.name,
                                    number)},
               .where = line_of(lock_at, sealed.line)});
    } else if (is->fingerprint != sealed.fingerprint) {
      report_edit(sealed, *is, head, out);
    }
  }
}

void check_sealed_file(const history_file& file,
                       int version,
                       const std::string& digest,
                       const std::optional<std::string>& text,
                       diagnostics& out) {
  if (!text) {
    out.add(
        {.code = "S407",
         .message = fmt::format("the SQL of version {}, which is sealed, is missing: {}; put it "
                                "back",
                                version,
                                file.name),
         .help = {restore(file)},
         .where = line_of(file, 1)});
  } else if (sha256(*text) != digest) {
    out.add(
        {.code = "S406",
         .message = fmt::format("the SQL of version {} is sealed and {} was edited; put it back, "
                                "and write the change as a new version",
                                version,
                                file.name),
         .help = {restore(file)},
         .where = line_of(file, 1)});
  }
}

} // namespace strata::codegen
