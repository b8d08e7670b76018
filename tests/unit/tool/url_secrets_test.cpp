// Passwords in URLs.
#include "codegen/tool/url_secrets.hpp"

#include "codegen/tool/tool_error.hpp"
#include "tests/support/catch.hpp"

using namespace strata::codegen;

TEST_CASE("a password is hidden wherever a URL holds it", "[tool]") {
  CHECK(without_passwords("no postgresql://me:secret@host/db?x=1 here") ==
        "no postgresql://me:***@host/db?x=1 here");
  CHECK(without_passwords("postgresql://me:se@c/r?et@host") == "postgresql://me:***@host");
  CHECK(without_passwords("postgresql:///db?password=secret&x=ab") ==
        "postgresql:///db?password=***&x=ab");
  CHECK(without_passwords("postgresql://me@host/db") == "postgresql://me@host/db");
  CHECK(without_passwords("postgresql://host:5432/db\nsqlite:a.db\n") ==
        "postgresql://host:5432/db\nsqlite:a.db\n");
}

TEST_CASE("a password whose host was forgotten is hidden and refused", "[tool]") {
  CHECK(without_passwords("postgresql://me:secret") == "postgresql://me:***");
  CHECK(without_passwords("postgresql://me:secret/db") == "postgresql://me:***/db");
  CHECK(without_passwords("postgresql://a:1,b:2/db postgresql://[::1]:5432/db") ==
        "postgresql://a:1,b:2/db postgresql://[::1]:5432/db");
  CHECK_THROWS_AS(check_password_spelling("postgresql://me:secret/db"), tool_usage_error);
  CHECK_NOTHROW(check_password_spelling("postgresql://[::1]:5432,b:2/db"));
}

TEST_CASE("what others say of a URL is shown without its password", "[tool]") {
  const std::string url = "postgresql://me:s%40cret@host/db?sslpassword=other";
  CHECK(without_passwords_of(url, "forbidden: \"s%40cret\", \"s@cret\" and other.") ==
        "forbidden: \"***\", \"***\" and ***.");
}

TEST_CASE("a password that a URL would take apart is refused without a word of it", "[tool]") {
  for (const char* password :
       {"se@cret", "se/cret", "se?cret", "se%cret", "secret%4", "se%00cret", "se cret"}) {
    for (const std::string& url : {std::string("postgresql://me:") + password + "@host/db",
                                   std::string("postgresql://host/db?password=") + password}) {
      CAPTURE(url);
      try {
        check_password_spelling(url);
        FAIL("nothing was thrown");
      } catch (const tool_usage_error& problem) {
        CHECK(std::string(problem.what()).find("cret") == std::string::npos);
      }
    }
  }
  CHECK_NOTHROW(
      check_password_spelling("postgresql://me:s%40cr-et!@host:5432/db?options=-c%20a@b"));
  CHECK_NOTHROW(check_password_spelling("postgresql:///db?host=/tmp/a@b"));
  CHECK_NOTHROW(check_password_spelling("postgresql://host:5432/db?user=me@server"));
}
