// The command line's ends.
#include "codegen/tool/run.hpp"

#include "tests/support/catch.hpp"

#include <sstream>

using strata::codegen::run_tool;

namespace {

int run(std::vector<std::string> words, std::string* errors = nullptr) {
  words.insert(words.begin(), "strata");
  std::ostringstream out;
  std::ostringstream problems;
  const int code = run_tool(words, out, problems);
  if (errors != nullptr)
    *errors = problems.str();
  return code;
}

} // namespace

TEST_CASE("a command line that makes no sense ends with 2", "[tool]") {
  CHECK(run({}) == 2);
  CHECK(run({"frobnicate"}) == 2);
  CHECK(run({"diff", "--from", "sqlite:a"}) == 2);
  CHECK(run({"diff", "--from", "mysql://a", "--to", "sqlite:b"}) == 2);
  CHECK(run({"diff", "--from", "sqlite:a", "--to", "sqlite:b", "--format", "xml"}) == 2);
  CHECK(run({"--help"}) == 0);
}

TEST_CASE("a database that cannot be opened ends with 3, and no password is told", "[tool]") {
  std::string errors;
  CHECK(run({"diff", "--from", "sqlite:/nowhere/a.db", "--to", "sqlite:/nowhere/b.db"}, &errors) ==
        3);
  CHECK(errors.find("/nowhere/a.db") != std::string::npos);
  CHECK(run({"diff", "--from", "postgresql://me:secret@127.0.0.1:1/x", "--to", "sqlite:b"},
            &errors) == 3);
  CHECK(errors.find("secret") == std::string::npos);
}

TEST_CASE("no message repeats a URL's password", "[tool]") {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"show", "postgresql://me:sec@ret@host/db"},
        std::vector<std::string>{"show", "postgresql://me:secret@host:port/db"},
        std::vector<std::string>{"diff", "postgresql://me:secret@host/db"},
        std::vector<std::string>{"diff", "--from=postgresql://me:secret@h", "--to", "x", "--oops"},
        std::vector<std::string>{"erd", "sqlite:a", "--format", "postgresql://me:secret@host"}}) {
    std::string errors;
    CHECK(run(words, &errors) >= 2);
    CHECK_FALSE(errors.empty());
    CHECK(errors.find("ret") == std::string::npos);
  }
}
