// The leftovers go, each with its reason.
#pragma once

#include "v1.hpp"

namespace schema::v2 {
using namespace strata::dsl;

inline constexpr auto version = schema_version(2, "leftovers", since(v1::version),
    transition(
        drop_view("active_alerts").because("alert_history answers it"),
        drop_view("recent_detection_stats").because("no program reads it"),
        drop_view("v_daily_statistics").because("no program reads it"),
        drop_table("detections").because("detection_records replaced it in 2023"),
        drop_table("alerts").because("alert_history replaced it in 2023"),
        drop_table("statistics").because("dashboards count detection_records"),
        drop_table("statistics_hourly").because("dashboards count detection_records"),
        drop_table("behaviors").because("the feature was never shipped"),
        drop_table("detection_zones").because("regions replaced it"),
        drop_table("users").because("it held passwords in clear; version 5 brings accounts"),
        drop_table("system_configs").because("configuration lives in files")));

} // namespace schema::v2
