// Rows are Boost.Hana Structs for who includes the header that says so.
#include "tests/support/catch.hpp"

#include <shelter/db/hana.hpp>

#include <string>

namespace hana = boost::hana;

TEST_CASE("a row's members can be walked", "[accessors]") {
  const shelter::db::active_owners::row row{.id = {}, .name = "Anna", .class_ = 2};
  std::string names;
  hana::for_each(row, [&](auto member) { names += hana::to<char const*>(hana::first(member)); });
  CHECK(names == "idnameclass_");
}

TEST_CASE("a long row's members can be walked", "[accessors]") {
  shelter::db::samples::row row{};
  row.words = "here";
  std::size_t members = 0;
  std::string found;
  hana::for_each(row, [&](auto member) {
    ++members;
    if constexpr (std::is_same_v<std::decay_t<decltype(hana::second(member))>, std::string>) {
      found += hana::second(member);
    }
  });
  CHECK(members == 45);
  CHECK(found == "here");
}
