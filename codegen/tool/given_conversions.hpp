// What `--convert` gives, and what needs it.
#pragma once

#include "codegen/diff/operation.hpp"
#include "codegen/text/diagnostics.hpp"
#include "codegen/tool/live_schema.hpp"

#include <strata/model/transition.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// Each text is `TABLE.COLUMN=SQL`, by the names of `to`; the table may have its schema before it.
/// Throws tool_usage_error for what `to` does not have.
std::vector<model::conversion> given_conversions(const std::vector<std::string>& texts,
                                                 const live_schema& to);

/// Throws tool_usage_error for a conversion of a column whose type stays.
void check_conversions(const model::transition& said, const std::vector<operation>& operations);

/// A finding for each column whose values no cast of the server makes of the new type.
void refuse_unconverted(const std::vector<operation>& operations,
                        model::dialect on,
                        diagnostics& out);

/// Whether a cast of these operations looks at a setting of the session.
bool casts_by_settings(const std::vector<operation>& operations);

} // namespace strata::codegen
