// Which changes the programs of the version before survive.
#include "codegen/assess/compatibility.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::codegen;

namespace {

const model::qualified_name old_table{"", "old"};
const model::qualified_name new_table{"", "new"};

create_table created() {
  create_table made;
  made.table.name = new_table;
  return made;
}

add_column added(bool nullable) {
  add_column made;
  made.table = old_table;
  made.column.nullable = nullable;
  return made;
}

create_index indexed(const model::qualified_name& table, bool unique) {
  create_index made;
  made.table = table;
  made.index.unique = unique;
  return made;
}

} // namespace

TEST_CASE("additions that old programs never meet keep them running", "[assess]") {
  CHECK(keeps_old_programs({}));
  CHECK(keeps_old_programs({created(), indexed(new_table, true)}));
  CHECK(keeps_old_programs({added(true)}));
  add_column defaulted = added(false);
  defaulted.column.default_to = model::literal{model::literal::kind::integer, "0"};
  CHECK(keeps_old_programs({defaulted}));
  CHECK(keeps_old_programs({indexed(old_table, false)}));
}

TEST_CASE("whatever old programs may meet breaks them", "[assess]") {
  CHECK_FALSE(keeps_old_programs({added(false)}));
  CHECK_FALSE(keeps_old_programs({indexed(old_table, true)}));
  CHECK_FALSE(keeps_old_programs({created(), drop_column{old_table, {}}}));
  CHECK_FALSE(keeps_old_programs({rename_table{old_table, new_table}}));
  CHECK_FALSE(keeps_old_programs({add_constraint{old_table, model::check_constraint{}}}));
  CHECK_FALSE(keeps_old_programs({run_sql{}}));
}
