// PostgreSQL's implicit and assignment casts (pg_cast), as far as columns meet them.
#include "codegen/diff/casts.hpp"

#include <optional>

namespace strata::codegen {
namespace {

using model::data_type;
using kind = model::type_kind;

/// smallint 1, integer 2, bigint 3; 0: no integer.
int integer_rank(kind of) {
  return of == kind::smallint ? 1 : of == kind::integer ? 2 : of == kind::bigint ? 3 : 0;
}

/// real 1, double precision 2; 0: no floating point.
int float_rank(kind of) { return of == kind::real ? 1 : of == kind::double_precision ? 2 : 0; }

cast between_texts(const data_type& from, const data_type& to) {
  if (to.kind == kind::text || !to.length) {
    return to.kind == kind::character ? cast::checked : cast::exact; // char is char(1).
  }
  return from.length && *from.length <= *to.length ? cast::exact : cast::checked;
}

/// Digits before and after the point; nothing: any number of them.
bool holds_digits_of(const data_type& to, const data_type& from) {
  return !to.precision || (from.precision && *from.precision - from.scale.value_or(0) <=
                                                 *to.precision - to.scale.value_or(0));
}

cast between_numerics(const data_type& from, const data_type& to) {
  if (to.precision && (!from.precision || from.scale.value_or(0) > to.scale.value_or(0))) {
    return cast::lossy;
  }
  return holds_digits_of(to, from) ? cast::exact : cast::checked;
}

cast from_integer(int rank, const data_type& to) {
  if (const int other = integer_rank(to.kind)) {
    return other >= rank ? cast::exact : cast::checked;
  }
  if (const int other = float_rank(to.kind)) { // real holds 24 bits exactly, double precision 53.
    return rank <= other ? cast::exact : cast::lossy;
  }
  if (to.kind == kind::numeric) {
    return to.precision ? cast::checked : cast::exact;
  }
  return cast::none;
}

cast from_float(int rank, const data_type& to) {
  if (const int other = float_rank(to.kind)) {
    return other >= rank ? cast::exact : cast::lossy;
  }
  return integer_rank(to.kind) != 0 || to.kind == kind::numeric ? cast::lossy : cast::none;
}

cast from_numeric(const data_type& from, const data_type& to) {
  if (to.kind == kind::numeric) {
    return between_numerics(from, to);
  }
  if (integer_rank(to.kind) != 0) {
    return from.precision && from.scale.value_or(0) == 0 ? cast::checked : cast::lossy;
  }
  return float_rank(to.kind) != 0 ? cast::lossy : cast::none;
}

cast by_fraction(const data_type& from, const data_type& to) {
  return to.precision.value_or(6) < from.precision.value_or(6) ? cast::lossy : cast::exact;
}

std::optional<cast> between_times(const data_type& from, const data_type& to) {
  if (from.kind == to.kind) {
    const bool is_time = from.kind == kind::timestamp || from.kind == kind::timestamptz ||
                         from.kind == kind::time_of_day || from.kind == kind::time_of_day_tz ||
                         from.kind == kind::interval;
    return is_time ? std::optional(by_fraction(from, to)) : std::nullopt;
  }
  const auto is = [&](kind a, kind b) { return from.kind == a && to.kind == b; };
  if (is(kind::timestamp, kind::timestamptz) || is(kind::timestamptz, kind::timestamp) ||
      is(kind::date, kind::timestamptz) || is(kind::timestamptz, kind::date) ||
      is(kind::timestamptz, kind::time_of_day) || is(kind::time_of_day, kind::time_of_day_tz)) {
    return cast::by_time_zone;
  }
  if (is(kind::date, kind::timestamp) || is(kind::time_of_day, kind::interval)) {
    return cast::exact;
  }
  if (is(kind::timestamp, kind::date) || is(kind::timestamp, kind::time_of_day) ||
      is(kind::timestamptz, kind::time_of_day_tz) || is(kind::interval, kind::time_of_day) ||
      is(kind::time_of_day_tz, kind::time_of_day)) {
    return cast::lossy;
  }
  return std::nullopt;
}

cast between_others(const data_type& from, const data_type& to) {
  if (from.kind == to.kind) {
    return from.name == to.name ? cast::checked : cast::none; // Another modifier.
  }
  if (from.kind == kind::cidr && to.kind == kind::inet) {
    return cast::exact;
  }
  if ((from.kind == kind::inet && to.kind == kind::cidr) ||
      (from.kind == kind::jsonb && to.kind == kind::json)) {
    return from.kind == kind::inet ? cast::lossy : cast::exact;
  }
  if (from.kind == kind::json && to.kind == kind::jsonb) {
    return cast::checked; // Key order and repeated keys are no part of what JSON says.
  }
  return model::is_text(to.kind) && from.kind != kind::bytea ? cast::checked : cast::none;
}

cast between_elements(const data_type& from, const data_type& to) {
  if (model::is_text(from.kind)) {
    return model::is_text(to.kind) ? between_texts(from, to) : cast::none;
  }
  if (const int rank = integer_rank(from.kind); rank != 0 && !model::is_text(to.kind)) {
    return from_integer(rank, to);
  }
  if (const int rank = float_rank(from.kind); rank != 0 && !model::is_text(to.kind)) {
    return from_float(rank, to);
  }
  if (from.kind == kind::numeric && !model::is_text(to.kind)) {
    return from_numeric(from, to);
  }
  if (const std::optional<cast> times = between_times(from, to)) {
    return *times;
  }
  const cast other = between_others(from, to);
  const bool fits_any_text = model::is_text(to.kind) && (to.kind == kind::text || !to.length);
  return other == cast::checked && model::is_text(to.kind) && fits_any_text ? cast::exact : other;
}

} // namespace

cast cast_between(const data_type& from, const data_type& to) {
  if (from == to) {
    return cast::exact;
  }
  const bool is_array = from.array_dimensions > 0;
  if (is_array != (to.array_dimensions > 0)) {
    return is_array && to.kind == kind::text ? cast::exact : cast::none;
  }
  return between_elements(from, to);
}

} // namespace strata::codegen
