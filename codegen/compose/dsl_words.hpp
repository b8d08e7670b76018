// The lines of the DSL that findings tell the user to write.
#pragma once

#include <strata/model/name.hpp>
#include <strata/model/transition.hpp>

#include <string>

namespace strata::codegen {

/// `"cameras"`, or `qualified("audit", "log")` outside of the default schema.
std::string dsl_name(const model::qualified_name& name);

/// What follows `rename_` and `drop_` in the entries for a kind: `enum_value`.
std::string entry_suffix(model::object_kind kind);

/// `drop_column("cameras", "metadata").because("…")`; `owner` is left out where its name is empty.
std::string drop_line(model::object_kind kind,
                      const model::qualified_name& owner,
                      const model::qualified_name& name);

/// `rename_column("cameras", "metadata", "settings").because("…")`.
std::string rename_line(model::object_kind kind,
                        const model::qualified_name& owner,
                        const model::qualified_name& from,
                        const std::string& to);

/// `table`, `column`, `enumeration value`: the kind in a sentence.
std::string words_for(model::object_kind kind);

/// `cameras.metadata`, or `cameras` where there is no owner: the thing in a sentence.
std::string thing(const model::qualified_name& owner, const model::qualified_name& name);

} // namespace strata::codegen
