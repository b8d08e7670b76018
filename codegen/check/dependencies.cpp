// Views, functions and what hangs on tables depend on what exists, and not on themselves.
#include "codegen/check/schema_rules.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

namespace strata::codegen {
namespace {

using model::qualified_name;

class dependency_check {
public:
  explicit dependency_check(const checked_schema& all) : all_(all) {
    for (const model::function& each : all.schema.functions) {
      functions_.insert(each.name);
    }
    for (const model::enumeration& each : all.schema.enumerations) {
      types_.insert(each.name);
    }
    const auto insert_all = [&](const auto& objects) {
      for (const auto& each : objects) {
        types_.insert(each.name);
      }
    };
    insert_all(all.schema.sequences);
    insert_all(all.schema.domains);
    insert_all(all.schema.composite_types);
    insert_all(all.schema.range_types);
  }

  void run() {
    for (const model::view& each : all_.schema.views) {
      find("view " + display(each.name), each.depends_on, each.where);
      edges_[each.name] = &each.depends_on;
    }
    for (const model::function& each : all_.schema.functions) {
      find("function " + display(each.name), each.depends_on, each.where);
    }
    for (const model::trigger& each : all_.schema.triggers) {
      find("trigger " + each.name, each.depends_on, each.where);
      check_table_of("trigger", each);
    }
    for (const model::rule& each : all_.schema.rules) {
      find("rule " + each.name, each.depends_on, each.where);
      check_table_of("rule", each);
    }
    for (const model::policy& each : all_.schema.policies) {
      find("policy " + each.name, each.depends_on, each.where);
      check_table_of("policy", each);
    }
    for (const model::statistics& each : all_.schema.statistics_objects) {
      check_table_of("statistics", each);
    }
    for (const model::view& each : all_.schema.views) {
      find_cycle(each);
    }
  }

private:
  bool is_relation(const qualified_name& name) const {
    return all_.tables.find(name) != nullptr || all_.views.find(name) != nullptr;
  }

  std::vector<std::string> candidates() const {
    std::vector<std::string> names = names_of(all_.schema.tables);
    for (const model::view& each : all_.schema.views) {
      names.push_back(display(each.name));
    }
    for (const model::function& each : all_.schema.functions) {
      names.push_back(display(each.name));
    }
    return names;
  }

  void find(const std::string& what,
            const std::vector<qualified_name>& names,
            const model::place& where) const {
    for (const qualified_name& each : names) {
      if (is_relation(each) || functions_.count(each) > 0 || types_.count(each) > 0) {
        continue;
      }
      all_.out.add({"S170",
                    fmt::format("{} depends on {}, which version {} does not have; declare it, or "
                                "{} anew without it",
                                what,
                                display(each),
                                all_.number,
                                what),
                    did_you_mean(display(each), candidates()),
                    where});
    }
  }

  template <typename Attached>
  void check_table_of(const char* what, const Attached& each) const {
    if (is_relation(each.table)) {
      return;
    }
    all_.out.add({"S171",
                  fmt::format("{} {} is on {}, which version {} does not have; declare the "
                              "table, or correct its name",
                              what,
                              thing({}, named(each.name)),
                              display(each.table),
                              all_.number),
                  did_you_mean(display(each.table), candidates()),
                  each.where});
  }

  static qualified_name named(const std::string& name) { return {{}, name}; }

  static qualified_name named(const qualified_name& name) { return name; }

  /// Depth first; a cycle is reported once, at the first of its members by declaration.
  void find_cycle(const model::view& from) {
    std::vector<qualified_name> path;
    visit(from.name, path, from.where);
  }

  void
  visit(const qualified_name& name, std::vector<qualified_name>& path, const model::place& where) {
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (path[i] == name) {
        report_cycle({path.begin() + static_cast<std::ptrdiff_t>(i), path.end()}, where);
        return;
      }
    }
    const auto next = edges_.find(name);
    if (next == edges_.end() || done_.count(name) > 0) {
      return;
    }
    path.push_back(name);
    for (const qualified_name& each : *next->second) {
      visit(each, path, where);
    }
    path.pop_back();
    done_.insert(name);
  }

  void report_cycle(const std::vector<qualified_name>& members, const model::place& where) const {
    std::vector<std::string> names;
    for (const qualified_name& each : members) {
      names.push_back(display(each));
    }
    names.push_back(names.front());
    all_.out.add({"S172",
                  fmt::format("views depend on each other: {}; take one dependency out",
                              fmt::join(names, " → ")),
                  {},
                  where});
  }

  const checked_schema& all_;
  std::set<qualified_name> functions_;
  std::set<qualified_name> types_; ///< And sequences.
  std::map<qualified_name, const std::vector<qualified_name>*> edges_;
  std::set<qualified_name> done_;
};

} // namespace

void check_dependencies(const checked_schema& all) { dependency_check(all).run(); }

} // namespace strata::codegen
