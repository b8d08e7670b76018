// `strata diff`: the migration that turns one database's schema into another's.
#include "codegen/tool/database_diff.hpp"
#include "codegen/tool/given_renames.hpp"
#include "codegen/tool/script.hpp"
#include "codegen/tool/tool_error.hpp"
#include "codegen/tool/verbs.hpp"

#include <functional>
#include <future>
#include <ostream>

namespace strata::codegen {

tool_exit run_diff(const diff_arguments& given, const tool_streams& to) {
  // Both at once: their servers do most of the work.
  left_out without(given.leave_out);
  left_out without_there = without;
  std::future<live_schema> reading =
      std::async(std::launch::async, read_live_schema, given.to, std::ref(without_there));
  const live_schema before = read_live_schema(given.from, without);
  const live_schema after = reading.get();
  check_left_out(without, without_there);
  if (before.on.dialect != after.on.dialect)
    throw tool_usage_error("both databases must be of one kind: PostgreSQL or SQLite");
  refuse_not_valid(after.schema);
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
