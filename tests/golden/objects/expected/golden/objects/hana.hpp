// The rows as Boost.Hana Structs, for who reflects over them. Printed by Strata.
#pragma once

#include "cameras.hpp"
#include "kinds.hpp"
#include "open_sites.hpp"
#include "sites.hpp"

#include <boost/hana.hpp>

BOOST_HANA_ADAPT_STRUCT(golden::objects::cameras::row, id, site_id, name, name_length, photo);

BOOST_HANA_ADAPT_STRUCT(golden::objects::kinds::row, id, name);

BOOST_HANA_ADAPT_STRUCT(golden::objects::open_sites::row, id, code);

BOOST_HANA_ADAPT_STRUCT(golden::objects::sites::row, id, code, mood, class_, area, settings, tags,
    is_open, opened_on, created_at);
