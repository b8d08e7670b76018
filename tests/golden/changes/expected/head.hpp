// The whole schema as version 2 (Tags & e-mail) leaves it. Printed by Strata, for reading:
// changes belong into changes/v2.hpp and what it is based on.
#pragma once

#include <strata/schema.hpp>

namespace schema::head {
using namespace strata::dsl;

inline constexpr auto authors = table("authors",
    column("id", bigint).identity(),
    column("name", text),
    column("age", integer).nullable(),
    column("email", text),
    primary_key("id"),
    unique("email"));

inline constexpr auto posts = table("posts",
    column("id", bigint).identity(),
    column("author_id", bigint),
    column("title", varchar(200)),
    column("is_public", boolean).default_(false),
    primary_key("id"),
    foreign_key("author_id").references("authors", "id"),
    index("title"),
    index("is_public"));

inline constexpr auto tags = table("tags",
    column("post_id", bigint),
    column("word", text),
    primary_key("post_id", "word"),
    foreign_key("post_id").references("posts", "id").on_delete(cascade));

inline constexpr auto version = schema_version(2,
    "Tags & e-mail",
    authors,
    posts,
    tags);

} // namespace schema::head
