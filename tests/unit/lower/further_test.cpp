// What PostgreSQL alone has, lowered from the examples of the documentation.
#include "tests/unit/lower/lowered.hpp"
#include "tests/unit/lower/postgresql_example.hpp"

#include <strata/schema.hpp>

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

const model::version_declaration& shop() {
  static const auto lowered = lower(example::shop::version);
  return lowered;
}

constexpr model::dialect_set on_postgresql{true, false};

/// The grants, in the order in which they were declared.
std::vector<model::grant> grants() {
  std::vector<model::grant> all;
  for (const model::declared_object& each : shop().objects) {
    if (const auto* grant = std::get_if<model::grant>(&each))
      all.push_back(*grant);
  }
  return all;
}

std::string words_of(const model::grant& of) {
  return of.privilege + " " + std::to_string(static_cast<int>(of.on)) + " " + display(of.object) +
         "(" + of.parameters + ")" + (of.columns.empty() ? "" : "." + of.columns.front()) + " " +
         of.grantee + (of.grantable ? " grantable" : "") + (of.revoked ? " revoked" : "");
}

} // namespace

TEST_CASE("domains, composite types and range types lower", "[lower]") {
  const auto& email = object_of<model::domain>(shop(), 0);
  CHECK(email.name == plain("email"));
  CHECK(email.type.kind == type_kind::text);
  CHECK_FALSE(email.nullable);
  CHECK(email.collation == "C");
  REQUIRE(email.checks.size() == 1);
  CHECK(email.checks[0].name == "email_has_at");
  CHECK(email.checks[0].expression == both("VALUE ~ '@'"));
  CHECK(email.only == on_postgresql);

  const auto& address = object_of<model::composite_type>(shop(), 1);
  REQUIRE(address.attributes.size() == 2);
  CHECK(address.attributes[1].name == "zip");
  CHECK(address.attributes[1].type.length == 10);
  CHECK(address.attributes[1].comment == "as printed");

  const auto& span = object_of<model::range_type>(shop(), 2);
  CHECK(span.subtype.kind == type_kind::double_precision);
  CHECK(span.options == "SUBTYPE_DIFF = float8mi");
}

TEST_CASE("sequences and serial columns lower", "[lower]") {
  const auto& numbers = object_of<model::sequence>(shop(), 3);
  CHECK(numbers.type == type_kind::integer);
  CHECK(numbers.start == 1000);
  CHECK(numbers.increment == 10);
  const auto& orders = object_of<model::table>(shop(), 4);
  REQUIRE(orders.columns[0].identity.has_value());
  CHECK(orders.columns[0].identity->when == model::identity::mode::serial);
  CHECK(orders.columns[0].identity->sequence == "order_ids");
}

TEST_CASE("a declared type is a column's by its name", "[lower]") {
  const auto& orders = object_of<model::table>(shop(), 4);
  CHECK(orders.columns[2].type.kind == type_kind::named);
  CHECK(orders.columns[2].type.name == plain("email"));
  CHECK(orders.columns[3].type.name == plain("address"));
}

TEST_CASE("what a table is as a whole lowers", "[lower]") {
  const auto& orders = object_of<model::table>(shop(), 4);
  CHECK(orders.columns[5].storage == "external");
  CHECK(orders.columns[5].compression == "lz4");
  CHECK(orders.primary_key->with == "fillfactor = 90");
  CHECK(orders.descent.partitioned_by == "RANGE (placed_on)");
  CHECK(orders.row_security);
  CHECK_FALSE(orders.row_security_forced);
  CHECK(orders.replica == model::replica_identity::full);
}

TEST_CASE("partitions and heirs lower without the columns of their parents", "[lower]") {
  const auto& partition = object_of<model::table>(shop(), 5);
  CHECK(partition.columns.empty());
  CHECK(partition.descent.partition_of == plain("orders"));
  CHECK(partition.descent.bounds == "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')");
  CHECK(partition.with == "fillfactor = 80, autovacuum_enabled = false");
  const auto& heir = object_of<model::table>(shop(), 6);
  CHECK(heir.columns.size() == 1);
  CHECK(heir.descent.inherits == std::vector<model::qualified_name>{plain("orders")});
}

TEST_CASE("policies, rules, statistics and triggers lower", "[lower]") {
  const auto& policy = object_of<model::policy>(shop(), 7);
  CHECK(policy.table == plain("orders"));
  CHECK(policy.of == model::policy::command::select);
  CHECK(policy.roles == std::vector<std::string>{"clerk", "auditor"});
  CHECK(policy.using_sql == both("customer = current_user"));
  CHECK(policy.check_sql.empty());
  const auto& rule = object_of<model::rule>(shop(), 8);
  CHECK(rule.event == "DELETE");
  CHECK(rule.action == both("DO INSTEAD NOTHING"));
  const auto& statistics = object_of<model::statistics>(shop(), 9);
  CHECK(statistics.on == "customer, number");
  CHECK(statistics.kinds == std::vector<std::string>{"ndistinct"});
  CHECK(statistics.target == 500);
  CHECK(object_of<model::function>(shop(), 10).of == model::function::kind::aggregate);
  const auto& trigger = object_of<model::trigger>(shop(), 11);
  CHECK(trigger.constraint);
  CHECK(trigger.enabled == model::firing::always);
}

TEST_CASE("a grant is one for each privilege, column and role", "[lower]") {
  std::vector<std::string> all;
  for (const model::grant& each : grants()) {
    CHECK(each.only == on_postgresql);
    all.push_back(words_of(each));
  }
  CHECK(all == std::vector<std::string>{"SELECT 0 orders() clerk",
                                        "SELECT 0 orders() auditor",
                                        "INSERT 0 orders() clerk",
                                        "INSERT 0 orders() auditor",
                                        "UPDATE 1 orders().note clerk grantable",
                                        "EXECUTE 4 product(double precision)  revoked",
                                        "USAGE 3 reports() "});
}

TEST_CASE("a schema with a comment lowers", "[lower]") {
  for (const model::declared_object& each : shop().objects) {
    if (const auto* schema = std::get_if<model::named_schema>(&each)) {
      CHECK(schema->name == "reports");
      CHECK(schema->comment == "for the auditors");
      return;
    }
  }
  FAIL("no schema");
}
