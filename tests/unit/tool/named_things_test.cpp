// What has a name of its own.
#include "codegen/tool/named_things.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;
using namespace strata::testing;
using model::object_kind;

TEST_CASE("objects stand for themselves, parts with their owner", "[tool]") {
  model::schema schema = schema_of({table("t").with_id()});
  schema.tables.front().primary_key->name = "t_pkey";
  schema.enumerations.push_back(enumeration("mood", {"sad"}));
  schema.domains.emplace_back().name.name = "d";
  schema.domains.front().checks.emplace_back().name = "positive";
  const model::qualified_name t{{}, "t"};
  CHECK(named_things(schema) ==
        std::vector<named_thing>{{object_kind::table, {}, t},
                                 {object_kind::column, t, {{}, "id"}},
                                 {object_kind::constraint, t, {{}, "t_pkey"}},
                                 {object_kind::sequence, {}, {{}, "t_id_seq"}, true},
                                 {object_kind::enumeration, {}, {{}, "mood"}},
                                 {object_kind::enum_value, {{}, "mood"}, {{}, "sad"}},
                                 {object_kind::domain, {}, {{}, "d"}},
                                 {object_kind::constraint, {{}, "d"}, {{}, "positive"}}});
}
