// By the catalogue of casts, and by affinity.
#include "codegen/assess/type_change.hpp"

#include "codegen/check/type_words.hpp"
#include "codegen/diff/casts.hpp"
#include "codegen/sql/affinity.hpp"

#include <fmt/format.h>

#include <string_view>

namespace strata::codegen {
namespace {

/// SQLite's columns may have no type.
std::string spelled(const model::data_type& type) {
  const std::string words = sql_spelling(type);
  return words.empty() ? "no type" : words;
}

} // namespace

std::string becomes(const model::data_type& from, const model::data_type& to) {
  return fmt::format("{} becomes {}", spelled(from), spelled(to));
}

std::vector<assessment> hazards_of_cast(const model::data_type& from,
                                        const model::data_type& to,
                                        const std::string& object) {
  std::vector<assessment> found;
  const std::string why = becomes(from, to);
  const cast_facts known = cast_facts_of(from, to);
  if (!known.loses.empty()) {
    found.push_back({hazard::data_loss, object, why + ", " + known.loses});
  }
  if (known.setting == cast_setting::time_zone && !model::is_text(to.kind)) {
    found.push_back({hazard::data_loss, object, why + ", its times are taken as those of UTC"});
  }
  if (known.may_fail || known.way == cast_way::none) {
    const bool are_texts = model::is_text(from.kind) && model::is_text(to.kind);
    const char* const words =
        are_texts ? ", longer values fail, and blanks beyond the length are cut off" : "";
    found.push_back({hazard::may_fail_on_data, object, why + words});
  }
  return found;
}

std::vector<assessment> hazards_of_affinity(const model::data_type& from,
                                            const model::data_type& to,
                                            const std::string& object) {
  std::vector<assessment> found;
  const sql::affinity was = sql::affinity_of(from.name.name);
  const sql::affinity is = sql::affinity_of(to.name.name);
  const std::string why = becomes(from, to);
  if (const std::string_view lost = sql::lost_between(was, is); !lost.empty()) {
    found.push_back({hazard::data_loss, object, fmt::format("{}, {}", why, lost)});
  }
  if (was != is) {
    found.push_back({hazard::may_fail_on_data, object, why});
  }
  return found;
}

} // namespace strata::codegen
