// Labels are the tables of Graphviz's HTML; nodes bear numbers, so that no name needs quoting.
#include "codegen/draw/dot.hpp"

#include "codegen/text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace strata::codegen {
namespace {

/// A name as a text of HTML; one of spaces alone is not left out.
std::string html(std::string_view text) {
  const std::string line = one_line(text);
  const bool is_blank = line.find_first_not_of(' ') == std::string::npos;
  std::string out;
  for (const char c : line) {
    switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case ' ':
      out += is_blank ? "&#160;" : " ";
      break;
    default:
      out += c;
    }
  }
  return out;
}

std::string marks_of(const diagram_column& column) {
  std::string marks;
  marks += column.primary ? " PK" : "";
  marks += column.foreign ? " FK" : "";
  marks += column.unique ? " UK" : "";
  marks += column.nullable ? " null" : "";
  return marks;
}

std::string table_text(const diagram_table& table, std::size_t number) {
  std::string out = fmt::format(
      "  t{} [label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\">\n"
      "    <TR><TD COLSPAN=\"2\" PORT=\"name\" BGCOLOR=\"#dde7f3\"><B>{}</B></TD></TR>\n",
      number,
      html(table.name));
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    const diagram_column& column = table.columns[at];
    out += fmt::format("    <TR><TD ALIGN=\"LEFT\" PORT=\"c{}\">{}</TD>"
                       "<TD ALIGN=\"LEFT\">{}{}</TD></TR>\n",
                       at,
                       html(column.name),
                       html(column.type),
                       marks_of(column));
  }
  return out + "  </TABLE>>];\n";
}

/// Where the edge begins: at the key's first column.
std::string port_of(const diagram_table& child, const diagram_relation& relation) {
  const auto at = std::find_if(child.columns.begin(), child.columns.end(), [&](const auto& each) {
    return !relation.columns.empty() && each.name == relation.columns.front();
  });
  return at == child.columns.end() ? "name" : fmt::format("c{}", at - child.columns.begin());
}

} // namespace

std::string print_dot(const diagram& of) {
  std::string out = "digraph schema {\n"
                    "  graph [rankdir=LR, nodesep=0.4, ranksep=0.9, charset=\"UTF-8\"];\n"
                    "  node [shape=plain, fontname=\"Helvetica\", fontsize=10];\n"
                    "  edge [dir=both];\n";
  for (std::size_t at = 0; at < of.tables.size(); ++at)
    out += table_text(of.tables[at], at);
  for (const diagram_relation& each : of.relations) {
    out += fmt::format("  t{}:{} -> t{}:name [arrowtail={}, arrowhead={}];\n",
                       each.child,
                       port_of(of.tables[each.child], each),
                       each.parent,
                       each.single ? "teeodot" : "crowodot",
                       each.optional ? "teeodot" : "teetee");
  }
  return out + "}\n";
}

} // namespace strata::codegen
