// Partitions and heirs: of tables that exist, with keys of columns that those have. The compiler
// cannot look such columns up.
#include "codegen/check/schema_rules.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/lineage.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>

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

  void check_parts() const {
    for (const model::index& each : table_.indexes) {
      if (!each.part_of.empty())
        find_whole(each);
      if (each.only_parent && table_.descent.partitioned_by.empty())
        all_.out.add({"S137",
                      fmt::format("index {} is only_parent, and {} has no partitions; leave it "
                                  "out, or partition the table",
                                  each.name,
                                  display(table_.name)),
                      {},
                      each.where});
    }
  }

private:
  void find_whole(const model::index& part) const {
    const model::table* const parent = all_.tables.find(table_.descent.partition_of);
    std::vector<std::string> candidates;
    if (parent != nullptr) {
      // A partition that has partitions may have parts that nobody named.
      if (!parent->descent.partition_of.name.empty())
        return;
      for (const model::index& each : parent->indexes)
        candidates.push_back(each.name);
      for (const model::unique_constraint& each : parent->uniques)
        candidates.push_back(each.name);
      if (parent->primary_key)
        candidates.push_back(parent->primary_key->name);
    }
    if (std::find(candidates.begin(), candidates.end(), part.part_of) != candidates.end())
      return;
    all_.out.add(
        {"S136",
         fmt::format("index {} of {} is a part of {}, which is no index or key of its parent's; "
                     "name one",
                     part.name,
                     display(table_.name),
                     part.part_of),
         did_you_mean(part.part_of, candidates),
         part.where});
  }

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
    descent_check(all, each).check_parts();
  }
}

} // namespace strata::codegen
