// Nothing is guessed: both ways are offered.
#include "codegen/tool/likely_renames.hpp"

#include "codegen/tool/name_path.hpp"
#include "codegen/tool/tool_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace strata::codegen {
namespace {

struct columns_of_table {
  std::vector<const model::column*> gone;
  std::vector<const model::column*> come;
};

std::vector<std::string> candidates(const model::column& gone,
                                    const std::vector<const model::column*>& come) {
  std::vector<std::string> same;
  std::vector<std::string> all;
  for (const model::column* each : come) {
    all.push_back(each->name);
    if (each->type == gone.type)
      same.push_back(each->name);
  }
  return same.empty() ? all : same;
}

bool is_partition(const model::table& of) { return !of.descent.partition_of.name.empty(); }

/// Whether at least half of the columns of the wider one have their names in both.
bool are_alike(const model::table& one, const model::table& other) {
  std::set<std::string> names;
  for (const model::column& each : one.columns)
    names.insert(each.name);
  const auto shared =
      std::count_if(other.columns.begin(), other.columns.end(), [&](const model::column& each) {
        return names.contains(each.name);
      });
  const std::size_t widest = std::max(one.columns.size(), other.columns.size());
  return shared > 0 && 2 * static_cast<std::size_t>(shared) >= widest;
}

bool is_plain(const std::string& part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '$' || c >= 0x80;
  });
}

std::string quoted(const std::string& part) {
  if (is_plain(part))
    return part;
  std::string made = "\"";
  for (const char c : part)
    made += c == '"' ? std::string("\"\"") : std::string(1, c);
  return made + '"';
}

std::string path_of_table(const model::qualified_name& table) {
  return (table.schema.empty() ? "" : quoted(table.schema) + '.') + quoted(table.name);
}

/// For a shell.
std::string word(const std::string& path) {
  if (path.find_first_of("\"' $") == std::string::npos)
    return path;
  std::string made = "'";
  for (const char c : path)
    made += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return made + '\'';
}

/// The tables and columns that go, as paths in parts.
std::vector<std::vector<std::string>> all_drops(const std::vector<operation>& operations) {
  std::vector<std::vector<std::string>> all;
  const auto add = [&](const model::qualified_name& table, const std::string& column) {
    std::vector<std::string>& parts = all.emplace_back();
    parts = {table.schema, table.name};
    if (!column.empty())
      parts.push_back(column);
  };
  for (const operation& one : operations) {
    if (const auto* table = std::get_if<drop_table>(&one))
      add(table->table.name, "");
    else if (const auto* column = std::get_if<drop_column>(&one))
      add(column->table, column->column.name);
  }
  return all;
}

/// The first part of `of` is a schema, empty for the default one.
bool names_it(const std::vector<std::string>& given,
              std::vector<std::string> of,
              const std::string& default_schema) {
  if (of.front().empty()) {
    if (given == std::vector<std::string>(of.begin() + 1, of.end()))
      return true;
    of.front() = default_schema;
  }
  return given == of;
}

} // namespace

std::vector<likely_rename> likely_renames(const std::vector<operation>& operations) {
  std::map<model::qualified_name, columns_of_table> columns;
  std::vector<const model::table*> gone;
  std::vector<const model::table*> come;
  for (const operation& one : operations) {
    if (const auto* lost = std::get_if<drop_column>(&one)) {
      if (!lost->column.generated)
        columns[lost->table].gone.push_back(&lost->column);
    } else if (const auto* added = std::get_if<add_column>(&one)) {
      if (!added->column.generated)
        columns[added->table].come.push_back(&added->column);
    } else if (const auto* table = std::get_if<drop_table>(&one)) {
      gone.push_back(&table->table);
    } else if (const auto* made = std::get_if<create_table>(&one)) {
      come.push_back(&made->table);
    }
  }
  std::vector<likely_rename> found;
  for (const model::table* each : gone) {
    likely_rename likely{each->name, "", {}};
    for (const model::table* other : come) {
      if (other->name.schema == each->name.schema && !is_partition(*each) &&
          !is_partition(*other) && are_alike(*each, *other))
        likely.comes.push_back(other->name.name);
    }
    if (!likely.comes.empty())
      found.push_back(std::move(likely));
  }
  for (const auto& [table, all] : columns) {
    for (const model::column* each : all.gone) {
      if (!all.come.empty())
        found.push_back({table, each->name, candidates(*each, all.come)});
    }
  }
  return found;
}

std::string path_of(const likely_rename& of) {
  return path_of_table(of.table) + (of.column.empty() ? "" : '.' + quoted(of.column));
}

std::string words_of(const likely_rename& of) {
  const std::string path = path_of(of);
  std::string words = fmt::format("{} {} goes and {} comes: if it is the same, write",
                                  of.column.empty() ? "table" : "column",
                                  path,
                                  fmt::join(of.comes, " or "));
  const char* before = " ";
  for (const std::string& each : of.comes) {
    words += before + ("--rename " + word(path + '=' + quoted(each)));
    before = " or ";
  }
  return words + "; if it is not, --drop " + word(path);
}

given_drops take_drops(std::vector<likely_rename> all,
                       const std::vector<operation>& operations,
                       const std::vector<std::string>& paths,
                       const std::string& default_schema) {
  given_drops made{std::move(all), {}};
  const std::vector<std::vector<std::string>> drops = all_drops(operations);
  for (const std::string& path : paths) {
    const std::vector<std::string> given = split_name(path);
    const auto found = std::find_if(drops.begin(), drops.end(), [&](const auto& each) {
      return names_it(given, each, default_schema);
    });
    if (found == drops.end())
      throw tool_usage_error(
          fmt::format("--drop {}: no table and no column of that name goes", path));
    const model::qualified_name table{found->at(0), found->at(1)};
    const std::string column = found->size() > 2 ? found->at(2) : "";
    made.objects.push_back(display(table) + (column.empty() ? "" : '.' + column));
    std::erase_if(made.open, [&](const likely_rename& each) {
      return each.table == table && each.column == column;
    });
  }
  return made;
}

} // namespace strata::codegen
