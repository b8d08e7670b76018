// Writes schema versions for the benchmarks: the first with all tables, each later one deriving a
// few.
//
//   write_schema DIR VERSIONS TABLES COLUMNS CHANGED
//   write_schema DIR bodies FUNCTIONS KILOBYTES
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

void open_header(std::ostream& out, int version) {
  out << "#pragma once\n";
  if (version == 1) {
    out << "#include <strata/schema.hpp>\n";
  } else {
    out << "#include \"v" << version - 1 << ".hpp\"\n";
  }
  out << "\nnamespace schema::v" << version << " {\nusing namespace strata::dsl;\n\n";
}

std::string table_name(int table) { return "table_" + std::to_string(table); }

void write_table(std::ostream& out, int table, int columns) {
  const char* const types[] = {"text", "integer", "varchar(80)", "jsonb", "timestamptz", "boolean"};
  out << "inline constexpr auto " << table_name(table) << " = table(\"" << table_name(table)
      << "\",\n"
      << "    column(\"id\", bigint).identity(),\n";
  for (int i = 1; i < columns; ++i) {
    out << "    column(\"column_" << i << "\", " << types[i % 6] << ")"
        << (i % 2 == 0 ? ".nullable()" : "") << ",\n";
  }
  out << "    primary_key(\"id\"),\n    index(\"column_1\"));\n";
}

void write_version(const std::filesystem::path& folder,
                   int version,
                   int columns,
                   const std::vector<int>& changed,
                   std::vector<int>& latest) {
  std::ofstream out(folder / ("v" + std::to_string(version) + ".hpp"));
  open_header(out, version);
  for (const int table : changed) {
    int& last = latest[static_cast<std::size_t>(table)];
    if (version == 1) {
      write_table(out, table, columns);
    } else {
      out << "inline constexpr auto " << table_name(table) << " = v" << last
          << "::" << table_name(table) << "\n    .with(column(\"added_" << version
          << "\", text).nullable());\n";
    }
    last = version;
  }
  out << "\ninline constexpr auto version = schema_version(" << version;
  if (version > 1) {
    out << ", since(v" << version - 1 << "::version)";
  }
  for (const int table : changed) {
    out << ", " << table_name(table);
  }
  out << ");\n}\n";
}

void write_versions(
    const std::filesystem::path& folder, int versions, int tables, int columns, int changed) {
  std::vector<int> latest(static_cast<std::size_t>(tables), 0);
  for (int version = 1; version <= versions; ++version) {
    std::vector<int> now;
    const int count = version == 1 ? tables : changed;
    for (int i = 0; i < count; ++i) {
      now.push_back(version == 1 ? i : (version * changed + i) % tables);
    }
    write_version(folder, version, columns, now, latest);
  }
}

void write_bodies(const std::filesystem::path& folder, int functions, int kilobytes) {
  std::ofstream out(folder / "v1.hpp");
  open_header(out, 1);
  for (int i = 0; i < functions; ++i) {
    out << "inline constexpr auto function_" << i << " = function(\"function_" << i
        << "\", \"\", R\"sql(RETURNS integer LANGUAGE sql AS $$\n";
    for (int line = 0; line < kilobytes * 16; ++line) {
      out << "-- sixty-four bytes of a comment, the way that long bodies are.\n";
    }
    out << "SELECT 1 $$)sql\").only(postgresql);\n";
  }
  out << "\ninline constexpr auto version = schema_version(1";
  for (int i = 0; i < functions; ++i) {
    out << ", function_" << i;
  }
  out << ");\n}\n";
}

} // namespace

int main(int argc, char** argv) {
  if (argc == 5 && std::string(argv[2]) == "bodies") {
    std::filesystem::create_directories(argv[1]);
    write_bodies(argv[1], std::atoi(argv[3]), std::atoi(argv[4]));
    return 0;
  }
  if (argc != 6) {
    std::cerr << "usage: write_schema DIR VERSIONS TABLES COLUMNS CHANGED\n"
                 "       write_schema DIR bodies FUNCTIONS KILOBYTES\n";
    return 2;
  }
  std::filesystem::create_directories(argv[1]);
  write_versions(
      argv[1], std::atoi(argv[2]), std::atoi(argv[3]), std::atoi(argv[4]), std::atoi(argv[5]));
  return 0;
}
