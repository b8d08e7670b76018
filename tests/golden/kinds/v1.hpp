// A first version with what PostgreSQL alone has.
#pragma once

#include <strata/schema.hpp>

namespace schema::v1 {
using namespace strata::dsl;

inline constexpr auto email = domain("email", text, check("VALUE ~ '@'"))
    .not_null().collate("C").comment("as typed").only(postgresql);

inline constexpr auto address = composite_type("address",
    attribute("street", text),
    attribute("zip", varchar(10)).comment("as printed"))
    .only(postgresql);

inline constexpr auto span = range_type("span", double_precision)
    .with_options("SUBTYPE_DIFF = float8mi").only(postgresql);

inline constexpr auto order_numbers = sequence("order_numbers")
    .counting_in(integer).start(1000).increment(10).comment("as billed").only(postgresql);

inline constexpr auto customers = table("customers",
    column("id", bigint).serial().sequence_named("customer_ids"),
    column("mail", email),
    column("lives_at", address).nullable(),
    column("note", text).nullable().storage("external").statistics_target(500),
    primary_key("id").with_options("fillfactor = 90"),
    unique("mail"),
    with_options("fillfactor = 80"),
    row_security())
    .only(postgresql);

inline constexpr auto orders = table("orders",
    column("number", integer),
    column("customer_id", bigint),
    column("placed_on", date),
    column("during", span).nullable(),
    primary_key("number", "placed_on"),
    index("customer_id"),
    partition_by("RANGE (placed_on)"))
    .only(postgresql);

inline constexpr auto order_year_2024 = table("order_year_2024",
    partition_of(orders, "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"),
    index("during").using_method("gist"))
    .only(postgresql);

inline constexpr auto people = table("people",
    column("id", integer),
    column("name", text),
    primary_key("id"))
    .only(postgresql);

inline constexpr auto managers = table("managers",
    inherits(people),
    column("level", smallint),
    index("name"))
    .only(postgresql);

inline constexpr auto touch = function("touch", "",
    "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$")
    .only(postgresql);

inline constexpr auto touch_number = function("touch", "a integer",
    "RETURNS integer LANGUAGE sql AS 'SELECT a'")
    .only(postgresql);

inline constexpr auto product = aggregate("product", "double precision",
    "(SFUNC = float8mul, STYPE = double precision, INITCOND = 1)")
    .only(postgresql);

inline constexpr auto check_later = constraint_trigger("check_later", customers, "AFTER INSERT",
    "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch()")
    .depends_on(touch).only(postgresql);

inline constexpr auto touched = trigger("touched", customers, "BEFORE UPDATE",
    "FOR EACH ROW EXECUTE FUNCTION touch()")
    .depends_on(touch).disabled().only(postgresql);

inline constexpr auto keep = rule("keep", people, "DELETE", "DO INSTEAD NOTHING").only(postgresql);

inline constexpr auto own_rows = policy("own_rows", customers)
    .for_select().to("pg_monitor").using_("mail = current_user").comment("nobody else's")
    .only(postgresql);

inline constexpr auto by_mail = statistics("by_mail", customers, "mail, note")
    .kinds("ndistinct", "mcv").statistics_target(200).only(postgresql);

inline constexpr auto reports = named_schema("reports").comment("for the auditors");

inline constexpr auto readers = grant("SELECT", "INSERT").on(customers).to("pg_monitor")
    .only(postgresql);
inline constexpr auto notes = grant("UPDATE").on_columns(customers, "note").to_public()
    .only(postgresql);
inline constexpr auto no_products = revoke_from_public("EXECUTE").on(product).only(postgresql);

inline constexpr auto notes_only = table("notes_only",
    column("id", bigint).identity(),
    column("note", text),
    primary_key("id"));

inline constexpr auto version = schema_version(1, email, address, span, order_numbers, customers,
    orders, order_year_2024, people, managers, touch, touch_number, product, check_later, touched, keep,
    own_rows, by_mail, reports, readers, notes, no_products, notes_only);

} // namespace schema::v1
