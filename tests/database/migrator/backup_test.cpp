// Copies before the first change: of the original, whole, never written over, and by a run that
// dies or meets a full disk too.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/processes.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/migrator.hpp>

#include <fmt/format.h>

#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace fs = std::filesystem;

namespace {

/// A folder that is gone when the test ends, as the SQLite database in it is.
struct folder {
  scratch_database holder{dialect::sqlite};
  std::string path = fs::path(holder.url().substr(7)).parent_path().string() + "/backups";
};

std::vector<fs::path> files_in(const std::string& path) {
  std::vector<fs::path> found;
  for (const auto& each : fs::directory_iterator(path))
    found.push_back(each.path());
  return found;
}

migrator_options backed_up(const std::string& into) {
  migrator_options options = with_drafts();
  options.backup_directory = into;
  return options;
}

std::string refusal_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const error& failed) {
    return failed.what();
  }
  return {};
}

/// A program of that name, first in PATH.
class fake_program {
public:
  fake_program(const std::string& in, const std::string& name, const std::string& script) {
    fs::create_directories(in);
    const std::string file = in + "/" + name;
    std::ofstream(file) << "#!/bin/sh\n" << script << "\n";
    fs::permissions(file, fs::perms::owner_all);
    setenv("PATH", (in + ":" + before_).c_str(), 1);
  }

  fake_program(const fake_program&) = delete;
  fake_program& operator=(const fake_program&) = delete;

  ~fake_program() { setenv("PATH", before_.c_str(), 1); }

private:
  std::string before_ = std::getenv("PATH");
};

bool is_server_tested() {
  const auto all = tested_dialects();
  return std::find(all.begin(), all.end(), dialect::postgresql) != all.end();
}

} // namespace

TEST_CASE("SQLite: of many runs at once one keeps the original, and none writes over it",
          "[migrator]") {
  for (int round = 0; round < 5; ++round) {
    const scratch_database database(dialect::sqlite);
    const folder into;
    make_old(database);
    const auto ends = in_children(12, [&] {
      migrator(database.url(), inventory(), backed_up(into.path)).upgrade();
      return 0;
    });
    for (const ending& each : ends)
      CHECK(each.code == 0);
    int originals = 0; // Who waited for the first step of another keeps what that one left.
    for (const fs::path& file : files_in(into.path)) {
      CAPTURE(file.string());
      const auto copy = open_session("sqlite:" + file.string());
      CHECK(single(*copy, "SELECT count(*) FROM parts") == "3");
      const bool is_original = file.string().find("-v1-and") == std::string::npos &&
                               file.string().find("-v1-") != std::string::npos;
      CHECK(is_original == (single(*copy, "SELECT count(*) FROM strata_history") == "1"));
      originals += is_original ? 1 : 0;
    }
    CHECK(originals >= 1);
  }
}

TEST_CASE("two databases of one name keep a copy each in one folder", "[migrator]") {
  const scratch_database one(dialect::sqlite);
  const scratch_database other(dialect::sqlite);
  REQUIRE(fs::path(one.url()).stem() == fs::path(other.url()).stem());
  const folder into;
  for (const scratch_database* each : {&one, &other}) {
    make_old(*each);
    migrator(each->url(), inventory(), backed_up(into.path)).upgrade();
  }
  CHECK(files_in(into.path).size() == 2);
}

TEST_CASE("a killed backup leaves nothing that the next run would not clear", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  const folder into;
  make_old(database);
  database.open()->execute(
      "CREATE TABLE big AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
      "i + 1 FROM n WHERE i < 40000) SELECT i, hex(randomblob(400)) AS x FROM n");
  for (int pause = 0; pause < 24'000; pause += 1'500) {
    const pid_t child = fork();
    if (child == 0) {
      try {
        migrator(database.url(), inventory(), backed_up(into.path)).upgrade(2);
      } catch (...) {
      }
      _exit(0);
    }
    usleep(static_cast<useconds_t>(pause));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    if (migrator(database.url(), inventory(), with_drafts()).status().current != 1)
      break;
  }
  migrator(database.url(), inventory(), backed_up(into.path)).upgrade(3);
  for (const fs::path& each : files_in(into.path)) {
    CAPTURE(each.string());
    CHECK(each.extension() == ".db");
    const auto copy = open_session("sqlite:" + each.string());
    CHECK(single(*copy, "PRAGMA integrity_check") == "ok");
    CHECK(single(*copy, "SELECT count(*) FROM big") == "40000");
  }
  CHECK_FALSE(files_in(into.path).empty());
}

TEST_CASE("a full disk is told, and nothing is changed", "[migrator]") {
  const folder into;
  fs::create_directories(into.path);
  if (mount("strata", into.path.c_str(), "tmpfs", 0, "size=64k") != 0) {
    WARN("no small file system can be mounted; not tried");
    return;
  }
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    database.open()->execute(on == dialect::sqlite
                                 ? "CREATE TABLE big AS SELECT hex(randomblob(200000)) AS x"
                                 : "CREATE TABLE big AS SELECT md5(n::text) AS x FROM "
                                   "generate_series(1, 20000) n");
    const std::string refused =
        refusal_of([&] { migrator(database.url(), inventory(), backed_up(into.path)).upgrade(); });
    CHECK_THAT(refused, ContainsSubstring("[R005]"));
    CHECK(files_in(into.path).empty());
    CHECK(migrator(database.url(), inventory(), with_drafts()).status().current == 1);
  }
  umount(into.path.c_str());
}

TEST_CASE("PostgreSQL: only what was read back counts as a backup", "[migrator]") {
  if (!is_server_tested())
    return;
  const scratch_database database(dialect::postgresql);
  const folder into;
  make_old(database);
  const std::string programs = into.path + "-programs";
  const auto upgrade = [&] {
    migrator(database.url(), inventory(), backed_up(into.path)).upgrade();
  };
  const std::string count = into.path + "-count";
  for (const std::string& script :
       {"echo x >> " + count + "; echo it broke >&2; exit 1",
        std::string("exit 0"),
        std::string("for a; do case $a in --file=*) echo half > \"${a#--file=}\";; esac; done"),
        std::string(
            "PATH=${PATH#*:}; pg_dump \"$@\"; for a; do case $a in --file=*) truncate -s -40 "
            "\"${a#--file=}\";; esac; done"),
        std::string("kill -9 $$")}) {
    CAPTURE(script);
    const fake_program fake(programs, "pg_dump", script);
    for (const auto disposition : {SIG_DFL, SIG_IGN}) {
      const auto before = std::signal(SIGCHLD, disposition);
      CHECK_THAT(refusal_of(upgrade), ContainsSubstring("[R005]"));
      std::signal(SIGCHLD, before);
    }
    CHECK(files_in(into.path).empty());
  }
  // A failed backup is no broken connection: it is not tried again.
  std::ifstream counted(count);
  CHECK(std::string(std::istreambuf_iterator<char>(counted), {}) == "x\nx\n");
  CHECK(migrator(database.url(), inventory(), with_drafts()).status().current == 1);

  if (!can_back_up(dialect::postgresql))
    return;
  for (const auto disposition : {SIG_IGN, SIG_DFL}) {
    const scratch_database fresh(dialect::postgresql);
    make_old(fresh);
    const auto before = std::signal(SIGCHLD, disposition);
    CHECK(migrator(fresh.url(), inventory(), backed_up(into.path)).upgrade().to == 5);
    std::signal(SIGCHLD, before);
  }
  CHECK(files_in(into.path).size() == 2);
}

TEST_CASE("PostgreSQL: a server that is newer than pg_dump is not changed", "[migrator]") {
  if (!is_server_tested() || can_back_up(dialect::postgresql))
    return;
  const scratch_database database(dialect::postgresql);
  const folder into;
  make_old(database);
  const std::string refused =
      refusal_of([&] { migrator(database.url(), inventory(), backed_up(into.path)).upgrade(); });
  CHECK_THAT(refused, ContainsSubstring("[R005]"));
  CHECK_THAT(refused, ContainsSubstring("server version mismatch"));
  CHECK(files_in(into.path).empty());
  CHECK(migrator(database.url(), inventory(), with_drafts()).status().current == 1);
}

TEST_CASE("PostgreSQL: signals that interrupt a wait do not decide what a backup is",
          "[migrator]") {
  if (!is_server_tested())
    return;
  const scratch_database database(dialect::postgresql);
  const folder into;
  make_old(database);

  struct sigaction each_time {};

  each_time.sa_handler = [](int) {};

  struct sigaction before {};

  sigaction(SIGALRM, &each_time, &before);
  ualarm(5'000, 5'000);
  std::string refused;
  {
    const fake_program fake(into.path + "-programs", "pg_dump", "sleep 0.2; exit 1");
    refused =
        refusal_of([&] { migrator(database.url(), inventory(), backed_up(into.path)).upgrade(); });
  }
  ualarm(0, 0);
  sigaction(SIGALRM, &before, nullptr);
  CHECK_THAT(refused, ContainsSubstring("[R005]"));
  CHECK(files_in(into.path).empty());
}
