// The whole schema as version 2 leaves it. Printed by Strata, for reading:
// changes belong into kinds/v2.hpp and what it is based on.
#pragma once

#include <strata/schema.hpp>

namespace schema::head {
using namespace strata::dsl;

inline constexpr auto reports = named_schema("reports").comment("for the auditors");

inline constexpr auto email = domain("email",
    text,
    check("VALUE ~ '@'")).not_null().collate("C").only(postgresql).comment("as typed");

inline constexpr auto address = composite_type("address",
    attribute("street", text),
    attribute("zip", varchar(10)).comment("as printed")).only(postgresql);

inline constexpr auto span = range_type("span", double_precision).with_options("SUBTYPE_DIFF = float8mi").only(postgresql);

inline constexpr auto customers = table("customers",
    column("id", bigint).serial().sequence_named("customer_ids"),
    column("mail", type_named("email")),
    column("lives_at", type_named("address")).nullable(),
    column("note", text).nullable().storage("external").statistics_target(500),
    primary_key("id").with_options("fillfactor = 90"),
    unique("mail"),
    with_options("fillfactor = 70"),
    row_security(),
    force_row_security())
    .only(postgresql);

inline constexpr auto managers = table("managers",
    inherits("people"),
    column("level", smallint),
    index("name"))
    .only(postgresql);

inline constexpr auto notes_only = table("notes_only",
    column("id", bigint).identity(),
    column("note", text),
    primary_key("id"));

inline constexpr auto order_year_2024 = table("order_year_2024",
    partition_of("orders", "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"),
    index("during").using_method("gist"))
    .only(postgresql);

inline constexpr auto order_year_2025 = table("order_year_2025",
    partition_of("orders", "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')"))
    .only(postgresql);

inline constexpr auto orders = table("orders",
    column("number", integer),
    column("customer_id", bigint),
    column("placed_on", date),
    column("during", type_named("span")).nullable(),
    primary_key("number", "placed_on"),
    index("customer_id"),
    partition_by("RANGE (placed_on)"))
    .only(postgresql);

inline constexpr auto people = table("people",
    column("id", integer),
    column("name", text),
    primary_key("id"))
    .only(postgresql);

inline constexpr auto invoice_numbers = sequence("invoice_numbers").counting_in(integer).start(1000).increment(10).only(postgresql).comment("as billed");

inline constexpr auto product = aggregate("product",
    "double precision",
    "(SFUNC = float8mul, STYPE = double precision, INITCOND = 1)").only(postgresql);

inline constexpr auto touch = function("touch",
    "",
    "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$").only(postgresql);

inline constexpr auto touch_2 = function("touch",
    "a integer",
    "RETURNS integer LANGUAGE sql AS 'SELECT a'").only(postgresql);

inline constexpr auto check_later = constraint_trigger("check_later",
    "customers",
    "AFTER INSERT",
    "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch()")
    .depends_on("touch").only(postgresql);

inline constexpr auto touched = trigger("touched",
    "customers",
    "BEFORE UPDATE",
    "FOR EACH ROW EXECUTE FUNCTION touch()").disabled()
    .depends_on("touch").only(postgresql);

inline constexpr auto own_rows = policy("own_rows", "customers").for_select()
    .using_("mail = session_user").only(postgresql);

inline constexpr auto customers_to_pg_monitor = grant("SELECT", "INSERT").on_table("customers").to("pg_monitor").only(postgresql);

inline constexpr auto customers_to_public = grant("UPDATE").on_columns("customers", "note").to_public().only(postgresql);

inline constexpr auto product_not_to_public = revoke_from_public("EXECUTE").on_function("product", "double precision").only(postgresql);

inline constexpr auto version = schema_version(2,
    reports,
    email,
    address,
    span,
    customers,
    managers,
    notes_only,
    order_year_2024,
    order_year_2025,
    orders,
    people,
    invoice_numbers,
    product,
    touch,
    touch_2,
    check_later,
    touched,
    own_rows,
    customers_to_pg_monitor,
    customers_to_public,
    product_not_to_public);

} // namespace schema::head
