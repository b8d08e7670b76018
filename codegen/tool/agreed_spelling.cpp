// A dump that is loaded again has checks, indexes and views that the server prints otherwise.
#include "codegen/tool/agreed_spelling.hpp"

#include "codegen/compose/further_objects.hpp"
#include "codegen/text/spelling.hpp"

#include <functional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <variant>

namespace strata::codegen {
namespace {

using visit_text = std::function<void(std::string&)>;

/// Calls `visit` with each text that the server prints from an expression or a statement.
class texts_in_schema {
public:
  explicit texts_in_schema(const visit_text& visit) : visit_(visit) {}

  void all(model::schema& of) {
    for (model::table& each : of.tables) {
      table(each);
    }
    for (model::view& each : of.views) {
      sql(each.query);
      indexes(each.indexes);
    }
    for (model::function& each : of.functions) {
      visit_(each.parameters);
      sql(each.definition);
    }
    for (model::trigger& each : of.triggers) {
      sql(each.events);
      sql(each.action);
    }
    each_further(of, [&](auto& objects) {
      for (auto& each : objects) {
        object(each);
      }
    });
  }

private:
  void sql(model::sql_text& of) { visit_(of.postgresql); }

  void value(std::optional<model::default_value>& of) {
    if (of) {
      if (auto* text = std::get_if<model::sql_text>(&*of)) {
        sql(*text);
      }
    }
  }

  void checks(std::vector<model::check_constraint>& all) {
    for (model::check_constraint& each : all) {
      sql(each.expression);
    }
  }

  void indexes(std::vector<model::index>& all) {
    for (model::index& each : all) {
      for (model::index_key& key : each.keys) {
        sql(key.expression);
      }
      sql(each.predicate);
    }
  }

  void table(model::table& of) {
    for (model::column& each : of.columns) {
      value(each.default_to);
      if (each.generated) {
        sql(each.generated->expression);
      }
    }
    checks(of.checks);
    indexes(of.indexes);
    for (model::exclusion_constraint& each : of.exclusions) {
      for (auto& element : each.elements) {
        sql(element.expression);
      }
      sql(each.predicate);
    }
    visit_(of.descent.partitioned_by);
    visit_(of.descent.bounds);
  }

  void object(model::domain& of) {
    value(of.default_to);
    checks(of.checks);
  }

  void object(model::rule& of) { sql(of.action); }

  void object(model::policy& of) {
    sql(of.using_sql);
    sql(of.check_sql);
  }

  void object(model::statistics& of) { visit_(of.on); }

  template <typename Other>
  void object(Other&) {}

  const visit_text& visit_;
};

/// Others have one spelling.
bool may_be_spelled_otherwise(std::string_view text) {
  return text.find(" AND ") != std::string_view::npos ||
         text.find(" OR ") != std::string_view::npos ||
         text.find("ARRAY[") != std::string_view::npos;
}

} // namespace

void agree_on_spelling(model::schema& from, model::schema& to) {
  std::unordered_map<std::string, std::string> first; // By the plain spelling.
  const visit_text agree = [&](std::string& text) {
    if (may_be_spelled_otherwise(text)) {
      text = first.emplace(plain_spelling(text), text).first->second;
    }
  };
  texts_in_schema texts(agree);
  texts.all(from);
  texts.all(to);
}

} // namespace strata::codegen
