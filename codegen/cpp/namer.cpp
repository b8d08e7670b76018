// C++ spellings of names.
#include "codegen/cpp/namer.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace strata::codegen {
namespace {

// Sorted. The keywords of C++20 with its alternative tokens, and names that generated headers use
// inside a table's namespace, where a column of that name would hide them.
constexpr auto reserved = std::to_array<std::string_view>({
    "alignas",
    "alignof",
    "and",
    "and_eq",
    "asm",
    "auto",
    "bitand",
    "bitor",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "char16_t",
    "char32_t",
    "char8_t",
    "class",
    "co_await",
    "co_return",
    "co_yield",
    "col",
    "compl",
    "concept",
    "const",
    "const_cast",
    "consteval",
    "constexpr",
    "constinit",
    "continue",
    "decltype",
    "default",
    "delete",
    "detail",
    "do",
    "double",
    "dynamic_cast",
    "else",
    "enum",
    "errno",
    "explicit",
    "export",
    "extern",
    "false",
    "float",
    "for",
    "friend",
    "goto",
    "head_version",
    "if",
    "inline",
    "int",
    "key",
    "linux",
    "long",
    "migrations",
    "mutable",
    "namespace",
    "new",
    "new_row",
    "noexcept",
    "not",
    "not_eq",
    "nullptr",
    "oldest_compatible",
    "operator",
    "or",
    "or_eq",
    "patch",
    "private",
    "protected",
    "public",
    "register",
    "reinterpret_cast",
    "requires",
    "return",
    "row",
    "short",
    "signed",
    "sizeof",
    "static",
    "static_assert",
    "static_cast",
    "std",
    "strata",
    "struct",
    "switch",
    "table",
    "template",
    "this",
    "thread_local",
    "throw",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "union",
    "unix",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
    "wchar_t",
    "while",
    "xor",
    "xor_eq",
});
static_assert(std::ranges::is_sorted(reserved));

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Names that begin with `_X` or hold `__` belong to the compiler.
std::string without_reserved_underscores(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == '_' && text.ends_with('_'))
      continue;
    text += c;
  }
  if (text.size() > 1 && text[0] == '_' && !is_digit(text[1]))
    text.erase(0, 1);
  return text;
}

} // namespace

std::string cpp_identifier(std::string_view name) {
  std::string text;
  for (const char c : name) {
    text += is_word(c) ? c : '_';
  }
  if (text.empty() || is_digit(text[0]))
    text.insert(0, "_");
  text = without_reserved_underscores(text);
  if (std::ranges::binary_search(reserved, std::string_view(text)))
    text += '_';
  return text;
}

bool is_cpp_identifier(std::string_view text) {
  return !text.empty() && !is_digit(text[0]) && std::ranges::all_of(text, is_word) &&
         cpp_identifier(text) == text;
}

std::vector<std::string> namespace_parts(std::string_view cpp_namespace) {
  std::vector<std::string> parts;
  while (!cpp_namespace.empty()) {
    const auto end = cpp_namespace.find("::");
    parts.emplace_back(cpp_namespace.substr(0, end));
    cpp_namespace.remove_prefix(end == std::string_view::npos ? cpp_namespace.size() : end + 2);
  }
  return parts;
}

std::string namespace_folder(std::string_view cpp_namespace) {
  std::string folder;
  for (const std::string& part : namespace_parts(cpp_namespace)) {
    folder += (folder.empty() ? "" : "/") + part;
  }
  return folder;
}

std::string fingerprint_symbol(std::string_view fingerprint) {
  return "strata_schema_" + std::string(fingerprint.substr(0, 16));
}

} // namespace strata::codegen
