// Alert rules say what they are in an enumeration; indexes take their ix_ names.
#pragma once

#include "v3.hpp"

namespace schema::v4 {
using namespace strata::dsl;

inline constexpr auto alert_type = enumeration("alert_type", "violation", "camera_offline", "threshold");

inline constexpr auto alert_rules = v1::alert_rules
    .renamed_column("rule_type", "alert_type")
    .renamed_column("enabled", "is_active")
    .without_index("idx_alert_rules_camera")
    .without_index("idx_alert_rules_type")
    .with(column("alert_type", alert_type).default_("violation"),
          index("camera_id").named("ix_alert_rules_camera"),
          index("alert_type").where("is_active").named("ix_alert_rules_active_type"));

inline constexpr auto version = schema_version(4, "alert rules", since(v3::version),
    alert_type, alert_rules,
    transition(
        rename_column("alert_rules", "rule_type", "alert_type").because("the word of the interface"),
        rename_column("alert_rules", "enabled", "is_active").because("as everywhere else"),
        convert_column("alert_rules", "alert_type",
            sql_for(postgresql, "alert_type::alert_type", sqlite, "alert_type")),
        rename_index("alert_rules", "idx_alert_rules_camera", "ix_alert_rules_camera")
            .because("index names follow one rule"),
        rename_index("alert_history", "idx_alert_history_sent", "ix_alert_history_sent")
            .because("index names follow one rule"),
        rename_index("detection_records", "idx_detection_records_camera", "ix_detection_records_camera")
            .because("index names follow one rule")));

} // namespace schema::v4
