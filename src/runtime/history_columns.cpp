// One line a column: how it is declared, read and written.
#include "src/runtime/history_columns.hpp"

#include "src/runtime/values.hpp"

#include <array>
#include <utility>

namespace strata::detail {
namespace {

template <auto Member>
bool read_text(history_row& into, const value& from) {
  const auto* text = std::get_if<std::string>(&from);
  if (text != nullptr) {
    into.*Member = *text;
  }
  return text != nullptr;
}

/// SQLite stores any value in any column; PostgreSQL answers in text.
template <auto Member>
bool read_number(history_row& into, const value& from) {
  using number = std::remove_reference_t<decltype(into.*Member)>;
  const auto whole = as_whole_number(from);
  if (!whole || !std::in_range<number>(*whole)) {
    return false;
  }
  into.*Member = static_cast<number>(*whole);
  return true;
}

template <auto Member>
value write_text(const history_row& from) {
  return from.*Member;
}

template <auto Member>
value write_number(const history_row& from) {
  return static_cast<std::int64_t>(from.*Member);
}

template <auto Member>
constexpr history_column text(std::string_view name) {
  return {name,
          "text NOT NULL DEFAULT ''",
          "TEXT NOT NULL DEFAULT ''",
          "''",
          read_text<Member>,
          write_text<Member>};
}

template <auto Member>
constexpr history_column
number(std::string_view name, std::string_view type = "integer", std::string_view missing = "0") {
  return {name,
          type == "bigint" ? "bigint NOT NULL DEFAULT 0" : "integer NOT NULL DEFAULT 0",
          "INTEGER NOT NULL DEFAULT 0",
          missing,
          read_number<Member>,
          write_number<Member>};
}

constexpr std::array columns{
    history_column{"id",
                   "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                   "INTEGER PRIMARY KEY AUTOINCREMENT",
                   "0",
                   read_number<&history_row::id>,
                   nullptr},
    number<&history_row::format>("format", "integer", "1"),
    text<&history_row::action>("action"),
    text<&history_row::direction>("direction"),
    number<&history_row::version>("version"),
    text<&history_row::title>("title"),
    text<&history_row::phase>("phase"),
    number<&history_row::step>("step"),
    text<&history_row::fingerprint>("fingerprint"),
    text<&history_row::script>("script"),
    text<&history_row::acknowledged>("acknowledged"),
    number<&history_row::oldest_compatible>("oldest_compatible"),
    text<&history_row::down_sql>("down_sql"),
    text<&history_row::applied_by>("applied_by"),
    history_column{"applied_at",
                   "pg_catalog.timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp()",
                   "TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')",
                   "''",
                   read_text<&history_row::applied_at>,
                   nullptr},
    number<&history_row::duration_ms>("duration_ms", "bigint"),
    text<&history_row::program>("program"),
    text<&history_row::up_sql>("up_sql"),
    text<&history_row::schema_name>("schema_name"),
};

} // namespace

std::span<const history_column> history_columns() { return columns; }

std::string_view declared(const history_column& column, dialect on) {
  return on == dialect::postgresql ? column.postgresql : column.sqlite;
}

} // namespace strata::detail
