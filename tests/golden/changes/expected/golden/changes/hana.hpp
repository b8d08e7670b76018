// The rows as Boost.Hana Structs, for who reflects over them. Printed by Strata.
#pragma once

#include "authors.hpp"
#include "posts.hpp"
#include "tags.hpp"

#include <boost/hana.hpp>

BOOST_HANA_ADAPT_STRUCT(golden::changes::authors::row, id, name, age, email);

BOOST_HANA_ADAPT_STRUCT(golden::changes::posts::row, id, author_id, title, is_public);

BOOST_HANA_ADAPT_STRUCT(golden::changes::tags::row, post_id, word);
