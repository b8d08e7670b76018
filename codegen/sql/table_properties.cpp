// What ALTER TABLE says of a table as a whole and of how its columns are stored.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/parameters.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen::sql {
namespace {

class altering {
public:
  explicit altering(const model::qualified_name& table) : head_("ALTER TABLE " + quote(table)) {}

  void add(const std::string& words) { line(head_ + ' ' + words + ';'); }

  void line(const std::string& text) { text_ += (text_.empty() ? "" : "\n") + text; }

  /// SET and RESET of what differs between two lists of parameters.
  void parameters(const std::string& prefix, const std::string& before, const std::string& after) {
    const std::vector<parameter> was = parameters_of(before);
    const std::vector<parameter> is = parameters_of(after);
    std::string reset;
    for (const parameter& each : was) {
      if (std::none_of(
              is.begin(), is.end(), [&](const auto& other) { return other.name == each.name; })) {
        reset += (reset.empty() ? "" : ", ") + each.name;
      }
    }
    std::string set;
    for (const parameter& each : is) {
      if (std::find(was.begin(), was.end(), each) == was.end()) {
        set += (set.empty() ? "" : ", ") + each.name;
        set += each.value.empty() ? "" : " = " + each.value;
      }
    }
    if (!reset.empty()) {
      add(fmt::format("{}RESET ({})", prefix, reset));
    }
    if (!set.empty()) {
      add(fmt::format("{}SET ({})", prefix, set));
    }
  }

  std::string take() { return std::move(text_); }

private:
  std::string head_;
  std::string text_;
};

void alter_descent(altering& change, const model::table& before, const model::table& after) {
  const model::lineage& was = before.descent;
  const model::lineage& is = after.descent;
  if (was.partition_of != is.partition_of || was.bounds != is.bounds) {
    if (!was.partition_of.name.empty()) {
      change.line(fmt::format(
          "ALTER TABLE {} DETACH PARTITION {};", quote(was.partition_of), quote(after.name)));
    }
    if (!is.partition_of.name.empty()) {
      change.line(fmt::format("ALTER TABLE {} ATTACH PARTITION {} {};",
                              quote(is.partition_of),
                              quote(after.name),
                              is.bounds));
    }
  }
  const auto has = [](const auto& all, const auto& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (const model::qualified_name& each : was.inherits) {
    if (!has(is.inherits, each)) {
      change.add("NO INHERIT " + quote(each));
    }
  }
  for (const model::qualified_name& each : is.inherits) {
    if (!has(was.inherits, each)) {
      change.add("INHERIT " + quote(each));
    }
  }
}

std::string replica_words(const model::table& of) {
  switch (of.replica) {
  case model::replica_identity::primary_key:
    return "DEFAULT";
  case model::replica_identity::full:
    return "FULL";
  case model::replica_identity::nothing:
    return "NOTHING";
  case model::replica_identity::index:
    break;
  }
  return "USING INDEX " + quote(of.replica_index);
}

} // namespace

std::string printer::operator()(const alter_table& altered) const {
  const model::table& before = altered.before;
  const model::table& after = altered.after;
  altering change(after.name);
  change.parameters("", before.with, after.with);
  alter_descent(change, before, after);
  if (before.row_security != after.row_security) {
    change.add(after.row_security ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY");
  }
  if (before.row_security_forced != after.row_security_forced) {
    change.add(after.row_security_forced ? "FORCE ROW LEVEL SECURITY"
                                         : "NO FORCE ROW LEVEL SECURITY");
  }
  if (before.replica != after.replica || before.replica_index != after.replica_index) {
    change.add("REPLICA IDENTITY " + replica_words(after));
  }
  if (before.clustered_on != after.clustered_on) {
    change.add(after.clustered_on.empty() ? "SET WITHOUT CLUSTER"
                                          : "CLUSTER ON " + quote(after.clustered_on));
  }
  return change.take();
}

std::string printer::operator()(const set_column_storage& set) const {
  const model::column& before = set.before;
  const model::column& after = set.after;
  altering change(set.table);
  const std::string column = "ALTER COLUMN " + quote(after.name) + ' ';
  if (before.storage != after.storage && !after.storage.empty()) {
    change.add(column + "SET STORAGE " + after.storage);
  }
  if (before.compression != after.compression) {
    change.add(column + "SET COMPRESSION " +
               (after.compression.empty() ? "DEFAULT" : after.compression));
  }
  if (before.statistics != after.statistics) {
    change.add(fmt::format("{}SET STATISTICS {}", column, after.statistics.value_or(-1)));
  }
  change.parameters(column, before.parameters, after.parameters);
  return change.take();
}

} // namespace strata::codegen::sql
