// Goes from version to version, as a database does: what a version fills in stays filled in, which
// a diff of the first and the last could not know.
#include "codegen/cli/version_script.hpp"

#include "codegen/cli/arguments.hpp"
#include "codegen/cli/committed.hpp"
#include "codegen/cli/io_error.hpp"
#include "codegen/cli/sql_file.hpp"
#include "codegen/diff/diff.hpp"
#include "codegen/plan/change.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace strata::codegen {
namespace {

constexpr std::string_view marker = "-- strata: step";

/// Reads one step; `text` begins with its marker.
script_step step_in(std::string_view text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  // A probe, which is last, may hold anything.
  const std::string_view line = text.substr(0, std::min(end, text.find("[done-when")));
  std::string body(text.substr(std::min(end + 1, text.size())));
  while (body.ends_with('\n'))
    body.pop_back();
  script_step made;
  made.in_transaction = line.find("[no-transaction]") == std::string_view::npos;
  made.foreign_keys_off = line.find("[foreign-keys-off]") != std::string_view::npos;
  if (!body.empty())
    made.statements.push_back(std::move(body));
  return made;
}

class script_maker {
public:
  script_maker(const generator_settings& settings, const generation& made, bool fast)
      : settings_(settings), made_(made), fast_(fast), on_(settings.targets.front()) {}

  script between(const version_pair& versions) {
    const std::size_t from = place_of(versions.from);
    const std::size_t to = place_of(versions.to);
    for (std::size_t at = from; at < to; ++at)
      add(at, direction::up);
    for (std::size_t at = from; at > to; --at)
      add(at - 1, direction::down);
    // Functions may speak of what comes after them.
    if (on_.dialect == model::dialect::postgresql && !whole_.steps.empty())
      whole_.before = "SET check_function_bodies = false;\n\n";
    return std::move(whole_);
  }

private:
  /// How many versions there are up to that one.
  std::size_t place_of(int number) const {
    if (number == 0)
      return 0;
    for (std::size_t at = 0; at < made_.versions.size(); ++at) {
      if (made_.versions[at].version.number == number)
        return at + 1;
    }
    throw usage_error(fmt::format("there is no version {}", number));
  }

  void add(std::size_t at, direction way) {
    const model::version& version = made_.versions[at].version;
    if (way == direction::down && version.transition.irreversible) {
      throw usage_error(fmt::format(
          "version {} cannot be undone: {}", version.number, *version.transition.irreversible));
    }
    for (script_step& each : steps_in(text_of(version, way)))
      whole_.steps.push_back(std::move(each));
    add_hazards(at, way);
  }

  std::string text_of(const model::version& version, direction way) const {
    if (way == direction::down)
      return text_of(version, sql_form::down).value_or("");
    const auto plain = fast_ ? text_of(version, sql_form::plain) : std::nullopt;
    const auto up = plain ? plain : text_of(version, sql_form::up);
    if (!up)
      throw io_error(sql_file_name(version, on_.dialect, sql_form::up) + " is missing");
    return *up;
  }

  std::optional<std::string> text_of(const model::version& version, sql_form form) const {
    const std::string name = sql_file_name(version, on_.dialect, form);
    for (const generated_file& each : made_.committed) {
      if (each.path == name)
        return each.text;
    }
    return made_.sealed.contains(name) ? read_committed(settings_, name) : std::nullopt;
  }

  void add_hazards(std::size_t at, direction way) {
    static const model::schema nothing;
    diagnostics known; // Found when the versions were generated.
    const model::version& after = made_.versions[at].version;
    const model::schema older =
        at == 0 ? nothing : adapt(made_.versions[at - 1].version.schema, on_, known);
    const model::schema newer = adapt(after.schema, on_, known);
    const auto operations = way == direction::up ? diff(older, newer, after.transition)
                                                 : diff(newer, older, reverse(after.transition));
    const model::schema& start = way == direction::up ? older : newer;
    for (assessment& each : assess(operations, on_.dialect, start))
      whole_.hazards.push_back(std::move(each));
  }

  const generator_settings& settings_;
  const generation& made_;
  bool fast_;
  target on_;
  script whole_;
};

} // namespace

std::vector<script_step> steps_in(const std::string& sql) {
  std::vector<std::size_t> begins;
  for (std::size_t at = sql.find(marker); at != std::string::npos; at = sql.find(marker, at + 1)) {
    if (at == 0 || sql[at - 1] == '\n')
      begins.push_back(at);
  }
  std::vector<script_step> steps;
  for (std::size_t at = 0; at < begins.size(); ++at) {
    const std::size_t end = at + 1 < begins.size() ? begins[at + 1] : sql.size();
    script_step step = step_in(std::string_view(sql).substr(begins[at], end - begins[at]));
    if (!step.statements.empty())
      steps.push_back(std::move(step));
  }
  return steps;
}

script script_between(const generator_settings& settings,
                      const generation& made,
                      const version_pair& versions,
                      bool fast) {
  return script_maker(settings, made, fast).between(versions);
}

} // namespace strata::codegen
