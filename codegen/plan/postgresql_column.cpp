// Columns of existing tables on PostgreSQL.
#include "codegen/plan/postgresql.hpp"

#include "codegen/compose/default_names.hpp"
#include "codegen/compose/volatility.hpp"
#include "codegen/diff/casts.hpp"
#include "codegen/diff/suggested_conversion.hpp"
#include "codegen/plan/column_facts.hpp"
#include "codegen/plan/owned_sequence.hpp"
#include "codegen/plan/value_source.hpp"
#include "codegen/sql/kept_column.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

/// What an identity's sequence is called is a rename of its own.
std::optional<model::identity> unnamed(std::optional<model::identity> of) {
  if (of) {
    of->sequence.clear();
  }
  return of;
}

} // namespace

void postgresql_lowering::operator()(const add_column& added) {
  const model::column& column = added.column;
  const bool fills_default =
      online() && !column.identity && !column.generated && column.default_to &&
      may_differ_by_row(*column.default_to); // It would rewrite the table under the strongest lock.
  const bool fills = added.backfill || fills_default;
  action& made = make(object_class::column, added.table, column.name, stage::add);
  made.where = column.where;
  made.takes = {"column" + vertex_name(added.table, column.name)};
  if (!column.not_null.name.empty()) {
    made.takes.push_back("constraint" + vertex_name(added.table, column.not_null.name));
  }
  if (column.identity) {
    made.takes.push_back(relation_resource(sequence_of(added.table, column).name));
  }
  made.columns = {column.name};
  made.texts = texts_in(column);
  if (is_serial(column)) {
    model::sequence sequence = sequence_of(added.table, column);
    sequence.owner_table = {};
    sequence.owner_column.clear();
    made.run(sql::create_object{std::move(sequence)});
  }
  if (!fills) {
    if (online() && (column.identity || is_stored(column))) {
      made.conduct = conduct::own_transaction; // It rewrites the table.
    }
    model::column plain = with_default(added.table, column);
    plain.nullable = column.nullable || column.not_null.not_valid;
    made.run(sql::add_column{added.table, std::move(plain), {}, {}});
    if (!column.nullable && column.not_null.not_valid) {
      made.run(sql::add_not_null{added.table, column, true});
    }
    own_sequence(added.table, column, made);
    if (const model::column* before =
            column.generated ? made_again(added.table, column.name) : nullptr) {
      restore_column(added.table, *before, column, made);
    } else {
      set_storage(added.table, {}, column, made);
    }
    return;
  }
  const model::column whole = with_default(added.table, column);
  model::column empty = whole;
  empty.nullable = true;
  empty.default_to.reset();
  made.run(sql::add_column{added.table, empty, {}, {}});
  if (whole.default_to) {
    made.run(sql::set_default{added.table, column.name, *whole.default_to});
  }
  own_sequence(added.table, column, made);
  set_storage(added.table, {}, column, made);
  model::backfill backfill = added.backfill.value_or(model::backfill{});
  if (!added.backfill) {
    backfill.table = added.table;
    backfill.column = column.name;
    backfill.expression = {"DEFAULT", "DEFAULT"};
  }
  fill_rows(backfill, !column.nullable);
  if (!column.nullable) {
    tighten(added.table, column);
  }
}

void postgresql_lowering::own_sequence(const model::qualified_name& table,
                                       const model::column& column,
                                       action& made) {
  if (is_serial(column)) {
    const model::sequence owned = sequence_of(table, column);
    model::sequence free = owned;
    free.owner_table = {};
    free.owner_column.clear();
    made.run(sql::alter_object{std::move(free), owned});
    // What `serial` itself makes is as its table is, since version 15.
    const model::table* of = names_.after(table);
    if (of != nullptr && of->unlogged && of_.on.minimum_version >= 150000) {
      made.run(sql::set_logged{owned.name, false});
    }
  }
}

void postgresql_lowering::set_storage(const model::qualified_name& table,
                                      const model::column& before,
                                      const model::column& after,
                                      action& made) {
  sql::set_column_storage change{table, before, after};
  if (!sql::render(change, of_.on.dialect).empty()) {
    made.run(std::move(change));
  }
}

void postgresql_lowering::operator()(const drop_column& gone) {
  const model::column& column = gone.column;
  action& made = make(object_class::column, gone.table, column.name, stage::remove);
  made.frees = {"column" + vertex_name(gone.table, column.name)};
  if (!column.not_null.name.empty()) {
    made.frees.push_back("constraint" + vertex_name(gone.table, column.not_null.name));
  }
  if (column.identity) {
    made.frees.push_back(relation_resource(sequence_of(gone.table, column).name));
  }
  made.columns = {column.name};
  if (column.generated) {
    made.texts = {column.generated->expression.postgresql};
  }
  made.loses_data = of_.way == direction::down && !column.generated;
  made.blocks_inserts = !column.nullable && !column.default_to && !column.identity;
  if (const model::column* after =
          column.generated ? added_again(gone.table, column.name) : nullptr) {
    made.run(sql::keep_column(gone.table, column.name, !type_differs(column, *after)),
             column.name + " comes back with what hangs on it");
  }
  made.run(
      sql::drop_column{gone.table, column.name},
      drop_comment(model::object_kind::column, gone.table, {"", column.name}, made.loses_data));
}

void postgresql_lowering::operator()(const rename_column& renamed) { lower(renamed); }

void postgresql_lowering::operator()(const alter_column& altered) {
  const model::column& before = altered.before;
  const model::column& after = altered.after;
  if (after.generated != before.generated) {
    change_generation(altered);
    if (is_virtual(before) && is_virtual(after) && before.nullable == after.nullable) {
      change_not_null(altered);
    }
    return;
  }
  if (!before.nullable && !after.nullable) {
    change_not_null(altered);
  }
  const bool changes_source_of_values = changes_source(altered);
  const bool changes_identity =
      !changes_source_of_values && after.identity &&
      (unnamed(before.identity) != unnamed(after.identity) || counts_otherwise(altered));
  if (changes_identity && place_of_bounds(altered) == stage::alter) {
    change_identity(altered, stage::alter);
  }
  // A column whose type is built anew drops and sets its default as it moves over.
  const bool moves =
      std::any_of(of_.moved_columns.begin(), of_.moved_columns.end(), [&](const auto& each) {
        return each.table == altered.table && each.after.name == after.name;
      });
  if (type_differs(before, after)) {
    change_type(altered);
  } else if (changes_source_of_values && !after.identity) {
    end_identity(altered);
  } else if (!changes_source_of_values && before.default_to != after.default_to && !moves) {
    change_default(altered);
  }
  if (altered.backfill) {
    fill_rows(*altered.backfill, before.nullable && !after.nullable);
  }
  if (before.nullable && !after.nullable) {
    tighten(altered.table, after);
  } else if (!before.nullable && after.nullable) {
    // Beside a change of type, which is an action of the column too, in that action's place.
    const stage at = type_differs(before, after) || moves ? stage::alter : stage::add;
    action& made = make(object_class::column, altered.table, after.name, at);
    made.columns = {after.name};
    const model::table* old = names_.before(altered.table);
    if (old != nullptr && old->primary_key) {
      // A column of the primary key cannot be nullable while it is one.
      made.after = {{object_class::table_constraint,
                     vertex_name(altered.table, old->primary_key->name),
                     stage::remove}};
    }
    made.run(sql::drop_not_null{altered.table, after.name});
  }
  if (changes_source_of_values && after.identity) {
    begin_identity(altered);
  } else if (changes_identity && place_of_bounds(altered) == stage::tighten) {
    change_identity(altered, stage::tighten);
  }
  change_storage(altered);
}

void postgresql_lowering::operator()(const backfill_column& filled) {
  fill_rows(filled.backfill, false);
}

void postgresql_lowering::set_aside(const default_aside& of) {
  action& gone = make(object_class::column_default, of.table, of.column, stage::remove);
  gone.columns = {of.column};
  gone.after = {{object_class::column, vertex_name(of.table, of.column), stage::rename}};
  gone.run(sql::drop_default{of.table, of.column});
  action& back = make(object_class::column_default, of.table, of.column, stage::add);
  back.columns = {of.column};
  back.texts = {std::get<model::sql_text>(of.value).postgresql};
  back.run(sql::set_default{of.table, of.column, of.value});
}

void postgresql_lowering::change_default(const alter_column& altered) {
  const model::column& after = altered.after;
  if (after.default_to) {
    action& made = make(object_class::column, altered.table, after.name, stage::add);
    made.columns = {after.name};
    made.texts = texts_in(after);
    made.run(sql::set_default{altered.table, after.name, *after.default_to});
    return;
  }
  action& made = make(object_class::column, altered.table, after.name, stage::add);
  made.phase = rollout_phase::contract; // Older programs rely on it.
  made.columns = {after.name};
  made.run(sql::drop_default{altered.table, after.name});
}

void postgresql_lowering::change_type(const alter_column& altered) {
  const model::column& before = altered.before;
  const model::column& after = altered.after;
  action& made = make(object_class::column, altered.table, after.name, stage::alter);
  made.where = after.where;
  made.columns = {after.name};
  made.conduct = conduct::own_transaction;
  made.texts = texts_in(after);
  std::string using_sql = conversion_of(altered);
  keep_statistics(altered.table, after.name, made);
  made.loses_data = of_.way == direction::down && !altered.conversion &&
                    !cast_facts_of(altered.base_before(), altered.base_after()).loses.empty();
  // The server would keep the old type's casts in the default; a sequence's has none.
  if (changes_source(altered) && !after.identity) {
    made.phase = rollout_phase::contract;
    end_identity(altered, made);
  } else if (before.default_to &&
             !(after.identity && counter_of(of_.from, altered.table, before))) {
    made.run(sql::drop_default{altered.table, after.name});
  }
  made.run(sql::set_column_type{
      altered.table, after.name, after.type, after.collation, std::move(using_sql)});
  if (after.default_to) {
    made.run(sql::set_default{altered.table, after.name, *after.default_to});
  }
  restore_storage(altered.table, after, made);
  restore_statistics(altered.table, after.name, made);
}

/// What USING says; empty: nothing.
std::string postgresql_lowering::conversion_of(const alter_column& altered) {
  const model::column& before = altered.before;
  const model::column& after = altered.after;
  if (altered.conversion && !altered.conversion->using_sql.postgresql.empty()) {
    return altered.conversion->using_sql.postgresql;
  }
  const auto by_cast = expression_of_cast(altered.base_before(),
                                          altered.base_after(),
                                          sql::quote(after.name),
                                          sql::type_words(after.type, of_.on.dialect));
  if (!by_cast) {
    out_.add({"S330",
              fmt::format("values of {}.{} do not convert from {} to {} by themselves",
                          display(altered.table),
                          after.name,
                          sql::type_words(before.type, of_.on.dialect),
                          sql::type_words(after.type, of_.on.dialect)),
              {fmt::format("write convert_column(\"{}\", \"{}\", sql(\"…\")) in the transition, "
                           "with its `.down(…)`",
                           altered.table.name,
                           after.name)},
              after.where});
  }
  return by_cast.value_or("");
}

void postgresql_lowering::change_storage(const alter_column& altered) {
  sql::set_column_storage storage{altered.table, altered.before, altered.after};
  storage.before.name = altered.after.name;
  if (type_differs(altered.before, altered.after)) { // Said with the type.
    storage.before.storage = altered.after.storage;
    storage.before.compression = altered.after.compression;
  }
  if (!sql::render(storage, of_.on.dialect).empty()) {
    action& made = make(object_class::column, altered.table, altered.after.name, stage::tighten);
    made.columns = {altered.after.name};
    made.run(storage);
    hand_down_compression(storage, made);
  }
}

void postgresql_lowering::fill_rows(const model::backfill& backfill, bool repeat) {
  const sql::fill_column update = fill(backfill);
  const auto run = [&](action& made, std::string comment) {
    made.where = backfill.where;
    made.columns = {backfill.column};
    made.texts = {update.expression, update.condition};
    made.is_user_dml = true;
    made.fires_triggers = backfill.with == model::backfill::triggers::fire;
    made.conduct = online() ? conduct::own_transaction : conduct::in_transaction;
    const bool quiet = backfill.with == model::backfill::triggers::do_not_fire;
    if (quiet) {
      made.run(sql::set_triggers{backfill.table, false});
    }
    made.run(update, std::move(comment));
    if (quiet) {
      made.run(sql::set_triggers{backfill.table, true});
    }
  };
  run(make(object_class::column, backfill.table, backfill.column, stage::fill), "");
  if (repeat && online() && backfill.where_sql.postgresql.empty()) {
    action& again = make(object_class::rows, backfill.table, backfill.column, stage::fill);
    again.after = {
        {object_class::column, vertex_name(backfill.table, backfill.column), stage::fill}};
    run(again, "again, for rows that older programs wrote since");
  }
}

} // namespace strata::codegen
