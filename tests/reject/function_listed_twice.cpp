// expect: S074_object_listed_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto f = function("f", "a integer", "RETURNS integer LANGUAGE sql AS $$ $$");
inline constexpr auto g = function("f", "a integer", "RETURNS integer LANGUAGE sql AS $$ $$");
inline constexpr auto version = schema_version(1, f, g);
#else
inline constexpr auto f = function("f", "a integer", "RETURNS integer LANGUAGE sql AS $$ $$");
inline constexpr auto g = function("f", "a text", "RETURNS integer LANGUAGE sql AS $$ $$");
inline constexpr auto version = schema_version(1, f, g);
#endif
