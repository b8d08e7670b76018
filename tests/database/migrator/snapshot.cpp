// Reads catalogues, ordered by name.
#include "tests/database/migrator/snapshot.hpp"

#include <fmt/format.h>

#include <variant>

namespace strata::testing {
namespace {

struct as_text {
  std::string operator()(std::monostate) const { return "null"; }

  std::string operator()(std::int64_t of) const { return std::to_string(of); }

  std::string operator()(double of) const { return std::to_string(of); }

  std::string operator()(const std::string& of) const { return of; }

  std::string operator()(const bytes& of) const { return fmt::format("{} bytes", of.size()); }
};

constexpr std::string_view postgresql_schema = R"(
SELECT line FROM (
  SELECT format('%s.%s %s %s', table_name, column_name, data_type, is_nullable) AS line
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL
  SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT pg_get_indexdef(indexrelid) || CASE WHEN indisvalid THEN '' ELSE ' INVALID' END
  FROM pg_index WHERE indrelid IN
    (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
) AS lines WHERE line NOT LIKE '%strata_history%' ORDER BY line COLLATE "C")";

constexpr std::string_view sqlite_schema =
    "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE "
    "'sqlite_%' AND tbl_name <> 'strata_history' ORDER BY name";

constexpr std::string_view tables_of_postgresql =
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'strata_history' "
    "ORDER BY tablename";

constexpr std::string_view tables_of_sqlite =
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> "
    "'strata_history' ORDER BY name";

} // namespace

std::vector<std::string> column(session& of, std::string_view query) {
  std::vector<std::string> texts;
  for (const auto& row : of.query(query).rows) {
    texts.push_back(std::visit(as_text{}, row.at(0)));
  }
  return texts;
}

std::string single(session& of, std::string_view query) {
  const auto texts = column(of, query);
  return texts.empty() ? "no row" : texts.front();
}

std::string snapshot(session& of) {
  const bool on_postgresql = of.dialect() == dialect::postgresql;
  std::string text;
  for (const std::string& line : column(of, on_postgresql ? postgresql_schema : sqlite_schema)) {
    text += line + '\n';
  }
  for (const auto& table : column(of, on_postgresql ? tables_of_postgresql : tables_of_sqlite)) {
    for (const auto& row : of.query(fmt::format("SELECT * FROM \"{}\" ORDER BY 1", table)).rows) {
      text += table + ':';
      for (const value& each : row) {
        text += ' ' + std::visit(as_text{}, each);
      }
      text += '\n';
    }
  }
  return text;
}

std::string upgrades(session& of) {
  std::string text;
  for (const auto& each :
       column(of, "SELECT version FROM strata_history WHERE action = 'upgrade' ORDER BY id")) {
    text += (text.empty() ? "" : " ") + each;
  }
  return text;
}

} // namespace strata::testing
