// Reading rows, with the column named in what goes wrong.
#include <strata/runtime/row_reader.hpp>

#include <fmt/format.h>

namespace strata {

const value& row_reader::take(bool may_be_null) {
  if (at_ >= values_.size()) {
    throw query_error(fmt::format("more than the row's {} columns are read", values_.size()),
                      {.code = "R061"});
  }
  const value& taken = values_[at_++];
  if (!may_be_null && is_null(taken)) {
    throw conversion_error(
        fmt::format("the column {} is null; read it as a std::optional", from_.columns[at_ - 1]),
        {.code = "R067"});
  }
  return taken;
}

void row_reader::throw_with_column(const conversion_error& failed) const {
  throw conversion_error(fmt::format("column {}: {}", from_.columns[at_ - 1], failed.what()),
                         failed.facts());
}

namespace detail {

void require_one_row(const result_set& rows) {
  if (rows.rows.size() != 1) {
    throw query_error(fmt::format("{} rows were found where one is expected", rows.rows.size()),
                      {.code = "R062"});
  }
}

void require_columns(const result_set& rows, std::size_t wanted) {
  if (rows.columns.size() != wanted) {
    throw query_error(
        fmt::format("the statement returns {} columns, and {} are read from each row; list the "
                    "columns in the statement",
                    rows.columns.size(),
                    wanted),
        {.code = "R061"});
  }
}

} // namespace detail

} // namespace strata
