// Three small versions for the tests of the migrator's pure parts.
#pragma once

#include <strata/runtime/migrations.hpp>

#include <array>

namespace strata::testing {

inline constexpr std::array one_scripts{
    migration_script{dialect::postgresql,
                     "-- strata: step 1 [expand]\nCREATE TABLE a;\n",
                     "-- strata: step 1 [contract] [loses-data]\nDROP TABLE a;\n",
                     ""}};
inline constexpr std::array two_scripts{
    migration_script{dialect::postgresql,
                     "-- strata: step 1 [expand]\nE;\n-- strata: step 2 [data]\nD;\n"
                     "-- strata: step 3 [contract]\nC;\n",
                     "-- strata: step 1 [contract]\nX;\n-- strata: step 2 [contract]\nY;\n",
                     "P;\n"}};
inline constexpr std::array three_scripts{migration_script{dialect::postgresql, "", "", ""}};

inline constexpr std::array words{acknowledgement{"data_loss", "a.b", "it was \"old\"\n"}};

inline constexpr std::array small_versions{
    migration{1, "one", "f1", true, 1, "", {}, one_scripts},
    migration{2, "", "f2", true, 2, "", words, two_scripts},
    migration{3, "three", "f3", false, 1, "", {}, three_scripts}};

inline constexpr migrations small{"small", small_versions, 130000, 3038000};

} // namespace strata::testing
