// The expressions that make values of one type of another's.
#pragma once

#include <strata/model/type.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace strata::codegen {

/// What ALTER COLUMN … TYPE needs of USING: empty, where the server casts by itself and no setting
/// of the session has a say; nothing, where only the user can say it. `column` and `type` are SQL.
/// Moments and wall clocks are converted by UTC.
std::optional<std::string> expression_of_cast(const model::data_type& from,
                                              const model::data_type& to,
                                              const std::string& column,
                                              const std::string& type);

/// An expression for a help line; whether each value fits shows the data.
std::string suggested_conversion(const model::data_type& from,
                                 const model::data_type& to,
                                 const std::string& column);

} // namespace strata::codegen
