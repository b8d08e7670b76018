// A version begins with its number; an object that a version does not mention is that of the
// version before; `gone` names those that are no more.
#include "codegen/lock/lock_file.hpp"

#include "codegen/lock/archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace strata::codegen {
namespace {

constexpr const char* format_line = "strata_lock 1";

std::string opening(const locked_version& of) {
  node at;
  at.keyword = "version";
  at.words = {std::to_string(of.text.number)};
  if (!of.text.title.empty())
    at.text = of.text.title;
  return print(at);
}

std::map<std::string, const canonical_object*> by_key(const canonical_objects& of) {
  std::map<std::string, const canonical_object*> all;
  for (const auto& each : of)
    all[each->key] = each.get();
  return all;
}

std::string print(const locked_version& of, const canonical_objects& before) {
  std::string out = opening(of);
  out += of.sealed ? "sealed\n" : "draft\n";
  out += fmt::format("fingerprint {}\n", of.fingerprint);
  out += fmt::format("oldest_compatible {}\n", of.oldest_compatible);
  out += of.numbers_by_value ? "sqlite_numbers by_value\n" : "";
  for (const auto& [path, digest] : of.files) {
    out += fmt::format("file {} {}\n", digest, path);
  }
  const auto old = by_key(before);
  for (const auto& each : of.text.objects) {
    const auto was = old.find(each->key);
    if (was == old.end() || was->second->text != each->text)
      out += each->text;
  }
  const auto now = by_key(of.text.objects);
  for (const auto& each : before) {
    if (!now.contains(each->key))
      out += fmt::format("gone {}\n", each->key);
  }
  return out + of.text.transition;
}

/// Builds versions from nodes, carrying objects from one to the next.
class lock_reader {
public:
  void add(const node& each) {
    if (each.keyword == "version") {
      begin(each);
    } else if (all_.versions.empty()) {
      throw unreadable("stands before the first version", each.line);
    } else if (each.keyword == "sealed" || each.keyword == "draft") {
      last().sealed = each.keyword == "sealed";
    } else if (each.keyword == "fingerprint") {
      last().fingerprint = word(each, 0);
    } else if (each.keyword == "oldest_compatible") {
      last().oldest_compatible = number(each);
    } else if (each.keyword == "sqlite_numbers") {
      if (word(each, 0) != "by_value")
        throw unreadable("says a word that this release of Strata does not know", each.line);
      last().numbers_by_value = true;
    } else if (each.keyword == "file") {
      last().files[word(each, 1)] = word(each, 0);
    } else if (each.keyword == "gone") {
      erase(each);
    } else if (each.keyword == "transition") {
      last().text.transition = print(each);
    } else {
      put(make_object(each));
    }
  }

  lock take() { return std::move(all_); }

private:
  locked_version& last() { return all_.versions.back(); }

  static const std::string& word(const node& of, std::size_t at) {
    if (of.words.size() <= at)
      throw unreadable("says less than it should", of.line);
    return of.words[at];
  }

  static int number(const node& of) {
    return static_cast<int>(node_reader::integer(word(of, 0), of.line));
  }

  void begin(const node& each) {
    locked_version next;
    next.line = each.line;
    next.text.number = number(each);
    next.text.title = each.text.value_or("");
    if (!all_.versions.empty())
      next.text.objects = last().text.objects;
    all_.versions.push_back(std::move(next));
  }

  void put(std::shared_ptr<const canonical_object> object) {
    canonical_objects& in = last().text.objects;
    const auto at = std::lower_bound(in.begin(), in.end(), object, precedes);
    if (at != in.end() && (*at)->key == object->key) {
      *at = std::move(object);
    } else {
      in.insert(at, std::move(object));
    }
  }

  void erase(const node& each) {
    node named{.keyword = word(each, 0), .words = {}, .text = each.text, .children = {}, .line = 0};
    named.words.assign(std::next(each.words.begin()), each.words.end());
    const std::string key = head(named);
    if (std::erase_if(last().text.objects, [&](const auto& o) { return o->key == key; }) == 0) {
      throw unreadable("takes away what was not there", each.line);
    }
  }

  lock all_;
};

} // namespace

const locked_version* lock::find(int number) const {
  const auto at = std::find_if(versions.begin(), versions.end(), [&](const auto& each) {
    return each.text.number == number;
  });
  return at == versions.end() ? nullptr : &*at;
}

std::string print(const lock& of, const std::string& schema_name) {
  std::string out =
      fmt::format("# The history of {}, as its generator recorded it: commit it, and leave "
                  "it to the generator.\n{}\n",
                  schema_name,
                  format_line);
  const canonical_objects none;
  const canonical_objects* before = &none;
  for (const locked_version& version : of.versions) {
    out += '\n';
    out += print(version, *before);
    before = &version.text.objects;
  }
  return out;
}

lock parse_lock(const std::string& text) {
  std::vector<node> nodes = parse_nodes(text);
  if (nodes.empty() || head(nodes.front()) != format_line) {
    throw unreadable("is not of the form that this release of Strata reads", 1);
  }
  lock_reader reader;
  for (auto each = std::next(nodes.begin()); each != nodes.end(); ++each) {
    reader.add(*each);
  }
  return reader.take();
}

} // namespace strata::codegen
