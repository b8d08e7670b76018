// PostgreSQL's casts, as far as plans rely on them.
#include "codegen/plan/conversion.hpp"

namespace strata::codegen {
namespace {

using model::type_kind;

/// The order in which each number type holds all values of those before it, real aside.
int number_rank(type_kind kind) {
  switch (kind) {
  case type_kind::smallint:
    return 1;
  case type_kind::integer:
    return 2;
  case type_kind::bigint:
    return 3;
  case type_kind::numeric:
    return 4;
  case type_kind::real:
    return 5;
  case type_kind::double_precision:
    return 6;
  default:
    return 0;
  }
}

bool depends_on_time_zone(type_kind a, type_kind b) {
  const auto has_zone = [](type_kind kind) {
    return kind == type_kind::timestamptz || kind == type_kind::time_of_day_tz;
  };
  return has_zone(a) != has_zone(b);
}

bool is_time(type_kind kind) {
  return kind == type_kind::date || kind == type_kind::timestamp ||
         kind == type_kind::timestamptz || kind == type_kind::time_of_day ||
         kind == type_kind::time_of_day_tz;
}

} // namespace

conversion_kind conversion_on_postgresql(const model::data_type& from, const model::data_type& to) {
  if (from.array_dimensions != to.array_dimensions) {
    return conversion_kind::unknown;
  }
  if (from.kind == to.kind && from.name == to.name) {
    return conversion_kind::same;
  }
  if (number_rank(from.kind) > 0 && number_rank(to.kind) > 0) {
    return conversion_kind::same;
  }
  if (model::is_text(to.kind)) {
    return conversion_kind::same; // Every type has an assignment cast to text.
  }
  if (is_time(from.kind) && is_time(to.kind)) {
    const bool to_time_alone = to.kind == type_kind::time_of_day;
    const bool from_time_alone = from.kind == type_kind::time_of_day;
    return depends_on_time_zone(from.kind, to.kind) || to_time_alone || from_time_alone
               ? conversion_kind::unknown
               : conversion_kind::same;
  }
  if ((from.kind == type_kind::json && to.kind == type_kind::jsonb) ||
      (from.kind == type_kind::jsonb && to.kind == type_kind::json) ||
      (from.kind == type_kind::cidr && to.kind == type_kind::inet)) {
    return conversion_kind::same;
  }
  if (model::is_text(from.kind)) {
    const bool zone = depends_on_time_zone(from.kind, to.kind);
    return zone ? conversion_kind::unknown : conversion_kind::cast;
  }
  return conversion_kind::unknown;
}

bool conversion_loses(const model::data_type& from, const model::data_type& to) {
  if (model::is_text(to.kind)) {
    return false;
  }
  if (from.kind == type_kind::numeric && to.kind == type_kind::numeric) {
    return to.precision && (!from.precision || to.scale.value_or(0) < from.scale.value_or(0));
  }
  if (number_rank(from.kind) > 0 && number_rank(to.kind) > 0) {
    const bool to_integer = number_rank(to.kind) <= 3;
    const bool from_integer = number_rank(from.kind) <= 3;
    if (to_integer || to.kind == type_kind::numeric) {
      return !from_integer;
    }
    return number_rank(from.kind) > 2 && from.kind != to.kind;
  }
  if (from.kind == to.kind) {
    return to.precision.value_or(6) < from.precision.value_or(6);
  }
  return is_time(from.kind) && to.kind == type_kind::date;
}

} // namespace strata::codegen
