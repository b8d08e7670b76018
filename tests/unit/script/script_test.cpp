// Steps with their transactions.
#include "codegen/script/script.hpp"

#include "tests/support/catch.hpp"

using namespace strata::codegen;

namespace {

const script made{{{hazard::data_loss, "users.old", "its values go\nwith it"}},
                  "SET a = b;\n\n",
                  {{true, true, {"ONE;", "-- why\nTWO;"}}, {false, false, {"THREE;"}}}};

} // namespace

TEST_CASE("a script says its hazards and writes its transactions out", "[script]") {
  CHECK(print_script(made) == "-- hazard: data_loss: users.old: its values go\n-- with it\n"
                              "\nSET a = b;\n\n"
                              "PRAGMA foreign_keys = OFF;\n"
                              "BEGIN;\nONE;\n-- why\nTWO;\nCOMMIT;\n"
                              "PRAGMA foreign_keys = ON;\n"
                              "\nTHREE;\n");
  CHECK(print_script({{}, "SET a = b;\n", {}}).empty());
}

TEST_CASE("the same as JSON", "[script]") {
  CHECK(print_script_json(made) ==
        R"({"equal":false,"hazards":[{"hazard":"data_loss","object":"users.old",)"
        R"("why":"its values go\u000awith it"}],"before":"SET a = b;\u000a\u000a","steps":[)"
        R"({"transaction":true,"foreign_keys_off":true,"statements":["ONE;","-- why\u000aTWO;"]},)"
        R"({"transaction":false,"foreign_keys_off":false,"statements":["THREE;"]}]})"
        "\n");
  CHECK(print_script_json({}) == "{\"equal\":true,\"hazards\":[],\"before\":\"\",\"steps\":[]}\n");
}
