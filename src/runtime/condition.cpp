// The kinds of conditions, each printing itself.
#include "src/runtime/list_parameter.hpp"
#include "src/runtime/sql_builder.hpp"

#include <optional>
#include <string>

namespace strata::detail {
namespace {

struct comparison_node final : condition_node {
  comparison_node(const column_text& left, std::string_view by, bound_ptr right)
      : column(left), sign(by), with(std::move(right)) {}

  void print(sql_builder& to) const override {
    to.add_compared(column);
    to.add(" ");
    to.add(sign);
    to.add(" ");
    to.bind(with->encode(to.on()));
  }

  column_text column;
  std::string_view sign;
  bound_ptr with;
};

struct column_comparison_node final : condition_node {
  column_comparison_node(const column_text& a, std::string_view by, const column_text& b)
      : left(a), sign(by), right(b) {}

  void print(sql_builder& to) const override {
    to.add_compared(left);
    to.add(" ");
    to.add(sign);
    to.add(" ");
    to.add_compared(right);
  }

  column_text left;
  std::string_view sign;
  column_text right;
};

/// `IN ($1, $2)`: for what no list in one parameter can hold.
void print_each(sql_builder& to, const std::vector<value>& list) {
  to.forbid_preparing();
  to.add(" IN (");
  bool is_first = true;
  for (const value& each : list) {
    if (!is_first)
      to.add(", ");
    is_first = false;
    to.bind(each);
  }
  to.add(")");
}

/// All values are one parameter, so that there may be any number of them and the text is the same.
struct in_node final : condition_node {
  in_node(const column_text& which, std::vector<bound_ptr> list, bool each_alone)
      : column(which), values(std::move(list)), one_by_one(each_alone) {}

  void print(sql_builder& to) const override {
    if (values.empty()) {
      to.add("1 = 0");
      return;
    }
    std::vector<value> list;
    list.reserve(values.size());
    for (const bound_ptr& each : values) {
      list.push_back(each->encode(to.on()));
    }
    const auto all = one_by_one ? std::nullopt : list_parameter(list, to.on());
    to.add_compared(column);
    if (!all) {
      print_each(to, list);
      return;
    }
    to.add(all->before);
    to.bind(all->list);
    to.add(all->after);
  }

  column_text column;
  std::vector<bound_ptr> values;
  bool one_by_one;
};

struct like_node final : condition_node {
  like_node(const column_text& which, std::string text) : column(which), pattern(std::move(text)) {}

  void print(sql_builder& to) const override {
    if (to.on() == dialect::postgresql) {
      to.add_compared(column);
      to.add(" LIKE ");
      to.bind(value(pattern));
      return;
    }
    // SQLite's own LIKE ignores the case of ASCII letters and knows no escape.
    to.add("strata_like(");
    to.add_compared(column);
    to.add(", ");
    to.bind(value(pattern));
    to.add(")");
  }

  column_text column;
  std::string pattern;
};

struct null_node final : condition_node {
  null_node(const column_text& which, bool is_negated) : column(which), negated(is_negated) {}

  void print(sql_builder& to) const override {
    to.add_name(column);
    to.add(negated ? " IS NOT NULL" : " IS NULL");
  }

  column_text column;
  bool negated;
};

struct joined_node final : condition_node {
  joined_node(condition_ptr a, std::string_view by, condition_ptr b)
      : left(std::move(a)), word(by), right(std::move(b)) {}

  void print(sql_builder& to) const override {
    to.add("(");
    left->print(to);
    to.add(" ");
    to.add(word);
    to.add(" ");
    right->print(to);
    to.add(")");
  }

  condition_ptr left;
  std::string_view word;
  condition_ptr right;
};

struct negation_node final : condition_node {
  explicit negation_node(condition_ptr of) : inner(std::move(of)) {}

  void print(sql_builder& to) const override {
    if (!inner) {
      to.add("1 = 0"); // not every row: none
      return;
    }
    to.add("NOT (");
    inner->print(to);
    to.add(")");
  }

  condition_ptr inner;
};

} // namespace

condition_ptr compare(const column_text& column, std::string_view sign, bound_ptr with) {
  return std::make_shared<comparison_node>(column, sign, std::move(with));
}

condition_ptr compare(const column_text& left, std::string_view sign, const column_text& right) {
  return std::make_shared<column_comparison_node>(left, sign, right);
}

condition_ptr is_in(const column_text& column, std::vector<bound_ptr> values, bool one_by_one) {
  return std::make_shared<in_node>(column, std::move(values), one_by_one);
}

condition_ptr is_like(const column_text& column, std::string pattern) {
  return std::make_shared<like_node>(column, std::move(pattern));
}

condition_ptr is_null(const column_text& column, bool negated) {
  return std::make_shared<null_node>(column, negated);
}

condition_ptr joined(condition_ptr left, std::string_view word, condition_ptr right) {
  return std::make_shared<joined_node>(std::move(left), word, std::move(right));
}

condition_ptr negated(condition_ptr inner) {
  return std::make_shared<negation_node>(std::move(inner));
}

} // namespace strata::detail
