// What unnamed constraints and indexes are called, before collisions.
#include "codegen/compose/default_names.hpp"

#include "codegen/compose/sql_words.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

namespace strata::codegen {
namespace {

constexpr std::size_t longest_name = 63;

/// The first `length` bytes, or fewer so that no character is cut.
std::string_view clipped(std::string_view text, std::size_t length) {
  if (length >= text.size()) {
    return text;
  }
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
    --length;
  }
  return text.substr(0, length);
}

/// A key that stands twice in one index is numbered, as PostgreSQL does.
void make_distinct(std::vector<std::string>& names) {
  for (std::size_t i = 1; i < names.size(); ++i) {
    const auto earlier = names.begin() + static_cast<std::ptrdiff_t>(i);
    const std::string plain = names[i];
    for (int number = 1; std::find(names.begin(), earlier, names[i]) != earlier; ++number) {
      const std::string digits = std::to_string(number);
      names[i] = std::string(clipped(plain, longest_name - digits.size())) + digits;
    }
  }
}

std::string joined(const std::vector<std::string>& columns) {
  std::string result;
  for (const std::string& each : columns) {
    if (!result.empty()) {
      result += '_';
    }
    result += each;
    if (result.size() > longest_name) {
      break;
    }
  }
  return result;
}

std::string named_after_columns(const model::table& owner,
                                std::vector<std::string> columns,
                                const std::vector<std::string>& include,
                                std::string_view label) {
  columns.insert(columns.end(), include.begin(), include.end());
  make_distinct(columns);
  return fit_name(owner.name.name, joined(columns), label);
}

std::string numbered(std::string_view label, std::string_view number) {
  return std::string(label) + std::string(number);
}

std::string key_name(const std::string& column) { return column.empty() ? "expr" : column; }

} // namespace

std::string fit_name(std::string_view first, std::string_view second, std::string_view label) {
  const std::size_t overhead = label.size() + (second.empty() ? 1 : 2);
  std::size_t first_size = first.size();
  std::size_t second_size = second.size();
  while (first_size + second_size > longest_name - overhead) {
    --(first_size > second_size ? first_size : second_size);
  }
  std::string result(clipped(first, first_size));
  if (!second.empty()) {
    result += '_';
    result += clipped(second, second_size);
  }
  result += '_';
  result += label;
  return result;
}

std::string
base_name(const model::table& owner, const model::primary_key& of, std::string_view number) {
  return of.name.empty() ? fit_name(owner.name.name, {}, numbered("pkey", number)) : of.name;
}

std::string
base_name(const model::table& owner, const model::unique_constraint& of, std::string_view number) {
  return of.name.empty()
             ? named_after_columns(owner, of.columns, of.include, numbered("key", number))
             : of.name;
}

std::string
base_name(const model::table& owner, const model::check_constraint& of, std::string_view number) {
  if (!of.name.empty()) {
    return of.name;
  }
  const std::set<std::string> mentioned = mentioned_names(of.expression);
  std::string only_column;
  for (const model::column& each : owner.columns) {
    if (mentioned.count(each.name) > 0) {
      if (!only_column.empty()) {
        return fit_name(owner.name.name, {}, numbered("check", number));
      }
      only_column = each.name;
    }
  }
  return fit_name(owner.name.name, only_column, numbered("check", number));
}

std::string
base_name(const model::table& owner, const model::foreign_key& of, std::string_view number) {
  return of.name.empty() ? fit_name(owner.name.name, joined(of.columns), numbered("fkey", number))
                         : of.name;
}

std::string base_name(const model::table& owner,
                      const model::exclusion_constraint& of,
                      std::string_view number) {
  if (!of.name.empty()) {
    return of.name;
  }
  std::vector<std::string> columns;
  for (const auto& each : of.elements) {
    columns.push_back(key_name(each.column));
  }
  return named_after_columns(owner, columns, {}, numbered("excl", number));
}

std::string base_name(const model::table& owner, const model::index& of, std::string_view number) {
  if (!of.name.empty()) {
    return of.name;
  }
  std::vector<std::string> columns;
  for (const auto& each : of.keys) {
    columns.push_back(key_name(each.column));
  }
  return named_after_columns(owner, columns, of.include, numbered("idx", number));
}

std::string domain_check_name(const model::domain& owner, std::string_view number) {
  return fit_name(owner.name.name, {}, numbered("check", number));
}

std::string identity_sequence_name(const model::table& owner, const model::column& of) {
  return fit_name(owner.name.name, of.name, "seq");
}

std::string not_null_name(const model::qualified_name& owner, const model::column& of) {
  return fit_name(owner.name, of.name, "not_null");
}

} // namespace strata::codegen
