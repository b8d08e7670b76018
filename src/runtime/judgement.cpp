// The rules, in the order in which they are told.
#include "src/runtime/judgement.hpp"

#include "src/runtime/embedded.hpp"
#include "src/runtime/migration_steps.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace strata::detail {
namespace {

judgement
edited_version(const database_state& state, const migrations& all, const migration& embedded) {
  const applied_version& applied = state.applied.at(embedded.version);
  const std::string name = name_of(embedded.version, embedded.title);
  const bool newest = embedded.version == state.version;
  std::string remedy = "restore the version as it was applied, and put the change into a new one";
  const bool is_own = applied.schema_name.empty() || applied.schema_name == all.name;
  if (!is_own) {
    remedy = fmt::format("it is of the schema {}, and this program carries {}: name this program's "
                         "own database",
                         applied.schema_name,
                         all.name);
  } else if (newest && applied.has_down_sql) {
    remedy = "`redo` takes it back with the SQL that was recorded with it and applies it anew";
  }
  return {.verdict = verdict::edited,
          .code = "R012",
          .explanation = fmt::format(
              "[R012] {} was applied in another form than this program carries; {}", name, remedy),
          .version = embedded.version};
}

std::optional<judgement> find_edited(const database_state& state, const migrations& all) {
  // The newest first: a changed draft at the end has a remedy of its own.
  for (auto at = state.applied.rbegin(); at != state.applied.rend(); ++at) {
    const migration* embedded = find_version(all, at->first);
    if (embedded != nullptr && !at->second.fingerprint.empty() &&
        at->second.fingerprint != embedded->fingerprint) {
      return edited_version(state, all, *embedded);
    }
  }
  return std::nullopt;
}

std::optional<judgement>
find_changed_while_begun(const database_state& state, const migrations& all, dialect on) {
  const migration* embedded = state.begun ? find_version(all, state.begun->version) : nullptr;
  if (embedded != nullptr && state.begun->up && !is_begun_in_another_form(state, all, on) &&
      state.begun->steps_done >=
          static_cast<int>(split_steps(script_for(*embedded, on).up).size())) {
    return judgement{.verdict = verdict::edited,
                     .code = "R040",
                     .explanation = fmt::format(
                         "[R040] the newest row of the history says that {} of {} are done, which "
                         "has fewer; correct the row, or say with `stamp` what the database has",
                         counted_steps(state.begun->steps_done),
                         name_of(embedded->version, embedded->title)),
                     .version = embedded->version};
  }
  if (embedded == nullptr || !is_begun_in_another_form(state, all, on)) {
    return std::nullopt;
  }
  const std::string remedy =
      state.begun->has_up_sql
          ? std::string("`redo` finishes it with the SQL that was recorded, takes it back and "
                        "applies it anew")
          : fmt::format("finish it with the program that began it, or undo those steps by hand and "
                        "`stamp --to {}`",
                        state.version);
  return judgement{.verdict = verdict::edited,
                   .code = "R036",
                   .explanation = fmt::format("[R036] {} was begun in another form than this "
                                              "program carries, with {} done; {}",
                                              name_of(embedded->version, embedded->title),
                                              counted_steps(state.begun->steps_done),
                                              remedy),
                   .version = embedded->version};
}

judgement ahead(const database_state& state, const migrations& all, int reached) {
  const bool may_run = state.oldest_compatible <= all.head();
  return {.verdict = may_run ? verdict::newer_but_compatible : verdict::newer,
          .code = may_run ? "" : "R011",
          .explanation =
              may_run
                  ? fmt::format("the database is at version {}; this program knows {} and may run "
                                "on it",
                                reached,
                                all.head())
                  : fmt::format("[R011] the database is at version {}, on which programs from "
                                "version {} on run, and this program knows {}; run a newer program",
                                reached,
                                state.oldest_compatible,
                                all.head()),
          .version = reached};
}

judgement begun_or_behind(const database_state& state, const migrations& all) {
  if (state.begun && !state.begun->up) {
    const int version = state.begun->version;
    return {.verdict = verdict::interrupted_downgrade,
            .code = "R024",
            .explanation =
                fmt::format("[R024] version {0} is half taken back; finish it with `downgrade --to "
                            "{1}`",
                            version,
                            version - 1),
            .version = version};
  }
  const int pending = all.head() - state.version;
  if (pending <= 0) {
    return {.explanation = fmt::format("up to date at version {}", state.version),
            .version = state.version};
  }
  std::string text = state.version == 0
                         ? fmt::format("no version is applied, {} to apply", pending)
                         : fmt::format("at version {}, {} to apply", state.version, pending);
  if (state.begun) {
    text += fmt::format(
        "; {} of version {} done", counted_steps(state.begun->steps_done), state.begun->version);
  }
  return {.verdict = verdict::pending, .code = {}, .explanation = text, .version = state.version};
}

} // namespace

bool is_begun_in_another_form(const database_state& state, const migrations& all, dialect on) {
  if (!state.begun || !state.begun->up) {
    return false;
  }
  const migration* embedded = find_version(all, state.begun->version);
  return embedded == nullptr || embedded->fingerprint != state.begun->fingerprint ||
         script_checksum(script_for(*embedded, on).up) != state.begun->script;
}

judgement judge(const database_state& state,
                const migrations& all,
                dialect on,
                const std::string& unmanaged_tables) {
  if (!state.is_managed() && !unmanaged_tables.empty()) {
    return {
        .verdict = verdict::unmanaged,
        .code = "R013",
        .explanation = fmt::format(
            "[R013] the database has tables but no history of migrations: {}; `stamp --to N` says "
            "that it already is what version N declares, `stamp --to 0` that it holds nothing of "
            "this schema",
            unmanaged_tables),
        .version = 0};
  }
  if (auto edited = find_edited(state, all)) {
    return *edited;
  }
  if (auto changed = find_changed_while_begun(state, all, on)) {
    return *changed;
  }
  const int reached = std::max(state.version, state.begun ? state.begun->version : 0);
  if (reached > all.head()) {
    return ahead(state, all, reached);
  }
  return begun_or_behind(state, all);
}

void refuse(const judgement& judged) {
  if (!judged.code.empty()) {
    throw migration_error(judged.explanation, {.code = judged.code, .version = judged.version});
  }
}

} // namespace strata::detail
