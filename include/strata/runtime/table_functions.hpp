// The functions of generated headers, for any table: thin, around what the runtime has compiled.
#pragma once

#include <strata/runtime/selection.hpp>

#include <functional>
#include <tuple>
#include <type_traits>

namespace strata {
namespace detail {

result_set insert_row(queryable& db, const table_text& table, const row_writer& given);
result_set upsert_row(queryable& db,
                      const table_text& table,
                      const row_writer& given,
                      std::span<const std::string_view> key);
std::int64_t
insert_rows(queryable& db, const table_text& table, const std::function<bool(row_writer&)>& next);
std::int64_t update_rows(queryable& db,
                         const table_text& table,
                         const condition_ptr& where,
                         const row_writer& given);
std::int64_t erase_rows(queryable& db, const table_text& table, const condition_ptr& where);

template <typename Table>
typename Table::row_type only_row(const result_set& rows, dialect on) {
  require_one_row(rows);
  row_reader from(rows, 0, on);
  return Table::read(from);
}

template <typename Table, typename Given>
row_writer written(queryable& db, const Given& given) {
  row_writer values(db.dialect());
  Table::write(values, given);
  return values;
}

} // namespace detail

/// What `cameras::insert` and its siblings are made of. Table is the struct that a generated header
/// describes its table by.
namespace accessor {

template <typename Table>
typename Table::row_type insert(queryable& db, const typename Table::new_row_type& given) {
  return detail::only_row<Table>(
      detail::insert_row(db, Table::text, detail::written<Table>(db, given)), db.dialect());
}

template <typename Table>
std::int64_t insert_many(queryable& db, const std::vector<typename Table::new_row_type>& given) {
  auto next = given.begin();
  return detail::insert_rows(db, Table::text, [&](row_writer& to) {
    if (next == given.end())
      return false;
    Table::write(to, *next++);
    return true;
  });
}

template <typename Table>
typename Table::row_type
upsert(queryable& db, const typename Table::new_row_type& given, const key<Table>& by) {
  return detail::only_row<Table>(
      detail::upsert_row(db, Table::text, detail::written<Table>(db, given), by.columns()),
      db.dialect());
}

template <typename Table>
selection<Table, typename Table::row_type> select(queryable& db, const condition<Table>& where) {
  return {db, {}, &Table::read, where};
}

template <typename Table, typename... Ts, comparison... By>
selection<Table, std::tuple<Ts...>> select_columns(queryable& db,
                                                   const column<Table, Ts, By>&... columns) {
  return {db, {columns.text()...}, &detail::read_tuple<Ts...>, every_row};
}

template <typename Table>
std::int64_t
update(queryable& db, const condition<Table>& where, const typename Table::patch_type& change) {
  return detail::update_rows(db, Table::text, where.node(), detail::written<Table>(db, change));
}

template <typename Table>
std::int64_t erase(queryable& db, const condition<Table>& where) {
  return detail::erase_rows(db, Table::text, where.node());
}

template <typename Table>
std::int64_t count(queryable& db, const condition<Table>& where) {
  return detail::run_count(db, Table::text, where.node());
}

} // namespace accessor

} // namespace strata
