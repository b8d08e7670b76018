// A version as canonical text, by objects: what is fingerprinted, locked, and compared with the
// lock. Leaves out what has its default, C++ names and places.
#pragma once

#include "codegen/lock/node.hpp"

#include <strata/model/version.hpp>

#include <memory>
#include <string>
#include <vector>

namespace strata::codegen {

/// One object's text. The first line names it, and holds nothing else: `table cameras`.
struct canonical_object {
  std::string key; ///< That first line.
  std::string text;
  std::string digest; ///< SHA-256 of the text.
  int kind = 0;       ///< Its kind's place in the order.
};

using canonical_objects = std::vector<std::shared_ptr<const canonical_object>>;

/// By kind, then name: the order in which a version holds its objects.
bool precedes(const std::shared_ptr<const canonical_object>& a,
              const std::shared_ptr<const canonical_object>& b);

/// Objects in a fixed order, shared by the versions in which they are the same.
struct canonical_version {
  int number = 0;
  std::string title;
  canonical_objects objects;
  std::string transition; ///< Empty where it says nothing.
};

/// One for each version. `versions` are composed.
std::vector<canonical_version> canonical(const std::vector<model::version>& versions);

/// `canonical` turned round. C++ names and places are lost. Throws `unreadable`.
model::version model_of(const canonical_version& text);

/// Of the number, the title, the objects and the transition: 64 hexadecimal digits.
std::string fingerprint(const canonical_version& of);

/// An object's text with its digest. Throws `unreadable` for a kind that does not exist.
std::shared_ptr<const canonical_object> make_object(const node& from);

} // namespace strata::codegen
