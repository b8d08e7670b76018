// The DSL's spellings of names, texts, types and values.
#pragma once

#include <strata/model/version.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace strata::codegen::dsl {

/// Which variable stands for which declaration of a header. Names of the DSL and of objects that
/// came before get an underscore or a number.
class variables {
public:
  /// A new variable for an object; `kind` keeps objects of one name apart.
  std::string declare(const std::string& kind, const model::qualified_name& name);

  /// The variable of an enumeration; empty where none was declared.
  std::string of_enumeration(const model::qualified_name& name) const;

private:
  std::map<std::string, std::string> declared_;
  std::set<std::string> used_;
};

/// `"cameras"`, or `qualified("audit", "cameras")`.
std::string name(const model::qualified_name& of);

/// One name in quotes; a long one as SQLite alone can bear it.
std::string name(const std::string& of);

/// Names in quotes, a comma between them.
std::string names(const std::vector<std::string>& of);
std::string names(const std::vector<model::qualified_name>& of);

/// A text as a literal; of several lines as a raw one.
std::string text(const std::string& of);

/// Where SQL is expected: a literal, or `sql_for(…)`.
std::string sql(const model::sql_text& of);

std::string type(const model::data_type& of, const variables& in);
std::string literal(const model::literal& of);
std::string default_value(const model::default_value& of);

/// A number in C++.
std::string number(std::int64_t of);

/// `.only(postgresql)`, or nothing.
std::string only(const model::dialect_set& in);

/// `.comment("…")` and its like; nothing where the text is empty.
std::string option(const char* name, const std::string& value);
std::string option(const char* name, const std::optional<std::int64_t>& value);

/// The options that most objects have: `.in_schema(…)`, `.only(…)`, `.comment(…)`.
template <typename Object>
std::string common_options(const Object& of) {
  return option("in_schema", of.name.schema) + only(of.only) + option("comment", of.comment);
}

/// `.unique()`, or nothing.
std::string flag(const char* name, bool value);

/// `function(argument, argument)` with each argument on a line of its own, so far to the right.
std::string call(const std::string& function,
                 const std::vector<std::string>& arguments,
                 std::size_t indent = 4);

} // namespace strata::codegen::dsl
