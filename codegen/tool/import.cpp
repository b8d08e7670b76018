// `strata import`: the headers that declare what a database holds.
#include "codegen/cli/io_error.hpp"
#include "codegen/cli/output.hpp"
#include "codegen/import/declared.hpp"
#include "codegen/import/header_files.hpp"
#include "codegen/tool/live_schema.hpp"
#include "codegen/tool/tool_error.hpp"
#include "codegen/tool/verbs.hpp"

#include <fmt/format.h>

#include <ostream>

namespace strata::codegen {
namespace {

/// Nobody's file is written over: what is there already must say the same.
void write_new(const std::filesystem::path& folder, const std::vector<generated_file>& files) {
  const folder_changes changes = changes_in(folder, files, {});
  for (const generated_file* each : changes.written) {
    if (std::filesystem::exists(folder / each->path))
      throw tool_error(fmt::format("{} exists and says something else; it stays as it is",
                                   (folder / each->path).string()));
  }
  apply(folder, changes);
}

} // namespace

tool_exit run_import(const import_arguments& given, const tool_streams& to) {
  left_out without(given.leave_out);
  live_schema read = read_live_schema(given.url, without);
  check_left_out(without);
  refuse_not_valid(read.schema);
  const bool is_sqlite = read.on.dialect == model::dialect::sqlite;
  model::version version;
  version.number = given.version;
  version.schema = as_declared(std::move(read.schema), read.on.dialect);
  const std::vector<generated_file> files = header_files(version, given.schema_namespace);
  write_new(given.folder, files);
  for (const generated_file& each : files)
    to.out << (given.folder / each.path).string() << '\n';
  to.errors << fmt::format(
      "To build it: strata_add_schema(<target> VERSIONS {} SCHEMA_NAMESPACE {} "
      "DIALECTS {})\n",
      (given.folder / files.front().path).string(),
      given.schema_namespace,
      is_sqlite ? "sqlite" : "postgresql");
  return tool_exit::done;
}

} // namespace strata::codegen
