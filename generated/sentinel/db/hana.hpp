// The rows as Boost.Hana Structs, for who reflects over them. Printed by Strata.
#pragma once

#include "alert_history.hpp"
#include "alert_rules.hpp"
#include "cameras.hpp"
#include "datasets.hpp"
#include "deployments.hpp"
#include "detection_records.hpp"
#include "model_registry.hpp"
#include "permissions.hpp"
#include "regions.hpp"
#include "role_permissions.hpp"
#include "roles.hpp"
#include "user_roles.hpp"
#include "users.hpp"
#include "violation_events.hpp"
#include "workflow_runs.hpp"
#include "workflows.hpp"

#include <boost/hana.hpp>

BOOST_HANA_ADAPT_STRUCT(sentinel::db::alert_history::row, id, rule_id, violation_id, channel,
    message, sent_at);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::alert_rules::row, id, name, alert_type, camera_id, conditions,
    is_active, created_at);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::cameras::row, id, name, location, stream_url, status,
    metadata, created_at, updated_at);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::datasets::row, id, name, path, sample_count, tags,
    created_at);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::deployments::row, id, workflow_id, model_id, environment,
    monthly_cost, deployed_at);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::detection_records::row, id, camera_id, region_id, label,
    track_id, bounding_box, detected_at, confidence);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::model_registry::row, id, name, version, dataset_id, accuracy,
    trained_on, checksum);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::permissions::row, id, name);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::regions::row, id, camera_id, name, polygon, color);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::role_permissions::row, role_id, permission_id);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::roles::row, id, name, description);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::user_roles::row, user_id, role_id, granted_at);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::users::row, id, email, display_name, password_hash, is_active,
    created_at);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::violation_events::row, id, detection_id, rule, severity,
    started_at, ended_at, shift_start, snapshot, acknowledged);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::workflow_runs::row, id, workflow_id, status, started_at,
    finished_at, error, metadata);

BOOST_HANA_ADAPT_STRUCT(sentinel::db::workflows::row, id, name, description, definition, is_active,
    created_at, updated_at);
