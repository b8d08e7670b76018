// Steps to the text of docs/sql-files.md.
#include "codegen/plan/step.hpp"

#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <string_view>

namespace strata::codegen {
namespace {

constexpr std::string_view marker = "-- strata: step";

const char* word(rollout_phase of) {
  switch (of) {
  case rollout_phase::expand:
    return "expand";
  case rollout_phase::data:
    return "data";
  case rollout_phase::contract:
    return "contract";
  }
  return "";
}

std::string marker_of(const step& of, std::size_t number) {
  std::string line = fmt::format("{} {} [{}]", marker, number, word(of.phase));
  line += of.in_transaction ? "" : " [no-transaction]";
  line += of.foreign_keys_off ? " [foreign-keys-off]" : "";
  line += of.loses_data ? " [loses-data]" : "";
  const auto with = [&](const char* name, const std::string& argument) {
    line += argument.empty() ? "" : fmt::format(" [{} {}]", name, argument);
  };
  with("no-expand-form", of.no_expand_form);
  with("builds-index", of.builds_index);
  with("drops-index", of.drops_index);
  with("done-when", of.done_when);
  return line;
}

bool has_marker(std::string_view text) {
  for (std::size_t at = text.find(marker); at != std::string_view::npos;
       at = text.find(marker, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') {
      return true;
    }
  }
  return false;
}

/// Whether the marker can be read back: an attribute ends with its bracket, the marker with its
/// line.
bool is_readable(const step& of) {
  const auto plain = [](const std::string& name) {
    return name.find_first_of("]\n\r") == std::string::npos;
  };
  return plain(of.builds_index) && plain(of.drops_index) &&
         of.done_when.find_first_of("\n\r") == std::string::npos;
}

} // namespace

std::string print(const std::vector<step>& steps, model::dialect on, diagnostics& out) {
  std::string text;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    if (!is_readable(steps[at])) {
      out.add({"S305",
               "an index name with a `]`, or a probe of several lines, cannot stand in a step's "
               "marker",
               {"name the index without it, or write the probe in one line"},
               steps[at].where});
    }
    text += (at == 0 ? "" : "\n") + marker_of(steps[at], at + 1) + '\n';
    const char* separator = "";
    for (const planned_statement& planned : steps[at].statements) {
      std::string paragraph;
      try {
        paragraph = sql::render(planned.statement, on);
      } catch (const sql::holds_nul& found) {
        out.add({"S302",
                 std::string(found.what()) + ", which no SQL text can hold",
                 {"leave the character out"},
                 steps[at].where});
      }
      if (has_marker(paragraph)) {
        out.add({"S300",
                 "a line of an SQL text begins with `-- strata: step`, which begins a step",
                 {"indent the line, or write the comment in other words"},
                 steps[at].where});
      }
      text += separator;
      text += planned.comment.empty() ? "" : sql::comment(planned.comment) + '\n';
      text += paragraph + '\n';
      separator = "\n";
    }
  }
  return text;
}

} // namespace strata::codegen
