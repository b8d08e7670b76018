// What the rules about transitions look at, looked up once.
#pragma once

#include "codegen/compose/lookup.hpp"
#include "codegen/compose/renames.hpp"
#include "codegen/diff/operation.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

#include <vector>

namespace strata::codegen {

class transition_facts {
public:
  transition_facts(const model::version& before,
                   const model::version& after,
                   const std::vector<operation>& all,
                   diagnostics& findings);

  // The lookups point into `carried`.
  transition_facts(const transition_facts&) = delete;
  transition_facts& operator=(const transition_facts&) = delete;

  const model::version& from;
  const model::version& to;
  const model::transition& transition;
  const std::vector<operation>& operations;
  diagnostics& out;
  const renames by; ///< Only those that take place.
private:
  model::schema carried_over_; ///< Empty where nothing is renamed.

public:
  const model::schema& carried; ///< `from` with the renames; its objects stand as in `from`.
  const const_lookup<model::table> tables_before; ///< By their old names.
  const const_lookup<model::table> tables_carried;
  const const_lookup<model::table> tables_after;

  bool has_drop(model::object_kind kind,
                const model::qualified_name& owner,
                const model::qualified_name& name) const;
};

// Each adds the findings of one kind.
void check_drops(const transition_facts& facts);
void check_renames(const transition_facts& facts);
void check_stale_drops(const transition_facts& facts);
void check_stale_values(const transition_facts& facts);
void check_missing_values(const transition_facts& facts);
void check_types(const transition_facts& facts);
void check_dependents(const transition_facts& facts);
void check_statements(const transition_facts& facts);

} // namespace strata::codegen
