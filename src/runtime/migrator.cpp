// The public face of migrating.
#include <strata/runtime/migrator.hpp>

#include "src/runtime/migration_run.hpp"

namespace strata {
namespace {

migrator_options for_build(migrator_options options, bool release_build) {
  options.allow_draft = options.allow_draft || !release_build;
  return options;
}

} // namespace

migrator::migrator(std::string url,
                   const strata::migrations& migrations,
                   migrator_options options,
                   bool release_build)
    : run_(std::make_unique<detail::migration_run>(
          std::move(url), nullptr, migrations, for_build(std::move(options), release_build))) {}

migrator::migrator(session& in,
                   const strata::migrations& migrations,
                   migrator_options options,
                   bool release_build)
    : run_(std::make_unique<detail::migration_run>(
          std::string(), &in, migrations, for_build(std::move(options), release_build))) {}

migrator::~migrator() = default;
migrator::migrator(migrator&&) noexcept = default;
migrator& migrator::operator=(migrator&&) noexcept = default;

migration_status migrator::status() { return run_->status(); }

bool migrator::check() { return run_->check(); }

migration_report migrator::upgrade(std::optional<int> to) { return run_->upgrade(to); }

migration_report migrator::downgrade(int to, bool allow_data_loss) {
  return run_->downgrade(to, allow_data_loss);
}

migration_report migrator::redo(bool allow_data_loss) { return run_->redo(allow_data_loss); }

void migrator::stamp(int version) { run_->stamp(version); }

std::vector<planned_step> migrator::plan(std::optional<int> to) { return run_->plan(to); }

std::string migrator::sql(int from, int to) { return run_->sql(from, to); }

std::vector<history_row> migrator::history() { return run_->rows(); }

} // namespace strata
