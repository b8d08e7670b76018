// Uses a column of every version, and prints the migrations that it carries.
#include <monitor/db.hpp>
#include <monitor/db/migrations.hpp>

#include <iostream>

static_assert(monitor::db::head_version == 3);
static_assert(monitor::db::oldest_compatible <= monitor::db::head_version);

int main() {
  const monitor::db::cameras::row camera{};
  for (const auto& each : monitor::db::migrations.versions) {
    std::cout << each.version << ' ' << each.title << (each.sealed ? " sealed" : " draft")
              << (camera.note ? "!" : "") << '\n';
  }
}
