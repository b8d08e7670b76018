// Places: one declaration has one place, whoever includes its header.
#include "codegen/lower/text.hpp"
#include "tests/support/catch.hpp"

using strata::detail::normal_path;

TEST_CASE("a path is one however its header was included", "[lower]") {
  CHECK(normal_path("schema/v1.hpp") == "schema/v1.hpp");
  CHECK(normal_path("./schema/v1.hpp") == "schema/v1.hpp");
  CHECK(normal_path("schema/./v1.hpp") == "schema/v1.hpp");
  CHECK(normal_path("/a/schema/../schema/v1.hpp") == "/a/schema/v1.hpp");
  CHECK(normal_path("/a/b/c/../../v1.hpp") == "/a/v1.hpp");
  CHECK(normal_path("b/../v1.hpp") == "v1.hpp");
  CHECK(normal_path("../../schema/v1.hpp") == "../../schema/v1.hpp");
  CHECK(normal_path("../x/../schema/v1.hpp") == "../schema/v1.hpp");
  CHECK(normal_path("/../v1.hpp") == "/../v1.hpp");
}
