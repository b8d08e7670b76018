// PostgreSQL: the network between the migrator and the server goes, and the server does not notice.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

#include <array>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace strata;
using namespace strata::testing;

namespace {

sockaddr_un address_in(const std::string& folder) {
  sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
  std::strncpy(address.sun_path, (folder + "/.s.PGSQL.5432").c_str(), sizeof(address.sun_path) - 1);
  return address;
}

/// Stands between clients and the server, on a socket of its own.
class network {
public:
  explicit network(std::string server) : server_(std::move(server)) {
    std::filesystem::create_directory(folder);
    const sockaddr_un here = address_in(folder);
    REQUIRE(bind(listening_, reinterpret_cast<const sockaddr*>(&here), sizeof(here)) == 0);
    REQUIRE(listen(listening_, 8) == 0);
    threads_.emplace_back([this] { accept_all(); });
  }

  ~network() {
    shutdown(listening_, SHUT_RDWR);
    threads_.front().join();
    cut();
    for (const int each : to_server_) {
      shutdown(each, SHUT_RDWR);
    }
    for (std::size_t at = 1; at < threads_.size(); ++at) {
      threads_[at].join();
    }
    for (const auto* all : {&to_client_, &to_server_}) {
      for (const int each : *all) {
        close(each);
      }
    }
    close(listening_);
    std::filesystem::remove_all(folder);
  }

  network(const network&) = delete;
  network& operator=(const network&) = delete;

  /// Clients see their connections end; the server sees nothing.
  void cut() {
    const std::lock_guard holding(guard_);
    for (const int each : to_client_) {
      shutdown(each, SHUT_RDWR);
    }
  }

  const std::string folder =
      (std::filesystem::temp_directory_path() / ("strata-net-" + std::to_string(getpid())))
          .string();

private:
  void accept_all() {
    for (int client = 0; (client = accept(listening_, nullptr, nullptr)) >= 0;) {
      const int server = socket(AF_UNIX, SOCK_STREAM, 0);
      const sockaddr_un there = address_in(server_);
      connect(server, reinterpret_cast<const sockaddr*>(&there), sizeof(there));
      const std::lock_guard holding(guard_);
      to_client_.push_back(client);
      to_server_.push_back(server);
      threads_.emplace_back([client, server] { forward(client, server); });
      threads_.emplace_back([client, server] { forward(server, client); });
    }
  }

  static void forward(int from, int to) {
    std::array<char, 8192> bytes{};
    for (ssize_t count = 0; (count = read(from, bytes.data(), bytes.size())) > 0;) {
      if (send(to, bytes.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL) < 0)
        return;
    }
  }

  std::string server_;
  int listening_ = socket(AF_UNIX, SOCK_STREAM, 0);
  std::mutex guard_;
  std::vector<int> to_client_;
  std::vector<int> to_server_;
  std::vector<std::thread> threads_;
};

} // namespace

TEST_CASE("PostgreSQL: the lock of a half-open connection is not waited for", "[migrator]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  const std::size_t at = database.url().find("host=") + 5;
  network between(database.url().substr(at));
  bool was_cut = false;
  migrator_options options = with_drafts([&](const migration_event& event) {
    if (event.kind == event_kind::step_executed && event.version == 3 && !was_cut) {
      was_cut = true;
      between.cut();
    }
  });
  options.lock_wait = std::chrono::seconds(20);
  const auto report =
      migrator(database.url().substr(0, at) + between.folder, inventory(), options).upgrade();
  CHECK(was_cut);
  CHECK(report.to == 5);
  CHECK(upgrades(*database.open()) == "1 2 3 4 5");
}
