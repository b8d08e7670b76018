// Every object with what tells it apart; definitions as SQL.
#include "codegen/show/counts.hpp"
#include "codegen/show/summary.hpp"
#include "codegen/sql/definition.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/type.hpp"
#include "codegen/sql/value.hpp"
#include "codegen/text/json_text.hpp"

#include <utility>

namespace strata::codegen {
namespace {

class json_summary {
public:
  explicit json_summary(model::dialect on) : on_(on) {}

  std::string write(const model::schema& schema) {
    out_.begin('{');
    out_.member("database", on_ == model::dialect::postgresql ? "postgresql" : "sqlite");
    out_.key("counts").begin('{');
    for (const object_count& each : counts_of(schema))
      out_.key(each.many).number(each.count);
    out_.end('}');
    list("tables", schema.tables, [&](const model::table& each) { table(each); });
    list("views", schema.views, [&](const model::view& each) { view(each); });
    objects(schema);
    out_.end('}');
    return out_.text() + "\n";
  }

private:
  template <typename Objects, typename Write>
  void list(const char* key, const Objects& all, Write write) {
    out_.key(key).begin('[');
    for (const auto& each : all) {
      out_.begin('{');
      write(each);
      out_.end('}');
    }
    out_.end(']');
  }

  void name(const model::qualified_name& of) {
    if (!of.schema.empty())
      out_.member("schema", of.schema);
    out_.member("name", of.name);
  }

  void comment(const std::string& text) {
    if (!text.empty())
      out_.member("comment", text);
  }

  void reference(const char* key, const model::qualified_name& to) {
    out_.key(key).begin('{');
    name(to);
    out_.end('}');
  }

  void table(const model::table& of) {
    name(of.name);
    comment(of.comment);
    if (!of.descent.partitioned_by.empty())
      out_.member("partitioned_by", of.descent.partitioned_by);
    if (!of.descent.partition_of.name.empty()) {
      reference("partition_of", of.descent.partition_of);
      out_.member("bounds", of.descent.bounds);
    }
    list("columns", of.columns, [&](const model::column& each) { column(each); });
    out_.key("constraints").begin('[');
    if (of.primary_key)
      constraint("primary key", *of.primary_key);
    constraints("unique", of.uniques);
    constraints("foreign key", of.foreign_keys);
    constraints("check", of.checks);
    constraints("exclusion", of.exclusions);
    out_.end(']');
    indexes(of.indexes, of.name);
  }

  void column(const model::column& of) {
    out_.member("name", of.name).member("type", sql::type_words(of.type, on_));
    out_.key("nullable").boolean(of.nullable);
    if (of.default_to)
      out_.member("default", sql::default_expression(*of.default_to, on_));
    if (of.identity)
      out_.key("identity").boolean(true);
    if (of.generated)
      out_.member("generated", of.generated->expression.for_dialect(on_));
    comment(of.comment);
  }

  template <typename Constraints>
  void constraints(const char* kind, const Constraints& all) {
    for (const auto& each : all)
      constraint(kind, each);
  }

  template <typename Constraint>
  void constraint(const char* kind, Constraint of) {
    out_.begin('{').member("kind", kind).member("name", std::exchange(of.name, {}));
    columns(of);
    out_.member("definition", sql::constraint_definition(of, on_)).end('}');
  }

  template <typename Constraint>
  void columns(const Constraint& of) {
    if constexpr (requires { of.columns; })
      out_.member("columns", of.columns);
    if constexpr (requires { of.target; }) {
      reference("target", of.target);
      out_.member("target_columns", of.target_columns);
    }
  }

  void indexes(const std::vector<model::index>& all, const model::qualified_name& owner) {
    list("indexes", all, [&](const model::index& each) {
      out_.member("name", each.name).key("unique").boolean(each.unique);
      out_.member("definition", sql::render(sql::create_index{owner, each}, on_));
      if (!each.part_of.empty())
        out_.member("part_of", each.part_of);
      if (each.not_valid)
        out_.key("not_valid").boolean(true);
    });
  }

  void view(const model::view& of) {
    name(of.name);
    out_.key("materialized").boolean(of.materialized);
    comment(of.comment);
    out_.member("query", of.query.for_dialect(on_));
    indexes(of.indexes, of.name);
  }

  void objects(const model::schema& schema) {
    using kind = model::function::kind;
    list("functions", schema.functions, [&](const model::function& each) {
      name(each.name);
      out_.member("kind",
                  each.of == kind::function
                      ? "function"
                      : (each.of == kind::procedure ? "procedure" : "aggregate"));
      out_.member("parameters", each.parameters);
    });
    attached("triggers", schema.triggers);
    attached("policies", schema.policies);
    attached("rules", schema.rules);
    list("enumerations", schema.enumerations, [&](const model::enumeration& each) {
      name(each.name);
      out_.member("values", each.values);
    });
    list("domains", schema.domains, [&](const model::domain& each) {
      name(each.name);
      out_.member("type", sql::type_words(each.type, on_));
    });
    named("sequences", schema.sequences);
    named("composite_types", schema.composite_types);
    named("range_types", schema.range_types);
    named("statistics", schema.statistics_objects);
    plain("extensions", schema.extensions);
    plain("schemas", schema.named_schemas);
  }

  template <typename Objects>
  void named(const char* key, const Objects& all) {
    list(key, all, [&](const auto& each) { name(each.name); });
  }

  template <typename Objects>
  void attached(const char* key, const Objects& all) {
    list(key, all, [&](const auto& each) {
      out_.member("name", each.name);
      reference("table", each.table);
    });
  }

  template <typename Objects>
  void plain(const char* key, const Objects& all) {
    list(key, all, [&](const auto& each) { out_.member("name", each.name); });
  }

  model::dialect on_;
  json_text out_;
};

} // namespace

std::string summary_json(const model::schema& schema, model::dialect on) {
  return json_summary(on).write(schema);
}

} // namespace strata::codegen
