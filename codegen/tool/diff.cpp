// `strata diff`: the migration that turns one database's schema into another's.
#include "codegen/tool/database_diff.hpp"
#include "codegen/tool/given_renames.hpp"
#include "codegen/tool/script.hpp"
#include "codegen/tool/tool_error.hpp"
#include "codegen/tool/verbs.hpp"

#include <fmt/format.h>

#include <future>
#include <ostream>

namespace strata::codegen {

namespace {

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
  std::future<live_schema> reading = std::async(std::launch::async, [&] {
    return about("--to", [&] { return read_live_schema(given.to, without_there); });
  });
  const live_schema before = about("--from", [&] { return read_live_schema(given.from, without); });
  const live_schema after = reading.get();
  check_left_out(without, without_there);
  if (before.on.dialect != after.on.dialect)
    throw tool_usage_error(fmt::format("--from is {} and --to is {}; name two of one kind",
                                       name_of(before.on.dialect),
                                       name_of(after.on.dialect)));
  about("--to", [&] { refuse_not_valid(after.schema); });
  diagnostics found;
  const database_diff made = make_database_diff(
      before, after, given_renames(given.renames, before, after), given.fast, found);
  for (const finding& each : found.sorted())
    to.errors << "error: [" << each.code << "] " << each.message << '\n';
  if (!found.empty())
    return tool_exit::failed;
  const script whole = script_of(made, before);
  to.out << (given.json ? print_script_json(whole) : print_script(whole));
  if (made.steps.empty())
    return tool_exit::done;
  if (!made.hazards.empty() && !given.acknowledge_all) {
    for (const assessment& each : made.hazards)
      to.errors << words_of(each) << '\n';
    to.errors << "strata: these hazards were not acknowledged; --acknowledge-all does it\n";
    return tool_exit::not_acknowledged;
  }
  return tool_exit::different;
}

} // namespace strata::codegen
