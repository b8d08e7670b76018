// Finds versions and scripts among the embedded migrations.
#include "src/runtime/embedded.hpp"

#include "src/runtime/json_writer.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace strata::detail {

const migration* find_version(const migrations& in, int version) {
  const auto at = std::find_if(in.versions.begin(), in.versions.end(), [&](const migration& each) {
    return each.version == version;
  });
  return at == in.versions.end() ? nullptr : &*at;
}

void require_version(const migrations& in, int version) {
  if (version != 0 && find_version(in, version) == nullptr) {
    throw migration_error(
        fmt::format(
            "[R022] version {} is not in this program; name one of 0 to {}", version, in.head()),
        {.code = "R022", .version = version});
  }
}

const migration_script& script_for(const migration& of, dialect on) {
  const auto at = std::find_if(of.scripts.begin(),
                               of.scripts.end(),
                               [&](const migration_script& each) { return each.dialect == on; });
  if (at == of.scripts.end()) {
    const std::string_view name = on == dialect::postgresql ? "postgresql" : "sqlite";
    throw migration_error(fmt::format("[R023] version {} has no SQL for {}; add it to DIALECTS of "
                                      "strata_add_schema",
                                      of.version,
                                      name),
                          {.code = "R023", .version = of.version});
  }
  return *at;
}

std::string_view plain_form(const migration_script& of) {
  return of.plain.empty() ? of.up : of.plain;
}

int oldest_compatible_at(const migrations& in, int version) {
  int oldest = 0;
  for (const migration& each : in.versions) {
    if (each.version <= version) {
      oldest = std::max(oldest, each.oldest_compatible);
    }
  }
  return oldest;
}

std::string script_checksum(std::string_view text) {
  // FNV-1a: this notices a change, it does not withstand an attacker.
  std::uint64_t sum = 14695981039346656037U;
  for (const char each : text) {
    sum = (sum ^ static_cast<unsigned char>(each)) * 1099511628211U;
  }
  return fmt::format("{:016x}", sum);
}

std::string acknowledged_json(const migration& of) {
  json_writer out;
  out.begin_array();
  for (const acknowledgement& each : of.acknowledged) {
    out.begin_object();
    out.member("hazard", each.hazard);
    out.member("object", each.object);
    out.member("because", each.because);
    out.end_object();
  }
  out.end_array();
  return out.text();
}

std::string counted_steps(int count) {
  return fmt::format("{} {}", count, count == 1 ? "step" : "steps");
}

std::string name_of(int version, std::string_view title) {
  return title.empty() ? fmt::format("version {}", version)
                       : fmt::format("version {} ({})", version, title);
}

} // namespace strata::detail
