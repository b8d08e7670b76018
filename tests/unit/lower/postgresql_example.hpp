// The examples of docs/dsl.md for what PostgreSQL alone has, which further_test.cpp lowers.
#pragma once

#include <strata/schema.hpp>

namespace example::shop {
using namespace strata::dsl;

// [types]
inline constexpr auto email = domain("email", text, check("VALUE ~ '@'").named("email_has_at"))
                                  .not_null()
                                  .collate("C")
                                  .only(postgresql);

inline constexpr auto address = composite_type("address",
                                               attribute("street", text),
                                               attribute("zip", varchar(10)).comment("as printed"))
                                    .only(postgresql);

inline constexpr auto span =
    range_type("span", double_precision).with_options("SUBTYPE_DIFF = float8mi").only(postgresql);
// [types]

// [sequences]
inline constexpr auto order_numbers =
    sequence("order_numbers").counting_in(integer).start(1000).increment(10).only(postgresql);

inline constexpr auto orders =
    table("orders",
          column("id", bigint).serial().sequence_named("order_ids"),
          column("number", integer).default_(sql("nextval('order_numbers')")),
          column("customer", email),
          column("ship_to", address).nullable(),
          column("placed_on", date),
          column("note", text).nullable().storage("external").compression("lz4"),
          primary_key("id", "placed_on").with_options("fillfactor = 90"),
          partition_by("RANGE (placed_on)"),
          row_security(),
          replica_identity_full())
        .only(postgresql);
// [sequences]

// [partitions]
inline constexpr auto orders_2024 =
    table("orders_2024",
          partition_of(orders, "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"),
          index("customer"),
          with_options("fillfactor = 80, autovacuum_enabled = false"))
        .only(postgresql);

inline constexpr auto archived_orders =
    table("archived_orders", inherits(orders), column("archived_at", timestamptz), index("number"))
        .only(postgresql);
// [partitions]

// [attachments]
inline constexpr auto own_orders = policy("own_orders", orders)
                                       .for_select()
                                       .to("clerk", "auditor")
                                       .using_("customer = current_user")
                                       .only(postgresql);

inline constexpr auto keep_orders =
    rule("keep_orders", orders, "DELETE", "DO INSTEAD NOTHING").only(postgresql);

inline constexpr auto order_statistics = statistics("order_statistics", orders, "customer, number")
                                             .kinds("ndistinct")
                                             .statistics_target(500)
                                             .only(postgresql);

inline constexpr auto product =
    aggregate("product",
              "double precision",
              "(SFUNC = float8mul, STYPE = double precision, INITCOND = 1)")
        .only(postgresql);

inline constexpr auto check_later =
    constraint_trigger("check_later",
                       orders,
                       "AFTER INSERT",
                       "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()")
        .fires_always()
        .only(postgresql);
// [attachments]

// [rights]
inline constexpr auto clerks =
    grant("SELECT", "INSERT").on(orders).to("clerk", "auditor").only(postgresql);
inline constexpr auto notes =
    grant("UPDATE").on_columns(orders, "note").to("clerk").with_grant_option().only(postgresql);
inline constexpr auto no_products = revoke_from_public("EXECUTE").on(product).only(postgresql);
inline constexpr auto reports = named_schema("reports").comment("for the auditors");
inline constexpr auto readers = grant("USAGE").on(reports).to_public().only(postgresql);
// [rights]

inline constexpr auto version = schema_version(1,
                                               email,
                                               address,
                                               span,
                                               order_numbers,
                                               orders,
                                               orders_2024,
                                               archived_orders,
                                               own_orders,
                                               keep_orders,
                                               order_statistics,
                                               product,
                                               check_later,
                                               clerks,
                                               notes,
                                               no_products,
                                               reports,
                                               readers);
} // namespace example::shop
