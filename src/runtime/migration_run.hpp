// What stands behind `migrator`: one session, the history in it, and the work to be done.
#pragma once

#include "src/runtime/advisory_lock.hpp"
#include "src/runtime/backoff.hpp"
#include "src/runtime/database_state.hpp"
#include "src/runtime/history.hpp"
#include "src/runtime/judgement.hpp"
#include "src/runtime/run_context.hpp"
#include "src/runtime/step_runner.hpp"
#include "src/runtime/work.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/migration_report.hpp>
#include <strata/runtime/migrator.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace strata::detail {

class working_session;

class migration_run {
public:
  migration_run(std::string url, session* given, const migrations& all, migrator_options options);
  ~migration_run();

  migration_status status();
  bool check();
  migration_report upgrade(std::optional<int> to);
  migration_report downgrade(int to, bool allow_data_loss);
  migration_report redo(bool allow_data_loss);
  void stamp(int version);
  std::vector<planned_step> plan(std::optional<int> to);
  std::string sql(int from, int to);
  std::vector<history_row> rows();

private:
  /// What is to be carried out. Both functions are asked again whenever the state was read again.
  struct assignment {
    std::function<std::optional<work>(const database_state&)> next;
    std::function<void(database_state&)> guard; ///< Throws where a rule stands against it.
    bool may_create = false; ///< An empty database may get everything at one stroke.
    int to = 0;
  };

  session& db();
  void open(if_missing how);
  history& table();
  run_context context();

  // Reading.
  database_state read();
  std::string in_the_way();
  void tell_wait();
  [[noreturn]] void refuse_wait(const lock_timeout& failed);

  /// Runs what reads. It neither waits without an end, nor without a word.
  template <typename Function>
  auto reading(const Function& run) {
    return patiently(
        reading_wait_,
        run,
        [&] { tell_wait(); },
        [&](const lock_timeout& failed) { refuse_wait(failed); });
  }

  judgement judged(database_state& state);
  std::string unmanaged_tables();
  int target(std::optional<int> to) const;

  // Upgrading and downgrading share everything but which step is next.
  migration_report carry_out(const assignment& what);
  void work_through(const assignment& what);
  void read_again(const assignment& what);
  bool create_all(int to);
  database_state create_version(const database_state& state, const migration& of);
  bool has_plain_forms(int to);
  bool run_step(const work& next);
  void recover();
  [[noreturn]] void stop(const error& failed);
  void begin_working();
  void lock_and_read();
  void require_direct_connection();
  void require_no_temporary_objects();
  void ensure_history();
  void write_backup(const assignment& what);
  void require_server();
  void require_phase();
  void require_sealed(int from, int to);
  void require_downgrade(const database_state& state, int to, bool allow_data_loss);
  void require_way_back(const database_state& state, int version, bool allow_data_loss);
  void require_fitting(const database_state& state, int to);
  void require_own(const history_row& row);
  bool is_of_this_schema(const history_row& row) const;
  bool can_finish_recorded() const;
  int finish_recorded(bool allow_data_loss);
  const history_row& recorded(std::int64_t id);
  std::string_view down_sql(const database_state& state, int version);

  std::string url_;
  std::unique_ptr<session> owned_;
  session* session_;
  migrations all_;
  migrator_options options_;
  std::chrono::milliseconds reading_wait_; ///< As long as `lock_wait` only where one migrates.
  std::optional<history> history_;
  std::unique_ptr<working_session> working_;

  // Of the run that is going on.
  strata::dialect dialect_{}; ///< Known also when the session is lost.
  database_state state_;
  migration_report report_;
  std::optional<work> doing_;
  bool backed_up_ = false;
  std::optional<server_process> lost_;           ///< Of a connection of ours that broke.
  bool in_doubt_ = false;                        ///< The last commit's answer was lost.
  std::map<std::int64_t, history_row> recorded_; ///< By identity.
};

} // namespace strata::detail
