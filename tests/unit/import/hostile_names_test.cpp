// What breaks out of C++ texts and comments stays where it belongs.
#include "codegen/import/header_files.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::codegen;

namespace {

std::string header_of(const std::string& name, const std::string& words) {
  model::version version;
  version.number = 1;
  model::table& table = version.schema.tables.emplace_back();
  table.name.name = name;
  table.comment = words;
  model::column& column = table.columns.emplace_back();
  column.name = name;
  column.default_to = model::sql_text{words, words};
  return header_files(version, "schema").at(0).text;
}

bool holds(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("quotes, escapes and trigraphs in names stay in their literals", "[import]") {
  const std::string text = header_of(R"(a"b\c??/)", "x");
  CHECK(holds(text, R"x(column("a\"b\\c?\?/",)x"));
  CHECK(holds(text, R"x(table("a\"b\\c?\?/",)x"));
  CHECK(holds(text, "constexpr auto a_b_c_"));
}

TEST_CASE("a name of two lines is one literal", "[import]") {
  CHECK(holds(header_of("a\nb", "x"), "column(R\"(a\nb)\","));
}

TEST_CASE("texts that end a raw literal get another delimiter", "[import]") {
  const std::string text = header_of("t", "one\n)\" two\n)sql\" three");
  CHECK(holds(text, "R\"sql_(one\n)\" two\n)sql\" three)sql_\""));
}

TEST_CASE("a carriage return is escaped", "[import]") {
  CHECK(holds(header_of("t", "a\r\nb"), "\"a\\015\\nb\""));
}
