#include "src/cli/secrets.hpp"

#include "tests/support/catch.hpp"

using strata::cli::passwords_in;
using strata::cli::without;
using passwords = std::vector<std::string>;

TEST_CASE("a password is found wherever a URL may hold it", "[cli]") {
  CHECK(passwords_in("postgresql://kim:pw@host/db") == passwords{"pw"});
  CHECK(passwords_in("postgresql://kim:p%40w@host/db") == passwords{"p%40w", "p@w"});
  CHECK(passwords_in("postgresql://kim:p@w@host/db") == passwords{"p@w"});
  CHECK(passwords_in("postgresql://host/db?password=pw&x=y") == passwords{"pw"});
  CHECK(passwords_in("postgresql://host/db?PASSWORD=pw") == passwords{"pw"});
  CHECK(passwords_in("postgresql://host/db?sslpassword=key&password=pw") == passwords{"key", "pw"});
  CHECK(passwords_in("host=h password=pw user=kim") == passwords{"pw"});
  CHECK(passwords_in("host=h password = 'p w' user=kim") == passwords{"p w"});
}

TEST_CASE("where there is no password none is found", "[cli]") {
  CHECK(passwords_in("postgresql://kim@host:5432/db").empty());
  CHECK(passwords_in("postgresql://host:5432/db").empty());
  CHECK(passwords_in("postgresql:///db?host=/tmp").empty());
  CHECK(passwords_in("sqlite:/home/a:b@c/password=x.db").empty());
  CHECK(passwords_in("password").empty());
  CHECK(passwords_in("").empty());
}

TEST_CASE("each occurrence is masked", "[cli]") {
  CHECK(without({"pw"}, "pw, then pw") == "***, then ***");
  CHECK(without({"long*", "*"}, "a long* b") == "a *** b");
  CHECK(without({}, "pw") == "pw");
}
