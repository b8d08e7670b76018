// Trees are compared node by node: named things by their names, other properties by their keyword
// while there is one of it, else as whole lines.
#include "codegen/lock/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace strata::codegen {
namespace {

/// What bears a name of its own within an object.
bool is_named(const node& of) {
  constexpr std::array<std::string_view, 7> named = {
      "column", "unique", "check", "index", "foreign_key", "exclusion", "attribute"};
  return !of.words.empty() && std::find(named.begin(), named.end(), of.keyword) != named.end();
}

/// A property on one line, what stands below it included.
std::string whole(const node& of) {
  std::string line = head(of);
  if (of.text && line.find('"') == std::string::npos) {
    line += " (a text of several lines)";
  }
  for (const node& child : of.children) {
    line += fmt::format(" {}", whole(child));
  }
  return line;
}

/// A property without its keyword: `varchar(50)` of `column site varchar(50)`.
std::string value(node of, std::size_t words) {
  of.words.erase(of.words.begin(), of.words.begin() + static_cast<std::ptrdiff_t>(words));
  const std::string line = whole(of);
  return line.size() > of.keyword.size() ? line.substr(of.keyword.size() + 1) : "";
}

class comparison {
public:
  void versions(const canonical_version& was, const canonical_version& is) {
    if (was.title != is.title) {
      add(fmt::format("title: \"{}\" -> \"{}\"", was.title, is.title));
    }
    for (const auto& object : was.objects) {
      if (const auto* now = find(is.objects, object->key)) {
        if (object->text != now->text)
          objects(object->text, now->text);
      } else {
        add("removed: " + object->key);
      }
    }
    for (const auto& object : is.objects) {
      if (find(was.objects, object->key) == nullptr)
        add("added: " + object->key);
    }
    transitions(was.transition, is.transition);
  }

  std::vector<std::string> take() { return std::move(lines_); }

private:
  void add(std::string line) { lines_.push_back(std::move(line)); }

  static const canonical_object* find(const canonical_objects& in, const std::string& key) {
    for (const auto& each : in) {
      if (each->key == key)
        return each.get();
    }
    return nullptr;
  }

  void objects(const std::string& was, const std::string& is) {
    const node before = parse_nodes(was).front();
    const node after = parse_nodes(is).front();
    const std::string name = before.words.empty() ? "" : before.words.front();
    children(fmt::format("{} {}", before.keyword, name), name + ".", before, after);
    order(fmt::format("{} {}", before.keyword, name), before, after);
  }

  void transitions(const std::string& was, const std::string& is) {
    const auto before = was.empty() ? std::vector{node{}} : parse_nodes(was);
    const auto after = is.empty() ? std::vector{node{}} : parse_nodes(is);
    children("transition", "", before.front(), after.front());
  }

  /// `owner` names what holds the children; named ones among them are called `prefix` + name.
  void
  children(const std::string& owner, const std::string& prefix, const node& was, const node& is) {
    for (const node& child : was.children) {
      const node* now = counterpart(child, was, is);
      if (now == nullptr) {
        missing(owner, prefix, child, "removed", "no longer");
      } else if (is_named(child)) {
        named(prefix, child, *now);
      } else if (child != *now) {
        add(fmt::format("{}: {} {} -> {}", owner, child.keyword, value(child, 0), value(*now, 0)));
      }
    }
    for (const node& child : is.children) {
      if (counterpart(child, is, was) == nullptr) {
        missing(owner, prefix, child, "added", "now");
      }
    }
  }

  void missing(const std::string& owner,
               const std::string& prefix,
               const node& child,
               const char* verb,
               const char* adverb) {
    if (is_named(child)) {
      add(fmt::format("{}: {} {}{}", verb, child.keyword, prefix, child.words.front()));
    } else {
      add(fmt::format("{}: {} {}", owner, adverb, whole(child)));
    }
  }

  void named(const std::string& prefix, const node& was, const node& is) {
    const std::string name = fmt::format("{} {}{}", was.keyword, prefix, was.words.front());
    node head_was = was;
    node head_is = is;
    head_was.children.clear();
    head_is.children.clear();
    if (head_was != head_is) {
      add(fmt::format("{}: {} -> {}", name, value(head_was, 1), value(head_is, 1)));
    }
    children(name, prefix, was, is);
  }

  /// The child of `other` that stands for the same thing as `of`, a child of `own`.
  static const node* counterpart(const node& of, const node& own, const node& other) {
    const auto same_keyword = [&](const node& each) { return each.keyword == of.keyword; };
    const auto count = [&](const node& in) {
      return std::count_if(in.children.begin(), in.children.end(), same_keyword);
    };
    const bool single = !is_named(of) && count(own) == 1 && count(other) == 1;
    for (const node& each : other.children) {
      if (!same_keyword(each))
        continue;
      if (single ||
          (is_named(of) ? is_named(each) && each.words.front() == of.words.front() : each == of)) {
        return &each;
      }
    }
    return nullptr;
  }

  void order(const std::string& owner, const node& was, const node& is) {
    const auto columns = [](const node& of) {
      std::vector<std::string> names;
      for (const node& each : of.children) {
        if (each.keyword == "column" && is_named(each))
          names.push_back(each.words.front());
      }
      return names;
    };
    const auto before = columns(was);
    const auto after = columns(is);
    if (before != after &&
        std::is_permutation(before.begin(), before.end(), after.begin(), after.end())) {
      add(fmt::format(
          "{}: columns in order {} -> {}", owner, fmt::join(before, ", "), fmt::join(after, ", ")));
    }
  }

  std::vector<std::string> lines_;
};

} // namespace

std::vector<std::string> explain(const canonical_version& was, const canonical_version& is) {
  comparison comparison;
  comparison.versions(was, is);
  return comparison.take();
}

} // namespace strata::codegen
