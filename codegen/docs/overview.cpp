// Tables by name, each with its columns, and a diagram in mermaid's notation, which forges draw.
#include "codegen/docs/overview.hpp"

#include "codegen/draw/mermaid.hpp"
#include "codegen/sql/type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace strata::codegen {
namespace {

std::vector<const model::table*> by_name(const std::vector<model::table>& tables) {
  std::vector<const model::table*> all;
  for (const model::table& each : tables)
    all.push_back(&each);
  std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
  return all;
}

/// On one line and without the characters that end a cell.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|')
      out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string type_of(const model::column& column) {
  std::string words = sql::type_words(column.type, model::dialect::postgresql);
  std::erase(words, '"');
  return words;
}

bool is_in(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_key(const model::table& table, const std::string& column) {
  return table.primary_key && is_in(table.primary_key->columns, column);
}

const model::foreign_key* foreign_key_of(const model::table& table, const std::string& column) {
  for (const model::foreign_key& each : table.foreign_keys) {
    if (is_in(each.columns, column))
      return &each;
  }
  return nullptr;
}

std::string remarks(const model::table& table, const model::column& column) {
  std::vector<std::string> all;
  if (is_key(table, column.name))
    all.emplace_back("primary key");
  if (const auto* key = foreign_key_of(table, column.name)) {
    all.push_back("references " + display(key->target));
  }
  if (column.identity)
    all.emplace_back("numbered by the database");
  if (column.generated)
    all.emplace_back("generated");
  if (!column.comment.empty())
    all.push_back(column.comment);
  return cell(fmt::format("{}", fmt::join(all, "; ")));
}

std::string section(const model::table& table) {
  std::string out = fmt::format("\n## {}\n\n", display(table.name));
  if (!table.comment.empty())
    out += cell(table.comment) + "\n\n";
  out += "| column | type | null | |\n|---|---|---|---|\n";
  for (const model::column& column : table.columns) {
    out += fmt::format("| `{}` | {} | {} | {} |\n",
                       cell(column.name),
                       cell(type_of(column)),
                       column.nullable ? "yes" : "",
                       remarks(table, column));
  }
  return out;
}

template <typename Object>
std::string list(const char* title, const std::vector<Object>& objects) {
  std::set<std::string> lines;
  for (const Object& each : objects) {
    lines.insert(fmt::format(
        "- `{}`{}\n", display(each.name), each.comment.empty() ? "" : ": " + cell(each.comment)));
  }
  return lines.empty() ? "" : fmt::format("\n## {}\n\n{}", title, fmt::join(lines, ""));
}

std::string enumerations(const std::vector<model::enumeration>& all) {
  std::set<std::string> lines;
  for (const model::enumeration& each : all) {
    lines.insert(fmt::format("- `{}`: {}\n", display(each.name), fmt::join(each.values, ", ")));
  }
  return lines.empty() ? "" : fmt::format("\n## Enumerations\n\n{}", fmt::join(lines, ""));
}

} // namespace

std::string print_overview(const model::version& version, std::string_view schema_name) {
  const auto tables = by_name(version.schema.tables);
  std::string out =
      fmt::format("# {}, version {}{}\n\nPrinted from the schema's headers; changes are "
                  "written there.\n\n",
                  schema_name,
                  version.number,
                  version.title.empty() ? "" : ": " + version.title);
  out += "```mermaid\n" + print_mermaid(diagram_of(version.schema, model::dialect::postgresql)) +
         "```\n";
  for (const auto* table : tables)
    out += section(*table);
  out += enumerations(version.schema.enumerations);
  out += list("Views", version.schema.views);
  return out + list("Functions", version.schema.functions);
}

} // namespace strata::codegen
