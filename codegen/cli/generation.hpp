// From declared versions to every file that is printed for them, as values: reads what is
// committed, writes nothing.
#pragma once

#include "codegen/cli/registry.hpp"
#include "codegen/cli/settings.hpp"
#include "codegen/lock/sealing.hpp"
#include "codegen/text/diagnostics.hpp"
#include "codegen/text/generated_file.hpp"

#include <set>
#include <string>
#include <vector>

namespace strata::codegen {

/// A version with what the history says of it.
struct version_record {
  model::version version;
  std::string header; ///< `schema/v2.hpp`
  canonical_version text;
  std::string fingerprint;
  bool was_sealed = false; ///< In the lock as it stands: neither judged nor printed again.
  bool sealed = false;     ///< From now on.
  int oldest_compatible = 0;
};

struct generation {
  std::vector<version_record> versions;
  std::vector<generated_file> committed; ///< Below `generated/`; sealed SQL is not among them.
  std::set<std::string> sealed;          ///< SQL below `generated/` that stays as it is.
  std::set<std::string> abandoned;       ///< Below `generated/`: what the lock knew of a draft.
  std::vector<generated_file> headers;   ///< Accessors, below an include folder.
  generated_file migrations;             ///< For the build tree alone.
};

/// All of it, or findings. `seal_head`: the head is sealed from now on.
generation generate(const generator_settings& settings,
                    const std::vector<version_header>& headers,
                    bool seal_head,
                    diagnostics& out);

/// Composed versions, and the history as it is committed.
struct versions_read {
  std::vector<version_record> versions;
  lock history;
  bool composed = false; ///< Every declaration could be taken.
};

versions_read read_versions(const generator_settings& settings,
                            const std::vector<version_header>& headers,
                            diagnostics& out);

} // namespace strata::codegen
