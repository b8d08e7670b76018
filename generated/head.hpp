// The whole schema as version 5 (accounts) leaves it. Printed by Strata, for reading:
// changes belong into schema/v5.hpp and what it is based on.
#pragma once

#include <strata/schema.hpp>

namespace schema::head {
using namespace strata::dsl;

inline constexpr auto pg_trgm = extension("pg_trgm");

inline constexpr auto uuid_ossp = extension("uuid-ossp");

inline constexpr auto alert_type = enumeration("alert_type", "violation", "camera_offline", "threshold");

inline constexpr auto alert_history = table("alert_history",
    column("id", bigint).identity(),
    column("rule_id", uuid),
    column("violation_id", uuid).nullable(),
    column("channel", varchar(50)),
    column("message", text),
    column("sent_at", timestamptz).default_(now()),
    primary_key("id"),
    foreign_key("rule_id").references("alert_rules", "id").on_delete(cascade),
    foreign_key("violation_id").references("violation_events", "id").on_delete(set_null),
    index("sent_at").named("ix_alert_history_sent"));

inline constexpr auto alert_rules = table("alert_rules",
    column("id", uuid).default_(gen_random_uuid()),
    column("name", varchar(255)),
    column("alert_type", alert_type).default_("violation"),
    column("camera_id", uuid).nullable(),
    column("conditions", jsonb).default_("{}"),
    column("is_active", boolean).default_(true),
    column("created_at", timestamptz).default_(now()),
    primary_key("id"),
    foreign_key("camera_id").references("cameras", "id").on_delete(cascade),
    index("camera_id").named("ix_alert_rules_camera"),
    index("alert_type").where("is_active").named("ix_alert_rules_active_type"));

inline constexpr auto cameras = table("cameras",
    column("id", uuid).default_(gen_random_uuid()),
    column("name", varchar(100)),
    column("location", varchar(255)).nullable(),
    column("stream_url", text),
    column("status", varchar(20)).default_("active"),
    column("metadata", jsonb).nullable(),
    column("created_at", timestamptz).default_(now()),
    column("updated_at", timestamptz).default_(now()),
    primary_key("id"),
    unique("name"),
    check("status IN ('active', 'inactive', 'retired')").named("cameras_status_known"),
    index("status").where("status <> 'retired'").named("idx_cameras_status"),
    index(expression("lower(name)")).named("idx_cameras_name_lower"))
    .comment("One stream each; a retired camera keeps its history.");

inline constexpr auto datasets = table("datasets",
    column("id", uuid).default_(gen_random_uuid()),
    column("name", varchar(255)),
    column("path", text),
    column("sample_count", bigint).default_(0),
    column("tags", array(text)).nullable(),
    column("created_at", timestamptz).default_(now()),
    primary_key("id"),
    unique("name"));

inline constexpr auto deployments = table("deployments",
    column("id", uuid).default_(gen_random_uuid()),
    column("workflow_id", uuid).nullable(),
    column("model_id", uuid),
    column("environment", varchar(50)).default_("production"),
    column("monthly_cost", numeric(12, 2)).nullable(),
    column("deployed_at", timestamptz).default_(now()),
    primary_key("id"),
    check("monthly_cost IS NULL OR monthly_cost >= 0").named("deployments_cost_not_negative").only(postgresql),
    foreign_key("workflow_id").references("workflows", "id").on_delete(set_null),
    foreign_key("model_id").references("model_registry", "id").on_delete(restrict_));

inline constexpr auto detection_records = table("detection_records",
    column("id", bigint).identity(),
    column("camera_id", uuid),
    column("region_id", uuid).nullable(),
    column("label", varchar(100)),
    column("track_id", integer).nullable(),
    column("bounding_box", jsonb),
    column("detected_at", timestamptz).default_(now()),
    column("confidence", double_precision).comment("of the label, from 0 to 1"),
    primary_key("id"),
    check("confidence BETWEEN 0 AND 1").named("detection_records_confidence_range"),
    foreign_key("camera_id").references("cameras", "id").on_delete(cascade),
    foreign_key("region_id").references("regions", "id").on_delete(set_null),
    index("camera_id", key("detected_at").desc()).named("ix_detection_records_camera"));

inline constexpr auto model_registry = table("model_registry",
    column("id", uuid).default_(gen_random_uuid()),
    column("name", varchar(255)),
    column("version", varchar(50)),
    column("dataset_id", uuid).nullable(),
    column("accuracy", double_precision).nullable(),
    column("trained_on", date).nullable(),
    column("checksum", bytea).nullable(),
    primary_key("id"),
    unique("name", "version"),
    foreign_key("dataset_id").references("datasets", "id").on_delete(set_null));

inline constexpr auto permissions = table("permissions",
    column("id", integer),
    column("name", varchar(100)),
    primary_key("id"),
    unique("name"),
    rows(columns("id", "name"),
         row(1, "rules.edit"),
         row(2, "violations.acknowledge"),
         row(3, "cameras.view")));

inline constexpr auto regions = table("regions",
    column("id", uuid).default_(gen_random_uuid()),
    column("camera_id", uuid),
    column("name", varchar(100)),
    column("polygon", jsonb),
    column("color", character(7)).nullable(),
    primary_key("id"),
    unique("camera_id", "name"),
    foreign_key("camera_id").references("cameras", "id").on_delete(cascade));

inline constexpr auto role_permissions = table("role_permissions",
    column("role_id", integer),
    column("permission_id", integer),
    primary_key("role_id", "permission_id"),
    foreign_key("role_id").references("roles", "id").on_delete(cascade),
    foreign_key("permission_id").references("permissions", "id").on_delete(cascade),
    rows(columns("role_id", "permission_id"),
         row(1, 1),
         row(1, 2),
         row(1, 3),
         row(2, 1),
         row(2, 2),
         row(2, 3),
         row(3, 3)));

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

inline constexpr auto user_roles = table("user_roles",
    column("user_id", uuid),
    column("role_id", integer),
    column("granted_at", timestamptz).default_(now()),
    primary_key("user_id", "role_id"),
    foreign_key("user_id").references("users", "id").on_delete(cascade),
    foreign_key("role_id").references("roles", "id").on_delete(restrict_),
    index("role_id"));

inline constexpr auto users = table("users",
    column("id", uuid).default_(gen_random_uuid()),
    column("email", varchar(254)),
    column("display_name", text).nullable(),
    column("password_hash", text).comment("argon2id"),
    column("is_active", boolean).default_(true),
    column("created_at", timestamptz).default_(now()),
    primary_key("id"),
    unique("email"));

inline constexpr auto violation_events = table("violation_events",
    column("id", uuid).default_(gen_random_uuid()),
    column("detection_id", bigint),
    column("rule", varchar(100)),
    column("severity", smallint).default_(3),
    column("started_at", timestamptz),
    column("ended_at", timestamptz).nullable(),
    column("shift_start", time_of_day).nullable(),
    column("snapshot", bytea).nullable(),
    column("acknowledged", boolean).default_(false),
    primary_key("id"),
    check("severity BETWEEN 1 AND 5").named("violation_events_severity_range"),
    foreign_key("detection_id").references("detection_records", "id").on_delete(cascade),
    index("started_at").where("NOT acknowledged").named("idx_violation_events_open"));

inline constexpr auto workflow_runs = table("workflow_runs",
    column("id", uuid).default_(gen_random_uuid()),
    column("workflow_id", uuid),
    column("status", varchar(50)).default_("pending"),
    column("started_at", timestamptz).nullable(),
    column("finished_at", timestamptz).nullable(),
    column("error", text).nullable(),
    column("metadata", jsonb).nullable().comment("what the runner reported, as it reported it"),
    primary_key("id"),
    check("finished_at IS NULL OR started_at IS NOT NULL").named("workflow_runs_finished_after_start"),
    foreign_key("workflow_id").references("workflows", "id").on_delete(cascade),
    index("workflow_id", key("started_at").desc()).named("idx_workflow_runs_recent"));

inline constexpr auto workflows = table("workflows",
    column("id", uuid).default_(gen_random_uuid()),
    column("name", varchar(255)),
    column("description", text).nullable(),
    column("definition", jsonb).default_("{}"),
    column("is_active", boolean).default_(true),
    column("created_at", timestamptz).default_(now()),
    column("updated_at", timestamptz).default_(now()),
    primary_key("id"),
    index("name").named("idx_workflows_name"));

inline constexpr auto update_updated_at_column = function("update_updated_at_column",
    "",
    R"(RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at = now();
  RETURN NEW;
END;
$$)").only(postgresql);

inline constexpr auto update_cameras_updated_at = trigger("update_cameras_updated_at",
    "cameras",
    sql_for(postgresql, "BEFORE UPDATE", sqlite, "AFTER UPDATE"),
    sql_for(postgresql, "FOR EACH ROW EXECUTE FUNCTION update_updated_at_column()", sqlite, R"(FOR EACH ROW BEGIN
  UPDATE cameras SET updated_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')
  WHERE id = NEW.id;
END)"))
    .depends_on("update_updated_at_column");

inline constexpr auto update_workflows_updated_at = trigger("update_workflows_updated_at",
    "workflows",
    sql_for(postgresql, "BEFORE UPDATE", sqlite, "AFTER UPDATE"),
    sql_for(postgresql, "FOR EACH ROW EXECUTE FUNCTION update_updated_at_column()", sqlite, R"(FOR EACH ROW BEGIN
  UPDATE workflows SET updated_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')
  WHERE id = NEW.id;
END)"))
    .depends_on("update_updated_at_column");

inline constexpr auto version = schema_version(5,
    "accounts",
    pg_trgm,
    uuid_ossp,
    alert_type,
    alert_history,
    alert_rules,
    cameras,
    datasets,
    deployments,
    detection_records,
    model_registry,
    permissions,
    regions,
    role_permissions,
    roles,
    user_roles,
    users,
    violation_events,
    workflow_runs,
    workflows,
    update_updated_at_column,
    update_cameras_updated_at,
    update_workflows_updated_at);

} // namespace schema::head
