// Indexes of tables and materialized views that no constraint owns.
#include "codegen/inspect/postgresql_catalogue.hpp"

#include "codegen/compose/default_names.hpp"
#include "codegen/diff/key_index.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace strata::codegen {
namespace {

struct index_keys {
  std::vector<model::index_key> keys;
  std::vector<std::string> included;
};

constexpr const char* keys_query =
    "SELECT i.indexrelid, k.n > i.indnkeyatts, CASE WHEN k.own <> 0 THEN a.attname END,"
    " pg_get_indexdef(i.indexrelid, k.n::int, true),"
    " CASE WHEN k.coll <> 0 AND k.coll <> coalesce(nullif(a.attcollation, 0), 100) THEN l.collname "
    "END,"
    // Parameters can be said of a class only by its name.
    " CASE WHEN NOT o.opcdefault OR p.attoptions IS NOT NULL THEN" STRATA_OPERATOR_CLASS_NAME
    "END || coalesce('(' || array_to_string(p.attoptions, ', ') || ')', ''), k.opt & 1, k.opt & 2,"
    " nullif(p.attstattarget, -1)"
    " FROM pg_index i"
    " CROSS JOIN LATERAL unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[],"
    "  i.indoption::int2[]) WITH ORDINALITY k(own, class, coll, opt, n)"
    " LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.own"
    " LEFT JOIN pg_attribute p ON p.attrelid = i.indexrelid AND p.attnum = k.n"
    " LEFT JOIN pg_opclass o ON o.oid = k.class LEFT JOIN pg_collation l ON l.oid = k.coll"
    " LEFT JOIN pg_namespace ns ON ns.oid = o.opcnamespace"
    " JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE" STRATA_USER_NAMESPACE "ORDER BY i.indexrelid, k.n";

model::index_key key_of(const pqxx::row& row) {
  model::index_key key;
  key.column = text(row[2]);
  if (key.column.empty())
    key.expression = index_expression(row[3]);
  key.collation = text(row[4]);
  key.operator_class = text(row[5]);
  key.descending = row[6].as<int>() != 0;
  const bool nulls_first = row[7].as<int>() != 0;
  // Nulls count as the greatest values unless something else is said.
  if (nulls_first != key.descending) {
    key.nulls = nulls_first ? model::nulls_order::first : model::nulls_order::last;
  }
  if (!row[8].is_null())
    key.statistics = row[8].as<std::int64_t>();
  return key;
}

bool has_statistics(const model::index& index) {
  return std::any_of(index.keys.begin(), index.keys.end(), [](const auto& key) {
    return key.statistics.has_value();
  });
}

std::map<object_id, index_keys> read_keys(postgresql_catalogue& catalogue) {
  std::map<object_id, index_keys> all;
  for (const auto& row : catalogue.ask(keys_query)) {
    index_keys& of = all[row[0].as<object_id>()];
    if (is_true(row[1])) {
      of.included.push_back(text(row[2]));
    } else {
      of.keys.push_back(key_of(row));
    }
  }
  return all;
}

constexpr const char* indexes_query =
    "SELECT i.indexrelid, i.indrelid, c.relname, i.indisunique,"
    " (to_jsonb(i) ->> 'indnullsnotdistinct')::boolean,"
    " CASE WHEN m.amname <> 'btree' THEN m.amname END, pg_get_expr(i.indpred, i.indrelid),"
    " array_to_string(c.reloptions, ', '), obj_description(c.oid, 'pg_class'),"
    " NOT i.indisvalid, c.relkind = 'I', p.relname, whole.indisvalid, o.contype"
    " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam"
    " LEFT JOIN pg_inherits h ON h.inhrelid = c.oid"
    " LEFT JOIN pg_index whole ON whole.indexrelid = h.inhparent"
    " LEFT JOIN pg_class p ON p.oid = h.inhparent"
    " LEFT JOIN pg_constraint o ON o.conindid = c.oid AND o.contype IN ('p', 'u', 'x')"
    // Of a constraint's indexes, the parts of a parent's.
    " WHERE o.oid IS NULL OR o.conparentid <> 0";

/// As the server itself calls a partition's part of its parent's index or key.
std::string servers_name(const model::table& partition,
                         const model::index& part,
                         const std::string& constraint,
                         const std::string& number) {
  if (constraint == "p")
    return base_name(partition, model::primary_key(), number);
  if (constraint.empty()) {
    model::index unnamed = part;
    unnamed.name.clear();
    return base_name(partition, unnamed, number);
  }
  model::unique_constraint key;
  for (const model::index_key& each : part.keys)
    key.columns.push_back(each.column);
  key.include = part.include;
  return base_name(partition, key, number);
}

/// The number is that of what took the name first.
bool is_servers_name(const std::set<model::qualified_name>& relations,
                     const model::table& partition,
                     const model::index& part,
                     const std::string& constraint) {
  for (int number = 0; number < 100; ++number) {
    const std::string suffix = number == 0 ? std::string() : std::to_string(number);
    const std::string name = servers_name(partition, part, constraint, suffix);
    if (part.name == name)
      return true;
    if (!relations.contains({partition.name.schema, name}))
      return false;
  }
  return false;
}

/// What may have a name that the server would give to an index: tables, keys and these indexes.
std::set<model::qualified_name> relations_of(postgresql_catalogue& catalogue,
                                             const pqxx::result& indexes) {
  std::set<model::qualified_name> all;
  for (const auto& [id, table] : catalogue.tables) {
    all.insert(table.name);
    if (table.primary_key)
      all.insert({table.name.schema, table.primary_key->name});
    for (const model::unique_constraint& each : table.uniques)
      all.insert({table.name.schema, each.name});
    for (const model::exclusion_constraint& each : table.exclusions)
      all.insert({table.name.schema, each.name});
  }
  for (const auto& row : indexes) {
    if (const model::table* const table = catalogue.table(row[1]))
      all.insert({table->name.schema, text(row[2])});
  }
  return all;
}

/// Such a key would be the part.
bool has_key_like(const model::table& partition, model::index part) {
  part.part_of.clear();
  return key_like(partition, part).has_value();
}

} // namespace

model::sql_text index_expression(const pqxx::field& field) {
  std::string expression = text(field);
  // The server wraps everything but a call of a function.
  if (expression.starts_with('(') && expression.ends_with(')')) {
    expression = expression.substr(1, expression.size() - 2);
  }
  return {std::move(expression), {}};
}

void read_indexes(postgresql_catalogue& catalogue) {
  auto keys = read_keys(catalogue);
  const pqxx::result rows = catalogue.ask(indexes_query);
  const std::set<model::qualified_name> relations = relations_of(catalogue, rows);
  for (const auto& row : rows) {
    std::vector<model::index>* owner = nullptr;
    model::table* const table = catalogue.table(row[1]);
    if (table != nullptr) {
      owner = &table->indexes;
    } else if (const auto view = catalogue.views.find(row[1].as<object_id>());
               view != catalogue.views.end()) {
      owner = &view->second.indexes;
    }
    if (owner == nullptr)
      continue;
    model::index& index = owner->emplace_back();
    index_keys& of = keys[row[0].as<object_id>()];
    index.name = text(row[2]);
    index.keys = std::move(of.keys);
    index.include = std::move(of.included);
    index.unique = is_true(row[3]);
    index.nulls_not_distinct = is_true(row[4]);
    index.method = text(row[5]);
    index.predicate = only_postgresql(row[6]);
    index.with = text(row[7]);
    index.comment = text(row[8]);
    index.only_parent = is_true(row[9]) && is_true(row[10]);
    index.not_valid = is_true(row[9]) && !is_true(row[10]);
    index.part_of = text(row[11]);
    // A partition's part comes with its parent's index or key, where that has them all.
    if (!index.part_of.empty() && is_true(row[12]) && index.comment.empty() &&
        !has_statistics(index) && is_servers_name(relations, *table, index, text(row[13])) &&
        !(text(row[13]).empty() && has_key_like(*table, index)))
      owner->pop_back();
  }
}

} // namespace strata::codegen
