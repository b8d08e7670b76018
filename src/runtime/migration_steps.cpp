// Reads step markers: `-- strata: step 2 [expand] [no-transaction]`.
#include "src/runtime/migration_steps.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <optional>

namespace strata {
namespace {

constexpr std::string_view marker = "-- strata: step ";

[[noreturn]] void refuse(std::string_view line, std::string_view why) {
  throw migration_error(
      fmt::format("[R010] a step marker {}: {}; build with one release of Strata", why, line),
      {.code = "R010"});
}

std::optional<phase> phase_named(std::string_view word) {
  if (word == "expand")
    return phase::expand;
  if (word == "data")
    return phase::data;
  if (word == "contract")
    return phase::contract;
  return std::nullopt;
}

/// The text after `name` and a space, if the attribute is `name …`.
std::optional<std::string> argument(std::string_view attribute, std::string_view name) {
  if (attribute.size() > name.size() && attribute.starts_with(name) &&
      attribute[name.size()] == ' ') {
    return std::string(attribute.substr(name.size() + 1));
  }
  return std::nullopt;
}

void apply(migration_step& step, std::string_view attribute, std::string_view line) {
  if (const auto named = phase_named(attribute)) {
    step.phase = *named;
  } else if (attribute == "no-transaction") {
    step.in_transaction = false;
  } else if (attribute == "foreign-keys-off") {
    step.foreign_keys_off = true;
  } else if (attribute == "loses-data") {
    step.loses_data = true;
  } else if (const auto change = argument(attribute, "no-expand-form")) {
    step.no_expand_form = *change;
  } else if (const auto built = argument(attribute, "builds-index")) {
    step.builds_index = *built;
  } else if (const auto dropped = argument(attribute, "drops-index")) {
    step.drops_index = *dropped;
  } else if (const auto probe = argument(attribute, "done-when")) {
    step.done_when = *probe;
  } else {
    refuse(line, "has an attribute that this program does not know");
  }
}

migration_step read_marker(std::string_view line, int expected) {
  migration_step step;
  std::string_view rest = line.substr(marker.size());
  while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
    step.number = step.number * 10 + (rest.front() - '0');
    rest.remove_prefix(1);
  }
  if (step.number != expected) {
    refuse(line, fmt::format("is not numbered {}", expected));
  }
  while (rest.starts_with(" [")) {
    rest.remove_prefix(2);
    // The probe may hold brackets of its own; it is the last attribute.
    const bool is_probe = rest.starts_with("done-when ");
    const auto end = is_probe ? rest.rfind(']') : rest.find(']');
    if (end == std::string_view::npos) {
      refuse(line, "has a bracket that does not close");
    }
    apply(step, rest.substr(0, end), line);
    rest.remove_prefix(end + 1);
  }
  if (!rest.empty()) {
    refuse(line, "has words outside its brackets");
  }
  return step;
}

} // namespace

std::vector<migration_step> split_steps(std::string_view text) {
  std::vector<migration_step> steps;
  std::size_t body = 0;
  std::size_t at = 0;
  const auto close = [&](std::size_t end) {
    if (!steps.empty()) {
      steps.back().sql = text.substr(body, end - body);
    }
  };
  while (at < text.size()) {
    const auto newline = text.find('\n', at);
    const auto next = newline == std::string_view::npos ? text.size() : newline + 1;
    const auto line = text.substr(at, (newline == std::string_view::npos ? next : newline) - at);
    if (line.starts_with(marker)) {
      close(at);
      steps.push_back(read_marker(line, static_cast<int>(steps.size()) + 1));
      body = next;
    }
    at = next;
  }
  close(text.size());
  return steps;
}

} // namespace strata
