// Key by key, with the rules that `check` has.
#include "codegen/check/as_found.hpp"

#include "codegen/check/schema_rules.hpp"
#include "codegen/compose/lineage.hpp"

namespace strata::codegen {
namespace {

using rule = void (*)(const checked_schema&, const model::table&, std::size_t);

/// Says of each key whether it breaks a rule.
class finding_keys {
public:
  explicit finding_keys(const model::schema& schema) : whole_(version_of(schema)) {}

  bool breaks(rule broken, std::size_t table, std::size_t key) {
    findings_ = {};
    broken(all_, whole_.schema.tables[table], key);
    return !findings_.empty();
  }

private:
  /// Its tables stand where they stood, with their parents' columns.
  static model::version version_of(const model::schema& schema) {
    model::version whole;
    whole.schema = with_inherited_columns(schema);
    return whole;
  }

  model::version whole_;
  diagnostics findings_;
  checked_schema all_{whole_, findings_};
};

} // namespace

void mark_as_found(model::schema& schema) {
  finding_keys keys(schema);
  for (std::size_t at = 0; at < schema.tables.size(); ++at) {
    model::table& table = schema.tables[at];
    for (std::size_t i = 0; i < table.uniques.size(); ++i)
      table.uniques[i].as_found = keys.breaks(check_unique, at, i);
    for (std::size_t i = 0; i < table.foreign_keys.size(); ++i)
      table.foreign_keys[i].as_found =
          table.foreign_keys[i].target_columns.empty() || keys.breaks(check_foreign_key, at, i);
  }
}

} // namespace strata::codegen
