// The rows, in SQL that both databases take but for bytes and arrays.
#include "tests/database/sentinel/found_rows.hpp"

#include <string_view>

namespace strata::testing {
namespace {

constexpr std::string_view found = R"sql(
INSERT INTO workflows (id, name, description, definition, is_active, created_at) VALUES
  ('00000000-0000-0000-0000-000000000001', 'train', NULL, '{}', FALSE, '0001-01-01T00:00:00.000000Z'),
  ('ffffffff-ffff-ffff-ffff-ffffffffffff', 'it''s "quoted"; -- ü', '', '{"a": [1, 2]}', TRUE,
   '9999-12-31T23:59:59.999999Z');
INSERT INTO workflow_runs (id, workflow_id, status, started_at, finished_at, error, metadata) VALUES
  ('00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000001', 'pending', NULL,
   NULL, NULL, NULL),
  ('00000000-0000-0000-0000-000000000012', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'done',
   '2024-02-29T12:00:00.000001Z', '2024-02-29T12:00:01.000000Z', 'line one
line two', 'null');
INSERT INTO datasets (id, name, path, sample_count, tags) VALUES
  ('00000000-0000-0000-0000-000000000021', 'empty', '', -9223372036854775808, NULL),
  ('00000000-0000-0000-0000-000000000022', 'full', '/data', 9223372036854775807, @tags@);
INSERT INTO model_registry (id, name, version, dataset_id, accuracy, trained_on, checksum) VALUES
  ('00000000-0000-0000-0000-000000000031', 'helmet', '1', NULL, NULL, NULL, NULL),
  ('00000000-0000-0000-0000-000000000032', 'helmet', '2', '00000000-0000-0000-0000-000000000022',
   0.1, '2024-02-29', @bytes@);
INSERT INTO deployments (id, workflow_id, model_id, monthly_cost) VALUES
  ('00000000-0000-0000-0000-000000000041', NULL, '00000000-0000-0000-0000-000000000031', NULL),
  ('00000000-0000-0000-0000-000000000042', '00000000-0000-0000-0000-000000000001',
   '00000000-0000-0000-0000-000000000032', '9999999999.99');
INSERT INTO cameras (id, name, location, stream_url, status, metadata) VALUES
  ('00000000-0000-0000-0000-000000000051', 'gate', NULL, 'rtsp://gate', 'active', NULL),
  ('00000000-0000-0000-0000-000000000052', 'yard', 'north', 'rtsp://yard', 'retired', '{"lens": "wide"}');
INSERT INTO regions (id, camera_id, name, polygon, color) VALUES
  ('00000000-0000-0000-0000-000000000061', '00000000-0000-0000-0000-000000000051', 'door', '[]', NULL),
  ('00000000-0000-0000-0000-000000000062', '00000000-0000-0000-0000-000000000052', 'lane', '[[0, 1]]', '#ff0000');
INSERT INTO detection_records (camera_id, region_id, label, track_id, bounding_box) VALUES
  ('00000000-0000-0000-0000-000000000051', NULL, 'person', NULL, '{"x": 1, "confidence": 0.75}'),
  ('00000000-0000-0000-0000-000000000052', '00000000-0000-0000-0000-000000000062', 'forklift',
   -2147483648, '{"x": 2}'),
  ('00000000-0000-0000-0000-000000000052', NULL, '', 2147483647, '{}');
INSERT INTO violation_events (id, detection_id, rule, severity, started_at, shift_start, snapshot, acknowledged) VALUES
  ('00000000-0000-0000-0000-000000000071', 1, 'helmet', 1, '2024-01-01T00:00:00.000000Z', NULL, NULL, FALSE),
  ('00000000-0000-0000-0000-000000000072', 3, 'speed', 5, '2024-01-01T00:00:00.000000Z', '06:00:00.000000',
   @bytes@, TRUE);
INSERT INTO alert_rules (id, name, rule_type, camera_id, conditions, enabled) VALUES
  ('00000000-0000-0000-0000-000000000081', 'helmet', 'violation', NULL, '{}', TRUE),
  ('00000000-0000-0000-0000-000000000082', 'dark', 'camera_offline',
   '00000000-0000-0000-0000-000000000051', '{"minutes": 5}', FALSE);
INSERT INTO alert_history (rule_id, violation_id, channel, message) VALUES
  ('00000000-0000-0000-0000-000000000081', '00000000-0000-0000-0000-000000000071', 'radio', 'helmet'),
  ('00000000-0000-0000-0000-000000000082', NULL, 'mail', '');
INSERT INTO detections (camera, label, score) VALUES ('gate', NULL, NULL), ('gate', 'person', 0.5);
INSERT INTO alerts (camera, message, is_read) VALUES ('gate', 'old', TRUE);
INSERT INTO statistics (day, camera, total) VALUES ('2023-01-01', 'gate', 7);
INSERT INTO statistics_hourly (day, hour, camera, total) VALUES ('2023-01-01', 23, 'gate', 7);
INSERT INTO behaviors (name) VALUES ('loitering');
INSERT INTO detection_zones (behavior_id, points) VALUES (1, '[]'), (NULL, '');
INSERT INTO users (login, password) VALUES ('admin', 'admin');
INSERT INTO system_configs ("key", "value") VALUES ('theme', NULL);
)sql";

std::string with(std::string text, std::string_view mark, std::string_view value) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
    text.replace(at, mark.size(), value);
  }
  return text;
}

} // namespace

void fill_as_found(live_database& to) {
  const bool is_sqlite = to.is_sqlite();
  const std::string sql =
      with(std::string(found), "@bytes@", is_sqlite ? "X'0001ff'" : "'\\x0001ff'");
  to.execute(with(sql, "@tags@", is_sqlite ? R"('["a","b,c"]')" : R"('{a,"b,c"}')"));
}

std::vector<std::string> lasting_rows(live_database& from, int version) {
  const std::string rule = version < 4 ? "rule_type, enabled" : "alert_type, is_active";
  std::vector<std::string> all;
  for (const std::string& query :
       {std::string("SELECT * FROM workflows ORDER BY id"),
        std::string("SELECT * FROM workflow_runs ORDER BY id"),
        std::string("SELECT * FROM datasets ORDER BY id"),
        std::string("SELECT * FROM model_registry ORDER BY id"),
        std::string("SELECT * FROM deployments ORDER BY id"),
        std::string("SELECT * FROM cameras ORDER BY id"),
        std::string("SELECT * FROM regions ORDER BY id"),
        std::string("SELECT id, camera_id, region_id, label, track_id, bounding_box, detected_at "
                    "FROM detection_records ORDER BY id"),
        std::string("SELECT * FROM violation_events ORDER BY id"),
        "SELECT id, name, camera_id, conditions, created_at, " + rule +
            " FROM alert_rules ORDER BY id",
        std::string("SELECT * FROM alert_history ORDER BY id")}) {
    const auto rows = from.query(query);
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

} // namespace strata::testing
