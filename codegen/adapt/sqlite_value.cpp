// Times are brought to the one form that sorts as text: six digits of fraction, Z for UTC.
#include "codegen/adapt/sqlite_value.hpp"

#include "codegen/sql/number.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <string_view>

namespace strata::codegen {
namespace {

using model::literal;
using model::type_kind;

/// Reads from the front of a text; a failed read stays failed.
class reader {
public:
  explicit reader(std::string_view text) : rest_(text) {}

  int digits(std::size_t count) {
    int number = 0;
    for (std::size_t at = 0; at < count; ++at) {
      if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') {
        failed_ = true;
        return 0;
      }
      number = number * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return number;
  }

  bool take(std::string_view one_of) {
    if (rest_.empty() || one_of.find(rest_.front()) == std::string_view::npos) {
      return false;
    }
    taken_ = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  void expect(std::string_view one_of) { failed_ = !take(one_of) || failed_; }

  char taken() const { return taken_; }

  bool next_is_digit() const {
    return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
  }

  bool done() const { return rest_.empty() && !failed_; }

private:
  std::string_view rest_;
  char taken_ = 0;
  bool failed_ = false;
};

std::chrono::microseconds read_time(reader& in) {
  const int hours = in.digits(2);
  in.expect(":");
  const int minutes = in.digits(2);
  const int seconds = in.take(":") ? in.digits(2) : 0;
  int fraction = 0;
  if (in.take(".")) {
    for (int scale = 100000; in.next_is_digit(); scale /= 10) {
      fraction += in.digits(1) * scale;
    }
  }
  return std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds) +
         std::chrono::microseconds(fraction);
}

std::chrono::year_month_day read_date(reader& in) {
  const int year = in.digits(4);
  in.expect("-");
  const int month = in.digits(2);
  in.expect("-");
  const int day = in.digits(2);
  return std::chrono::year(year) / month / day;
}

std::chrono::minutes read_offset(reader& in) {
  if (!in.take("+-")) {
    in.take("Zz");
    return {};
  }
  const int sign = in.taken() == '-' ? -1 : 1;
  const int hours = in.digits(2);
  in.take(":");
  const int minutes = in.next_is_digit() ? in.digits(2) : 0;
  return sign * (std::chrono::hours(hours) + std::chrono::minutes(minutes));
}

std::string time_words(std::chrono::microseconds since_midnight) {
  const auto all = since_midnight.count();
  return fmt::format("{:02}:{:02}:{:02}.{:06}",
                     all / 3600000000,
                     all / 60000000 % 60,
                     all / 1000000 % 60,
                     all % 1000000);
}

std::optional<std::string> lower_time(std::string_view text) {
  reader in(text);
  const auto time = read_time(in);
  return in.done() ? std::optional(time_words(time)) : std::nullopt;
}

std::string date_words(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}",
                     static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<std::string> lower_date(std::string_view text) {
  reader in(text);
  const auto date = read_date(in);
  return in.done() && date.ok() ? std::optional(date_words(date)) : std::nullopt;
}

std::optional<std::string> lower_timestamp(std::string_view text, bool with_zone) {
  reader in(text);
  const auto date = read_date(in);
  const auto time = in.take("T ") ? read_time(in) : std::chrono::microseconds(0);
  const auto offset = with_zone ? read_offset(in) : std::chrono::minutes(0);
  if (!in.done() || !date.ok()) {
    return std::nullopt;
  }
  const auto point = std::chrono::sys_days(date) + time - offset;
  const auto day = std::chrono::floor<std::chrono::days>(point);
  return date_words(day) + "T" + time_words(point - day) + (with_zone ? "Z" : "");
}

std::string lower_case(std::string text) {
  for (char& one : text) {
    one = one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
  }
  return text;
}

/// PostgreSQL's `{}` and `{1,2}`; elements that may be quoted are refused.
std::optional<std::string> lower_array(const literal& value, type_kind element) {
  const std::string& text = value.text;
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') {
    return text.size() >= 2 && text.front() == '[' ? std::optional(text) : std::nullopt;
  }
  const bool numbers = element == type_kind::smallint || element == type_kind::integer ||
                       element == type_kind::bigint;
  if (text.size() > 2 && !numbers) {
    return std::nullopt;
  }
  return "[" + text.substr(1, text.size() - 2) + "]";
}

std::optional<std::string> lower_text(const literal& value, const model::data_type& type) {
  if (type.array_dimensions > 0) {
    return lower_array(value, type.kind);
  }
  switch (type.kind) {
  case type_kind::date:
    return lower_date(value.text);
  case type_kind::time_of_day:
    return lower_time(value.text);
  case type_kind::timestamp:
    return lower_timestamp(value.text, false);
  case type_kind::timestamptz:
    return lower_timestamp(value.text, true);
  case type_kind::uuid:
    return lower_case(value.text);
  default:
    return value.text;
  }
}

std::optional<literal> lower_number_literal(const std::string& number, sql::number_form form) {
  const std::optional<std::string> text = sql::one_text(number);
  if (!text) {
    return std::nullopt;
  }
  if (form == sql::number_form::digits) {
    return literal{literal::kind::text, *text};
  }
  const bool is_whole = text->find('.') == std::string::npos;
  return literal{is_whole ? literal::kind::integer : literal::kind::decimal, *text};
}

} // namespace

std::optional<literal> lower_literal(const literal& value, const model::column& column) {
  const model::data_type& type = column.type;
  const bool is_number = value.of == literal::kind::integer || value.of == literal::kind::decimal;
  const auto form = sql::number_form_of(column);
  if (form && *form != sql::number_form::found_text &&
      (is_number || value.of == literal::kind::text)) {
    return lower_number_literal(value.text, *form);
  }
  if (is_number && type.kind == type_kind::numeric && type.array_dimensions == 0) {
    // As text: SQLite would read a long decimal as a double.
    return literal{literal::kind::text, value.text};
  }
  if (value.of != literal::kind::text) {
    return value;
  }
  std::optional<std::string> text = lower_text(value, type);
  return text ? std::optional(literal{literal::kind::text, *text}) : std::nullopt;
}

model::sql_text lower_function(model::known_function function, const model::data_type& type) {
  std::string text;
  if (function == model::known_function::gen_random_uuid) {
    // RFC 4122 version 4: the four bits of the version, two of the variant, the rest random.
    text = "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || "
           "substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || "
           "substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";
  } else if (type.kind == type_kind::date || function == model::known_function::current_date) {
    text = "date('now')";
  } else if (type.kind == type_kind::time_of_day ||
             function == model::known_function::current_time) {
    text = "strftime('%H:%M:%f000','now')";
  } else if (type.kind == type_kind::timestamp) {
    text = "strftime('%Y-%m-%dT%H:%M:%f000','now')";
  } else {
    text = "strftime('%Y-%m-%dT%H:%M:%f000Z','now')";
  }
  return {text, text};
}

} // namespace strata::codegen
