// The names of hazards, as transitions accept them, and hazards as lines of text.
#include "codegen/assess/assess.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace strata::codegen {

const char* name_of(hazard of) {
  switch (of) {
  case hazard::data_loss:
    return "data_loss";
  case hazard::may_fail_on_data:
    return "may_fail_on_data";
  case hazard::rewrites_table:
    return "rewrites_table";
  case hazard::blocks_writes:
    return "blocks_writes";
  case hazard::blocks_reads:
    return "blocks_reads";
  case hazard::breaks_old_readers:
    return "breaks_old_readers";
  case hazard::breaks_old_writers:
    return "breaks_old_writers";
  }
  return "";
}

namespace {

/// The hazards of one object.
struct endangered {
  std::string object;
  std::vector<assessment> all;
};

std::string line_of(endangered of) {
  std::stable_sort(of.all.begin(), of.all.end(), [](const auto& a, const auto& b) {
    return a.hazard < b.hazard;
  });
  std::vector<std::pair<std::string, std::string>> reasons; // Each with its hazards.
  for (const assessment& each : of.all) {
    const auto known = std::find_if(
        reasons.begin(), reasons.end(), [&](const auto& one) { return one.second == each.why; });
    const std::string name = name_of(each.hazard);
    if (known == reasons.end()) {
      reasons.emplace_back(name, each.why);
    } else if ((", " + known->first + ",").find(", " + name + ",") == std::string::npos) {
      known->first += ", " + name;
    }
  }
  std::string line;
  for (const auto& [names, why] : reasons) {
    const std::string object = line.empty() && !of.object.empty() ? of.object + ": " : "";
    line += (line.empty() ? "" : "; ") + names + ": " + object + why;
  }
  return line;
}

} // namespace

std::vector<std::string> lines_of(const std::vector<assessment>& hazards) {
  std::vector<endangered> objects;
  std::map<std::string, std::size_t> known;
  for (const assessment& each : hazards) {
    const auto [at, is_new] = known.emplace(each.object, objects.size());
    if (is_new) {
      objects.push_back({each.object, {}});
    }
    objects[at->second].all.push_back(each);
  }
  const auto worst = [](const endangered& of) {
    return std::min_element(of.all.begin(),
                            of.all.end(),
                            [](const auto& a, const auto& b) { return a.hazard < b.hazard; })
        ->hazard;
  };
  std::stable_sort(objects.begin(), objects.end(), [&](const auto& a, const auto& b) {
    return worst(a) < worst(b);
  });
  std::vector<std::string> lines;
  lines.reserve(objects.size());
  for (endangered& each : objects) {
    lines.push_back(line_of(std::move(each)));
  }
  return lines;
}

} // namespace strata::codegen
