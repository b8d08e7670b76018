// A change of every common kind.
#pragma once

#include "v1.hpp"

namespace schema::v2 {
using namespace strata::dsl;

inline constexpr auto authors = v1::authors
    .without("fax")
    .with(column("age", integer).nullable(), column("email", text), unique("email"));

inline constexpr auto posts = v1::posts
    .renamed_column("writer_id", "author_id")
    .with(column("title", varchar(200)), column("is_public", boolean).default_(false), index("is_public"));

inline constexpr auto tags = table("tags",
    column("post_id", bigint),
    column("word", text),
    primary_key("post_id", "word"),
    foreign_key("post_id").references(posts, "id").on_delete(cascade));

inline constexpr auto version = schema_version(2, "Tags & e-mail", since(v1::version), authors, posts, tags,
    transition(
        rename_column("posts", "writer_id", "author_id").because("as the interface calls them"),
        drop_column("authors", "fax").because("nobody has one"),
        convert_column("authors", "age", sql_for(postgresql, "age::integer", sqlite, "CAST(age AS INTEGER)"))
            .down(sql_for(postgresql, "age::text", sqlite, "CAST(age AS TEXT)")),
        backfill("authors", "email", "'author' || id || '@example.org'")));

} // namespace schema::v2
