#include "src/cli/progress.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <cstdio>

using namespace strata;
using namespace strata::cli;
using std::chrono::milliseconds;

TEST_CASE("durations are told as people tell them", "[cli]") {
  CHECK(duration(milliseconds(0)) == "0 ms");
  CHECK(duration(milliseconds(999)) == "999 ms");
  CHECK(duration(milliseconds(12345)) == "12.3 s");
  CHECK(duration(milliseconds(200'000)) == "3 min 20 s");
}

TEST_CASE("an event has its line", "[cli]") {
  migration_event event{.kind = event_kind::step_done,
                        .version = 3,
                        .title = "zones",
                        .step = 2,
                        .steps = 4,
                        .phase = phase::data,
                        .took = milliseconds(15)};
  CHECK(line_for(event) == "  step 2 of 4 data: 15 ms");
  event.kind = event_kind::version_begins;
  CHECK(line_for(event) == "version 3 zones");
  event.up = false;
  CHECK(line_for(event) == "taking back version 3 zones");
  event.title.clear();
  CHECK(line_for(event) == "taking back version 3");
  event.kind = event_kind::step_executed;
  CHECK(line_for(event).empty());
}

TEST_CASE("what an empty database gets is told for one version and for many", "[cli]") {
  migration_event event{.kind = event_kind::creating, .version = 1, .steps = 1};
  CHECK(line_for(event) == "the database is empty: it gets version 1");
  event.version = event.steps = 5;
  CHECK(line_for(event) == "the database is empty: it gets versions 1 to 5 at once");
}

TEST_CASE("away from a terminal each line is final", "[cli]") {
  std::FILE* file = std::tmpfile();
  progress shown(file);
  shown({.kind = event_kind::version_begins, .version = 1});
  shown({.kind = event_kind::step_begins, .step = 1, .steps = 1, .phase = phase::expand});
  shown({.kind = event_kind::step_done, .step = 1, .steps = 1, .phase = phase::expand});
  std::rewind(file);
  std::array<char, 200> text{};
  const auto length = std::fread(text.data(), 1, text.size(), file);
  std::fclose(file);
  CHECK(std::string(text.data(), length) == "version 1\n  step 1 of 1 expand: 0 ms\n");
}
