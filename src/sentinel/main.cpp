// sentinel              brings its database to the newest version, then writes and reads a little
// sentinel migrate …    the migration command line: status, upgrade, downgrade, check …
#include "tour.hpp"

#include <sentinel/db/migrations.hpp>

#include <strata/cli.hpp>
#include <strata/runtime.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

constexpr const char* own_database = "sqlite:sentinel.db";

std::string database_url() {
  for (const char* name : {"DATABASE_URL_DIRECT", "DATABASE_URL"}) {
    if (const char* url = std::getenv(name); url != nullptr && *url != '\0') {
      return url;
    }
  }
  return own_database;
}

int run() {
  const std::string url = database_url();
  strata::migrator migrator(
      url, sentinel::db::migrations, {.observer = strata::cli::log_to(stdout)});
  // Makes the database where there is none; one that is further stays as it is.
  const bool was_there = migrator.upgrade(1).outcome == strata::outcome::nothing;
  const auto before = migrator.status();
  if (was_there && before.verdict == strata::verdict::up_to_date) {
    std::printf(
        "%s is at version %d; nothing is to be done\n", before.database.c_str(), before.current);
    return 0;
  }
  for (int version = before.current + 1; version <= before.head; ++version) {
    migrator.upgrade(version);
  }
  strata::connection db(url);
  sentinel::tour(db);
  const auto after = migrator.status();
  std::printf("%s is at version %d of %d: %s\n",
              after.database.c_str(),
              after.current,
              after.head,
              after.explanation.c_str());
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "migrate") {
    return strata::cli::run(argc - 1,
                            argv + 1,
                            sentinel::db::migrations,
                            {.program = "sentinel", .verb = "migrate", .url = own_database});
  }
  if (argc > 1) {
    std::fprintf(stderr, "usage: sentinel\n       sentinel migrate COMMAND [OPTION…]\n");
    return 2;
  }
  try {
    return run();
  } catch (const strata::error& error) {
    std::fprintf(stderr, "sentinel: %s\n", error.what());
    return 3;
  }
}
