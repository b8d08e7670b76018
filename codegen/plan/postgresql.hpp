// Operations to actions on PostgreSQL: the plan that keeps a busy service up, or the plain one.
#pragma once

#include "codegen/plan/index_parts.hpp"
#include "codegen/plan/lowering.hpp"

#include <optional>

namespace strata::codegen {

/// One overload per operation and no fallback.
class postgresql_lowering : public lowering {
public:
  postgresql_lowering(const change& of, diagnostics& out) : lowering(of, out), parts_(of) {}

  void operator()(const create_schema&);
  void operator()(const drop_schema&);
  void operator()(const create_extension&);
  void operator()(const alter_extension&);
  void operator()(const drop_extension&);
  void operator()(const create_enumeration&);
  void operator()(const drop_enumeration&);
  void operator()(const rename_enumeration&);
  void operator()(const rename_enum_value&);
  void operator()(const add_enum_value&);
  void operator()(const replace_enumeration&);
  void operator()(const create_table&);
  void operator()(const drop_table&);
  void operator()(const rename_table&);
  void operator()(const alter_table&);
  void operator()(const add_column&);
  void operator()(const drop_column&);
  void operator()(const rename_column&);
  void operator()(const alter_column&);
  void operator()(const backfill_column&);
  void operator()(const add_constraint&);
  void operator()(const drop_constraint&);
  void operator()(const rename_constraint&);
  void operator()(const create_index&);
  void operator()(const drop_index&);
  void operator()(const replace_index&);
  void operator()(const rename_index&);
  void operator()(const set_index_statistics&);
  void operator()(const create_view&);
  void operator()(const drop_view&);
  void operator()(const rename_view&);
  void operator()(const create_function&);
  void operator()(const drop_function&);
  void operator()(const replace_function&);
  void operator()(const create_trigger&);
  void operator()(const drop_trigger&);
  void operator()(const rename_trigger&);
  void operator()(const create_object&);
  void operator()(const drop_object&);
  void operator()(const alter_object&);
  void operator()(const rename_object&);
  void operator()(const set_comment&);
  void operator()(const change_rows&);
  void operator()(const run_sql&);

  /// Types that columns hold are built anew beside the old ones, and the columns move over.
  void move_types();

  /// DROP DEFAULT and SET DEFAULT around what the default calls.
  void set_aside(const default_aside&);

  /// The same of a domain's checks and default.
  void set_aside(const domain_aside&);
  void partition_anew(const model::qualified_name& table);

  /// Parts of indexes and keys whose names the server made of what has another name now.
  void rename_parts();
  void free_parts(const model::table& partition);

  /// REPLICA IDENTITY and CLUSTER ON again, where the index is another.
  void mark_indexes();

private:
  using lowering::make;

  /// The same, with what the object says of its place and of what it mentions.
  action& make(const further_object& object, stage at);
  void describe(const model::sequence& of, action& made) const;
  void describe(const model::domain& of, action& made) const;
  void describe(const model::composite_type& of, action& made) const;
  void describe(const model::range_type& of, action& made) const;
  void describe(const model::rule& of, action& made) const;
  void describe(const model::policy& of, action& made) const;
  void describe(const model::statistics& of, action& made) const;
  void describe(const model::grant& of, action& made) const;
  void give_columns(const model::grant& gone, action& made);
  void around_extensions(action& made) const;
  bool follows_revoke(const model::grant& given) const;
  void forget_comment(const model::sequence& sequence);
  /// A finding where a column holds the type before and after, while it is changed.
  void refuse_under_columns(const further_object& type);
  void refuse_type(const further_object& type,
                   const model::qualified_name& table,
                   const model::column& column);
  void change_around_columns(const alter_object& altered, action& made);
  void create(const model::sequence& sequence);
  void step_aside(const further_object& type);
  void create_beside(const further_object& type);
  void drop_old_types(action& last) const;
  void change_attributes(const std::vector<vertex>& moved);
  void move_column(const alter_column& moved);
  std::optional<std::string> moving_expression(const alter_column& moved) const;
  bool reads_texts_of(const model::data_type& before, const model::data_type& after) const;
  void finish_partition(const model::table& table, action& made);
  void finish_heir(const model::table& table, action& made);
  void finish_table(const model::table& table, action& made);
  void change_parents(const alter_table& altered);
  void own_sequence(const model::qualified_name& table, const model::column& column, action& made);
  void set_storage(const model::qualified_name& table,
                   const model::column& before,
                   const model::column& after,
                   action& made);

  /// A table that goes takes its own things with it.
  bool goes(const model::qualified_name& table) const;

  /// Whether foreign keys lead from one table that goes to another.
  void detach(sql::alter_table& change);
  const model::table* default_beside(const model::table& partition) const;
  void
  create_beside(const model::table& rest, const sql::create_table& created, action& made) const;
  void open_gap(action& put_by, const model::qualified_name& table);
  void restore_grants(action& back, const model::qualified_name& table) const;
  std::string column_before(const model::table& before, const model::column& after) const;
  void before_readers(action& back, const std::set<model::qualified_name>& tables) const;
  void drop_what_reads_others(const model::qualified_name& table);
  bool refers_back(const model::qualified_name& from, const model::qualified_name& to) const;

  /// Whether programs go on using the table, and the server has ways that let them.
  bool stays_busy(const model::qualified_name& table) const;

  bool
  is_put_back(object_class kind, const model::qualified_name& table, const std::string& name) const;

  const model::column* enumeration_before(const model::qualified_name& table,
                                          const std::string& column) const;
  void after_last_use(action& dropping, const model::qualified_name& type);
  void fill_rows(const model::backfill& backfill, bool repeat);
  void tighten(const model::qualified_name& table, const model::column& column);
  bool has_named_not_null() const;
  void add_not_null(const model::qualified_name& table,
                    const model::column& column,
                    action& set,
                    const std::vector<vertex>& filled);
  void change_not_null(const alter_column& altered);
  void change_type(const alter_column& altered);
  std::string conversion_of(const alter_column& altered);
  void change_generation(const alter_column& altered);
  void alter_ungenerated(const alter_column& altered, action& made);
  void change_storage(const alter_column& altered);
  void restore_storage(const model::qualified_name& table,
                       const model::column& column,
                       action& made) const;
  void hand_down_compression(const sql::set_column_storage& set, action& made) const;
  std::vector<const model::table*> with_heirs(const model::qualified_name& table) const;
  std::vector<const model::statistics*> statistics_over(const model::qualified_name& table,
                                                        const std::string& column) const;
  void keep_statistics(const model::qualified_name& table,
                       const std::string& column,
                       action& made) const;
  void restore_statistics(const model::qualified_name& table,
                          const std::string& column,
                          action& made) const;
  const model::column* made_again(const model::qualified_name& table,
                                  const std::string& column) const;
  const model::column* added_again(const model::qualified_name& table,
                                   const std::string& column) const;
  void restore_column(const model::qualified_name& table,
                      const model::column& before,
                      const model::column& after,
                      action& made);
  bool counts_otherwise(const alter_column& altered) const;
  bool takes_other_sequence(const alter_column& altered) const;
  bool changes_source(const alter_column& altered) const;
  void end_identity(const alter_column& altered, action& made);
  void end_identity(const alter_column& altered);
  std::optional<model::qualified_name> put_by_counter(const alter_column& altered, action& made);
  void give_sequence(const model::qualified_name& sequence, action& made);
  void own_kept_sequence(const model::qualified_name& name, action& made);
  void take_over_sequence(const alter_column& altered, action& made);
  bool is_put_by(const model::sequence& sequence) const;
  static stage place_of_bounds(const alter_column& altered);
  void drop_owned_sequence(action& made, const model::sequence& owned);
  void begin_identity(const alter_column& altered);
  void change_identity(const alter_column& altered, stage at);
  void change_default(const alter_column& altered);
  void build_index(const model::qualified_name& table, const model::index& index, bool plainly);
  void drop_plain_index(const drop_index& gone);
  std::vector<const drop_column*> columns_lost_by(const replace_index& replaced) const;
  bool can_stay(const drop_column& gone) const;
  void replace_plainly(const replace_index& replaced);

  // What the last action waits for, or is waited for, where its table is attached or detached.
  void before_attachment(const model::qualified_name& table);
  void before_wholes(const model::qualified_name& partition);
  bool is_detached(const model::qualified_name& table) const;
  void while_detached(const model::qualified_name& table);

  // Partitions' parts of their parents' indexes.
  void attach_part(const model::qualified_name& partition,
                   const std::string& part,
                   const std::string& whole);
  void rename_part(const model::qualified_name& partition,
                   const std::string& from,
                   const std::string& to);
  void create_part(const model::qualified_name& partition, const model::index& part);
  void drop_part(const drop_index& gone);
  void refuse_part(const model::qualified_name& partition, const model::index& part);
  void move_part(const replace_index& replaced);
  void complete_index(const replace_index& replaced);
  void name_key_part(const model::qualified_name& partition, const model::index& part);
  void bring_key_parts(const model::qualified_name& table, const std::string& key);
  void bring_parts(const model::qualified_name& table, const model::index& whole);
  void
  bring_parts(const model::qualified_name& table, const model::index& whole, const vertex& made);
  void comment_again(const model::qualified_name& partition,
                     const model::index& part,
                     const vertex& whole);
  void wait_for_keys(const model::table& partition, const vertex& whole);
  void wait_for_whole(const model::qualified_name& partition, const model::index& own);
  void give_parts(const model::table& partition);

  // Keys of partitions that are parts of indexes of their parents'.
  bool add_key_to_part(const add_constraint& added);
  void take_keys_of_parts(model::table& created, std::vector<sql::add_constraint>& later) const;
  std::optional<vertex> whole_of_likeness(const model::qualified_name& partition,
                                          const constraint& key) const;
  void after_likeness(const model::qualified_name& partition, const constraint& key);
  void add_keys_beside_parts(const model::table& created);
  void detach_around(const model::qualified_name& partition, action& dropping) const;
  void free_key_of_part(const drop_constraint& gone);
  void free_whole_of_keys(const model::qualified_name& table, const model::index& whole);
  bool replaces_key(const model::qualified_name& partition, const model::index& part, bool is_old);

  // Checks of partitions that their parents have too.
  const model::check_constraint* kept_above(const model::qualified_name& partition,
                                            const std::string& check) const;
  std::optional<vertex>
  of_check_above(const model::qualified_name& partition, const std::string& check, stage at) const;
  bool proves_parents(const add_constraint& added);
  bool unproves_parents(const drop_constraint& gone);
  bool renames_above(const rename_constraint& renamed) const;
  void after_partitions(const model::qualified_name& table);
  void finish_checks(const model::table& partition, action& made);
  void attach_again(const model::table& partition,
                    const model::check_constraint& check,
                    action& made) const;

  void add_key(const model::qualified_name& table,
               const constraint& key,
               const std::string& name,
               const model::index& index);
  void mark_after_types(const model::table& after, const model::table& unmarked);
  void
  mark_index(const model::table& after, const std::string& index, const model::table& unmarked);
  std::vector<std::string> makers_of(const model::qualified_name& table,
                                     const std::string& index) const;
  action* maker_of(const model::qualified_name& table, const std::string& index);
  bool is_only_proven(const model::qualified_name& table, const std::string& name) const;
  void prove(object_class kind, const model::qualified_name& table, const std::string& name);

  index_parts parts_;
};

} // namespace strata::codegen
