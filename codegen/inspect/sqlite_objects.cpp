// CREATE INDEX, VIEW and TRIGGER as SQLite keeps them.
#include "codegen/inspect/sqlite_cursor.hpp"
#include "codegen/inspect/sqlite_declarations.hpp"
#include "codegen/sql/own_table.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

/// expression [COLLATE name] [ASC | DESC], up to the end of the item.
model::index_key read_key(sqlite_cursor& in, const model::table& table) {
  using kind = sqlite_token::kind;
  model::index_key key;
  const std::size_t begin = in.position();
  in.skip_item();
  std::size_t end = in.position();
  if (end > begin && in.token(end - 1).is_word("DESC")) {
    key.descending = true;
    --end;
  } else if (end > begin && in.token(end - 1).is_word("ASC")) {
    --end;
  }
  if (end > begin + 2 && in.token(end - 2).is_word("COLLATE")) {
    key.collation = collation_of(in.token(end - 1).value);
    end -= 2;
  }
  const sqlite_token& first = in.token(begin);
  if (end == begin + 1 && (first.of == kind::word || first.of == kind::quoted_name)) {
    const auto same = [&](const model::column& each) {
      return sqlite3_stricmp(each.name.c_str(), first.value.c_str()) == 0;
    };
    if (const auto found = std::ranges::find_if(table.columns, same);
        found != table.columns.end()) {
      key.column = found->name;
      return key;
    }
  }
  const bool in_parentheses = first.is("(") && in.closes(begin) == end - 1;
  key.expression =
      only_sqlite(in_parentheses ? in.spelled(begin + 1, end - 1) : in.spelled(begin, end));
  return key;
}

} // namespace

model::index read_sqlite_index(std::string_view sql, const model::table& table) {
  sqlite_cursor in(sql);
  model::index index;
  in.expect_word("CREATE");
  index.unique = in.accept_word("UNIQUE");
  in.expect_word("INDEX");
  index.name = in.name();
  in.expect_word("ON");
  in.name();
  in.expect("(");
  do {
    index.keys.push_back(read_key(in, table));
  } while (in.accept(","));
  in.expect(")");
  if (in.accept_word("WHERE"))
    index.predicate = only_sqlite(sql::without_own_table(in.rest(), table.name.name));
  return index;
}

model::view read_sqlite_view(std::string_view sql) {
  sqlite_cursor in(sql);
  model::view view;
  in.expect_word("CREATE");
  in.expect_word("VIEW");
  view.name.name = in.name();
  if (in.sees("("))
    view.column_names = in.names();
  in.expect_word("AS");
  view.query = only_sqlite(in.rest());
  return view;
}

model::trigger read_sqlite_trigger(std::string_view sql) {
  sqlite_cursor in(sql);
  model::trigger trigger;
  in.expect_word("CREATE");
  in.expect_word("TRIGGER");
  trigger.name = in.name();
  const std::size_t begin = in.position();
  while (!in.at_end() && !in.sees_word("ON"))
    in.skip();
  trigger.events = only_sqlite(in.spelled(begin, in.position()));
  in.expect_word("ON");
  trigger.table.name = in.name();
  // FOR EACH ROW is all that SQLite knows, said or not.
  if (in.accept_word("FOR")) {
    in.expect_word("EACH");
    in.expect_word("ROW");
  }
  trigger.action = only_sqlite(in.rest());
  return trigger;
}

} // namespace strata::codegen
