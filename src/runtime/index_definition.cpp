// Lets the server print both indexes, and compares what it prints.
#include "src/runtime/index_definition.hpp"

#include "src/runtime/own_statement.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace strata::detail {
namespace {

/// Reads words, quoted names and dots; passes over comments.
class index_words {
public:
  explicit index_words(std::string_view text) : rest_(text) {}

  std::string_view rest() {
    pass_space();
    return rest_;
  }

  bool take(std::string_view keyword) {
    pass_space();
    const std::size_t length = word_length();
    const bool same = length == keyword.size() &&
                      std::equal(keyword.begin(), keyword.end(), rest_.begin(), [](char a, char b) {
                        return a == static_cast<char>(std::toupper(static_cast<unsigned char>(b)));
                      });
    if (same) {
      rest_.remove_prefix(length);
    }
    return same;
  }

  /// A name with its schema, as it is written; empty where there is none.
  std::string take_name() {
    std::string name = take_part();
    while (!name.empty() && rest().starts_with('.')) {
      rest_.remove_prefix(1);
      name += '.' + take_part();
    }
    return name;
  }

private:
  std::string take_part() {
    pass_space();
    const std::size_t length = rest_.starts_with('"') ? quoted_length() : word_length();
    std::string part(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return part;
  }

  std::size_t quoted_length() const {
    std::size_t at = 1;
    while (at < rest_.size()) {
      if (rest_[at] == '"') {
        if (at + 1 >= rest_.size() || rest_[at + 1] != '"') {
          return at + 1;
        }
        ++at;
      }
      ++at;
    }
    return at;
  }

  std::size_t word_length() const {
    const auto* end = std::find_if_not(rest_.begin(), rest_.end(), [](char each) {
      return std::isalnum(static_cast<unsigned char>(each)) != 0 || each == '_' || each == '$' ||
             static_cast<unsigned char>(each) >= 0x80;
    });
    return static_cast<std::size_t>(end - rest_.begin());
  }

  void pass_space() {
    for (;;) {
      while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_.front())) != 0) {
        rest_.remove_prefix(1);
      }
      std::size_t end = std::string_view::npos;
      if (rest_.starts_with("--")) {
        end = rest_.find('\n');
      } else if (rest_.starts_with("/*")) {
        end = rest_.find("*/");
        end = end == std::string_view::npos ? end : end + 1;
      } else {
        return;
      }
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    }
  }

  std::string_view rest_;
};

/// What follows the table's name in pg_get_indexdef, and with it everything that the index is.
index_definition read_definition(session& db, const std::string& condition) {
  const auto answer =
      ask(db,
          fmt::format("SELECT format('%I.%I', n.nspname, c.relname), i.indisunique, "
                      "substr(pg_get_indexdef(i.indexrelid), strpos(pg_get_indexdef(i.indexrelid), "
                      "format('%I.%I USING ', n.nspname, c.relname)) + "
                      "length(format('%I.%I USING ', n.nspname, c.relname))) FROM pg_index i JOIN "
                      "pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = "
                      "c.relnamespace WHERE {}",
                      condition));
  if (answer.rows.empty()) {
    return {};
  }
  const auto& row = answer.rows.front();
  return {as_text(row.at(0)), (as_truth(row.at(1)) ? "UNIQUE " : "") + as_text(row.at(2))};
}

} // namespace

std::optional<index_statement> parse_index_statement(std::string_view text) {
  index_words words(text);
  index_statement found;
  if (!words.take("CREATE")) {
    return std::nullopt;
  }
  found.is_unique = words.take("UNIQUE");
  if (!words.take("INDEX")) {
    return std::nullopt;
  }
  words.take("CONCURRENTLY");
  if (words.take("IF") && (!words.take("NOT") || !words.take("EXISTS"))) {
    return std::nullopt;
  }
  if (words.take_name().empty() || !words.take("ON")) {
    return std::nullopt;
  }
  words.take("ONLY");
  found.table = words.take_name();
  found.rest = words.rest();
  while (!found.rest.empty() && (found.rest.back() == ';' || found.rest.back() == '\n' ||
                                 found.rest.back() == ' ' || found.rest.back() == '\r')) {
    found.rest.remove_suffix(1);
  }
  if (found.table.empty() || found.rest.empty()) {
    return std::nullopt;
  }
  return found;
}

index_definition definition_of(session& db, const std::string& qualified) {
  return read_definition(db, fmt::format("i.indexrelid = to_regclass({})", quoted_text(qualified)));
}

index_definition definition_by(session& db, const index_statement& statement) {
  // A name of its own, since nothing may stand in its way, in the schema of the table.
  const std::string twin = "strata_twin_of_indexed_table";
  db.execute("BEGIN");
  try {
    const auto names = db.query(
        fmt::format("SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), "
                    "pg_catalog.format('%I.%I', n.nspname, {}::pg_catalog.text) FROM "
                    "pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid "
                    "OPERATOR(pg_catalog.=) c.relnamespace WHERE c.oid OPERATOR(pg_catalog.=) "
                    "{}::pg_catalog.regclass::pg_catalog.oid",
                    quoted_text(twin),
                    quoted_text(statement.table)));
    const std::string table = as_text(names.rows.at(0).at(0));
    const std::string made_on = as_text(names.rows.at(0).at(1));
    db.execute(fmt::format("CREATE TABLE {0} (LIKE {1}); CREATE {2}INDEX ON {0} {3}",
                           made_on,
                           table,
                           statement.is_unique ? "UNIQUE " : "",
                           statement.rest));
    index_definition made =
        read_definition(db, fmt::format("i.indrelid = to_regclass({})", quoted_text(made_on)));
    db.execute("ROLLBACK");
    made.table = table;
    return made;
  } catch (const connection_error&) {
    throw;
  } catch (...) {
    db.execute("ROLLBACK");
    throw;
  }
}

} // namespace strata::detail
