// `strata erd`: a schema's diagram.
#include "codegen/cli/output.hpp"
#include "codegen/draw/draw.hpp"
#include "codegen/tool/given_schema.hpp"
#include "codegen/tool/verbs.hpp"

#include <ostream>

namespace strata::codegen {

tool_exit run_erd(const erd_arguments& given, const tool_streams& to) {
  const given_schema read = read_given_schema(given.source, given.version, given.leave_out);
  const std::string text = draw(read.schema, read.on, given.format);
  if (given.file.empty())
    to.out << text;
  else
    write_if_changed(given.file, text);
  return tool_exit::done;
}

} // namespace strata::codegen
