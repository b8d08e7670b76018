// What version 2 changes.
#pragma once

#include <strata/schema.hpp>

namespace schema::v1 {
using namespace strata::dsl;

inline constexpr auto authors = table("authors",
    column("id", bigint).identity(),
    column("name", text),
    column("age", text).nullable(),
    column("fax", text).nullable(),
    primary_key("id"));

inline constexpr auto posts = table("posts",
    column("id", bigint).identity(),
    column("writer_id", bigint),
    column("title", varchar(100)),
    primary_key("id"),
    foreign_key("writer_id").references(authors, "id"),
    index("title"));

inline constexpr auto version = schema_version(1, authors, posts);

} // namespace schema::v1
