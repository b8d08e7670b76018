#include <strata/cli.hpp>

#include "tests/support/captured_output.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/runtime/versions.hpp"

#include <cstdlib>
#include <vector>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

struct ran {
  int code = 0;
  std::string out;
  std::string err;
};

ran run(std::vector<const char*> arguments) {
  unsetenv("DATABASE_URL");
  unsetenv("DATABASE_URL_DIRECT");
  arguments.insert(arguments.begin(), "migrate");
  const captured_output output;
  ran result;
  result.code = cli::run(static_cast<int>(arguments.size()),
                         arguments.data(),
                         small,
                         {.program = "app", .verb = "migrate"});
  result.out = output.out();
  result.err = output.err();
  return result;
}

} // namespace

TEST_CASE("wrong usage is exit code 2", "[cli]") {
  CHECK(run({}).code == 2);
  CHECK(run({"nonsense"}).code == 2);
  CHECK(run({"status", "--nonsense"}).code == 2);
  CHECK(run({"upgrade", "--to"}).code == 2);
  CHECK(run({"upgrade", "--to", "x"}).code == 2);
  CHECK(run({"upgrade", "--to", "-1"}).code == 2);
  CHECK(run({"upgrade", "--phase", "middle"}).code == 2);
  CHECK(run({"downgrade"}).code == 2);
  CHECK(run({"downgrade", "--to", "1", "--allow-draft"}).code == 2);
  CHECK(run({"stamp"}).code == 2);
  CHECK(run({"sql", "--dialect", "oracle"}).code == 2);
  CHECK(run({"status", "status"}).code == 2);
}

TEST_CASE("a wrong usage says what is wrong, on the standard error", "[cli]") {
  const ran wrong = run({"upgrade", "--colour"});
  CHECK(wrong.out.empty());
  CHECK_THAT(wrong.err, ContainsSubstring("--colour"));
}

TEST_CASE("each wrong usage is told in plain words", "[cli]") {
  CHECK_THAT(run({}).err, ContainsSubstring("error: no command is given; `app migrate --help`"));
  CHECK_THAT(run({"nonsense"}).err, ContainsSubstring("error: nonsense is no command;"));
  CHECK_THAT(run({"status", "--url"}).err, ContainsSubstring("error: --url needs a value;"));
  CHECK_THAT(run({"status", "--url", "sqlite:a", "--url", "sqlite:b"}).err,
             ContainsSubstring("error: --url is given more than once;"));
  CHECK_THAT(run({"upgrade", "--to", "x"}).err,
             ContainsSubstring("--to: x is no version; write a whole number"));
  CHECK_THAT(run({"upgrade", "--to", "1.5"}).err, ContainsSubstring("1.5 is no version"));
  CHECK_THAT(run({"upgrade", "--lock-wait", "soon"}).err,
             ContainsSubstring("soon is no number of seconds"));
  CHECK_THAT(run({"downgrade"}).err, ContainsSubstring("error: --to is required;"));
}

TEST_CASE("an option with a value that says nothing is refused", "[cli]") {
  const auto refused = [](std::initializer_list<const char*> words, const std::string& text) {
    const ran wrong = run(words);
    CHECK(wrong.code == 2);
    CHECK_THAT(wrong.err, ContainsSubstring(text));
  };
  for (const char* option : {"--url", "--history-table", "--to", "--lock-wait", "--backup"}) {
    CAPTURE(option);
    refused({"upgrade", option, ""}, std::string(option) + ": ");
  }
  refused({"upgrade", "--url="}, "--url: it is empty");
  refused({"upgrade", "--backup=", "sqlite:a"}, "--backup: it is empty");
  refused({"status", "--history-table", ".x"}, ".x is no table's name");
  refused({"status", "--history-table", "x."}, "x. is no table's name");
  for (const char* option : {"--lock-wait", "--statement-limit"}) {
    for (const char* value : {"inf", "-inf", "nan", "-1", "1e300", "3000000", "2147484", "1s"}) {
      CAPTURE(option, value);
      refused({"upgrade", option, value}, std::string(value) + " is no number of seconds");
    }
  }
  refused({"upgrade", "--statement-limit", "0"}, "write one from 0.001 to 2147483");
  for (const char* value : {"-1", "2147483648", "1e3", " 1"}) {
    CAPTURE(value);
    refused({"upgrade", "--to", value}, "is no version");
  }
}

TEST_CASE("no password is told where the usage is wrong", "[cli]") {
  const char* url = "postgresql://kim:s3cret@host/db";
  for (const ran& wrong : {run({url}),
                           run({"status", url}),
                           run({"upgrade", "--to", url}),
                           run({"upgrade", "--phase", url}),
                           run({"status", "--ulr", url}),
                           run({"status", "--url", url, "--url", "postgresql://a:s3cret@host/db"}),
                           run({"status", "password=s3cret"})}) {
    CHECK(wrong.code == 2);
    CHECK_FALSE(wrong.err.empty());
    CHECK_THAT(wrong.out + wrong.err, !ContainsSubstring("s3cret"));
  }
}

TEST_CASE("without a database the command says how to name one", "[cli]") {
  const ran nameless = run({"status"});
  CHECK(nameless.code == 2);
  CHECK_THAT(nameless.err, ContainsSubstring("--url") && ContainsSubstring("DATABASE_URL"));
}

TEST_CASE("help is no error", "[cli]") {
  const ran help = run({"--help"});
  CHECK(help.code == 0);
  CHECK_THAT(help.out, ContainsSubstring("app migrate") && ContainsSubstring("upgrade"));
  CHECK_THAT(run({"upgrade", "--help"}).out, ContainsSubstring("--allow-draft"));
}

TEST_CASE("a database without a driver is a failure with the driver's name", "[cli]") {
  const ran missing = run({"status", "--url", "sqlite:x.db"});
  CHECK(missing.code == 3);
  CHECK_THAT(missing.err, ContainsSubstring("strata::sqlite"));
}

TEST_CASE("sql needs no database when it is told which kind", "[cli]") {
  const ran text = run({"sql", "--dialect", "postgresql", "--from", "2", "--to", "1"});
  CHECK(text.code == 0);
  CHECK_THAT(text.out, ContainsSubstring("-- version 2, down\n") && ContainsSubstring("X;\n"));
  CHECK(run({"sql", "--dialect", "postgresql", "--to", "9"}).code == 2);
  CHECK(run({"sql", "--dialect", "sqlite"}).code == 3); // There is none in these versions.
}

TEST_CASE("a password that equals a word of the JSON does not break it", "[cli]") {
  for (const char* url : {"postgresql://kim:code@h/db",
                          "postgresql://kim:error@h/db",
                          "postgresql://kim:R001@h/db"}) {
    const ran failed = run({"status", "--json", "--url", url});
    CHECK_THAT(failed.out, ContainsSubstring("\"error\": "));
    CHECK_THAT(failed.out, ContainsSubstring("\"code\": \"R001\""));
  }
}
