// A database that was added later finds no sealed SQL: then the sealed versions are printed for it,
// once.
#include "codegen/cli/history_sql.hpp"

#include "codegen/cli/committed.hpp"
#include "codegen/cli/sql_file.hpp"
#include "codegen/lock/sha256.hpp"
#include "codegen/plan/migration.hpp"
#include "codegen/verify/sqlite_chain.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

const char* folder(model::dialect dialect) {
  return dialect == model::dialect::postgresql ? "postgresql/" : "sqlite/";
}

/// The script's text that a file of that name holds.
std::string& text_of(embedded_script& script, const std::string& name) {
  if (name.ends_with(".down.sql"))
    return script.down;
  return name.ends_with(".plain.sql") ? script.plain : script.up;
}

version_sql
read_one(const generator_settings& settings, const locked_version& locked, diagnostics& out) {
  version_sql sql;
  sql.digests = locked.files; // Of databases that are no more targets too: the history keeps them.
  for (const target& on : settings.targets) {
    embedded_script script{.dialect = on.dialect, .up = {}, .down = {}, .plain = {}};
    bool found = false;
    for (const auto& [name, digest] : locked.files) {
      if (!name.starts_with(folder(on.dialect)))
        continue;
      found = true;
      const auto text = read_committed(settings, name);
      check_sealed_file(committed_file(settings, name), locked.text.number, digest, text, out);
      text_of(script, name) = text.value_or("");
    }
    if (found)
      sql.scripts.push_back(std::move(script));
  }
  return sql;
}

void add_file(version_sql& sql,
              embedded_script& script,
              sql_form form,
              const version_record& record,
              const std::string& body) {
  const std::string name = sql_file_name(record.version, script.dialect, form);
  const std::string text = sql_file_text(record.version, script.dialect, form, record.header, body);
  text_of(script, name) = text;
  sql.digests[name] = sha256(text);
  sql.printed.push_back({name, text});
}

embedded_script print_one(version_sql& sql,
                          const version_record& record,
                          const model::version* before,
                          const target& on,
                          diagnostics& out) {
  const migration_sql migration = make_migration(on, before, record.version, out);
  if (on.dialect == model::dialect::sqlite && !record.was_sealed && out.empty()) {
    verify_sqlite_step(before, record.version, migration, on, out);
  }
  embedded_script script{.dialect = on.dialect, .up = {}, .down = {}, .plain = {}};
  add_file(sql, script, sql_form::up, record, migration.up);
  if (!record.version.transition.irreversible) {
    add_file(sql, script, sql_form::down, record, migration.down);
  }
  if (migration.plain) {
    add_file(sql, script, sql_form::plain, record, *migration.plain);
  }
  return script;
}

} // namespace

std::vector<version_sql>
read_sealed_sql(const generator_settings& settings, const versions_read& read, diagnostics& out) {
  std::vector<version_sql> all;
  for (const version_record& each : read.versions) {
    const locked_version* locked = read.history.find(each.version.number);
    all.push_back(locked != nullptr && locked->sealed ? read_one(settings, *locked, out)
                                                      : version_sql{});
  }
  return all;
}

void print_unsealed_sql(const generator_settings& settings,
                        const versions_read& read,
                        std::vector<version_sql>& sql,
                        diagnostics& out) {
  const model::version* before = nullptr;
  for (std::size_t at = 0; at < read.versions.size(); ++at) {
    const version_record& record = read.versions[at];
    for (const target& on : settings.targets) {
      auto& scripts = sql[at].scripts;
      const bool there = std::any_of(scripts.begin(), scripts.end(), [&](const auto& each) {
        return each.dialect == on.dialect;
      });
      if (!there)
        scripts.push_back(print_one(sql[at], record, before, on, out));
    }
    before = &record.version;
  }
}

} // namespace strata::codegen
