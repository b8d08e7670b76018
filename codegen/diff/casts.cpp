// By the catalogue of casts; then by lengths and digits, which the catalogue does not know.
#include "codegen/diff/casts.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace strata::codegen {
namespace {

using model::data_type;
using kind = model::type_kind;

/// As pg_type has it.
std::string_view catalogue_name(const data_type& of) {
  switch (of.kind) {
  case kind::smallint:
    return "int2";
  case kind::integer:
    return "int4";
  case kind::bigint:
    return "int8";
  case kind::real:
    return "float4";
  case kind::double_precision:
    return "float8";
  case kind::numeric:
    return "numeric";
  case kind::boolean:
    return "bool";
  case kind::text:
    return "text";
  case kind::varchar:
    return "varchar";
  case kind::character:
    return "bpchar";
  case kind::bytea:
    return "bytea";
  case kind::date:
    return "date";
  case kind::time_of_day:
    return "time";
  case kind::time_of_day_tz:
    return "timetz";
  case kind::timestamp:
    return "timestamp";
  case kind::timestamptz:
    return "timestamptz";
  case kind::interval:
    return "interval";
  case kind::uuid:
    return "uuid";
  case kind::json:
    return "json";
  case kind::jsonb:
    return "jsonb";
  case kind::inet:
    return "inet";
  case kind::cidr:
    return "cidr";
  case kind::macaddr:
    return "macaddr";
  case kind::tsvector:
    return "tsvector";
  case kind::enumeration:
    return {};
  case kind::named:
    break;
  }
  if (!of.name.schema.empty()) {
    return {};
  }
  return of.name.name;
}

/// Character strings of any type, `citext` and the `char` of any length with them.
bool is_string(const data_type& of) {
  return model::is_text(of.kind) ||
         (of.kind == kind::named && (of.name.name == "citext" || of.name.name == "bpchar"));
}

bool is_blank_padded(const data_type& of) {
  return of.kind == kind::character || (of.kind == kind::named && of.name.name == "bpchar");
}

/// Null: of any length.
std::optional<std::int32_t> longest(const data_type& of) {
  const bool has_length = of.kind == kind::varchar || of.kind == kind::character;
  return has_length && of.kind == kind::character && !of.length ? std::optional(1)
         : has_length                                           ? of.length
                                                                : std::nullopt;
}

constexpr const char* trailing_blanks = "blanks at the end are no longer a part of the value";

cast_facts between_strings(const data_type& from, const data_type& to) {
  cast_facts found{cast_way::assignment, false, {}, cast_setting::none};
  const auto limit = longest(to);
  found.may_fail = limit && (!longest(from) || *longest(from) > *limit);
  if (is_blank_padded(to) && !is_blank_padded(from)) {
    found.loses = trailing_blanks;
  }
  return found;
}

int whole_digits(const data_type& of) { return *of.precision - of.scale.value_or(0); }

constexpr const char* digits_after_point = "digits after the point are rounded";

void limit_digits(cast_facts& found, const data_type& from, const data_type& to) {
  if (!to.precision) {
    return;
  }
  const auto integer_digits = [&]() -> std::optional<int> {
    switch (from.kind) {
    case kind::smallint:
      return 5;
    case kind::integer:
      return 10;
    case kind::bigint:
      return 19;
    default:
      return std::nullopt;
    }
  }();
  if (integer_digits) {
    found.may_fail = *integer_digits > whole_digits(to);
    if (to.scale.value_or(0) < 0) {
      found.loses = "the last digits are rounded";
    }
    return;
  }
  const bool is_bounded = from.kind == kind::numeric && from.precision;
  constexpr int digits_of_coins = 2; // In nearly all places.
  const bool is_money = catalogue_name(from) == "money";
  if (is_money ? to.scale.value_or(0) < digits_of_coins
               : !is_bounded || from.scale.value_or(0) > to.scale.value_or(0)) {
    found.loses = digits_after_point;
  }
  // What is rounded up may get a digit more before the point.
  const int more = found.loses.empty() ? 0 : 1;
  found.may_fail = !is_bounded || whole_digits(from) + more > whole_digits(to);
}

bool has_fraction(kind of) {
  return of == kind::timestamp || of == kind::timestamptz || of == kind::time_of_day ||
         of == kind::time_of_day_tz || of == kind::interval;
}

void limit_fraction(cast_facts& found, const data_type& from, const data_type& to) {
  if (has_fraction(from.kind) && has_fraction(to.kind) &&
      to.precision.value_or(6) < from.precision.value_or(6)) {
    found.loses += found.loses.empty() ? "" : ", and ";
    found.loses += "fractions of seconds are rounded";
  }
}

/// Of one type, with other modifiers or none.
cast_facts of_one_type(const data_type& from, const data_type& to) {
  cast_facts found{cast_way::assignment, false, {}, cast_setting::none};
  if (from.kind == kind::numeric) {
    limit_digits(found, from, to);
  } else if (has_fraction(from.kind)) {
    limit_fraction(found, from, to);
  } else {
    found.may_fail = from.modifier != to.modifier && !to.modifier.empty();
    if (catalogue_name(from) == "interval") {
      found.may_fail = false;
      found.loses = to.modifier.empty() ? "" : "fields that the type does not have are cut off";
    }
  }
  return found;
}

constexpr const char* blanks_and_zeros = "zeros and blanks around the number are lost";
constexpr const char* spellings = "several spellings become one value";

/// What a text loses that is read as a value of the type.
cast_facts reading(const data_type& to) {
  cast_facts found{cast_way::written, true, {}, cast_setting::none};
  switch (to.kind) {
  case kind::smallint:
  case kind::integer:
  case kind::bigint:
    found.loses = blanks_and_zeros;
    break;
  case kind::real:
  case kind::double_precision:
  case kind::numeric:
    found.loses = "digits may be rounded, zeros and blanks around the number are lost";
    break;
  case kind::boolean:
    found.loses = "'yes', 'on', '1' and 't' become one value";
    break;
  case kind::date:
    found = {cast_way::written, true, "a time of day is cut off", cast_setting::date_style};
    break;
  case kind::time_of_day:
  case kind::time_of_day_tz:
    found.loses = "a day is cut off";
    break;
  case kind::timestamp:
    found = {cast_way::written, true, "an offset from UTC is cut off", cast_setting::date_style};
    break;
  case kind::timestamptz:
    found = {cast_way::written, true, "offsets from UTC are lost", cast_setting::time_zone};
    break;
  case kind::interval:
    found = {cast_way::written, true, spellings, cast_setting::interval_style};
    break;
  case kind::inet:
  case kind::cidr:
  case kind::macaddr:
    found.loses = spellings;
    break;
  case kind::jsonb:
    found.loses = "repeated keys, the order of keys and blanks are lost";
    break;
  case kind::tsvector:
    found.loses = "the order of words is lost";
    break;
  default:
    break;
  }
  if (catalogue_name(to) == "money") {
    found = {cast_way::written, true, "fractions are rounded", cast_setting::lc_monetary};
  } else if (catalogue_name(to) == "bit" || catalogue_name(to) == "varbit") {
    found.loses = "bits beyond the length are cut off";
  } else if (catalogue_name(to) == "oid") {
    found.loses = blanks_and_zeros;
  } else if (catalogue_name(to) == "name" || catalogue_name(to) == "char") {
    found = {cast_way::assignment, false, "longer texts are cut", cast_setting::none};
  }
  return found;
}

cast_facts writing(const data_type& from, const data_type& to) {
  cast_facts found{cast_way::assignment, longest(to).has_value(), {}, cast_setting::none};
  switch (from.kind) {
  case kind::timestamptz:
    found.setting = cast_setting::time_zone;
    break;
  case kind::date:
  case kind::timestamp:
    found.setting = cast_setting::date_style;
    break;
  case kind::interval:
    found.setting = cast_setting::interval_style;
    break;
  case kind::uuid:
    found.may_fail = longest(to).value_or(36) < 36;
    break;
  case kind::boolean:
    found.may_fail = longest(to).value_or(5) < 5;
    break;
  case kind::smallint:
    found.may_fail = longest(to).value_or(6) < 6;
    break;
  case kind::integer:
    found.may_fail = longest(to).value_or(11) < 11;
    break;
  case kind::bigint:
    found.may_fail = longest(to).value_or(20) < 20;
    break;
  default:
    break;
  }
  if (catalogue_name(from) == "money") {
    found.setting = cast_setting::lc_monetary;
  }
  return found;
}

bool is_integer_type(kind of) {
  return of == kind::smallint || of == kind::integer || of == kind::bigint;
}

bool is_one_type(const data_type& from, const data_type& to) {
  const bool is_user_made = from.kind == kind::enumeration || from.kind == kind::named;
  return from.kind == to.kind
             ? !is_user_made || from.name == to.name
             : !catalogue_name(from).empty() && catalogue_name(from) == catalogue_name(to);
}

/// A number of few digits in binary, or in coins.
bool holds_all_digits(const data_type& from, const data_type& to) {
  constexpr int of_real = 6;
  constexpr int of_double = 15;
  constexpr int of_coins = 2;
  if (from.kind != kind::numeric || !from.precision) {
    return false;
  }
  const int digits = std::max(*from.precision, from.scale.value_or(0));
  return to.kind == kind::real ? digits <= of_real
         : to.kind == kind::double_precision
             ? digits <= of_double
             : catalogue_name(to) == "money" && from.scale.value_or(0) <= of_coins;
}

cast_facts of_catalogue(const catalogued_cast& known, const data_type& from, const data_type& to) {
  cast_facts found{known.way, known.may_fail, std::string(known.loses), known.setting};
  if (to.kind == kind::numeric && to.precision) {
    limit_digits(found, from, to);
  }
  if (from.kind == kind::numeric && from.precision && from.scale.value_or(0) <= 0 &&
      is_integer_type(to.kind)) {
    found.loses.clear();
  }
  if (holds_all_digits(from, to)) {
    found.loses.clear();
  }
  limit_fraction(found, from, to);
  return found;
}

/// By to_json and to_jsonb, which take values of any type.
cast_facts into_json(const data_type& from, const data_type& to) {
  const bool is_json = to.kind == kind::json || to.kind == kind::jsonb;
  if (!is_json || to.array_dimensions > 0) {
    return {};
  }
  if (catalogue_name(from) == "money") {
    return {cast_way::written,
            false,
            "amounts become texts with a currency",
            cast_setting::lc_monetary};
  }
  return {cast_way::written, false, {}, cast_setting::none};
}

cast_facts between_single(const data_type& from, const data_type& to) {
  if (is_string(from) && is_string(to)) {
    return between_strings(from, to);
  }
  if (is_one_type(from, to)) {
    return of_one_type(from, to);
  }
  if (const catalogued_cast* known = find_cast(catalogue_name(from), catalogue_name(to))) {
    return of_catalogue(*known, from, to);
  }
  const bool are_enumerations = from.kind == kind::enumeration && to.kind == kind::enumeration;
  if (are_enumerations && from.array_dimensions == to.array_dimensions) {
    return {cast_way::written, true, {}, cast_setting::none}; // By way of their values' names.
  }
  // The text of bytes is a dump of them, which is rarely meant.
  const bool are_bytes = from.kind == kind::bytea || to.kind == kind::bytea;
  if (is_string(to) && !are_bytes) {
    return writing(from, to);
  }
  if (is_string(from) && !are_bytes) {
    return reading(to);
  }
  return into_json(from, to);
}

} // namespace

cast_facts cast_facts_of(const data_type& from, const data_type& to) {
  if (from == to) {
    return {cast_way::assignment, false, {}, cast_setting::none};
  }
  const bool is_array = from.array_dimensions > 0;
  if (is_array == (to.array_dimensions > 0)) {
    return between_single(from, to);
  }
  if (is_array && is_string(to)) {
    return {cast_way::assignment, longest(to).has_value(), {}, cast_setting::none};
  }
  return into_json(from, to); // A text may be an array's, or one element.
}

bool is_catalogue_change(const data_type& from, const data_type& to) {
  const auto is_varying = [](const data_type& of) {
    return of.kind == kind::varchar || of.kind == kind::text;
  };
  const cast_facts known = cast_facts_of(from, to);
  if (from.array_dimensions != to.array_dimensions || known.way != cast_way::assignment ||
      known.may_fail || !known.loses.empty()) {
    return false;
  }
  if (from.kind == kind::numeric && to.kind == kind::numeric) {
    return !to.precision || from.scale.value_or(0) == to.scale.value_or(0);
  }
  return (is_varying(from) && is_varying(to)) ||
         (from.kind == to.kind && has_fraction(from.kind)) ||
         (from.kind == kind::cidr && to.kind == kind::inet);
}

bool is_read_by_text(const data_type& from, const data_type& to) {
  const auto is_any_of = [](const data_type& of, auto... kinds) {
    return ((of.kind == kinds) || ...);
  };
  const auto counts = [&](const data_type& of) {
    return is_integer_type(of.kind) ||
           is_any_of(of, kind::numeric, kind::real, kind::double_precision);
  };
  const auto tells_time = [&](const data_type& of) {
    return is_any_of(of, kind::date, kind::timestamp, kind::timestamptz);
  };
  const auto is_json = [&](const data_type& of) { return is_any_of(of, kind::json, kind::jsonb); };
  const auto is_address = [&](const data_type& of) {
    return is_any_of(of, kind::inet, kind::cidr);
  };
  const auto both = [&](auto is) { return is(from) && is(to); };
  if ((from.array_dimensions > 0) != (to.array_dimensions > 0)) {
    return false;
  }
  return from == to || is_one_type(from, to) || both(counts) || both(tells_time) || both(is_json) ||
         both(is_address) || is_string(to) || (is_string(from) && to.kind != kind::bytea) ||
         (from.kind == kind::enumeration && to.kind == kind::enumeration);
}

cast cast_between(const data_type& from, const data_type& to) {
  const cast_facts known = cast_facts_of(from, to);
  const bool is_string_now = is_string(to);
  if (known.way != cast_way::assignment) {
    return cast::none;
  }
  if (known.setting == cast_setting::time_zone && !is_string_now) {
    return cast::by_time_zone;
  }
  return !known.loses.empty() ? cast::lossy : known.may_fail ? cast::checked : cast::exact;
}

} // namespace strata::codegen
