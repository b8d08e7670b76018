// `strata diff`: the migration that turns one database's schema into another's.
#include "codegen/tool/agreed_schema.hpp"
#include "codegen/tool/database_diff.hpp"
#include "codegen/tool/given_conversions.hpp"
#include "codegen/tool/given_renames.hpp"
#include "codegen/tool/owner_note.hpp"
#include "codegen/tool/script.hpp"
#include "codegen/tool/tool_error.hpp"
#include "codegen/tool/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <ostream>
#include <string>
#include <utility>

namespace strata::codegen {
namespace {

/// The other side waits no longer than this one reads.
live_schema read_agreeing(const std::string& url, left_out& without, agreed_schema& names) {
  struct finish {
    agreed_schema& names;

    ~finish() { names.give_up(); }
  };

  const finish at_end{names};
  return read_live_schema(url, without, [&](const std::string& own) { return names.agree(own); });
}

/// But for those that `--drop` accepts.
std::vector<assessment> not_accepted(const database_diff& of) {
  std::vector<assessment> open = of.hazards;
  std::erase_if(open, [&](const assessment& each) {
    return std::ranges::find(of.drops.objects, each.object) != of.drops.objects.end();
  });
  return open;
}

/// Reads one of the two, and says which in what goes wrong with it.
template <typename Work>
auto about(const char* option, Work work) {
  try {
    return work();
  } catch (const tool_usage_error& problem) {
    throw tool_usage_error(std::string(option) + ": " + problem.what());
  } catch (const tool_error& problem) {
    throw tool_error(std::string(option) + ": " + problem.what());
  }
}

const char* name_of(model::dialect kind) {
  return kind == model::dialect::postgresql ? "PostgreSQL" : "SQLite";
}

} // namespace

tool_exit run_diff(const diff_arguments& given, const tool_streams& to) {
  // Both at once: their servers do most of the work.
  left_out without(given.leave_out);
  left_out without_there = without;
  agreed_schema names;
  std::future<live_schema> reading = std::async(std::launch::async, [&] {
    return about("--to", [&] { return read_agreeing(given.to, without_there, names); });
  });
  const live_schema before =
      about("--from", [&] { return read_agreeing(given.from, without, names); });
  const live_schema after = reading.get();
  if (names.differs())
    to.errors << "strata: note: the search paths begin with " << names.both()
              << ", and so every object counts with its schema's name; a search path is no part of "
                 "what is compared\n";
  if (const std::string note = owner_note(before, after); !note.empty())
    to.errors << "strata: note: " << note << '\n';
  check_left_out(without, without_there);
  if (before.on.dialect != after.on.dialect)
    throw tool_usage_error(fmt::format("--from is {} and --to is {}; name two of one kind",
                                       name_of(before.on.dialect),
                                       name_of(after.on.dialect)));
  about("--to", [&] { refuse_not_valid(after.schema); });
  diagnostics found;
  model::transition said;
  said.renames = given_renames(given.renames, before, after);
  said.conversions = given_conversions(given.conversions, after);
  said.fast = given.fast;
  const database_diff made = make_database_diff(before, after, std::move(said), found, given.drops);
  for (const finding& each : found.sorted()) {
    to.errors << "error: [" << each.code << "] " << each.message << '\n';
    for (const std::string& line : each.help)
      to.errors << "  help: " << line << '\n';
  }
  if (!found.empty())
    return tool_exit::failed;
  const script whole = script_of(made, before);
  to.out << (given.json ? print_script_json(whole) : print_script(whole));
  if (made.steps.empty())
    return tool_exit::done;
  for (const likely_rename& each : made.drops.open)
    to.errors << "strata: " << (given.acknowledge_all ? "note: " : "") << words_of(each) << '\n';
  const std::vector<assessment> open = not_accepted(made);
  if (given.acknowledge_all || (open.empty() && made.drops.open.empty()))
    return tool_exit::different;
  for (const std::string& each : lines_of(open))
    to.errors << each << '\n';
  if (!open.empty())
    to.errors << "strata: these hazards were not acknowledged; --acknowledge-all does it\n";
  return tool_exit::not_acknowledged;
}

} // namespace strata::codegen
