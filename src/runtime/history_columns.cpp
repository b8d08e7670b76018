// One line a column: how it is declared, read and written.
#include "src/runtime/history_columns.hpp"

#include "src/runtime/values.hpp"

#include <array>

namespace strata::detail {
namespace {

template <auto Member>
void read_text(history_row& into, const value& from) {
  into.*Member = as_text(from);
}

template <auto Member>
void read_number(history_row& into, const value& from) {
  using number = std::remove_reference_t<decltype(into.*Member)>;
  into.*Member = static_cast<number>(as_integer(from));
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
constexpr history_column number(std::string_view name, std::string_view type = "integer") {
  return {name,
          type == "bigint" ? "bigint NOT NULL DEFAULT 0" : "integer NOT NULL DEFAULT 0",
          "INTEGER NOT NULL DEFAULT 0",
          "0",
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
    number<&history_row::format>("format"),
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
};

} // namespace

std::span<const history_column> history_columns() { return columns; }

std::string_view declared(const history_column& column, dialect on) {
  return on == dialect::postgresql ? column.postgresql : column.sqlite;
}

} // namespace strata::detail
