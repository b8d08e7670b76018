// Declarations to versions, and what the lock says of each.
#include "codegen/check/check.hpp"
#include "codegen/cli/committed.hpp"
#include "codegen/cli/generation.hpp"
#include "codegen/compose/compose.hpp"
#include "codegen/sql/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

void check_number(const version_header& header, diagnostics& out) {
  const auto& declared = header.declaration;
  if (declared.number != header.number) {
    out.add(
        {.code = "S500",
         .message = fmt::format("{} declares version {}; a header declares the version that it is "
                                "named for",
                                header.path,
                                declared.number),
         .help = {fmt::format("write schema_version({}, …), or rename the file to v{}.hpp",
                              header.number,
                              declared.number)},
         .where = declared.where});
  }
}

/// Where nothing is locked but SQL lies there, the lock was lost: printing anew would rewrite
/// what may have been released.
void check_lost_lock(const generator_settings& settings, diagnostics& out) {
  for (const char* folder : {"postgresql", "sqlite"}) {
    std::error_code problem;
    const auto path = settings.generated_dir / folder;
    if (std::filesystem::is_directory(path, problem) && !std::filesystem::is_empty(path, problem)) {
      const history_file lock_at = committed_file(settings, lock_name);
      out.add({.code = "S408",
               .message = fmt::format("{} is missing, though {}/ holds SQL; put it back",
                                      lock_at.name,
                                      committed_file(settings, folder).name),
               .help = {fmt::format("to put it back: git checkout -- {}", lock_at.name),
                        "if no version was ever released: remove the SQL too, and build"},
               .where = {.file = lock_at.path, .line = 1, .column = 1}});
      return;
    }
  }
}

std::string path_of(const std::vector<version_header>& headers, int number) {
  const auto at = std::find_if(headers.begin(), headers.end(), [&](const auto& each) {
    return each.declaration.number == number;
  });
  return at == headers.end() ? "" : at->path;
}

/// A sealed version stays as it was printed.
void keep_numbers_as_text(model::schema& schema) {
  for (model::table& table : schema.tables) {
    for (model::column& column : table.columns) {
      if (sql::number_form_of(column))
        column.sqlite_type = sql::found_text_words;
    }
  }
}

void apply_lock(const lock& history,
                const history_file& lock_at,
                std::vector<version_record>& versions,
                diagnostics& out) {
  std::vector<declared_version> declared;
  for (version_record& each : versions) {
    declared.push_back({&each.text, each.fingerprint, each.header, each.version.where});
    if (const locked_version* locked = history.find(each.version.number)) {
      each.was_sealed = locked->sealed;
      each.oldest_compatible = locked->oldest_compatible;
      if (locked->sealed && !locked->numbers_by_value)
        keep_numbers_as_text(each.version.schema);
    }
  }
  check_sealed(history, lock_at, declared, out);
}

} // namespace

versions_read read_versions(const generator_settings& settings,
                            const std::vector<version_header>& headers,
                            diagnostics& out) {
  versions_read read;
  std::vector<model::version_declaration> declarations;
  for (const version_header& header : headers) {
    check_number(header, out);
    declarations.push_back(header.declaration);
  }
  std::vector<model::version> composed = compose(std::move(declarations), out);
  read.composed = out.empty() && !composed.empty();
  std::vector<canonical_version> texts = canonical(composed);
  for (std::size_t at = 0; at < composed.size(); ++at) {
    version_record record;
    record.header = path_of(headers, composed[at].number);
    record.fingerprint = fingerprint(texts[at]);
    record.text = std::move(texts[at]);
    record.version = std::move(composed[at]);
    read.versions.push_back(std::move(record));
  }
  const auto locked = read_committed(settings, lock_name);
  if (!locked) {
    check_lost_lock(settings, out);
    return read;
  }
  const history_file lock_at = committed_file(settings, lock_name);
  read.history = read_lock(*locked, lock_at, out).value_or(lock{});
  apply_lock(read.history, lock_at, read.versions, out);
  return read;
}

} // namespace strata::codegen
