// CREATE TABLE as SQLite keeps it: columns, constraints in both of their places, options.
#include "codegen/inspect/inspection_error.hpp"
#include "codegen/inspect/sqlite_cursor.hpp"
#include "codegen/inspect/sqlite_declarations.hpp"
#include "codegen/sql/own_table.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

template <typename Key>
Key key_of(std::string name, std::vector<std::string> columns) {
  Key key;
  key.name = std::move(name);
  key.columns = std::move(columns);
  return key;
}

class table_reader {
public:
  table_reader(std::string_view sql, std::vector<std::string>& unsupported)
      : in_(sql), unsupported_(unsupported) {}

  model::table read() {
    in_.expect_word("CREATE");
    in_.expect_word("TABLE");
    table_.name.name = in_.name();
    in_.expect("(");
    while (!sees_constraint()) {
      read_column();
      if (!in_.accept(","))
        break;
    }
    // SQLite takes table constraints with and without commas between them.
    while (sees_constraint()) {
      read_table_constraint();
      in_.accept(",");
    }
    in_.expect(")");
    read_options();
    settle_primary_key();
    return std::move(table_);
  }

private:
  bool sees_constraint() const {
    return in_.sees_one_of({"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"});
  }

  void refuse(std::string_view what) {
    unsupported_.push_back(fmt::format("table {}: {}", table_.name.name, what));
  }

  void read_column() {
    model::column column;
    column.name = in_.name();
    column.nullable = true;
    column.type.kind = model::type_kind::named;
    const std::size_t begin = in_.position();
    while (!in_.sees(",") && !in_.sees(")") && !in_.at_end() && !sees_column_constraint()) {
      in_.one();
    }
    column.type.name.name = in_.spelled(begin, in_.position());
    std::string name;
    while (!in_.sees(",") && !in_.sees(")") && !in_.at_end()) {
      if (in_.accept_word("CONSTRAINT")) {
        name = in_.name();
      } else {
        read_column_constraint(column, std::exchange(name, {}));
      }
    }
    table_.columns.push_back(std::move(column));
  }

  bool sees_column_constraint() const {
    return in_.sees_one_of({"CONSTRAINT",
                            "PRIMARY",
                            "NOT",
                            "NULL",
                            "UNIQUE",
                            "CHECK",
                            "DEFAULT",
                            "COLLATE",
                            "REFERENCES",
                            "GENERATED",
                            "AS",
                            "DEFERRABLE"});
  }

  void read_column_constraint(model::column& column, std::string name) {
    if (in_.accept_word("NOT")) {
      if (in_.sees_word("DEFERRABLE"))
        return read_deferral(true);
      in_.expect_word("NULL");
      column.nullable = false;
      column.on_null = read_conflict_clause();
    } else if (in_.accept_word("NULL")) {
      read_conflict_clause(); // Of what cannot be broken.
    } else if (in_.accept_word("DEFAULT")) {
      column.default_to = only_sqlite(read_default());
    } else if (in_.accept_word("COLLATE")) {
      column.collation = collation_of(in_.name());
    } else if (in_.sees_one_of({"GENERATED", "AS"})) {
      read_generated(column);
    } else if (in_.accept_word("PRIMARY")) {
      read_inline_primary_key(column, std::move(name));
    } else if (in_.accept_word("UNIQUE")) {
      table_.uniques.push_back(key_of<model::unique_constraint>(std::move(name), {column.name}));
      table_.uniques.back().on_conflict = read_conflict_clause();
    } else if (in_.accept_word("CHECK")) {
      read_check(std::move(name));
    } else if (in_.sees_word("REFERENCES")) {
      read_references(key_of<model::foreign_key>(std::move(name), {column.name}));
    } else {
      read_deferral(false);
    }
  }

  /// A name stands for its letters: `DEFAULT ""`, `DEFAULT open`.
  bool sees_text_as_name() const {
    using kind = sqlite_token::kind;
    if (in_.at_end())
      return false;
    const sqlite_token& next = in_.token(in_.position());
    return next.of == kind::quoted_name ||
           (next.of == kind::word &&
            !in_.sees_one_of(
                {"NULL", "TRUE", "FALSE", "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP"}));
  }

  std::string read_default() {
    if (sees_text_as_name())
      return sql::quote_text(in_.name());
    const bool is_signed = in_.sees("-") || in_.sees("+");
    const std::size_t begin = in_.position();
    if (is_signed)
      in_.skip();
    std::string value = in_.one();
    return is_signed ? in_.spelled(begin, in_.position()) : value;
  }

  void read_generated(model::column& column) {
    if (in_.accept_word("GENERATED"))
      in_.expect_word("ALWAYS");
    in_.expect_word("AS");
    column.generated = model::generated{only_sqlite(in_.parenthesised()),
                                        model::generated::storage::computed_on_read};
    if (in_.accept_word("STORED")) {
      column.generated->kept = model::generated::storage::stored;
    } else {
      in_.accept_word("VIRTUAL");
    }
  }

  void read_inline_primary_key(model::column& column, std::string name) {
    in_.expect_word("KEY");
    auto key = key_of<model::primary_key>(std::move(name), {column.name});
    if (in_.accept_word("DESC")) {
      // Said in its place among the table's constraints, such a key would be the rowid.
      if (is_integer(column))
        refuse("INTEGER PRIMARY KEY with DESC");
      key.sqlite_keys = sql::quote(column.name) + " DESC";
    } else {
      in_.accept_word("ASC");
    }
    key.on_conflict = read_conflict_clause();
    if (in_.accept_word("AUTOINCREMENT"))
      column.identity = model::identity{};
    table_.primary_key = std::move(key);
  }

  void read_check(std::string name) {
    model::check_constraint check;
    check.name = std::move(name);
    check.expression = only_sqlite(sql::without_own_table(in_.parenthesised(), table_.name.name));
    table_.checks.push_back(std::move(check));
    read_conflict_clause(); // SQLite reads it and does nothing with it.
  }

  /// What follows a column in a key: ` COLLATE "NOCASE" DESC`.
  std::string read_order() {
    std::string order;
    if (in_.accept_word("COLLATE"))
      order = " COLLATE " + sql::quote(collation_of(in_.name()));
    if (in_.accept_word("DESC")) {
      order += " DESC";
    } else {
      in_.accept_word("ASC");
    }
    return order;
  }

  model::conflict_action read_conflict_clause() {
    using enum model::conflict_action;
    if (!in_.accept_word("ON"))
      return abort;
    in_.expect_word("CONFLICT");
    if (in_.accept_word("ROLLBACK"))
      return rollback;
    if (in_.accept_word("FAIL"))
      return fail;
    if (in_.accept_word("IGNORE"))
      return ignore;
    if (in_.accept_word("REPLACE"))
      return replace;
    in_.expect_word("ABORT");
    return abort;
  }

  template <typename Key>
  Key read_key(std::string name) {
    Key key = key_of<Key>(std::move(name), {});
    std::string orders;
    bool has_order = false;
    in_.expect("(");
    do {
      model::column& each = column(in_.name());
      key.columns.push_back(each.name);
      const std::string order = read_order();
      has_order = has_order || !order.empty();
      orders += (orders.empty() ? "" : ", ") + sql::quote(each.name) + order;
      if (in_.accept_word("AUTOINCREMENT"))
        each.identity = model::identity{};
    } while (in_.accept(","));
    in_.expect(")");
    if (has_order)
      key.sqlite_keys = std::move(orders);
    key.on_conflict = read_conflict_clause();
    return key;
  }

  void read_table_constraint() {
    std::string name;
    while (in_.accept_word("CONSTRAINT"))
      name = in_.name();
    if (in_.accept_word("PRIMARY")) {
      in_.expect_word("KEY");
      table_.primary_key = read_key<model::primary_key>(std::move(name));
    } else if (in_.accept_word("UNIQUE")) {
      table_.uniques.push_back(read_key<model::unique_constraint>(std::move(name)));
    } else if (in_.accept_word("CHECK")) {
      read_check(std::move(name));
    } else {
      in_.expect_word("FOREIGN");
      in_.expect_word("KEY");
      auto key = key_of<model::foreign_key>(std::move(name), in_.names());
      for (std::string& each : key.columns)
        each = column(each).name;
      read_references(std::move(key));
      const bool is_not = in_.accept_word("NOT");
      if (is_not || in_.sees_word("DEFERRABLE"))
        read_deferral(is_not);
    }
  }

  void read_references(model::foreign_key key) {
    in_.expect_word("REFERENCES");
    key.target.name = in_.name();
    if (in_.sees("("))
      key.target_columns = in_.names();
    while (true) {
      if (in_.accept_word("ON")) {
        const bool is_delete = in_.accept_word("DELETE");
        if (!is_delete)
          in_.expect_word("UPDATE");
        (is_delete ? key.on_delete : key.on_update) = read_action();
      } else if (in_.accept_word("MATCH")) {
        // SQLite reads MATCH and does as with SIMPLE, whatever it says.
        in_.name();
      } else {
        break;
      }
    }
    table_.foreign_keys.push_back(std::move(key));
  }

  model::referential_action read_action() {
    using enum model::referential_action;
    if (in_.accept_word("CASCADE"))
      return cascade;
    if (in_.accept_word("RESTRICT"))
      return restrict_;
    if (in_.accept_word("SET")) {
      if (in_.accept_word("NULL"))
        return set_null;
      in_.expect_word("DEFAULT");
      return set_default;
    }
    in_.expect_word("NO");
    in_.expect_word("ACTION");
    return no_action;
  }

  /// DEFERRABLE [INITIALLY DEFERRED | IMMEDIATE], of the foreign key read last.
  void read_deferral(bool is_not) {
    in_.expect_word("DEFERRABLE");
    const bool says_when = in_.accept_word("INITIALLY");
    const bool is_deferred = says_when && in_.accept_word("DEFERRED");
    if (says_when && !is_deferred)
      in_.expect_word("IMMEDIATE");
    table_.foreign_keys.back().deferrable = is_not        ? model::deferral::not_deferrable
                                            : is_deferred ? model::deferral::initially_deferred
                                                          : model::deferral::initially_immediate;
  }

  void read_options() {
    while (!in_.at_end()) {
      if (in_.accept_word("WITHOUT")) {
        in_.expect_word("ROWID");
        table_.without_rowid = true;
      } else {
        in_.expect_word("STRICT");
        table_.strict = true;
      }
      in_.accept(",");
    }
  }

  /// SQLite does not look at case in names; the model bears the column's own spelling.
  model::column& column(const std::string& name) {
    const auto same = [&](const model::column& each) {
      return sqlite3_stricmp(each.name.c_str(), name.c_str()) == 0;
    };
    const auto found = std::ranges::find_if(table_.columns, same);
    if (found == table_.columns.end()) {
      throw inspection_error({fmt::format(
          "table {}: a key of column {}, which it does not have", table_.name.name, name)});
    }
    return *found;
  }

  /// A key of one INTEGER column is the rowid and so never null; neither is any key of a table
  /// that is STRICT or WITHOUT ROWID.
  void settle_primary_key() {
    if (!table_.primary_key)
      return;
    const auto& keys = table_.primary_key->columns;
    const bool never_null = table_.without_rowid || table_.strict;
    for (const std::string& key : keys) {
      model::column& each = column(key);
      if (never_null || (keys.size() == 1 && is_integer(each)))
        each.nullable = false;
    }
  }

  static bool is_integer(const model::column& of) {
    const sqlite_tokens words = tokenize_sqlite(of.type.name.name);
    return words.size() == 1 && words.front().is_word("INTEGER");
  }

  sqlite_cursor in_;
  std::vector<std::string>& unsupported_;
  model::table table_;
};

} // namespace

model::table read_sqlite_table(std::string_view sql, std::vector<std::string>& unsupported) {
  return table_reader(sql, unsupported).read();
}

} // namespace strata::codegen
