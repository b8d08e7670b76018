// What of these changes, and how.
#pragma once

#include "v1.hpp"

namespace schema::v2 {
using namespace strata::dsl;

inline constexpr auto customers = v1::customers
    .with(force_row_security(), with_options("fillfactor = 70"));

inline constexpr auto own_rows = policy("own_rows", customers)
    .for_select().using_("mail = session_user").only(postgresql);

inline constexpr auto order_year_2025 = table("order_year_2025",
    partition_of(v1::orders, "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')"))
    .only(postgresql);

inline constexpr auto version = schema_version(2, since(v1::version), customers, own_rows, order_year_2025,
    transition(
        rename_sequence("order_numbers", "invoice_numbers").because("as they are called now"),
        drop_rule("people", "keep").because("people may go"),
        drop_statistics("by_mail").because("the planner does without")));

} // namespace schema::v2
