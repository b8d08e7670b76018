// As PostgreSQL 15 has them; tests/database/tool/casts_test.cpp compares them with a server's.
#include "codegen/diff/cast_catalogue.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

using enum cast_way;
constexpr auto time_zone = cast_setting::time_zone;
constexpr auto lc_monetary = cast_setting::lc_monetary;

constexpr bool fails = true;
constexpr bool fits = false;
constexpr std::string_view nothing;
constexpr std::string_view fractions = "fractions are rounded";
constexpr std::string_view digits = "digits beyond the type's precision are rounded";
constexpr std::string_view json_null = "the null of JSON becomes NULL, or is refused";
constexpr std::string_view time_of_day = "the time of day is cut off";
constexpr std::string_view day = "the day is cut off";
constexpr std::string_view wrapped = "negative numbers become numbers from 2147483648 on";
constexpr std::string_view shape = "only a part of the shape stays";

constexpr catalogued_cast casts[] = {
    {"bit", "int4", written, fails},
    {"bit", "int8", written, fails},
    {"bit", "varbit", assignment, fits},
    {"varbit", "bit", assignment, fails},
    {"bool", "int4", written, fits},
    {"box", "circle", written, fits, shape},
    {"box", "lseg", written, fits, shape},
    {"box", "point", written, fits, shape},
    {"box", "polygon", assignment, fits},
    {"char", "int4", written, fits},
    {"cidr", "inet", assignment, fits},
    {"inet", "cidr", assignment, fits, "the host's bits are cut off"},
    {"circle", "box", written, fits, shape},
    {"circle", "point", written, fits, shape},
    {"circle", "polygon", written, fits, shape},
    {"date", "timestamp", assignment, fails},
    {"date", "timestamptz", assignment, fails, nothing, time_zone},
    {"daterange", "datemultirange", written, fits},
    {"float4", "float8", assignment, fits},
    {"float4", "int2", assignment, fails, fractions},
    {"float4", "int4", assignment, fails, fractions},
    {"float4", "int8", assignment, fails, fractions},
    {"float4", "numeric", assignment, fails, digits},
    {"float8", "float4", assignment, fails, digits},
    {"float8", "int2", assignment, fails, fractions},
    {"float8", "int4", assignment, fails, fractions},
    {"float8", "int8", assignment, fails, fractions},
    {"float8", "numeric", assignment, fails, digits},
    {"int2", "int4", assignment, fits},
    {"int2", "int8", assignment, fits},
    {"int2", "float4", assignment, fits},
    {"int2", "float8", assignment, fits},
    {"int2", "numeric", assignment, fits},
    {"int2", "oid", assignment, fits, wrapped},
    {"int4", "bit", written, fits, "higher bits are cut off"},
    {"int4", "bool", written, fits, "all numbers but 0 become true"},
    {"int4", "char", written, fails},
    {"int4", "int2", assignment, fails},
    {"int4", "int8", assignment, fits},
    {"int4", "float4", assignment, fits, digits},
    {"int4", "float8", assignment, fits},
    {"int4", "money", assignment, fits, nothing, lc_monetary},
    {"int4", "numeric", assignment, fits},
    {"int4", "oid", assignment, fits, wrapped},
    {"int8", "bit", written, fits, "higher bits are cut off"},
    {"int8", "int2", assignment, fails},
    {"int8", "int4", assignment, fails},
    {"int8", "float4", assignment, fits, digits},
    {"int8", "float8", assignment, fits, digits},
    {"int8", "money", assignment, fails, nothing, lc_monetary},
    {"int8", "numeric", assignment, fits},
    {"int8", "oid", assignment, fails},
    {"int4range", "int4multirange", written, fits},
    {"int8range", "int8multirange", written, fits},
    {"interval", "time", assignment, fits, "days, months and whole days of hours are cut off"},
    {"json", "jsonb", assignment, fails, "repeated keys, the order of keys and blanks are lost"},
    {"jsonb", "json", assignment, fits},
    {"jsonb", "bool", written, fails, json_null},
    {"jsonb", "float4", written, fails, digits},
    {"jsonb", "float8", written, fails, digits},
    {"jsonb", "int2", written, fails, fractions},
    {"jsonb", "int4", written, fails, fractions},
    {"jsonb", "int8", written, fails, fractions},
    {"jsonb", "numeric", written, fails, json_null},
    {"lseg", "point", written, fits, shape},
    {"macaddr", "macaddr8", assignment, fits},
    {"macaddr8", "macaddr", assignment, fails},
    {"money", "numeric", assignment, fits, nothing, lc_monetary},
    {"numeric", "float4", assignment, fails, digits},
    {"numeric", "float8", assignment, fails, digits},
    {"numeric", "int2", assignment, fails, fractions},
    {"numeric", "int4", assignment, fails, fractions},
    {"numeric", "int8", assignment, fails, fractions},
    {"numeric",
     "money",
     assignment,
     fails,
     "fractions of the smallest coin are rounded",
     lc_monetary},
    {"numrange", "nummultirange", written, fits},
    {"oid", "int4", assignment, fits, "numbers from 2147483648 on become negative"},
    {"oid", "int8", assignment, fits},
    {"path", "polygon", assignment, fails},
    {"point", "box", assignment, fits},
    {"polygon", "box", written, fits, shape},
    {"polygon", "circle", written, fits, shape},
    {"polygon", "path", assignment, fits},
    {"polygon", "point", written, fits, shape},
    {"time", "interval", assignment, fits},
    {"time", "timetz", assignment, fits, nothing, time_zone},
    {"timestamp", "date", assignment, fits, time_of_day},
    {"timestamp", "time", assignment, fits, day},
    {"timestamp", "timestamptz", assignment, fails, nothing, time_zone},
    {"timestamptz", "date", assignment, fits, time_of_day, time_zone},
    {"timestamptz", "time", assignment, fits, day, time_zone},
    {"timestamptz", "timestamp", assignment, fits, nothing, time_zone},
    {"timestamptz", "timetz", assignment, fits, day, time_zone},
    {"timetz", "time", assignment, fits, "the offset from UTC is cut off"},
    {"tsrange", "tsmultirange", written, fits},
    {"tstzrange", "tstzmultirange", written, fits},
    {"xid8", "xid", written, fits, "the epoch is cut off"},
};

} // namespace

std::span<const catalogued_cast> catalogued_casts() { return casts; }

const catalogued_cast* find_cast(std::string_view from, std::string_view to) {
  const auto found = std::find_if(std::begin(casts), std::end(casts), [&](const auto& each) {
    return each.from == from && each.to == to;
  });
  return found == std::end(casts) ? nullptr : &*found;
}

} // namespace strata::codegen
