// Passwords are hidden wherever a URL may hold them.
#include "tests/support/catch.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/session.hpp>

using strata::without_password;

TEST_CASE("a URL is shown without its password", "[accessor]") {
  CHECK(without_password("postgresql://kim:s3@host/db") == "postgresql://kim:***@host/db");
  CHECK(without_password("postgresql://kim@host:5432/db") == "postgresql://kim@host:5432/db");
  CHECK(without_password("postgresql://kim:a/b@c@host/db") == "postgresql://kim:***@host/db");
  CHECK(without_password("postgres://host/db?password=s3&sslmode=require") ==
        "postgres://host/db?password=***&sslmode=require");
  CHECK(without_password("host=x PASSWORD=s3 user=kim") == "host=x PASSWORD=*** user=kim");
  CHECK(without_password("sqlite:a:b@c.db") == "sqlite:a:b@c.db");
}

TEST_CASE("a URL that no linked driver takes names what to do", "[accessor]") {
  const auto code = [](const std::string& url) {
    try {
      strata::open_session(url);
    } catch (const strata::connection_error& failed) {
      CHECK(std::string(failed.what()).find("s3") == std::string::npos);
      return failed.facts().code;
    }
    return std::string();
  };
  CHECK(code("") == "R002");
  CHECK(code("sqlite:test.db") == "R001");
  CHECK(code("mysql://kim:s3@host/db") == "R002");
}
