// Each step shows one kind of accessor; the values are made up.
#include "tour.hpp"

#include <sentinel/db.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace sentinel {
namespace {

db::cameras::row add_camera(strata::queryable& to) {
  return db::cameras::insert(to,
                             {.name = "gate 3",
                              .location = "north yard",
                              .stream_url = "rtsp://gate-3.example/stream",
                              .metadata = strata::json(R"({"lens": "wide"})")});
}

void add_detections(strata::queryable& to, const db::cameras::row& camera) {
  std::vector<db::detection_records::new_row> seen;
  for (const char* label : {"forklift", "person without helmet", "person"}) {
    seen.push_back({.camera_id = camera.id,
                    .label = label,
                    .bounding_box = strata::json(R"({"x": 10, "y": 20, "w": 64, "h": 128})"),
                    .confidence = 0.91});
  }
  std::printf("  wrote camera %s and %lld detections\n",
              camera.name.c_str(),
              static_cast<long long>(db::detection_records::insert_many(to, seen)));
}

void add_account(strata::queryable& to) {
  const auto supervisor = db::roles::find_by_name(to, "supervisor");
  const auto user = db::users::insert(to, {.email = "kim@example.org", .password_hash = "(none)"});
  db::user_roles::insert(to, {.user_id = user.id, .role_id = supervisor.value().id});
  std::printf("  wrote user %s, a %s\n", user.email.c_str(), supervisor.value().name.c_str());
}

void raise_alert(strata::queryable& to, const db::cameras::row& camera) {
  const auto rule = db::alert_rules::insert(
      to,
      {.name = "helmet missing", .alert_type = db::alert_type::violation, .camera_id = camera.id});
  db::alert_history::insert(
      to, {.rule_id = rule.id, .channel = "radio", .message = "helmet missing at gate 3"});
}

void report(strata::queryable& from) {
  namespace seen = db::detection_records;
  for (const auto& each : seen::select(from)
                              .where(seen::col::confidence > 0.5)
                              .order_by(seen::col::label.asc())
                              .limit(2)) {
    std::printf("  read detection %lld: %s (%.2f)\n",
                static_cast<long long>(each.id),
                each.label.c_str(),
                each.confidence);
  }
  const auto counts = strata::query<std::tuple<std::string, std::int64_t>>(
      from,
      "SELECT c.name, count(*) FROM cameras c JOIN detection_records d ON d.camera_id = c.id "
      "GROUP BY c.name ORDER BY c.name");
  for (const auto& [camera, total] : counts) {
    std::printf(
        "  read %lld detections of camera %s\n", static_cast<long long>(total), camera.c_str());
  }
}

} // namespace

void tour(strata::connection& db) {
  strata::transaction all(db);
  const auto camera = add_camera(all);
  add_detections(all, camera);
  add_account(all);
  raise_alert(all, camera);
  all.commit();
  report(db);
}

} // namespace sentinel
