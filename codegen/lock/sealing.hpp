// Whether the declared versions still say what the lock says of those that are sealed.
#pragma once

#include "codegen/lock/lock_file.hpp"
#include "codegen/text/diagnostics.hpp"

#include <optional>
#include <string>
#include <vector>

namespace strata::codegen {

/// A file of `generated/`: where it is for an editor, and as a reader calls it.
struct history_file {
  std::string path; ///< `/home/ann/project/generated/schema.lock`
  std::string name; ///< `generated/schema.lock`
};

/// The lock of that text. Conflict markers, a version that stands in it twice, and a text that is
/// not its fingerprint's are findings.
std::optional<lock> read_lock(const std::string& text, const history_file& from, diagnostics& out);

/// A version as its header says it now.
struct declared_version {
  const canonical_version* text = nullptr;
  std::string fingerprint;
  std::string header; ///< `schema/v2.hpp`
  model::place where;
};

/// Sealed versions that say something else than the lock, or that are declared no more.
void check_sealed(const lock& history,
                  const history_file& lock_at,
                  const std::vector<declared_version>& declared,
                  diagnostics& out);

/// Sealed SQL is read from where it was written, so it must be what was locked. `text` is absent
/// where the file is.
void check_sealed_file(const history_file& file,
                       int version,
                       const std::string& digest,
                       const std::optional<std::string>& text,
                       diagnostics& out);

} // namespace strata::codegen
