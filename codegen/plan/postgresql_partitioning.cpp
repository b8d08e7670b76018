// The rows of a table that is partitioned anew, put by while it is dropped and made again.
#include "codegen/diff/difference.hpp"
#include "codegen/plan/postgresql.hpp"
#include "codegen/plan/resource.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace strata::codegen {
namespace {

using names = std::set<model::qualified_name>;

/// The table with its partitions, theirs and so on.
names whole_of(const model::schema& in, const model::qualified_name& table) {
  names found = {table};
  for (std::size_t size = 0; size != found.size();) {
    size = found.size();
    for (const model::table& each : in.tables) {
      if (found.contains(each.descent.partition_of)) {
        found.insert(each.name);
      }
    }
  }
  return found;
}

const model::table* table_in(const model::schema& in, const model::qualified_name& name) {
  const auto found = std::find_if(
      in.tables.begin(), in.tables.end(), [&](const auto& each) { return each.name == name; });
  return found == in.tables.end() ? nullptr : &*found;
}

/// A type of the user's own may be made anew too, and would be held by the rows that are put by.
bool is_users_own(const model::column& of) { return !of.type.name.name.empty(); }

struct moved_columns {
  std::string put_by; ///< What is selected of the older table.
  std::string into;
  std::string values; ///< What is selected of the rows put by.
};

void add(std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; }

} // namespace

/// What the column was called; empty: there was none.
std::string postgresql_lowering::column_before(const model::table& before,
                                               const model::column& after) const {
  std::string name = after.name;
  for (const model::rename& each : of_.transition.renames) {
    if (each.kind == model::object_kind::column && each.owner == before.name &&
        each.to == after.name) {
      name = each.from.name;
    }
  }
  const bool was_there = std::any_of(before.columns.begin(),
                                     before.columns.end(),
                                     [&](const auto& each) { return each.name == name; });
  return was_there ? name : "";
}

void postgresql_lowering::partition_anew(const model::qualified_name& table) {
  const model::table* const before = table_in(of_.from, table);
  const model::table* const after = table_in(of_.to, table);
  if (before == nullptr || after == nullptr) {
    return;
  }
  const model::table was = with_parents_columns(of_.from, *before);
  moved_columns columns;
  std::vector<sql::statement> counters;
  for (const model::column& each : with_parents_columns(of_.to, *after).columns) {
    const std::string old = column_before(was, each);
    if (old.empty() || each.generated) {
      continue;
    }
    const auto held = std::find_if(
        was.columns.begin(), was.columns.end(), [&](const auto& one) { return one.name == old; });
    const bool as_text = is_users_own(*held) || is_users_own(each);
    add(columns.put_by,
        as_text ? fmt::format("{0}::text AS {0}", sql::quote(old)) : sql::quote(old));
    add(columns.into, sql::quote(each.name));
    add(columns.values,
        as_text || held->type != each.type
            ? sql::quote(old) + "::" + sql::type_words(each.type, of_.on.dialect)
            : sql::quote(old));
    if (each.identity) {
      counters.push_back(sql::advance_sequence{table, each.name});
    }
  }
  const model::qualified_name rows = {table.schema, of_.passing.make(table.name, "__strata_rows")};
  const model::qualified_name old = names_.new_name(table);
  action& put_by = make(object_class::rows, vertex_name(rows), stage::remove);
  put_by.sets_aside = true;
  open_gap(put_by, table);
  for (const model::qualified_name& each : whole_of(of_.from, table)) {
    put_by.before.push_back(
        {object_class::table, vertex_name(names_.new_name(each)), stage::remove});
  }
  put_by.run(sql::verbatim{fmt::format("CREATE TABLE {} AS\nSELECT {}\nFROM {};",
                                       sql::quote(rows),
                                       columns.put_by,
                                       sql::quote(old))},
             table.name + " is partitioned anew: its rows are put by, and come back");
  action& back = make(object_class::rows, vertex_name(rows), stage::add);
  back.gap = put_by.gap;
  back.phase = rollout_phase::contract;
  back.puts_back = true;
  back.after = {put_by.id};
  before_readers(back, whole_of(of_.to, table));
  back.run(
      sql::verbatim{fmt::format("INSERT INTO {} ({})\nOVERRIDING SYSTEM VALUE\nSELECT {}\nFROM {};",
                                sql::quote(table),
                                columns.into,
                                columns.values,
                                sql::quote(rows))});
  for (sql::statement& each : counters) {
    back.run(std::move(each));
  }
  back.run(sql::drop_table{rows});
  for (const model::qualified_name& each : whole_of(of_.from, table)) {
    if (table_in(of_.to, each) != nullptr) {
      restore_grants(back, each);
    }
  }
}

/// From the renaming on there is no table of that name.
void postgresql_lowering::open_gap(action& put_by, const model::qualified_name& table) {
  put_by.gap = put_by.id.name;
  for (const model::qualified_name& each : whole_of(of_.from, table)) {
    const vertex renamed = {object_class::table, vertex_name(names_.new_name(each)), stage::rename};
    put_by.after.push_back(renamed);
    for (action& one : made()) {
      if (one.id != renamed) {
        continue;
      }
      one.sets_aside = true;
      one.gap = put_by.gap;
      if (table_in(of_.to, each) != nullptr) {
        one.statements.insert(one.statements.begin(),
                              {sql::keep_rights{sql::owned_kind::relation, each},
                               each.name + " comes back with its owner and grants"});
      }
    }
  }
}

/// Those that were, but for what the newer schema declares otherwise.
void postgresql_lowering::restore_grants(action& back, const model::qualified_name& table) const {
  back.run(sql::restore_rights{sql::owned_kind::relation, table});
  using on = model::grant::object_class;
  const auto is_of = [&](const model::grant& of) {
    return of.object == table && (of.on == on::table || of.on == on::column);
  };
  for (const model::grant& each : of_.to.grants) {
    if (is_of(each)) {
      back.before.push_back({object_class::grant, vertex_of_object(each), stage::add});
    }
  }
  for (const model::grant& each : of_.from.grants) {
    const bool stays = std::any_of(of_.to.grants.begin(), of_.to.grants.end(), [&](const auto& is) {
      return vertex_of_object(is) == vertex_of_object(each);
    });
    if (is_of(each) && !stays) {
      back.run(sql::drop_object{each});
    }
  }
}

/// Keys, triggers, rules and materialized views come when the rows are back.
void postgresql_lowering::before_readers(action& back, const names& tables) const {
  const auto attachment = [&](object_class of, const auto& all) {
    for (const auto& each : all) {
      if (tables.contains(each.table)) {
        back.before.push_back({of, vertex_name(each.table, each.name), stage::add});
      }
    }
  };
  attachment(object_class::trigger, of_.to.triggers);
  attachment(object_class::rule, of_.to.rules);
  for (const model::qualified_name& each : tables) {
    back.after.push_back({object_class::table, vertex_name(each), stage::add});
    back.after.push_back({object_class::table, vertex_name(each), stage::tighten});
  }
  for (const model::table& each : of_.to.tables) {
    for (const model::foreign_key& key : each.foreign_keys) {
      if (tables.contains(each.name) || tables.contains(key.target)) {
        back.before.push_back(
            {object_class::foreign_key, vertex_name(each.name, key.name), stage::add});
      }
    }
  }
  for (const model::view& each : of_.to.views) {
    const bool reads = std::any_of(each.depends_on.begin(),
                                   each.depends_on.end(),
                                   [&](const auto& read) { return tables.contains(read); });
    if (reads) {
      back.before.push_back({object_class::view, vertex_name(each.name), stage::add});
    }
  }
}

/// The default partition that stays beside a new one; null: there is none.
const model::table* postgresql_lowering::default_beside(const model::table& partition) const {
  const model::qualified_name& parent = partition.descent.partition_of;
  if (parent.name.empty() || names_.is_new(parent) || partition.descent.bounds == "DEFAULT") {
    return nullptr;
  }
  for (const model::table& each : of_.to.tables) {
    const bool is_default = each.descent.partition_of == parent && each.descent.bounds == "DEFAULT";
    const model::table* const before =
        is_default && !names_.is_new(each.name) ? names_.before(each.name) : nullptr;
    if (before != nullptr && before->descent.bounds == "DEFAULT" &&
        names_.new_name(before->descent.partition_of) == parent) {
      return &each;
    }
  }
  return nullptr;
}

/// The server makes no partition whose rows the default one holds: they are moved, past triggers.
void postgresql_lowering::create_beside(const model::table& rest,
                                        const sql::create_table& created,
                                        action& made) const {
  const std::string creation = sql::render(created, of_.on.dialect);
  const std::string parent = sql::quote(rest.descent.partition_of);
  made.run(
      sql::verbatim{
          fmt::format(R"(DO $strata$
DECLARE
  fresh regclass;
  rest regclass := {rest_text};
  names text;
  fired jsonb := '[]';
  one record;
BEGIN
  {creation}
EXCEPTION WHEN check_violation THEN
  ALTER TABLE {parent} DETACH PARTITION {rest};
  {creation}
  fresh := {fresh_text};
  FOR one IN SELECT tgrelid::regclass AS held, tgname, tgenabled FROM pg_trigger
    WHERE tgrelid IN (fresh::oid, rest::oid) AND NOT tgisinternal AND tgenabled IN ('O', 'A')
  LOOP
    EXECUTE pg_catalog.format('ALTER TABLE %s DISABLE TRIGGER %I', one.held, one.tgname);
    fired := fired || pg_catalog.jsonb_build_array(pg_catalog.format('ALTER TABLE %s ENABLE %s TRIGGER %I', one.held,
      CASE one.tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END, one.tgname));
  END LOOP;
  SELECT pg_catalog.string_agg(pg_catalog.quote_ident(attname), ', ') INTO names FROM pg_attribute
    WHERE attrelid = fresh::oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
  EXECUTE pg_catalog.format('WITH moved AS (DELETE FROM %s WHERE %s RETURNING *)
    INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM moved',
    rest, pg_catalog.pg_get_partition_constraintdef(fresh), fresh, names, names);
  SET CONSTRAINTS ALL IMMEDIATE;
  FOR one IN SELECT pg_catalog.jsonb_array_elements_text(fired) AS statement
  LOOP
    EXECUTE one.statement;
  END LOOP;
  ALTER TABLE {parent} ATTACH PARTITION {rest} DEFAULT;
END $strata$;)",
                      fmt::arg("rest_text", sql::quote_text(sql::quote(rest.name))),
                      fmt::arg("fresh_text", sql::quote_text(sql::quote(created.table.name))),
                      fmt::arg("creation", creation),
                      fmt::arg("parent", parent),
                      fmt::arg("rest", sql::quote(rest.name)))},
      "rows of " + rest.name.name + " that belong to " + created.table.name.name + " move there");
}

} // namespace strata::codegen
