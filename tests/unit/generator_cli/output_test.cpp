// Files are written only if changed, whole, and surplus ones of ours go.
#include "codegen/cli/committed.hpp"
#include "codegen/cli/output.hpp"

#include "tests/support/catch.hpp"

#include <unistd.h>

using namespace strata::codegen;
namespace fs = std::filesystem;

namespace {

/// A folder that ends with the test.
struct scratch {
  fs::path path = fs::temp_directory_path() / ("strata-output-" + std::to_string(::getpid()));

  scratch() { fs::create_directories(path); }

  ~scratch() { fs::remove_all(path); }

  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;
};

} // namespace

TEST_CASE("a folder is brought to what was printed", "[generator_cli]") {
  const scratch at;
  const std::vector<generated_file> files = {{"a/one.hpp", "1\n"}, {"two.hpp", "2\n"}};
  apply(at.path, changes_in(at.path, files, {}));
  CHECK(read_file(at.path / "a/one.hpp") == "1\n");
  CHECK(changes_in(at.path, files, {"two.hpp", "never.hpp"}).empty());

  const auto before = fs::last_write_time(at.path / "two.hpp");
  const std::vector<generated_file> later = {{"two.hpp", "2\n"}};
  const folder_changes changes = changes_in(at.path, later, files_below(at.path, ".hpp"));
  CHECK(changes.written.empty());
  CHECK(changes.removed == std::vector<std::string>{"a/one.hpp"});
  apply(at.path, changes);
  CHECK_FALSE(fs::exists(at.path / "a/one.hpp"));
  CHECK(fs::last_write_time(at.path / "two.hpp") == before);
}

TEST_CASE("nothing is left beside a file that was written", "[generator_cli]") {
  const scratch at;
  write_if_changed(at.path / "f", "text");
  CHECK(std::distance(fs::directory_iterator(at.path), fs::directory_iterator()) == 1);
}
