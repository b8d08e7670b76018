// The tool's verbs: each as a function of what its command line gave.
#pragma once

#include "codegen/tool/exit_code.hpp"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace strata::codegen {

/// Where a verb prints: results, and messages.
struct tool_streams {
  std::ostream& out;
  std::ostream& errors;
};

struct diff_arguments {
  std::string from;
  std::string to;
  std::vector<std::string> renames;
  std::vector<std::string> drops; ///< What goes, and bears no other name.
  std::vector<std::string> conversions;
  std::vector<std::string> leave_out; ///< What a schema cannot say, as the error names it.
  bool acknowledge_all = false;
  bool fast = false;
  bool json = false;
};

struct import_arguments {
  std::string url;
  std::filesystem::path folder;
  std::string schema_namespace = "schema";
  int version = 1;
  std::vector<std::string> leave_out;
};

struct show_arguments {
  std::string source; ///< A database's URL, or a generated folder.
  std::optional<int> version;
  std::vector<std::string> leave_out;
  bool json = false;
};

struct erd_arguments {
  std::string source;
  std::optional<int> version;
  std::vector<std::string> leave_out;
  std::string format = "mermaid";
  std::filesystem::path file; ///< Empty: where results go.
};

tool_exit run_diff(const diff_arguments& given, const tool_streams& to);
tool_exit run_import(const import_arguments& given, const tool_streams& to);
tool_exit run_show(const show_arguments& given, const tool_streams& to);
tool_exit run_erd(const erd_arguments& given, const tool_streams& to);

} // namespace strata::codegen
