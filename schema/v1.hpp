// The monitor's database as it was found: grown by hand, with hand-made names and leftovers.
#pragma once

#include <strata/schema.hpp>

namespace schema::v1 {
using namespace strata::dsl;

inline constexpr auto uuid_ossp = extension("uuid-ossp");
inline constexpr auto pg_trgm = extension("pg_trgm");

// Workflows: how a site trains and runs its models.

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

inline constexpr auto workflow_runs = table("workflow_runs",
    column("id", uuid).default_(gen_random_uuid()),
    column("workflow_id", uuid),
    column("status", varchar(50)).default_("pending"),
    column("started_at", timestamptz).nullable(),
    column("finished_at", timestamptz).nullable(),
    column("error", text).nullable(),
    column("metadata", jsonb).nullable().comment("what the runner reported, as it reported it"),
    primary_key("id"),
    foreign_key("workflow_id").references(workflows, "id").on_delete(cascade),
    check("finished_at IS NULL OR started_at IS NOT NULL").named("workflow_runs_finished_after_start"),
    index("workflow_id", desc("started_at")).named("idx_workflow_runs_recent"));

inline constexpr auto datasets = table("datasets",
    column("id", uuid).default_(gen_random_uuid()),
    column("name", varchar(255)),
    column("path", text),
    column("sample_count", bigint).default_(0),
    column("tags", array(text)).nullable(),
    column("created_at", timestamptz).default_(now()),
    primary_key("id"),
    unique("name"));

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
    foreign_key("dataset_id").references(datasets, "id").on_delete(set_null));

inline constexpr auto deployments = table("deployments",
    column("id", uuid).default_(gen_random_uuid()),
    column("workflow_id", uuid).nullable(),
    column("model_id", uuid),
    column("environment", varchar(50)).default_("production"),
    column("monthly_cost", numeric(12, 2)).nullable(),
    column("deployed_at", timestamptz).default_(now()),
    primary_key("id"),
    foreign_key("workflow_id").references(workflows, "id").on_delete(set_null),
    foreign_key("model_id").references(model_registry, "id").on_delete(restrict_),
    check("monthly_cost IS NULL OR monthly_cost >= 0").named("deployments_cost_not_negative")
        .only(postgresql));

// Cameras and what they see.

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

inline constexpr auto regions = table("regions",
    column("id", uuid).default_(gen_random_uuid()),
    column("camera_id", uuid),
    column("name", varchar(100)),
    column("polygon", jsonb),
    column("color", character(7)).nullable(),
    primary_key("id"),
    unique("camera_id", "name"),
    foreign_key("camera_id").references(cameras, "id").on_delete(cascade));

inline constexpr auto detection_records = table("detection_records",
    column("id", bigint).identity(),
    column("camera_id", uuid),
    column("region_id", uuid).nullable(),
    column("label", varchar(100)),
    column("track_id", integer).nullable(),
    column("bounding_box", jsonb),
    column("detected_at", timestamptz).default_(now()),
    primary_key("id"),
    foreign_key("camera_id").references(cameras, "id").on_delete(cascade),
    foreign_key("region_id").references(regions, "id").on_delete(set_null),
    index("camera_id", desc("detected_at")).named("idx_detection_records_camera"));

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
    foreign_key("detection_id").references(detection_records, "id").on_delete(cascade),
    check("severity BETWEEN 1 AND 5").named("violation_events_severity_range"),
    index("started_at").where("NOT acknowledged").named("idx_violation_events_open"));

inline constexpr auto alert_rules = table("alert_rules",
    column("id", uuid).default_(gen_random_uuid()),
    column("name", varchar(255)),
    column("rule_type", varchar(50)).default_("violation"),
    column("camera_id", uuid).nullable(),
    column("conditions", jsonb).default_("{}"),
    column("enabled", boolean).default_(true),
    column("created_at", timestamptz).default_(now()),
    primary_key("id"),
    foreign_key("camera_id").references(cameras, "id").on_delete(cascade),
    index("camera_id").named("idx_alert_rules_camera"),
    index("rule_type").named("idx_alert_rules_type"));

inline constexpr auto alert_history = table("alert_history",
    column("id", bigint).identity(),
    column("rule_id", uuid),
    column("violation_id", uuid).nullable(),
    column("channel", varchar(50)),
    column("message", text),
    column("sent_at", timestamptz).default_(now()),
    primary_key("id"),
    foreign_key("rule_id").references(alert_rules, "id").on_delete(cascade),
    foreign_key("violation_id").references(violation_events, "id").on_delete(set_null),
    index("sent_at").named("idx_alert_history_sent"));

// Leftovers of earlier tools: nothing reads them any more.

inline constexpr auto detections = table("detections",
    column("id", integer).identity(),
    column("camera", text),
    column("label", text).nullable(),
    column("score", real).nullable(),
    column("seen_at", timestamp).default_(now()),
    primary_key("id"));

inline constexpr auto alerts = table("alerts",
    column("id", integer).identity(),
    column("camera", text),
    column("message", text),
    column("is_read", boolean).default_(false),
    column("raised_at", timestamp).default_(now()),
    primary_key("id"));

inline constexpr auto statistics = table("statistics",
    column("id", integer).identity(),
    column("day", date),
    column("camera", text),
    column("total", integer).default_(0),
    primary_key("id"));

inline constexpr auto statistics_hourly = table("statistics_hourly",
    column("day", date),
    column("hour", smallint),
    column("camera", text),
    column("total", integer).default_(0),
    primary_key("day", "hour", "camera"));

inline constexpr auto behaviors = table("behaviors",
    column("id", integer).identity(),
    column("name", text),
    primary_key("id"));

inline constexpr auto detection_zones = table("detection_zones",
    column("id", integer).identity(),
    column("behavior_id", integer).nullable(),
    column("points", text),
    primary_key("id"),
    foreign_key("behavior_id").references(behaviors, "id"));

inline constexpr auto users = table("users",
    column("id", integer).identity(),
    column("login", varchar(50)),
    column("password", varchar(50)),
    primary_key("id"));

inline constexpr auto system_configs = table("system_configs",
    column("key", varchar(100)),
    column("value", text).nullable(),
    primary_key("key"));

inline constexpr auto active_alerts = view("active_alerts",
    "SELECT id, camera, message, raised_at FROM alerts WHERE NOT is_read")
    .depends_on(alerts);

inline constexpr auto recent_detection_stats = view("recent_detection_stats",
    "SELECT camera, label, count(*) AS total, max(seen_at) AS last_seen FROM detections GROUP BY camera, label")
    .depends_on(detections);

inline constexpr auto v_daily_statistics = view("v_daily_statistics",
    "SELECT day, camera, sum(total) AS total FROM statistics GROUP BY day, camera")
    .depends_on(statistics);

// updated_at is kept by triggers, on PostgreSQL through one function.

inline constexpr auto update_updated_at_column = function("update_updated_at_column", "",
    "RETURNS trigger LANGUAGE plpgsql AS $$\n"
    "BEGIN\n"
    "  NEW.updated_at = now();\n"
    "  RETURN NEW;\n"
    "END;\n"
    "$$")
    .only(postgresql);

inline constexpr auto workflows_updated_at = trigger("update_workflows_updated_at", workflows,
    sql_for(postgresql, "BEFORE UPDATE", sqlite, "AFTER UPDATE"),
    sql_for(postgresql, "FOR EACH ROW EXECUTE FUNCTION update_updated_at_column()",
            sqlite, "FOR EACH ROW BEGIN\n"
                    "  UPDATE workflows SET updated_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')\n"
                    "  WHERE id = NEW.id;\n"
                    "END"))
    .depends_on(update_updated_at_column);

inline constexpr auto cameras_updated_at = trigger("update_cameras_updated_at", cameras,
    sql_for(postgresql, "BEFORE UPDATE", sqlite, "AFTER UPDATE"),
    sql_for(postgresql, "FOR EACH ROW EXECUTE FUNCTION update_updated_at_column()",
            sqlite, "FOR EACH ROW BEGIN\n"
                    "  UPDATE cameras SET updated_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')\n"
                    "  WHERE id = NEW.id;\n"
                    "END"))
    .depends_on(update_updated_at_column);

inline constexpr auto version = schema_version(1, "as found",
    uuid_ossp, pg_trgm,
    workflows, workflow_runs, datasets, model_registry, deployments,
    cameras, regions, detection_records, violation_events, alert_rules, alert_history,
    detections, alerts, statistics, statistics_hourly, behaviors, detection_zones, users, system_configs,
    active_alerts, recent_detection_stats, v_daily_statistics,
    update_updated_at_column, workflows_updated_at, cameras_updated_at);

} // namespace schema::v1
