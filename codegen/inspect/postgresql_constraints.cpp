// Primary keys, uniques, checks, foreign keys and exclusions.
#include "codegen/inspect/postgresql_catalogue.hpp"

#include <map>

namespace strata::codegen {
namespace {

/// The columns of constraints by the constraint's identity.
struct constraint_columns {
  std::vector<std::string> own;
  std::vector<std::string> target;
  std::vector<std::string> included;
  std::vector<std::string> set;
};

using columns_by_constraint = std::map<object_id, constraint_columns>;

/// conkey with confkey beside it; what an index only includes follows the keys it has.
constexpr const char* constraint_columns_query =
    "SELECT c.oid, a.attname, f.attname, 'own', k.n FROM pg_constraint c"
    " CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY k(own, target, n)"
    " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own"
    " LEFT JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.target"
    " WHERE c.contype IN ('p', 'u', 'f')"
    " UNION ALL SELECT c.oid, a.attname, NULL, 'included', k.n FROM pg_constraint c"
    " JOIN pg_index i ON i.indexrelid = c.conindid"
    " CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k(own, n)"
    " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own"
    " WHERE c.contype IN ('p', 'u', 'x') AND k.n > i.indnkeyatts"
    // Which columns ON DELETE SET sets can be said since version 15.
    " UNION ALL SELECT c.oid, a.attname, NULL, 'set', k.n FROM pg_constraint c"
    " CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(to_jsonb(c) -> "
    "'confdelsetcols') = 'array' THEN to_jsonb(c) -> 'confdelsetcols' ELSE '[]' END)"
    "  WITH ORDINALITY k(number, n)"
    " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number::int2"
    " WHERE c.contype = 'f' AND c.confdeltype IN ('n', 'd') ORDER BY 1, 4, 5";

columns_by_constraint read_constraint_columns(postgresql_catalogue& catalogue) {
  columns_by_constraint all;
  for (const auto& row : catalogue.ask(constraint_columns_query)) {
    constraint_columns& of = all[row[0].as<object_id>()];
    const std::string role = text(row[3]);
    (role == "own" ? of.own : role == "set" ? of.set : of.included).push_back(text(row[1]));
    if (!row[2].is_null())
      of.target.push_back(text(row[2]));
  }
  return all;
}

model::referential_action read_action(const pqxx::field& field) {
  using enum model::referential_action;
  switch (field.c_str()[0]) {
  case 'r':
    return restrict_;
  case 'c':
    return cascade;
  case 'n':
    return set_null;
  case 'd':
    return set_default;
  default:
    return no_action;
  }
}

model::deferral read_deferral(const pqxx::field& deferrable, const pqxx::field& deferred) {
  if (!is_true(deferrable))
    return model::deferral::not_deferrable;
  return is_true(deferred) ? model::deferral::initially_deferred
                           : model::deferral::initially_immediate;
}

constexpr const char* constraints_query =
    "SELECT c.oid, c.conrelid, c.contype, c.conname, c.condeferrable, c.condeferred,"
    " obj_description(c.oid, 'pg_constraint'), pg_get_expr(c.conbin, c.conrelid), c.connoinherit,"
    " NOT c.convalidated, tn.nspname, t.relname, c.confdeltype, c.confupdtype, c.confmatchtype = "
    "'f',"
    // A column of pg_index since version 15.
    " (to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, m.amname, pg_get_expr(i.indpred, "
    "i.indrelid),"
    " array_to_string(ic.reloptions, ', '),"
    // Columns of pg_constraint since version 18.
    " to_jsonb(c) ->> 'conenforced' = 'false', to_jsonb(c) ->> 'conperiod' = 'true'"
    " FROM pg_constraint c LEFT JOIN pg_class r ON r.oid = c.conrelid"
    " LEFT JOIN pg_class t ON t.oid = c.confrelid"
    " LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace"
    " LEFT JOIN pg_index i ON i.indexrelid = c.conindid AND c.contype <> 'f'"
    " LEFT JOIN pg_class ic ON ic.oid = i.indexrelid LEFT JOIN pg_am m ON m.oid = ic.relam"
    // Those of a partition that its parent has are the parent's.
    " WHERE c.conrelid <> 0 AND c.contype IN ('p', 'u', 'c', 'f', 'x')"
    " AND c.conparentid = 0 AND (c.conislocal OR c.contype <> 'c'"
    // One that was there before the parent's became its, and may be valid where that is not.
    "  OR (c.convalidated AND EXISTS (SELECT FROM pg_inherits h JOIN pg_constraint o"
    "   ON o.conrelid = h.inhparent AND o.conname = c.conname AND o.contype = 'c'"
    "   WHERE h.inhrelid = c.conrelid AND r.relispartition AND NOT o.convalidated)))";

template <typename Key>
Key key_of(const pqxx::row& row, const constraint_columns& columns) {
  Key key;
  key.name = text(row[3]);
  key.columns = columns.own;
  key.deferrable = read_deferral(row[4], row[5]);
  key.comment = text(row[6]);
  return key;
}

model::check_constraint check_of(const pqxx::row& row) {
  model::check_constraint check;
  check.name = text(row[3]);
  check.comment = text(row[6]);
  check.expression = only_postgresql(row[7]);
  check.no_inherit = is_true(row[8]);
  check.not_enforced = is_true(row[19]);
  check.not_valid = is_true(row[9]) && !check.not_enforced;
  return check;
}

model::foreign_key foreign_key_of(const postgresql_catalogue& catalogue,
                                  const pqxx::row& row,
                                  const constraint_columns& columns) {
  auto key = key_of<model::foreign_key>(row, columns);
  key.not_enforced = is_true(row[19]);
  key.not_valid = is_true(row[9]) && !key.not_enforced;
  key.period = is_true(row[20]);
  key.target = catalogue.name(row[10], row[11]);
  key.target_columns = columns.target;
  key.on_delete = read_action(row[12]);
  key.set_columns = columns.set;
  key.on_update = read_action(row[13]);
  key.match = is_true(row[14]) ? model::match_type::full : model::match_type::simple;
  return key;
}

/// An element's operator class with its collation and order around it, as SQL has them.
constexpr const char* exclusion_elements_query =
    "SELECT c.oid, CASE WHEN k.own <> 0 THEN a.attname END,"
    " pg_get_indexdef(i.indexrelid, k.n::int, true), concat_ws(' ',"
    "  CASE WHEN k.coll <> 0 AND k.coll <> coalesce(nullif(a.attcollation, 0), 100)"
    "   THEN 'COLLATE ' || quote_ident(l.collname) END,"
    "  CASE WHEN NOT o.opcdefault THEN" STRATA_OPERATOR_CLASS_NAME "END,"
    "  CASE WHEN k.opt & 1 = 1 THEN 'DESC' END, CASE WHEN k.opt = 1 THEN 'NULLS LAST'"
    "   WHEN k.opt = 2 THEN 'NULLS FIRST' END),"
    " CASE WHEN pg_operator_is_visible(p.oid) THEN p.oprname"
    "  ELSE format('OPERATOR(%I.%s)', pn.nspname, p.oprname) END"
    " FROM pg_constraint c JOIN pg_index i ON i.indexrelid = c.conindid"
    " CROSS JOIN LATERAL unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[],"
    "  i.indoption::int2[], c.conexclop) WITH ORDINALITY k(own, class, coll, opt, operator, n)"
    " LEFT JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own"
    " LEFT JOIN pg_collation l ON l.oid = k.coll"
    " JOIN pg_opclass o ON o.oid = k.class JOIN pg_namespace ns ON ns.oid = o.opcnamespace"
    " JOIN pg_operator p ON p.oid = k.operator JOIN pg_namespace pn ON pn.oid = p.oprnamespace"
    " WHERE c.contype = 'x' AND k.n <= i.indnkeyatts ORDER BY c.oid, k.n";

using elements_by_constraint =
    std::map<object_id, std::vector<model::exclusion_constraint::element>>;

elements_by_constraint read_exclusion_elements(postgresql_catalogue& catalogue) {
  elements_by_constraint all;
  for (const auto& row : catalogue.ask(exclusion_elements_query)) {
    model::exclusion_constraint::element element;
    element.column = text(row[1]);
    if (element.column.empty())
      element.expression = index_expression(row[2]);
    element.operator_class = text(row[3]);
    element.operator_ = text(row[4]);
    all[row[0].as<object_id>()].push_back(std::move(element));
  }
  return all;
}

model::exclusion_constraint
exclusion_of(const pqxx::row& row, std::vector<model::exclusion_constraint::element> elements) {
  model::exclusion_constraint exclusion;
  exclusion.name = text(row[3]);
  exclusion.method = text(row[16]);
  exclusion.elements = std::move(elements);
  exclusion.predicate = only_postgresql(row[17]);
  exclusion.deferrable = read_deferral(row[4], row[5]);
  exclusion.comment = text(row[6]);
  return exclusion;
}

} // namespace

void read_constraints(postgresql_catalogue& catalogue) {
  columns_by_constraint columns = read_constraint_columns(catalogue);
  elements_by_constraint elements = read_exclusion_elements(catalogue);
  for (const auto& row : catalogue.ask(constraints_query)) {
    model::table* table = catalogue.table(row[1]);
    if (table == nullptr)
      continue;
    const auto id = row[0].as<object_id>();
    const constraint_columns& own = columns[id];
    switch (row[2].c_str()[0]) {
    case 'p':
      table->primary_key = key_of<model::primary_key>(row, own);
      table->primary_key->without_overlaps = is_true(row[20]);
      table->primary_key->include = own.included;
      table->primary_key->with = text(row[18]);
      break;
    case 'u':
      table->uniques.push_back(key_of<model::unique_constraint>(row, own));
      table->uniques.back().without_overlaps = is_true(row[20]);
      table->uniques.back().include = own.included;
      table->uniques.back().with = text(row[18]);
      table->uniques.back().nulls_not_distinct = is_true(row[15]);
      break;
    case 'c':
      table->checks.push_back(check_of(row));
      break;
    case 'f':
      table->foreign_keys.push_back(foreign_key_of(catalogue, row, own));
      break;
    default:
      table->exclusions.push_back(exclusion_of(row, std::move(elements[id])));
      table->exclusions.back().include = own.included;
      table->exclusions.back().with = text(row[18]);
    }
  }
}

} // namespace strata::codegen
