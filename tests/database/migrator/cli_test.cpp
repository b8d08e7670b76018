// The mounted command line on live databases: output, exit codes, passwords.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/captured_output.hpp"
#include "tests/support/catch.hpp"

#include <strata/cli.hpp>
#include <strata/runtime/migrator.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

struct ran {
  int code = 0;
  std::string out;
  std::string err;
};

/// `app migrate …`, with the inventory.
ran run(std::vector<const char*> arguments,
        const migrations& with = inventory(),
        bool release_build = false) {
  arguments.insert(arguments.begin(), "migrate");
  const captured_output output;
  ran result;
  result.code = cli::run(static_cast<int>(arguments.size()),
                         arguments.data(),
                         with,
                         {.program = "app", .verb = "migrate", .url = {}},
                         release_build);
  result.out = output.out();
  result.err = output.err();
  return result;
}

} // namespace

TEST_CASE("the commands in the order of a life", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    const char* url = database.url().c_str();

    CHECK(run({"check", "--url", url}).code == 1);
    CHECK(run({"current", "--url", url}).out == "0\n");
    ran upgrade = run({"upgrade", "--url", url, "--to", "1"});
    CHECK(upgrade.code == 0);
    CHECK_THAT(upgrade.out, ContainsSubstring("the database is empty: it gets version 1\n"));
    CHECK_THAT(upgrade.out, ContainsSubstring("upgraded from version 0 to 1, 1 step\n"));
    CHECK(upgrade.err.empty());

    const ran status = run({"status", "--url", url});
    CHECK(status.code == 0);
    CHECK_THAT(status.out, ContainsSubstring("at version 1, 4 to apply"));
    CHECK_THAT(status.out, ContainsSubstring("5  notes                     pending (draft)"));
    CHECK_THAT(run({"plan", "--url", url, "--to", "2"}).out,
               ContainsSubstring("ADD COLUMN \"site\""));
    CHECK_THAT(run({"sql", "--url", url, "--to", "2"}).out, StartsWith("-- version 2 (sites), up"));

    upgrade = run({"upgrade", "--url", url});
    CHECK(upgrade.code == 0);
    CHECK_THAT(upgrade.out, ContainsSubstring("version 3 sites for all\n  step 1 of "));
    CHECK(run({"upgrade", "--url", url}).out ==
          "nothing is to be done: the database is at version 5\n");
    CHECK(run({"check", "--url", url}).code == 0);
    CHECK_THAT(run({"history", "--url", url}).out, ContainsSubstring("sites for all"));

    const ran refused = run({"downgrade", "--url", url, "--to", "4"});
    CHECK(refused.code == 4);
    CHECK_THAT(refused.err, StartsWith("error: [R018]"));
    CHECK(run({"downgrade", "--url", url, "--to", "4", "--allow-data-loss"}).code == 0);
    CHECK(run({"upgrade", "--url", url}).code == 0);
    CHECK(run({"redo", "--url", url, "--allow-data-loss"})
              .out.ends_with("version 5 is applied anew\n"));
    CHECK(run({"stamp", "--url", url, "--to", "3"}).code == 0);
    CHECK(run({"current", "--url", url}).out == "3\n");
  }
}

TEST_CASE("with --json the standard output is one JSON text", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    const char* url = database.url().c_str();
    CHECK(run({"upgrade", "--url", url, "--json"}).out ==
          "{\"outcome\": \"all\", \"from\": 0, \"to\": 5, \"steps\": 5}\n");
    CHECK(run({"upgrade", "--url", url, "--json"}).out ==
          "{\"outcome\": \"nothing\", \"from\": 5, \"to\": 5, \"steps\": 0}\n");
    CHECK(run({"current", "--url", url, "--json"}).out == "{\"current\": 5, \"head\": 5}\n");
    CHECK_THAT(
        run({"status", "--url", url, "--json"}).out,
        StartsWith("{\"verdict\": \"up_to_date\", ") &&
            ContainsSubstring("\"current\": 5, \"head\": 5, \"oldest_compatible\": 4, \"may_run\": "
                              "true, \"begun\": null, \"versions\": [{\"version\": 1, "));
    CHECK_THAT(run({"check", "--url", url, "--json"}).out, StartsWith("{\"verdict\": "));
    CHECK_THAT(run({"history", "--url", url, "--json"}).out, StartsWith("[{\"id\": 1, "));
    CHECK(run({"plan", "--url", url, "--json"}).out == "[]\n");
    CHECK_THAT(run({"sql", "--url", url, "--from", "4", "--json"}).out,
               StartsWith("{\"from\": 4, \"to\": 5, \"sql\": \"-- version 5"));
    const ran refused = run({"downgrade", "--url", url, "--to", "4", "--json"});
    CHECK(refused.code == 4);
    CHECK_THAT(refused.out,
               StartsWith("{\"error\": \"[R018]") && ContainsSubstring("\"code\": \"R018\""));
    CHECK(std::count(refused.out.begin(), refused.out.end(), '\n') == 1);
    CHECK(run({"downgrade", "--url", url, "--to", "4", "--allow-data-loss", "--json"}).out ==
          "{\"outcome\": \"all\", \"from\": 5, \"to\": 4, \"steps\": 1}\n");
    CHECK_THAT(run({"redo", "--url", url, "--json"}).out, ContainsSubstring("\"outcome\": "));
    CHECK_THAT(run({"stamp", "--url", url, "--to", "1", "--json"}).out,
               ContainsSubstring("\"current\": 1"));
  }
}

TEST_CASE("a path that does not exist is told, and only an upgrade makes a file of it",
          "[migrator]") {
  const scratch_database beside(dialect::sqlite);
  const std::string file = beside.url().substr(std::string("sqlite:").size()) + "x";
  const std::string url = "sqlite:" + file;
  for (const std::vector<const char*>& command :
       std::vector<std::vector<const char*>>{{"status"},
                                             {"current"},
                                             {"history"},
                                             {"check"},
                                             {"plan"},
                                             {"sql"},
                                             {"redo"},
                                             {"downgrade", "--to", "0"},
                                             {"stamp", "--to", "1"},
                                             {"upgrade", "--to", "9"}}) {
    INFO(command.front());
    auto arguments = command;
    arguments.insert(arguments.end(), {"--url", url.c_str()});
    const ran refused = run(arguments);
    const bool is_usage = command.front() == std::string("upgrade");
    CHECK(refused.code == (is_usage ? 2 : 3));
    CHECK_THAT(refused.err,
               ContainsSubstring(is_usage ? "[R022]" : file + " does not exist; correct"));
    CHECK_FALSE(std::filesystem::exists(file));
    if (!is_usage) {
      arguments.push_back("--json");
      CHECK_THAT(run(arguments).out, ContainsSubstring("\"code\": \"R006\""));
    }
  }
  CHECK(run({"upgrade", "--url", url.c_str()}).code == 0);
  CHECK(run({"current", "--url", url.c_str()}).out == "5\n");
}

TEST_CASE("a folder that does not exist is told", "[migrator]") {
  for (const char* command : {"status", "upgrade"}) {
    const ran refused = run({command, "--url", "sqlite:nowhere/at/all.db"});
    CHECK(refused.code == 3);
    CHECK_THAT(refused.err,
               ContainsSubstring("there is no folder") && ContainsSubstring("nowhere/at; make it"));
  }
}

TEST_CASE("a file that is no database is told by its path", "[migrator]") {
  const scratch_database beside(dialect::sqlite);
  const std::string file = beside.url().substr(std::string("sqlite:").size());
  std::ofstream(file) << std::string(2000, 'x');
  const ran refused = run({"status", "--url", beside.url().c_str()});
  CHECK(refused.code == 3);
  CHECK(refused.err == "error: [R008] file is not a database: " + file +
                           "\nkeep a copy of the file, then restore a backup, or save what can be "
                           "read with `.recover` of sqlite3\n");
}

TEST_CASE("what the role may not do is told with the remedy, in whatever language", "[migrator]") {
  for (const std::string language : {"C", "de_DE.UTF-8", "fr_FR.UTF-8"}) {
    if (tested_dialects().size() < 2)
      return;
    const scratch_database database(dialect::postgresql);
    make_old(database);
    const std::string role = database.open()->describe() + "_reader";
    const auto session = database.open();
    try {
      session->execute("SET lc_messages = '" + language + "'");
    } catch (const query_error&) {
      continue; // The server does not have it.
    }
    session->execute("CREATE ROLE " + role + "; GRANT USAGE, CREATE ON SCHEMA public TO " + role +
                     "; GRANT SELECT, INSERT ON strata_history TO " + role + "; SET ROLE " + role);
    CHECK_THROWS_WITH(migrator(*session, inventory(), with_drafts()).upgrade(),
                      ContainsSubstring("[R020]") &&
                          ContainsSubstring("\nconnect as the role that owns"));
    session->execute("RESET ROLE; DROP OWNED BY " + role + "; DROP ROLE " + role);
  }
}

TEST_CASE("a failing upgrade says where the database stands", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    database.open()->execute("INSERT INTO parts (id, item_id, code) VALUES (13, 1, 'a')");
    const ran failed = run({"upgrade", "--url", database.url().c_str()});
    CHECK(failed.code == 3);
    CHECK_THAT(failed.err,
               ContainsSubstring("version 4 (part codes), step 1 of ") &&
                   ContainsSubstring("the database is at version 3, and the next run goes on"));
    const ran again = run({"upgrade", "--url", database.url().c_str(), "--json"});
    CHECK_THAT(again.out,
               ContainsSubstring("\"outcome\": \"nothing\"") && ContainsSubstring("\"step\": 1"));
  }
}

TEST_CASE("a release build wants --allow-draft", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    const char* url = database.url().c_str();
    CHECK(run({"upgrade", "--url", url}, inventory(), true).code == 4);
    CHECK(run({"upgrade", "--url", url, "--to", "4"}, inventory(), true).code == 0);
    CHECK(run({"upgrade", "--url", url, "--allow-draft"}, inventory(), true).code == 0);
  }
}

TEST_CASE("the URL comes from the option, DATABASE_URL_DIRECT or DATABASE_URL", "[migrator]") {
  const scratch_database option(dialect::sqlite);
  const scratch_database direct(dialect::sqlite);
  const scratch_database plain(dialect::sqlite);
  migrator(option.url(), inventory()).upgrade(1);
  migrator(direct.url(), inventory()).upgrade(2);
  migrator(plain.url(), inventory()).upgrade(3);
  unsetenv("DATABASE_URL_DIRECT");
  unsetenv("DATABASE_URL");
  CHECK(run({"current"}).code == 2);
  setenv("DATABASE_URL", plain.url().c_str(), 1);
  CHECK(run({"current"}).out == "3\n");
  setenv("DATABASE_URL_DIRECT", direct.url().c_str(), 1);
  CHECK(run({"current"}).out == "2\n");
  CHECK(run({"current", "--url", option.url().c_str()}).out == "1\n");
  unsetenv("DATABASE_URL_DIRECT");
  unsetenv("DATABASE_URL");
}

TEST_CASE("no password is in any output", "[migrator]") {
  for (const char* url : {
           "postgresql://app:s3cr3t-word@127.0.0.1:1/none",
           "postgresql://app:s3cr3t-w%6Frd@127.0.0.1:1/none",
           "postgresql://app@127.0.0.1:1/none?password=s3cr3t-word",
           "postgresql://app@127.0.0.1:1/none?connect_timeout=1&password=s3cr3t-word&x=y",
           "postgresql://app:s3cr3t-word@[nonsense/none",
           "postgresql://app:s3cr3t-word@127.0.0.1:port/none",
           "host=127.0.0.1 port=1 user=app password=s3cr3t-word",
           "host=127.0.0.1 port=1 user=app password = 's3cr3t-word'",
           "mysql://app:s3cr3t-word@127.0.0.1/none",
           "postgres://app:s3cr3t-word@127.0.0.1:1/none?sslpassword=s3cr3t-word",
       }) {
    for (const bool json : {false, true}) {
      INFO(url);
      const ran failed =
          json ? run({"status", "--url", url, "--json"}) : run({"status", "--url", url});
      CHECK(failed.code == 3);
      CHECK_FALSE(failed.err.empty());
      for (const std::string& text : {failed.out, failed.err}) {
        CHECK_THAT(text, !ContainsSubstring("s3cr3t"));
      }
    }
  }
}
