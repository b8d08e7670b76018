// All names of both schemas are collected, of whatever kind: the name spaces of databases overlap.
#include "codegen/plan/passing_names.hpp"

#include "codegen/compose/further_objects.hpp"
#include "codegen/lock/sha256.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

constexpr std::size_t longest = 63;

std::string in_small_letters(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

/// At most `size` bytes of it, cut between characters.
std::string beginning(const std::string& name, std::size_t size) {
  if (name.size() <= size) {
    return name;
  }
  // A byte 10xxxxxx goes on with a character of UTF-8.
  while (size > 0 && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80) {
    --size;
  }
  return name.substr(0, size);
}

class name_collection {
public:
  explicit name_collection(std::set<std::string>& into) : into_(into) {}

  void all(const model::schema& of) {
    each(of.named_schemas);
    each(of.extensions);
    each(of.enumerations);
    each(of.functions);
    each(of.triggers);
    for (const model::table& table : of.tables) {
      take(table);
      parts(table);
    }
    for (const model::view& view : of.views) {
      take(view);
      each(view.columns);
      each(view.indexes);
    }
    each_further(of, [&](const auto& objects) { further(objects); });
  }

private:
  void add(const std::string& name) {
    if (!name.empty()) {
      into_.insert(in_small_letters(name));
    }
  }

  void add(const model::qualified_name& name) { add(name.name); }

  template <typename Object>
  void take(const Object& object) {
    add(object.name);
  }

  template <typename Objects>
  void each(const Objects& objects) {
    for (const auto& object : objects) {
      take(object);
    }
  }

  void parts(const model::table& table) {
    for (const model::column& column : table.columns) {
      take(column);
      if (column.identity) {
        add(column.identity->sequence);
      }
    }
    if (table.primary_key) {
      take(*table.primary_key);
    }
    each(table.uniques);
    each(table.checks);
    each(table.foreign_keys);
    each(table.exclusions);
    each(table.indexes);
  }

  template <typename Object>
  void further(const std::vector<Object>& objects) {
    for (const Object& object : objects) {
      if constexpr (!std::is_same_v<Object, model::grant>) {
        take(object);
      }
      if constexpr (std::is_same_v<Object, model::domain>) {
        each(object.checks);
      }
      if constexpr (std::is_same_v<Object, model::composite_type>) {
        each(object.attributes);
      }
    }
  }

  std::set<std::string>& into_;
};

} // namespace

passing_names::passing_names(const model::schema& from, const model::schema& to) {
  name_collection(taken_).all(from);
  name_collection(taken_).all(to);
}

bool passing_names::is_free(const std::string& name) const {
  return !taken_.contains(in_small_letters(name));
}

std::string passing_names::make(const std::string& name, std::string_view suffix) const {
  std::string made = name + std::string(suffix);
  if (made.size() <= longest && is_free(made)) {
    return made;
  }
  constexpr std::size_t digits = 8;
  std::string seed = name;
  for (;;) {
    const std::string digest = "_" + sha256(seed).substr(0, digits);
    const std::string stem = beginning(name, longest - suffix.size() - digest.size()) + digest;
    made = stem + std::string(suffix);
    // What is made of an object that is called as the stem is another.
    if (is_free(made) && is_free(stem)) {
      return made;
    }
    seed += '\n';
  }
}

} // namespace strata::codegen
