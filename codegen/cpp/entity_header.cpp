// Prints one table's or view's header: its structs, its columns, what joins both to SQL.
#include "codegen/cpp/entity_header.hpp"

#include "codegen/cpp/comment.hpp"
#include "codegen/cpp/entity_functions.hpp"
#include "codegen/cpp/namer.hpp"
#include "codegen/cpp/wrap.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/text/cpp_literal.hpp"
#include "codegen/text/text_writer.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

using giving = entity_member::giving;

constexpr std::size_t literal_width = 80;

/// `R"("id")"`, with a text for each database where they differ; `""` where one has no such column.
std::string quoted_name(const entity_member& member) {
  std::string literal = raw_string_literal(sql::quote(member.sql_name));
  if (!member.only.postgresql)
    return "{\"\", " + literal + "}";
  if (!member.only.sqlite)
    return "{" + literal + ", \"\"}";
  return literal;
}

std::string read_expression(const entity_member& member, bool on_postgresql) {
  std::string name = sql::quote(member.sql_name);
  if (!(on_postgresql ? member.only.postgresql : member.only.sqlite))
    return "NULL AS " + name;
  // The cast takes off the spaces that PostgreSQL pads char(n) with.
  if (on_postgresql && member.padded)
    return name + "::text AS " + name;
  return name;
}

/// The list in lines of bearable width, each a literal of its own.
void print_literals(text_writer& to, const entity& of, bool on_postgresql, std::string_view end) {
  std::vector<std::string> lines(1);
  for (const entity_member& member : of.members) {
    const bool is_last = &member == &of.members.back();
    const std::string item = read_expression(member, on_postgresql) + (is_last ? "" : ", ");
    if (!lines.back().empty() && lines.back().size() + item.size() > literal_width) {
      lines.emplace_back();
    }
    lines.back() += item;
  }
  for (const std::string& line : lines) {
    to.line("{}{}", raw_string_literal(line), &line == &lines.back() ? end : "");
  }
}

void print_columns_text(text_writer& to, const entity& of) {
  const bool is_same = std::ranges::all_of(of.members, [](const entity_member& member) {
    return read_expression(member, true) == read_expression(member, false);
  });
  to.line(".columns = {{");
  {
    const auto deeper = to.indent();
    print_literals(to, of, true, is_same ? "}," : ",");
    if (!is_same)
      print_literals(to, of, false, "},");
  }
}

void print_row(text_writer& to, const entity& of) {
  to.line("/// One row.");
  to.line("struct row {{");
  {
    const auto inside = to.indent();
    for (const entity_member& member : of.members) {
      print_comment(to, member.comment);
      print_pieces(to, 2, {member.full_type() + " ", member.identifier + ";"});
    }
    to.blank();
    to.line("friend bool operator==(const row&, const row&) = default;");
  }
  to.line("}};");
  to.blank();
}

void print_new_row(text_writer& to, const entity& of) {
  to.line("/// What `insert` is given: `required` must be; `defaulted` is the database's, unless "
          "it is.");
  to.line("struct new_row {{");
  {
    const auto inside = to.indent();
    for (const entity_member& member : of.members) {
      if (member.on_insert == giving::required) {
        print_pieces(
            to, 2, {"strata::required<" + member.full_type() + "> ", member.identifier + ";"});
      } else if (member.on_insert == giving::defaulted) {
        print_pieces(
            to, 2, {"strata::defaulted<" + member.full_type() + "> ", member.identifier + "{};"});
      }
    }
  }
  to.line("}};");
  to.blank();
}

void print_patch(text_writer& to, const entity& of) {
  to.line("/// What `update` changes: only what is given.");
  to.line("struct patch {{");
  {
    const auto inside = to.indent();
    for (const entity_member& member : of.members) {
      if (member.on_insert == giving::never)
        continue;
      print_pieces(
          to, 2, {"strata::changed<" + member.full_type() + "> ", member.identifier + "{};"});
    }
  }
  to.line("}};");
  to.blank();
}

void print_columns(text_writer& to, const entity& of) {
  to.line("/// The columns, for conditions, orders and selections.");
  to.line("namespace col {{");
  for (const entity_member& member : of.members) {
    print_comment(to, member.comment);
    std::vector<std::string> pieces{"inline constexpr strata::column<table, "};
    if (member.comparison.empty()) {
      pieces.push_back(member.full_type() + "> ");
    } else {
      pieces.push_back(member.full_type() + ", ");
      pieces.push_back("strata::comparison::" + member.comparison + "> ");
    }
    pieces.push_back(member.identifier + "{");
    pieces.push_back(string_literal(member.sql_name) + ", ");
    pieces.push_back(quoted_name(member) + "};");
    print_pieces(to, 0, pieces);
  }
  to.line("}} // namespace col");
  to.blank();
}

void print_key(text_writer& to, const entity& of, const entity_key& key) {
  std::vector<std::string> pieces{"inline constexpr strata::key<table> " + key.identifier + "{"};
  for (const std::size_t at : key.members) {
    const bool is_last = at == key.members.back();
    pieces.push_back(raw_string_literal(sql::quote(of.members[at].sql_name)) +
                     (is_last ? "};" : ", "));
  }
  print_pieces(to, 0, pieces);
}

void print_keys(text_writer& to, const entity& of) {
  if (!has_upsert(of))
    return;
  to.line("/// The keys that `upsert` can tell rows apart by.");
  to.line("namespace key {{");
  if (of.primary && of.primary->can_arbitrate)
    print_key(to, of, *of.primary);
  for (const entity_key& key : of.uniques) {
    if (key.can_arbitrate)
      print_key(to, of, key);
  }
  to.line("}} // namespace key");
  to.blank();
}

void print_text(text_writer& to, const entity& of) {
  to.line("static constexpr strata::table_text text{{");
  {
    const auto inside = to.indent();
    to.line(".schema = {},", string_literal(of.name.schema));
    to.line(".name = {},", string_literal(of.name.name));
    to.line(".quoted = {},", raw_string_literal(sql::quote(of.name)));
    print_columns_text(to, of);
    to.line(".schema_mark = detail::schema_mark,");
  }
  to.line("}};");
  to.blank();
}

void print_read(text_writer& to, const entity& of) {
  to.line("static row read(strata::row_reader& from) {{");
  {
    const auto inside = to.indent();
    to.line("return {{");
    {
      const auto deeper = to.indent();
      for (const entity_member& member : of.members) {
        print_pieces(
            to, 6, {"." + member.identifier + " = ", "from.next<" + member.full_type() + ">(),"});
      }
    }
    to.line("}};");
  }
  to.line("}}");
}

void print_write(text_writer& to, const entity& of, std::string_view given) {
  const bool has_members = std::ranges::any_of(
      of.members, [](const entity_member& each) { return each.on_insert != giving::never; });
  to.blank();
  if (!has_members) {
    to.line("static void write(strata::row_writer&, const {}&) {{}}", given);
    return;
  }
  to.line("static void write(strata::row_writer& to, const {}& from) {{", given);
  {
    const auto inside = to.indent();
    for (const entity_member& member : of.members) {
      if (member.on_insert == giving::never)
        continue;
      print_pieces(
          to, 4, {"to.set(col::" + member.identifier + ", ", "from." + member.identifier + ");"});
    }
  }
  to.line("}}");
}

void print_table(text_writer& to, const entity& of) {
  to.line("/// What joins the structs above to SQL; for the functions below.");
  to.line("struct table {{");
  {
    const auto inside = to.indent();
    to.line("using row_type = row;");
    if (!of.is_view) {
      to.line("using new_row_type = new_row;");
      to.line("using patch_type = patch;");
    }
    to.blank();
    print_text(to, of);
    print_read(to, of);
    if (!of.is_view) {
      print_write(to, of, "new_row");
      print_write(to, of, "patch");
    }
  }
  to.line("}};");
  to.blank();
}

void print_top(text_writer& to, const entity& of) {
  const std::string_view kind = of.is_view ? "view" : "table";
  const std::string source = of.declared_in.empty() ? "the schema" : of.declared_in;
  to.line("// The {} {}, as {} declares it. Printed by Strata: changes belong there.",
          kind,
          display(of.name),
          source);
  to.line("#pragma once");
  to.blank();
  if (of.uses_enumerations)
    to.line("#include \"enumerations.hpp\"");
  to.line("#include \"fingerprint.hpp\"");
  to.blank();
  to.line("#include <strata/runtime/accessors.hpp>");
  for (const std::string& header : of.headers) {
    to.line("#include {}", header);
  }
  to.blank();
  to.line("static_assert(strata::accessor_format == 1,");
  to.line("              \"this header and Strata's runtime are of different releases; build both "
          "anew\");");
  to.blank();
}

} // namespace

std::string print_entity(const entity& of, std::string_view cpp_namespace) {
  text_writer to;
  print_top(to, of);
  print_comment(to, of.comment);
  to.line("namespace {}::{} {{", cpp_namespace, of.identifier);
  to.blank();
  print_row(to, of);
  if (!of.is_view) {
    print_new_row(to, of);
    print_patch(to, of);
  }
  to.line("struct table;");
  to.blank();
  print_columns(to, of);
  print_keys(to, of);
  print_table(to, of);
  print_functions(to, of);
  to.line("}} // namespace {}::{}", cpp_namespace, of.identifier);
  return to.text();
}

} // namespace strata::codegen
