// Judged first, printed only when nothing was found, and verified last.
#include "codegen/cli/generation.hpp"

#include "codegen/assess/assess.hpp"
#include "codegen/assess/compatibility.hpp"
#include "codegen/check/check.hpp"
#include "codegen/cli/committed.hpp"
#include "codegen/cli/embedding.hpp"
#include "codegen/cli/history_sql.hpp"
#include "codegen/cpp/accessors.hpp"
#include "codegen/diff/diff.hpp"
#include "codegen/docs/dsl.hpp"
#include "codegen/docs/overview.hpp"
#include "codegen/lock/sha256.hpp"
#include "codegen/sql/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

model::dialect_set databases_of(const std::vector<target>& targets) {
  model::dialect_set all = {false, false};
  for (const target& each : targets) {
    (each.dialect == model::dialect::postgresql ? all.postgresql : all.sqlite) = true;
  }
  return all;
}

/// Every rule for the versions that may still change. Sealed ones were judged when they were new.
void judge(std::vector<version_record>& versions,
           const model::dialect_set& databases,
           diagnostics& out) {
  const model::version nothing;
  const version_record* before = nullptr;
  for (version_record& each : versions) {
    if (!each.was_sealed) {
      const model::version& from = before != nullptr ? before->version : nothing;
      check(each.version, databases, out);
      const auto operations = diff(from.schema, each.version.schema, each.version.transition);
      check_transition(from, each.version, operations, out);
      check_acceptances(each.version, operations, out);
      each.oldest_compatible = before != nullptr && keeps_old_programs(operations)
                                   ? before->oldest_compatible
                                   : each.version.number;
    }
    before = &each;
  }
}

/// Ninja rebuilds an application for a changed header only if this one changes with it, since it is
/// the only one that CMake knows of: it says what the others hold.
void tie_together(std::vector<generated_file>& headers) {
  const auto fixed = std::find_if(headers.begin(), headers.end(), [](const auto& each) {
    return each.path.ends_with("fingerprint.hpp");
  });
  if (fixed == headers.end())
    return;
  std::string others;
  for (const generated_file& each : headers) {
    if (&each != &*fixed)
      others += sha256(each.text);
  }
  fixed->text +=
      fmt::format("\n// The headers beside this one: {}\n", sha256(others).substr(0, 16));
}

bool keeps_numbers_by_value(const model::schema& schema) {
  return std::ranges::any_of(schema.tables, [](const model::table& table) {
    return std::ranges::any_of(table.columns, [](const model::column& column) {
      const auto form = sql::number_form_of(column);
      return form && *form != sql::number_form::found_text;
    });
  });
}

lock next_history(const std::vector<version_record>& versions,
                  const std::vector<version_sql>& sql) {
  lock next;
  for (std::size_t at = 0; at < versions.size(); ++at) {
    next.versions.push_back(
        {.text = versions[at].text,
         .sealed = versions[at].sealed,
         .fingerprint = versions[at].fingerprint,
         .oldest_compatible = versions[at].oldest_compatible,
         .numbers_by_value = keeps_numbers_by_value(versions[at].version.schema),
         .files = sql[at].digests,
         .line = 0});
  }
  return next;
}

/// What the lock lists of drafts and is printed no more. A lock that names other files than SQL
/// deletes nothing.
void abandon(const lock& history, const lock& next, generation& made) {
  std::set<std::string> still;
  for (const locked_version& version : next.versions) {
    for (const auto& [name, digest] : version.files)
      still.insert(name);
  }
  for (const locked_version& version : history.versions) {
    for (const auto& [name, digest] : version.files) {
      const bool is_sql = name.ends_with(".sql") && name.find("..") == std::string::npos;
      if (is_sql && !still.contains(name))
        made.abandoned.insert(name);
    }
  }
}

void print_all(const generator_settings& settings,
               const versions_read& read,
               const std::vector<version_sql>& sql,
               generation& made) {
  const version_record& head = made.versions.back();
  const lock next = next_history(made.versions, sql);
  for (const version_sql& each : sql) {
    made.committed.insert(made.committed.end(), each.printed.begin(), each.printed.end());
  }
  for (const locked_version& version : next.versions) {
    for (const auto& [name, digest] : version.files) {
      if (version.sealed)
        made.sealed.insert(name);
    }
  }
  abandon(read.history, next, made);
  made.committed.push_back(
      {"head.hpp", print_head(head.version, settings.schema_namespace, head.header)});
  made.committed.push_back({"schema.md", print_overview(head.version, settings.name)});
  made.committed.insert(made.committed.end(), made.headers.begin(), made.headers.end());
  // Last, so that an interrupted run is found out by the next one.
  made.committed.push_back({lock_name, print(next, settings.name)});
}

} // namespace

generation generate(const generator_settings& settings,
                    const std::vector<version_header>& headers,
                    bool seal_head,
                    diagnostics& out) {
  generation made;
  versions_read read = read_versions(settings, headers, out);
  const bool sound_history = out.empty();
  std::vector<version_sql> sql = read_sealed_sql(settings, read, out);
  if (read.composed && sound_history)
    judge(read.versions, databases_of(settings.targets), out);
  if (read.composed) {
    const version_record& head = read.versions.back();
    made.headers = print_accessors(head.version, settings.cpp_namespace, head.fingerprint, out);
  }
  if (!out.empty())
    return made;

  for (version_record& each : read.versions) {
    const bool is_head = &each == &read.versions.back();
    each.sealed = each.was_sealed || !is_head || seal_head;
  }
  print_unsealed_sql(settings, read, sql, out);
  if (!out.empty())
    return made;

  made.versions = std::move(read.versions);
  const embedded_schema embedded = embed(settings, made.versions, sql);
  made.migrations = print_migrations(embedded);
  made.headers.push_back(print_migrations_header(embedded));
  tie_together(made.headers);
  print_all(settings, read, sql, made);
  return made;
}

} // namespace strata::codegen
