// The name under which a server connection keeps a statement.
#pragma once

#include <string>
#include <string_view>

namespace strata::postgresql {

/// `strata_` and a BLAKE2s digest of the text. One text has one name in every program, and no two
/// texts share one: where clients share a server connection, behind a pooler, what one has prepared
/// is what the other means.
std::string statement_name(std::string_view text);

} // namespace strata::postgresql
