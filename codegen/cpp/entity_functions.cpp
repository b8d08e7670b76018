// Prints the functions of one table's or view's header: each one line over the runtime's own.
#include "codegen/cpp/entity_functions.hpp"

#include "codegen/cpp/comment.hpp"
#include "codegen/cpp/cpp_type.hpp"
#include "codegen/cpp/wrap.hpp"

#include <algorithm>
#include <array>

namespace strata::codegen {
namespace {

/// A parameter must not hide what the functions' bodies name.
std::string parameter_name(const entity_member& member) {
  constexpr std::array<std::string_view, 6> used{
      "db", "select", "update", "erase", "change", "where"};
  const bool is_used = std::ranges::find(used, member.identifier) != used.end();
  return member.identifier + (is_used ? "_" : "");
}

using pieces = std::vector<std::string>;

/// The database, the key's values, and what comes after them.
pieces parameters(const entity& of, const entity_key& key, const pieces& last = {}) {
  pieces list{"strata::queryable& db"};
  for (const std::size_t at : key.members) {
    const entity_member& member = of.members[at];
    const bool is_plain = is_passed_by_value(member.type);
    list.push_back((is_plain ? member.type : "const " + member.type + "&") + " " +
                   parameter_name(member));
  }
  list.insert(list.end(), last.begin(), last.end());
  return list;
}

/// `select(db, col::id == id && col::number == number)` and what follows it, where it can break.
pieces with_condition(const std::string& begin,
                      const entity& of,
                      const entity_key& key,
                      const std::string& end) {
  pieces text{begin};
  for (const std::size_t at : key.members) {
    const entity_member& member = of.members[at];
    const bool is_last = at == key.members.back();
    text.push_back("col::" + member.identifier + " == ");
    text.push_back(parameter_name(member) + (is_last ? end : " && "));
  }
  return text;
}

/// `id`, `site and name`: for the comments.
std::string columns(const entity& of, const entity_key& key) {
  std::string text;
  for (const std::size_t at : key.members) {
    text += (text.empty() ? "" : " and ") + of.members[at].sql_name;
  }
  return text;
}

void print_function(text_writer& to,
                    const std::string& result,
                    const std::string& name,
                    const pieces& parameters,
                    pieces body) {
  print_signature(to, result, name, parameters);
  {
    const auto inside = to.indent();
    body.front().insert(0, "return ");
    body.back() += ';';
    print_pieces(to, 2, body);
  }
  to.line("}}");
  to.blank();
}

void print_inserting(text_writer& to) {
  to.line("/// Inserts a row; returns it as the database keeps it.");
  print_function(to,
                 "row",
                 "insert",
                 {"strata::queryable& db", "const new_row& given"},
                 {"strata::accessor::insert<table>(db, given)"});
  to.line("/// Inserts all rows or none, the fastest way the database has; returns how many.");
  print_function(to,
                 "std::int64_t",
                 "insert_many",
                 {"strata::queryable& db", "const std::vector<new_row>& given"},
                 {"strata::accessor::insert_many<table>(db, given)"});
}

void print_upsert(text_writer& to, const entity& of) {
  if (!has_upsert(of))
    return;
  const bool has_primary = of.primary && of.primary->can_arbitrate;
  to.line("/// Inserts a row, or changes the row of the same key to what is given; returns it.");
  to.line("inline row upsert(strata::queryable& db,");
  to.line("                  const new_row& given,");
  to.line("                  const strata::key<table>& by{}) {{",
          has_primary ? " = key::primary" : "");
  {
    const auto inside = to.indent();
    to.line("return strata::accessor::upsert<table>(db, given, by);");
  }
  to.line("}}");
  to.blank();
}

void print_reading(text_writer& to) {
  to.line(
      "/// The rows that meet a condition, or all: `.order_by(…)`, `.limit(…)`, `.all()`, a loop.");
  to.line("inline strata::selection<table, row>");
  to.line("select(strata::queryable& db, const strata::condition<table>& where = "
          "strata::every_row) {{");
  {
    const auto inside = to.indent();
    to.line("return strata::accessor::select<table>(db, where);");
  }
  to.line("}}");
  to.blank();
  to.line("/// Some columns of the rows, as tuples; `.where(…)` says of which.");
  to.line("template <typename... Ts, strata::comparison... By>");
  to.line("  requires(sizeof...(Ts) > 0)");
  to.line("strata::selection<table, std::tuple<Ts...>>");
  to.line("select(strata::queryable& db, const strata::column<table, Ts, By>&... columns) {{");
  {
    const auto inside = to.indent();
    to.line("return strata::accessor::select_columns<table>(db, columns...);");
  }
  to.line("}}");
  to.blank();
  to.line("/// How many rows meet a condition, or how many there are.");
  to.line("inline std::int64_t");
  to.line(
      "count(strata::queryable& db, const strata::condition<table>& where = strata::every_row) {{");
  {
    const auto inside = to.indent();
    to.line("return strata::accessor::count<table>(db, where);");
  }
  to.line("}}");
  to.blank();
}

void print_finding(text_writer& to, const entity& of) {
  if (of.primary) {
    to.line("/// The row of that primary key, if there is one.");
    print_function(to,
                   "std::optional<row>",
                   "find",
                   parameters(of, *of.primary),
                   with_condition("select(db, ", of, *of.primary, ").first()"));
  }
  for (const entity_key& key : of.uniques) {
    print_comment(to,
                  "The row of that " + columns(of, key) + ", which is unique, if there is one.");
    print_function(to,
                   "std::optional<row>",
                   "find_by_" + key.identifier,
                   parameters(of, key),
                   with_condition("select(db, ", of, key, ").first()"));
  }
}

void print_changing(text_writer& to, const entity& of) {
  to.line("/// Changes the rows that meet a condition; returns how many.");
  to.line("inline std::int64_t update(strata::queryable& db,");
  to.line("                           const strata::condition<table>& where,");
  to.line("                           const patch& change) {{");
  {
    const auto inside = to.indent();
    to.line("return strata::accessor::update<table>(db, where, change);");
  }
  to.line("}}");
  to.blank();
  if (of.primary) {
    print_function(to,
                   "std::int64_t",
                   "update",
                   parameters(of, *of.primary, {"const patch& change"}),
                   with_condition("update(db, ", of, *of.primary, ", change)"));
  }
  to.line("/// Deletes the rows that meet a condition; returns how many.");
  print_function(to,
                 "std::int64_t",
                 "erase",
                 {"strata::queryable& db", "const strata::condition<table>& where"},
                 {"strata::accessor::erase<table>(db, where)"});
  if (of.primary) {
    print_function(to,
                   "std::int64_t",
                   "erase",
                   parameters(of, *of.primary),
                   with_condition("erase(db, ", of, *of.primary, ")"));
  }
}

} // namespace

bool has_upsert(const entity& of) {
  const auto can = [](const entity_key& key) { return key.can_arbitrate; };
  return (of.primary && can(*of.primary)) || std::ranges::any_of(of.uniques, can);
}

void print_functions(text_writer& to, const entity& of) {
  print_reading(to);
  print_finding(to, of);
  if (of.is_view)
    return;
  print_inserting(to);
  print_upsert(to, of);
  print_changing(to, of);
}

} // namespace strata::codegen
