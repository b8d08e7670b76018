// Partitions and heirs: of tables that exist, with keys of columns that those have. The compiler
// cannot look such columns up.
#include "codegen/check/schema_rules.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/lineage.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

class descent_check {
public:
  descent_check(const checked_schema& all, const model::table& table) : all_(all), table_(table) {}

  void run() const {
    find_parent(table_.descent.partition_of);
    for (const model::qualified_name& each : table_.descent.inherits)
      find_parent(each);
    if (table_.primary_key)
      find(table_.primary_key->columns, table_.primary_key->where);
    for (const auto& each : table_.uniques)
      find(each.columns, each.where);
    for (const auto& each : table_.foreign_keys)
      find(each.columns, each.where);
    for (const auto& each : table_.indexes) {
      for (const model::index_key& key : each.keys) {
        if (!key.column.empty())
          find({key.column}, each.where);
      }
      find(each.include, each.where);
    }
  }

private:
  void find_parent(const model::qualified_name& parent) const {
    if (parent.name.empty() || all_.tables.find(parent) != nullptr)
      return;
    all_.out.add({"S134",
                  fmt::format("{} descends from {}, which version {} does not have; declare it, or "
                              "correct the name",
                              display(table_.name),
                              display(parent),
                              all_.number),
                  did_you_mean(display(parent), names_of(all_.schema.tables)),
                  table_.where});
  }

  void find(const std::vector<std::string>& columns, const model::place& where) const {
    for (const std::string& each : columns) {
      if (find_named(table_.columns, each) != nullptr)
        continue;
      std::vector<std::string> candidates;
      for (const model::column& column : table_.columns)
        candidates.push_back(column.name);
      all_.out.add({"S135",
                    fmt::format("a key of {} names column {}, which neither it nor what it "
                                "descends from has; name one of its columns",
                                display(table_.name),
                                each),
                    did_you_mean(each, candidates),
                    where});
    }
  }

  const checked_schema& all_;
  const model::table& table_;
};

} // namespace

void check_descent(const checked_schema& all) {
  for (const model::table& each : all.schema.tables) {
    if (has_descent(each))
      descent_check(all, each).run();
  }
}

} // namespace strata::codegen
