// `strata show`: a schema to read.
#include "codegen/show/summary.hpp"
#include "codegen/tool/given_schema.hpp"
#include "codegen/tool/verbs.hpp"

#include <ostream>

namespace strata::codegen {

tool_exit run_show(const show_arguments& given, const tool_streams& to) {
  const given_schema read = read_given_schema(given.source, given.version, given.leave_out);
  to.out << (given.json ? summary_json(read.schema, read.on) : summary_text(read.schema, read.on));
  return tool_exit::done;
}

} // namespace strata::codegen
