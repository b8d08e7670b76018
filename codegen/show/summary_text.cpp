// Tables in full, everything else by a line.
#include "codegen/show/counts.hpp"
#include "codegen/show/summary.hpp"
#include "codegen/sql/definition.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"
#include "codegen/sql/value.hpp"
#include "codegen/text/text_writer.hpp"
#include "codegen/text/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace strata::codegen {
namespace {

bool is_plain(const std::string& name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

std::string shown(const std::string& name) {
  return is_plain(name) ? name : one_line(sql::quote(name));
}

std::string shown(const model::qualified_name& name) {
  return name.schema.empty() ? shown(name.name) : shown(name.schema) + "." + shown(name.name);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& each : names)
    text += (text.empty() ? "" : ", ") + shown(each);
  return text;
}

/// How many characters it is wide, taking each for one column.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, width_of(text)), ' ');
}

class summary_writer {
public:
  explicit summary_writer(model::dialect on) : on_(on) {}

  std::string write(const model::schema& schema) {
    counts(schema);
    for (const model::table& each : schema.tables)
      table(each, schema);
    for (const model::view& each : schema.views)
      view(each);
    objects(schema);
    return out_.text();
  }

private:
  void counts(const model::schema& schema) {
    std::string line;
    for (const object_count& each : counts_of(schema)) {
      if (each.count > 0)
        line += fmt::format("{}{} {}",
                            line.empty() ? "" : ", ",
                            each.count,
                            each.count == 1 ? each.one : each.many);
    }
    out_.line("{}", line.empty() ? "nothing" : line);
  }

  void comment(const std::string& text) {
    if (!text.empty())
      out_.line("-- {}", one_line(text));
  }

  void table(const model::table& of, const model::schema& schema) {
    out_.blank();
    std::string line = "table " + shown(of.name);
    line += of.unlogged ? ", unlogged" : "";
    line += of.strict ? ", strict" : "";
    line += of.without_rowid ? ", without rowid" : "";
    if (!of.descent.partitioned_by.empty())
      line += ", partitioned by " + one_line(of.descent.partitioned_by);
    if (!of.descent.partition_of.name.empty())
      line +=
          ", partition of " + shown(of.descent.partition_of) + " " + one_line(of.descent.bounds);
    for (const model::qualified_name& each : of.descent.inherits)
      line += ", inherits " + shown(each);
    out_.line("{}", line + (of.row_security ? ", row security" : ""));
    const auto inside = out_.indent();
    comment(of.comment);
    columns(of);
    constraints(of);
    indexes(of.indexes, of.name);
    attached(of, schema);
  }

  void columns(const model::table& of) {
    std::size_t names = 0;
    std::size_t types = 0;
    for (const model::column& each : of.columns) {
      names = std::max(names, width_of(shown(each.name)));
      types = std::max(types, width_of(type(each.type)));
    }
    for (const model::column& each : of.columns) {
      std::string line =
          padded(shown(each.name), names) + "  " + padded(type(each.type), types) + remarks(each);
      line.erase(line.find_last_not_of(' ') + 1);
      out_.line("{}", line);
    }
  }

  std::string type(const model::data_type& of) const { return one_line(sql::type_words(of, on_)); }

  std::string remarks(const model::column& of) const {
    std::string text = of.nullable ? "" : "  not null";
    if (of.default_to)
      text += "  default " + one_line(sql::default_expression(*of.default_to, on_));
    if (of.identity)
      text += of.identity->when == model::identity::mode::serial ? "  serial" : "  identity";
    if (of.generated)
      text += "  generated as (" + one_line(of.generated->expression.for_dialect(on_)) + ")";
    return text + (of.comment.empty() ? "" : "  -- " + one_line(of.comment));
  }

  void constraints(const model::table& of) {
    if (of.primary_key)
      constraint(*of.primary_key);
    const auto all = [&](const auto& list) {
      for (const auto& each : list)
        constraint(each);
    };
    all(of.uniques);
    all(of.foreign_keys);
    all(of.checks);
    all(of.exclusions);
  }

  template <typename Constraint>
  void constraint(Constraint of) {
    const std::string name = std::exchange(of.name, {});
    out_.line("{}{}",
              one_line(sql::constraint_definition(of, on_)),
              name.empty() ? "" : "  " + shown(name));
  }

  void indexes(const std::vector<model::index>& all, const model::qualified_name& owner) {
    for (const model::index& each : all) {
      // What follows CREATE, without the semicolon.
      const std::string text = sql::render(sql::create_index{owner, each}, on_);
      out_.line("{}{}{}",
                one_line(text.substr(7, text.size() - 8)),
                each.part_of.empty() ? "" : "  part of " + shown(each.part_of),
                each.not_valid ? "  not valid" : "");
    }
  }

  void attached(const model::table& of, const model::schema& schema) {
    for (const model::trigger& each : schema.triggers) {
      if (each.table == of.name)
        out_.line("trigger {} {}", shown(each.name), one_line(each.events.for_dialect(on_)));
    }
    for (const model::policy& each : schema.policies) {
      if (each.table == of.name)
        out_.line("policy {}", shown(each.name));
    }
    for (const model::rule& each : schema.rules) {
      if (each.table == of.name)
        out_.line("rule {} on {}", shown(each.name), each.event);
    }
  }

  void view(const model::view& of) {
    out_.blank();
    out_.line("{} {}", of.materialized ? "materialized view" : "view", shown(of.name));
    const auto inside = out_.indent();
    comment(of.comment);
    indexes(of.indexes, of.name);
  }

  void objects(const model::schema& schema) {
    group(schema.functions, [&](const model::function& each) {
      using kind = model::function::kind;
      return fmt::format("{} {}({})",
                         each.of == kind::function
                             ? "function"
                             : (each.of == kind::procedure ? "procedure" : "aggregate"),
                         shown(each.name),
                         one_line(each.parameters));
    });
    group(schema.sequences, [&](const model::sequence& each) {
      return "sequence " + shown(each.name) +
             (each.owner_table.name.empty()
                  ? ""
                  : " of " + shown(each.owner_table) + "." + shown(each.owner_column));
    });
    group(schema.enumerations, [&](const model::enumeration& each) {
      return "enumeration " + shown(each.name) + ": " + joined(each.values);
    });
    group(schema.domains, [&](const model::domain& each) {
      return "domain " + shown(each.name) + ": " + type(each.type);
    });
    group(schema.composite_types, [&](const model::composite_type& each) {
      std::string line;
      for (const auto& attribute : each.attributes)
        line += (line.empty() ? "" : ", ") + shown(attribute.name) + " " + type(attribute.type);
      return "composite type " + shown(each.name) + ": " + line;
    });
    group(schema.range_types, [&](const model::range_type& each) {
      return "range type " + shown(each.name) + ": " + type(each.subtype);
    });
    group(schema.statistics_objects, [&](const model::statistics& each) {
      return "statistics " + shown(each.name) + " on " + shown(each.table);
    });
    group(schema.extensions,
          [&](const model::extension& each) { return "extension " + shown(each.name); });
    group(schema.named_schemas,
          [&](const model::named_schema& each) { return "schema " + shown(each.name); });
  }

  template <typename Objects, typename Words>
  void group(const Objects& all, Words words) {
    if (!all.empty())
      out_.blank();
    for (const auto& each : all)
      out_.line("{}", words(each));
  }

  model::dialect on_;
  text_writer out_;
};

} // namespace

std::string summary_text(const model::schema& schema, model::dialect on) {
  return summary_writer(on).write(schema);
}

} // namespace strata::codegen
