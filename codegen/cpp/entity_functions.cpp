// Prints the functions of one table's or view's header: each one line over the runtime's own.
#include "codegen/cpp/entity_functions.hpp"

#include "codegen/cpp/cpp_type.hpp"

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

/// `, const strata::uuid& id, std::int32_t number`.
std::string parameters(const entity& of, const entity_key& key) {
  std::string list;
  for (const std::size_t at : key.members) {
    const entity_member& member = of.members[at];
    const bool is_plain = is_passed_by_value(member.type);
    list += ", " + (is_plain ? member.type : "const " + member.type + "&") + " " +
            parameter_name(member);
  }
  return list;
}

/// `col::id == id && col::number == number`.
std::string condition(const entity& of, const entity_key& key) {
  std::string text;
  for (const std::size_t at : key.members) {
    const entity_member& member = of.members[at];
    text += (text.empty() ? "" : " && ");
    text += "col::" + member.identifier + " == " + parameter_name(member);
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

void print_function(text_writer& to, std::string_view signature, std::string_view body) {
  to.line("inline {} {{", signature);
  {
    const auto inside = to.indent();
    to.line("return {};", body);
  }
  to.line("}}");
  to.blank();
}

void print_inserting(text_writer& to) {
  to.line("/// Inserts a row; returns it as the database keeps it.");
  print_function(to,
                 "row insert(strata::queryable& db, const new_row& given)",
                 "strata::accessor::insert<table>(db, given)");
  to.line("/// Inserts all rows or none, the fastest way the database has; returns how many.");
  print_function(
      to,
      "std::int64_t insert_many(strata::queryable& db, const std::vector<new_row>& given)",
      "strata::accessor::insert_many<table>(db, given)");
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
                   "std::optional<row> find(strata::queryable& db" + parameters(of, *of.primary) +
                       ")",
                   "select(db, " + condition(of, *of.primary) + ").first()");
  }
  for (const entity_key& key : of.uniques) {
    to.line("/// The row of that {}, which is unique, if there is one.", columns(of, key));
    print_function(to,
                   "std::optional<row> find_by_" + key.identifier + "(strata::queryable& db" +
                       parameters(of, key) + ")",
                   "select(db, " + condition(of, key) + ").first()");
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
                   "std::int64_t update(strata::queryable& db" + parameters(of, *of.primary) +
                       ", const patch& change)",
                   "update(db, " + condition(of, *of.primary) + ", change)");
  }
  to.line("/// Deletes the rows that meet a condition; returns how many.");
  print_function(to,
                 "std::int64_t erase(strata::queryable& db, const strata::condition<table>& where)",
                 "strata::accessor::erase<table>(db, where)");
  if (of.primary) {
    print_function(to,
                   "std::int64_t erase(strata::queryable& db" + parameters(of, *of.primary) + ")",
                   "erase(db, " + condition(of, *of.primary) + ")");
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
