// The headers that a schema has once.
#include "codegen/cpp/shared_headers.hpp"

#include "codegen/cpp/comment.hpp"
#include "codegen/cpp/cpp_type.hpp"
#include "codegen/cpp/namer.hpp"
#include "codegen/cpp/wrap.hpp"
#include "codegen/text/cpp_literal.hpp"
#include "codegen/text/text_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

/// The most members that BOOST_HANA_ADAPT_STRUCT takes.
constexpr std::size_t hana_macro_limit = 39;

void print_enumeration(text_writer& to, const model::enumeration& of, diagnostics& out) {
  print_comment(to, of.comment);
  to.line("enum class {} {{", cpp_name(of));
  {
    const auto inside = to.indent();
    std::vector<std::string> enumerators;
    for (std::size_t at = 0; at < of.values.size(); ++at) {
      const bool has_names = at < of.cpp_values.size();
      std::string enumerator =
          identifier_for(has_names ? of.cpp_values[at] : "", of.values[at], of.where, out);
      if (std::ranges::find(enumerators, enumerator) != enumerators.end()) {
        report_clash(fmt::format("values of the enumeration {}", display(of.name)),
                     enumerator,
                     of.where,
                     out,
                     R"(value("…").as("…"))");
      }
      to.line("{},", enumerator);
      enumerators.push_back(std::move(enumerator));
    }
  }
  to.line("}};");
  to.blank();
}

void print_names(text_writer& to, const model::enumeration& of, std::string_view cpp_namespace) {
  to.line("template <>");
  to.line("struct enumeration_names<{}::{}> {{", cpp_namespace, cpp_name(of));
  {
    const auto inside = to.indent();
    to.line("static constexpr std::array<std::string_view, {}> names{{", of.values.size());
    {
      const auto deeper = to.indent();
      for (const std::string& value : of.values) {
        to.line("{},", string_literal(value));
      }
    }
    to.line("}};");
  }
  to.line("}};");
  to.blank();
}

/// Without the macro, as its own documentation spells it out.
void print_long_hana(text_writer& to, const entity& of, const std::string& type) {
  to.line("template <>");
  to.line("struct boost::hana::accessors_impl<{}> {{", type);
  {
    const auto inside = to.indent();
    to.line("static constexpr auto apply() {{");
    {
      const auto deeper = to.indent();
      to.line("return boost::hana::make_tuple(");
      for (const entity_member& member : of.members) {
        const std::string_view end = &member == &of.members.back() ? ");" : ",";
        to.line("    boost::hana::make_pair(");
        print_pieces(to,
                     4,
                     {"        BOOST_HANA_STRING(\"" + member.identifier + "\"), ",
                      "[](auto&& row) -> decltype(auto) { ",
                      "return (static_cast<decltype(row)>(row)." + member.identifier + "); })" +
                          std::string(end)},
                     8);
      }
    }
    to.line("}}");
  }
  to.line("}};");
}

} // namespace

std::string print_enumerations(const std::vector<model::enumeration>& all,
                               std::string_view cpp_namespace,
                               diagnostics& out) {
  text_writer to;
  to.line("// The schema's enumerations. Printed by Strata: changes belong into the schema.");
  to.line("#pragma once");
  to.blank();
  to.line("#include <strata/runtime/enumeration.hpp>");
  to.blank();
  to.line("#include <array>");
  to.line("#include <string_view>");
  to.blank();
  to.line("namespace {} {{", cpp_namespace);
  to.blank();
  for (const model::enumeration& each : all) {
    print_enumeration(to, each, out);
  }
  to.line("using strata::from_string;");
  to.line("using strata::to_string;");
  to.blank();
  to.line("}} // namespace {}", cpp_namespace);
  to.blank();
  to.line("namespace strata {{");
  to.blank();
  for (const model::enumeration& each : all) {
    print_names(to, each, cpp_namespace);
  }
  to.line("}} // namespace strata");
  return to.text();
}

std::string print_fingerprint(std::string_view fingerprint, std::string_view cpp_namespace) {
  const std::string symbol = fingerprint_symbol(fingerprint);
  text_writer to;
  to.line("// Ties accessors to the migrations of the same schema. Printed by Strata.");
  to.line("#pragma once");
  to.blank();
  to.line("namespace {}::detail {{", cpp_namespace);
  to.blank();
  to.line("/// Only this schema's migrations define it: stale halves of a program do not link.");
  to.line("extern const char {};", symbol);
  to.blank();
  to.line("inline constexpr const char* schema_mark = &{};", symbol);
  to.blank();
  to.line("}} // namespace {}::detail", cpp_namespace);
  return to.text();
}

std::string print_umbrella(const std::vector<std::string>& stems, std::string_view cpp_namespace) {
  const std::string folder = namespace_parts(cpp_namespace).back();
  text_writer to;
  to.line("// All accessors of the schema. Printed by Strata: changes belong into the schema.");
  to.line("#pragma once");
  to.blank();
  for (const std::string& stem : stems) {
    to.line("#include \"{}/{}.hpp\"", folder, stem);
  }
  return to.text();
}

std::string print_hana(const std::vector<entity>& entities, std::string_view cpp_namespace) {
  text_writer to;
  to.line("// The rows as Boost.Hana Structs, for who reflects over them. Printed by Strata.");
  to.line("#pragma once");
  to.blank();
  for (const entity& each : entities) {
    to.line("#include \"{}.hpp\"", each.identifier);
  }
  to.blank();
  to.line("#include <boost/hana.hpp>");
  for (const entity& each : entities) {
    const std::string type = fmt::format("{}::{}::row", cpp_namespace, each.identifier);
    to.blank();
    if (each.members.size() > hana_macro_limit) {
      print_long_hana(to, each, type);
      continue;
    }
    std::vector<std::string> pieces{"BOOST_HANA_ADAPT_STRUCT(" + type +
                                    (each.members.empty() ? ");" : ", ")};
    for (const entity_member& member : each.members) {
      pieces.push_back(member.identifier + (&member == &each.members.back() ? ");" : ", "));
    }
    print_pieces(to, 0, pieces);
  }
  return to.text();
}

} // namespace strata::codegen
