// Type changes that need an expression, or a word for what they lose, there and back.
#include "codegen/check/type_words.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/diff/casts.hpp"
#include "codegen/diff/suggested_conversion.hpp"
#include "codegen/diff/transition_facts.hpp"
#include "codegen/text/cpp_literal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

class type_check {
public:
  type_check(const transition_facts& facts, const alter_column& altered)
      : facts_(facts),
        altered_(altered),
        name_(thing(altered.table, {{}, altered.after.name})),
        change_(fmt::format("{} changes from {} to {}",
                            name_,
                            sql_spelling(altered.before.type),
                            sql_spelling(altered.after.type))) {}

  void run() const {
    if (altered_.after.generated) {
      if (!altered_.before.generated) {
        becomes_generated();
      }
      return; // Its values are computed, whatever they were.
    }
    if (altered_.before.type == altered_.after.type) {
      return;
    }
    const model::data_type& from = altered_.base_before();
    const model::data_type& to = altered_.base_after();
    if (!altered_.conversion) {
      way_up(cast_between(from, to));
    }
    const bool says_the_way_back = facts_.transition.irreversible.has_value() ||
                                   (altered_.conversion && !altered_.conversion->down_sql.empty());
    const cast back = cast_between(to, from);
    if (!says_the_way_back && (back == cast::none || back == cast::by_time_zone)) {
      report_way_back();
    }
  }

private:
  void becomes_generated() const {
    if (!is_accepted()) {
      facts_.out.add({"S227",
                      name_ + " becomes generated, and computed values replace those that it has; "
                              "say that this is meant",
                      {fmt::format(R"(accept(data_loss, "{}").because("…"))", name_)},
                      altered_.after.where});
    }
  }

  void way_up(cast known) const {
    switch (known) {
    case cast::exact:
    case cast::checked:
      return;
    case cast::none:
      report("S225",
             "and PostgreSQL has no cast for it that goes without saying; say how its values are "
             "converted",
             {conversion_line(suggested(altered_.before.type, altered_.after.type))});
      return;
    case cast::by_time_zone:
      report("S226",
             "which depends on the session's time zone; say which zone its values are in",
             {conversion_line(fmt::format("{} AT TIME ZONE 'UTC'", altered_.after.name))});
      return;
    case cast::lossy:
      if (!is_accepted()) {
        report(
            "S227",
            "which rounds or cuts values; say that this is meant, or how they are converted",
            {fmt::format(R"(accept(data_loss, "{}").because("…"))", name_), conversion_line("…")});
      }
      return;
    }
  }

  void report_way_back() const {
    const std::string up = altered_.conversion
                               ? altered_.conversion->using_sql.postgresql
                               : suggested(altered_.before.type, altered_.after.type);
    report("S228",
           "and undoing that needs an expression too; give it, or say that this version cannot be "
           "undone",
           {fmt::format("{}.down(sql({}))",
                        conversion_line(up.empty() ? "…" : up),
                        string_literal(suggested(altered_.after.type, altered_.before.type))),
            R"(irreversible("…"))"});
  }

  std::string suggested(const model::data_type& from, const model::data_type& to) const {
    return suggested_conversion(from, to, altered_.after.name);
  }

  std::string conversion_line(const std::string& expression) const {
    return fmt::format("convert_column({}, {}, sql({}))",
                       dsl_name(altered_.table),
                       string_literal(altered_.after.name),
                       string_literal(expression));
  }

  void report(const char* code, const std::string& why, std::vector<std::string> help) const {
    facts_.out.add({code, change_ + ", " + why, std::move(help), altered_.after.where});
  }

  bool is_accepted() const {
    const auto& all = facts_.transition.acceptances;
    return std::any_of(all.begin(), all.end(), [&](const model::acceptance& each) {
      return each.hazard == "data_loss" && each.object == name_;
    });
  }

  const transition_facts& facts_;
  const alter_column& altered_;
  std::string name_;
  std::string change_;
};

} // namespace

void check_types(const transition_facts& facts) {
  for (const operation& each : facts.operations) {
    if (const auto* const altered = std::get_if<alter_column>(&each)) {
      type_check(facts, *altered).run();
    }
  }
}

} // namespace strata::codegen
