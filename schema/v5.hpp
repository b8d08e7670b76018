// Accounts: users, their roles, and what a role may do.
#pragma once

#include "v4.hpp"

namespace schema::v5 {
using namespace strata::dsl;

inline constexpr auto users = table("users",
    column("id", uuid).default_(gen_random_uuid()),
    column("email", varchar(254)),
    column("display_name", text).nullable(),
    column("password_hash", text).comment("argon2id"),
    column("is_active", boolean).default_(true),
    column("created_at", timestamptz).default_(now()),
    primary_key("id"),
    unique("email"));

inline constexpr auto roles = table("roles",
    column("id", integer),
    column("name", varchar(50)),
    column("description", text).nullable(),
    primary_key("id"),
    unique("name"),
    rows(columns("id", "name", "description"),
         row(1, "administrator", "may do everything"),
         row(2, "supervisor", "acknowledges violations, edits rules"),
         row(3, "viewer", null)));

inline constexpr auto permissions = table("permissions",
    column("id", integer),
    column("name", varchar(100)),
    primary_key("id"),
    unique("name"),
    rows(columns("id", "name"),
         row(1, "rules.edit"),
         row(2, "violations.acknowledge"),
         row(3, "cameras.view")));

inline constexpr auto user_roles = table("user_roles",
    column("user_id", uuid),
    column("role_id", integer),
    column("granted_at", timestamptz).default_(now()),
    primary_key("user_id", "role_id"),
    foreign_key("user_id").references(users, "id").on_delete(cascade),
    foreign_key("role_id").references(roles, "id").on_delete(restrict_),
    index("role_id"));

inline constexpr auto role_permissions = table("role_permissions",
    column("role_id", integer),
    column("permission_id", integer),
    primary_key("role_id", "permission_id"),
    foreign_key("role_id").references(roles, "id").on_delete(cascade),
    foreign_key("permission_id").references(permissions, "id").on_delete(cascade),
    rows(columns("role_id", "permission_id"),
         row(1, 1), row(1, 2), row(1, 3),
         row(2, 1), row(2, 2), row(2, 3),
         row(3, 3)));

inline constexpr auto version = schema_version(5, "accounts", since(v4::version),
    users, roles, permissions, user_roles, role_permissions);

} // namespace schema::v5
