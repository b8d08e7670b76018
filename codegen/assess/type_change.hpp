// What a change of a type puts at risk.
#pragma once

#include "codegen/assess/assess.hpp"

namespace strata::codegen {

/// `numeric becomes integer`.
std::string becomes(const model::data_type& from, const model::data_type& to);

/// On PostgreSQL, where nobody says how values are converted.
std::vector<assessment> hazards_of_cast(const model::data_type& from,
                                        const model::data_type& to,
                                        const std::string& object);

/// On SQLite, by the words that the column is declared with.
std::vector<assessment> hazards_of_affinity(const model::data_type& from,
                                            const model::data_type& to,
                                            const std::string& object);

} // namespace strata::codegen
