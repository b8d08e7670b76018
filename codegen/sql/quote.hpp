// The one place where names and texts become SQL; nothing reaches SQL past it.
#pragma once

#include <strata/model/name.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen::sql {

/// A name or text holds a NUL, which no SQL text can hold.
class holds_nul : public std::invalid_argument {
public:
  explicit holds_nul(std::string_view text);
};

/// `"name"`; a quote inside is doubled. Throws holds_nul.
std::string quote(std::string_view name);

/// `"schema"."name"`, or `"name"` in the default schema.
std::string quote(const model::qualified_name& name);

/// `"a", "b"`.
std::string quote_list(const std::vector<std::string>& names);

/// `'text'`, a standard string on both databases. Throws holds_nul.
std::string quote_text(std::string_view text);

/// `-- text`, each line of it a comment of its own.
std::string comment(std::string_view text);

} // namespace strata::codegen::sql
