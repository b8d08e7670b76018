// Tables by name, each with its columns, and a diagram in mermaid's notation, which forges draw.
#include "codegen/docs/overview.hpp"

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

/// What mermaid takes for a name: letters, digits, `_` and `-`; for a type brackets too.
std::string diagram_word(const std::string& text, std::string_view also = "_-") {
  std::string word;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    word += plain || also.find(c) != std::string_view::npos ? c : '_';
  }
  return word;
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

std::string diagram_table(const model::table& table) {
  std::string out = fmt::format("    {} {{\n", diagram_word(display(table.name)));
  for (const model::column& column : table.columns) {
    const bool key = is_key(table, column.name);
    const bool foreign = foreign_key_of(table, column.name) != nullptr;
    out += fmt::format("        {} {}{}\n",
                       diagram_word(type_of(column), "_-()[]"),
                       diagram_word(column.name),
                       key && foreign ? " PK,FK" : (key ? " PK" : (foreign ? " FK" : "")));
  }
  return out + "    }\n";
}

/// A child row's columns decide: nullable ones may refer to nothing, unique ones are few.
std::string diagram_relation(const model::table& table, const model::foreign_key& key) {
  const bool optional = std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& c) {
    return c.nullable && is_in(key.columns, c.name);
  });
  const bool single = table.primary_key && table.primary_key->columns == key.columns;
  return fmt::format("    {} {}--{} {} : \"{}\"\n",
                     diagram_word(display(key.target)),
                     optional ? "|o" : "||",
                     single ? "o|" : "o{",
                     diagram_word(display(table.name)),
                     diagram_word(key.columns.empty() ? key.name : key.columns.front()));
}

std::string diagram(const std::vector<const model::table*>& tables) {
  std::string out = "```mermaid\nerDiagram\n";
  for (const auto* table : tables)
    out += diagram_table(*table);
  for (const auto* table : tables) {
    for (const auto& key : table->foreign_keys)
      out += diagram_relation(*table, key);
  }
  return out + "```\n";
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
  out += diagram(tables);
  for (const auto* table : tables)
    out += section(*table);
  out += enumerations(version.schema.enumerations);
  out += list("Views", version.schema.views);
  return out + list("Functions", version.schema.functions);
}

} // namespace strata::codegen
