// Typed conditions give the same rows on every database.
#include "tests/database/accessors/shelter.hpp"

#include <algorithm>
#include <limits>

using namespace strata::testing;
namespace owners = shelter::db::owners;
namespace pets = shelter::db::pets;
namespace samples = shelter::db::samples;
using shelter::db::mood;

namespace {

void add_pet(strata::queryable& db, std::int32_t number, std::optional<strata::numeric> weight) {
  pets::insert(db,
               {.owner_id = uuid_of(1),
                .number = number,
                .called = "pet " + std::to_string(number),
                .weight = weight});
}

/// The numbers of the pets that meet the condition, in order.
std::vector<std::int32_t> numbers(strata::queryable& db,
                                  const strata::condition<pets::table>& where) {
  std::vector<std::int32_t> found;
  for (const auto& [number] :
       pets::select(db, pets::col::number).where(where).order_by(pets::col::number.asc())) {
    found.push_back(number);
  }
  return found;
}

using list = std::vector<std::int32_t>;

} // namespace

TEST_CASE("comparisons of numerics are by value", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    add_owner(shelter.db, 1);
    add_pet(shelter.db, 1, strata::numeric("9"));
    add_pet(shelter.db, 2, strata::numeric("10.5"));
    add_pet(shelter.db, 3, strata::numeric("-100"));
    add_pet(shelter.db, 4, strata::numeric("10.500"));
    add_pet(shelter.db, 5, std::nullopt);
    using pets::col::weight;
    CHECK(numbers(shelter.db, weight < 10) == list{1, 3});
    CHECK(numbers(shelter.db, weight >= strata::numeric("10.50")) == list{2, 4});
    CHECK(numbers(shelter.db, weight == strata::numeric("10.5")) == list{2, 4});
    CHECK(numbers(shelter.db, weight != 9) == list{2, 3, 4});
    CHECK(numbers(shelter.db, weight.in({strata::numeric("9.0"), strata::numeric("-1e2")})) ==
          list{1, 3});
    CHECK(numbers(shelter.db, weight.is_null()) == list{5});
    const auto sorted = pets::select(shelter.db, pets::col::number)
                            .order_by(weight.desc(), pets::col::number.asc())
                            .all();
    CHECK(sorted == std::vector<std::tuple<std::int32_t>>{{5}, {2}, {4}, {1}, {3}});
  }
}

TEST_CASE("conditions join by and, or, not", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    add_owner(shelter.db, 1);
    for (std::int32_t number = 1; number <= 5; ++number) {
      add_pet(shelter.db, number, std::nullopt);
    }
    using pets::col::number;
    CHECK(numbers(shelter.db, number > 1 && number < 4) == list{2, 3});
    CHECK(numbers(shelter.db, number == 1 || number == 5) == list{1, 5});
    CHECK(numbers(shelter.db, !(number <= 3)) == list{4, 5});
    CHECK(numbers(shelter.db, (number == 1 || number == 2) && number != 1) == list{2});
    CHECK(numbers(shelter.db, number.in({2, 4, 9})) == list{2, 4});
    CHECK(numbers(shelter.db, number.in({})) == list{});
    CHECK(numbers(shelter.db, strata::every_row) == list{1, 2, 3, 4, 5});
    CHECK(numbers(shelter.db, !strata::condition<pets::table>(strata::every_row)) == list{});
  }
}

TEST_CASE("like matters about case and knows its escapes", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const char* name : {"Anna", "anna", "100%", "1000", "a_b", "a\u00e9b", "axb", "x\\y"}) {
      owners::insert(shelter.db, {.name = name, .email = name});
    }
    const auto found = [&](const char* pattern) {
      std::vector<std::string> names;
      for (const auto& [name] :
           owners::select(shelter.db, owners::col::name).where(owners::col::name.like(pattern))) {
        names.push_back(name);
      }
      std::ranges::sort(names);
      return names;
    };
    using names = std::vector<std::string>;
    CHECK(found("a%a") == names{"anna"});
    CHECK(found("%nn%") == names{"Anna", "anna"});
    CHECK(found("100\\%") == names{"100%"});
    CHECK(found("100_") == names{"100%", "1000"});
    CHECK(found("a_b") == names{"a_b", "axb", "a\u00e9b"});
    CHECK(found("a\\_b") == names{"a_b"});
    CHECK(found("x\\\\y") == names{"x\\y"});
    CHECK(found("%").size() == 8);
    CHECK(found("") == names{});
  }
}

TEST_CASE("columns of every type can be asked for a value", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const auto given = plain_sample();
    samples::insert(shelter.db, given);
    const auto meets = [&](const strata::condition<samples::table>& where) {
      return samples::count(shelter.db, where) == 1;
    };
    namespace col = samples::col;
    CHECK(meets(col::small == 1));
    CHECK(meets(col::large < std::int64_t{1} << 40));
    CHECK(meets(col::single == 0.1F));
    CHECK(meets(col::twice == 0.1));
    CHECK(meets(col::flag == true));
    CHECK(meets(col::words == "words"));
    CHECK(meets(col::code == "ab"));
    CHECK(meets(col::code.like("a%")));
    CHECK(meets(col::data == given.data.value()));
    CHECK(meets(col::day == given.day.value()));
    CHECK(meets(col::clock <= given.clock.value()));
    CHECK(meets(col::wall >= given.wall.value()));
    CHECK(meets(col::moment == given.moment.value()));
    CHECK(meets(col::span == given.span.value()));
    CHECK(meets(col::key_ == given.key_.value()));
    CHECK(meets(col::document == given.document.value()));
    CHECK(meets(col::tree == given.tree.value()));
    CHECK(meets(col::feeling == mood::in_two_minds));
    CHECK(meets(col::feeling.in({mood::calm, mood::in_two_minds})));
    CHECK(meets(col::address == "192.168.0.1"));
    CHECK(meets(col::network == "192.168.0.0/24"));
    CHECK(meets(col::hardware == "08:00:2b:01:02:03"));
    CHECK(meets(col::numbers == std::vector<std::int64_t>{1, 2}));
    CHECK(meets(col::moods == std::vector<mood>{mood::calm}));
    CHECK(meets(col::maybe_flag.is_null()));
    CHECK_FALSE(meets(col::maybe_flag.is_not_null()));
  }
}

TEST_CASE("columns of one type are compared with each other", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = plain_sample();
    given.exact = strata::numeric("9");
    given.price = strata::numeric("10.50");
    given.maybe_exact = strata::numeric("10.5000");
    given.code = "ab";
    given.short_words = "ab";
    given.maybe_words = "Words";
    given.maybe_moment = given.moment.value() + std::chrono::microseconds(1);
    given.maybe_tree = given.tree.value();
    given.maybe_feeling = mood::calm;
    given.maybe_small = 2;
    samples::insert(shelter.db, given);
    const auto meets = [&](const strata::condition<samples::table>& where) {
      return samples::count(shelter.db, where) == 1;
    };
    namespace col = samples::col;
    CHECK(meets(col::small < col::maybe_small));
    CHECK_FALSE(meets(col::maybe_small <= col::small));
    CHECK(meets(col::exact < col::price)); // As texts it would be greater.
    CHECK(meets(col::price == col::maybe_exact));
    CHECK_FALSE(meets(col::price != col::maybe_exact));
    CHECK(meets(col::code == col::short_words));
    CHECK(meets(col::words != col::maybe_words));
    CHECK(meets(col::maybe_moment > col::moment));
    CHECK(meets(col::moment >= col::moment));
    CHECK(meets(col::tree == col::maybe_tree));
    CHECK(meets(col::feeling != col::maybe_feeling));
    CHECK(meets(col::small < col::maybe_small && !(col::price < col::exact)));
    // With null nothing is equal, and nothing is not.
    CHECK_FALSE(meets(col::flag == col::maybe_flag));
    CHECK_FALSE(meets(col::flag != col::maybe_flag));
  }
}

TEST_CASE("a number beyond its column's type is refused before the database sees it",
          "[accessors]") {
  CHECK_THROWS_AS(samples::col::small == 40000, strata::conversion_error);
  CHECK_THROWS_AS(shelter::db::owners::patch{.class_ = std::int64_t{1} << 40},
                  strata::conversion_error);
}

TEST_CASE("rows come in order, limited and from an offset", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    add_owner(shelter.db, 1);
    for (std::int32_t number = 1; number <= 5; ++number) {
      add_pet(
          shelter.db, number, number % 2 == 0 ? std::optional(strata::numeric(1)) : std::nullopt);
    }
    const auto ordered = pets::select(shelter.db).order_by(pets::col::number.desc());
    auto page = ordered;
    CHECK(page.limit(2).offset(1).all().front().number == 4);
    auto rest = ordered;
    CHECK(rest.offset(4).all().size() == 1);
    auto first = ordered;
    CHECK(first.first()->number == 5);
    auto nulls = pets::select(shelter.db);
    CHECK(nulls.order_by(pets::col::weight.asc()).all().back().weight == std::nullopt);
    auto early = pets::select(shelter.db);
    CHECK(early.order_by(pets::col::weight.asc().nulls_first()).all().front().weight ==
          std::nullopt);
    CHECK(pets::select(shelter.db, pets::col::number == 3).one().called == "pet 3");
    CHECK(code_of([&] { pets::select(shelter.db).one(); }) == "R062");
    CHECK(pets::select(shelter.db, pets::col::number == 9).first() == std::nullopt);
  }
}

TEST_CASE("a view is read like a table", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    namespace active = shelter::db::active_owners;
    add_owner(shelter.db, 1);
    add_owner(shelter.db, 2);
    owners::update(shelter.db, uuid_of(2), {.is_active = false});
    CHECK(active::count(shelter.db) == 1);
    CHECK(active::select(shelter.db, active::col::class_ == 1).one() ==
          active::row{.id = uuid_of(1), .name = "owner 1", .class_ = 1});
  }
}

TEST_CASE("a list of values may be of any length", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    add_owner(shelter.db, 1);
    for (std::int32_t number = 1; number <= 5; ++number) {
      add_pet(shelter.db, number, std::nullopt);
    }
    list many;
    for (std::int32_t number = 4; number < 70004; ++number) {
      many.push_back(number);
    }
    CHECK(numbers(shelter.db, pets::col::number.in(many)) == list{4, 5});
    CHECK(numbers(shelter.db, !pets::col::number.in(many)) == list{1, 2, 3});
    std::vector<std::string> names(70000, R"(a "quoted", {braced} \ text, NULL)");
    names.emplace_back("pet 3");
    CHECK(numbers(shelter.db, pets::col::called.in(names)) == list{3});
  }
}

TEST_CASE("a list finds values of every type", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const auto given = plain_sample();
    samples::insert(shelter.db, given);
    const auto meets = [&](const strata::condition<samples::table>& where) {
      return samples::count(shelter.db, where) == 1;
    };
    namespace col = samples::col;
    CHECK(meets(col::small.in({2, 1})));
    CHECK(meets(col::large.in({given.large.value(), std::numeric_limits<std::int64_t>::min()})));
    CHECK(meets(col::single.in({0.1F, std::numeric_limits<float>::infinity()})));
    CHECK(meets(col::twice.in({5e-324, 0.1})));
    CHECK_FALSE(meets(col::twice.in({0.1000000000000001})));
    CHECK(meets(col::exact.in({strata::numeric("1.5")})));
    CHECK(meets(col::flag.in({true})));
    CHECK(meets(col::words.in({"NULL", "words"})));
    CHECK(meets(col::code.in({"ab"})));
    CHECK(meets(col::data.in({given.data.value(), strata::bytes{}})));
    CHECK_FALSE(meets(col::data.in({strata::bytes{std::byte{1}}})));
    CHECK(meets(col::day.in({given.day.value()})));
    CHECK(meets(col::clock.in({given.clock.value()})));
    CHECK(meets(col::wall.in({given.wall.value()})));
    CHECK(meets(col::moment.in({given.moment.value()})));
    CHECK(meets(col::span.in({given.span.value()})));
    CHECK(meets(col::key_.in({uuid_of(6), uuid_of(7)})));
    CHECK(meets(col::document.in({given.document.value()})));
    CHECK(meets(col::feeling.in({mood::calm, mood::in_two_minds})));
    CHECK(meets(col::address.in({"192.168.0.1"})));
    CHECK(meets(col::numbers.in({{}, {1, 2}})));
    CHECK(meets(col::grid.in({given.grid.value()})));
    CHECK_FALSE(meets(col::feeling.in({mood::calm})));
  }
}

TEST_CASE("a text with NUL is found on SQLite by all of it", "[accessors]") {
  shelter_database shelter(strata::dialect::sqlite);
  const std::string whole("a\0b", 3);
  owners::insert(shelter.db, {.name = whole, .email = "1"});
  owners::insert(shelter.db, {.name = "a", .email = "2"});
  owners::insert(shelter.db, {.name = "\xff", .email = "3"});
  CHECK(owners::count(shelter.db, owners::col::name.in({whole})) == 1);
  CHECK(owners::select(shelter.db, owners::col::name.in({whole, "x"})).one().email == "1");
  CHECK(owners::select(shelter.db, owners::col::name.in({"\xff"})).one().email == "3");
}
