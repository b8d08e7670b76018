// Making and removing scratch databases.
#include "tests/support/database.hpp"

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include <unistd.h>

namespace strata::testing {
namespace {

/// The first line of the file that the environment variable names, or of another beside it.
std::string url_in_file_of(const char* variable, const char* name = nullptr) {
  const char* named = std::getenv(variable);
  if (named == nullptr) {
    return {};
  }
  std::filesystem::path file = named;
  if (name != nullptr)
    file.replace_filename(name);
  std::string url;
  std::getline(std::ifstream(file), url);
  return url;
}

std::string server_url() { return url_in_file_of("STRATA_TEST_POSTGRESQL"); }

std::string unique_name() {
  static std::atomic<int> made = 0;
  return "strata_test_" + std::to_string(getpid()) + "_" + std::to_string(++made);
}

/// The server's URL with another database's name: `postgresql://postgres@/NAME?host=…`.
std::string with_database(const std::string& url, const std::string& name) {
  const auto path = url.find('/', url.find("//") + 2);
  const auto query = url.find('?');
  return url.substr(0, path + 1) + name + (query == std::string::npos ? "" : url.substr(query));
}

} // namespace

scratch_database::scratch_database(strata::dialect which) : dialect_(which) {
  if (which == strata::dialect::sqlite) {
    name_ = (std::filesystem::temp_directory_path() / unique_name()).string();
    std::filesystem::create_directory(name_);
    std::ofstream(name_ + "/test.db"); // An empty file is an empty database.
    url_ = "sqlite:" + name_ + "/test.db";
    return;
  }
  name_ = unique_name();
  const std::string server = server_url();
  if (server.empty()) {
    throw std::runtime_error("STRATA_TEST_POSTGRESQL names no running server; run through ctest");
  }
  strata::open_session(server)->execute("CREATE DATABASE " + name_);
  url_ = with_database(server, name_);
}

scratch_database::~scratch_database() {
  try {
    if (dialect_ == strata::dialect::sqlite) {
      std::filesystem::remove_all(name_);
    } else {
      strata::open_session(server_url())->execute("DROP DATABASE " + name_ + " WITH (FORCE)");
    }
  } catch (const std::exception& error) {
    std::cerr << "scratch database " << name_ << " was not removed: " << error.what() << '\n';
  }
}

std::string scratch_database::pooled_url(pooling by) const {
  const std::string pooler =
      url_in_file_of("STRATA_TEST_PGBOUNCER", by == pooling::of_sessions ? "session_url" : nullptr);
  if (!pooler.empty()) {
    return with_database(pooler, name_);
  }
#ifdef STRATA_REQUIRE_DATABASE
  throw std::runtime_error("no PgBouncer for the tests; run them through ctest");
#else
  std::cerr << "SKIPPED behind a pooler: STRATA_TEST_PGBOUNCER names no running one\n";
  return {};
#endif
}

std::vector<strata::dialect> tested_dialects() {
  if (!server_url().empty()) {
    // What SQLite does was seen beside the first server already.
    if (std::getenv("STRATA_TEST_WITHOUT_SQLITE") != nullptr)
      return {strata::dialect::postgresql};
    return {strata::dialect::sqlite, strata::dialect::postgresql};
  }
#ifdef STRATA_REQUIRE_DATABASE
  throw std::runtime_error("no PostgreSQL server for the tests; run them through ctest");
#else
  std::cerr << "SKIPPED on PostgreSQL: STRATA_TEST_POSTGRESQL names no running server\n";
  return {strata::dialect::sqlite};
#endif
}

bool can_back_up(strata::dialect which) {
  if (which == strata::dialect::sqlite)
    return true;
  std::array<char, 128> line{};
  const std::unique_ptr<FILE, int (*)(FILE*)> told(popen("pg_dump --version", "r"), pclose);
  if (!told || fgets(line.data(), static_cast<int>(line.size()), told.get()) == nullptr)
    throw std::runtime_error("pg_dump does not tell its version");
  const std::string version = line.data(); // pg_dump (PostgreSQL) 15.9 …
  const int dumps = std::stoi(version.substr(version.find(") ") + 2));
  return scratch_database(which).open()->server_version() / 10000 <= dumps;
}

} // namespace strata::testing
