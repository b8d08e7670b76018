// The rows as Boost.Hana Structs, for who reflects over them. Printed by Strata.
#pragma once

#include "customers.hpp"
#include "managers.hpp"
#include "notes_only.hpp"
#include "orders.hpp"
#include "people.hpp"

#include <boost/hana.hpp>

BOOST_HANA_ADAPT_STRUCT(golden::kinds::customers::row, id, mail, lives_at, note);

BOOST_HANA_ADAPT_STRUCT(golden::kinds::managers::row, id, name, level);

BOOST_HANA_ADAPT_STRUCT(golden::kinds::notes_only::row, id, note);

BOOST_HANA_ADAPT_STRUCT(golden::kinds::orders::row, number, customer_id, placed_on, during);

BOOST_HANA_ADAPT_STRUCT(golden::kinds::people::row, id, name);
