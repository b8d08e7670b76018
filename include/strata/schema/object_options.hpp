// Options of enumerations, views, functions, triggers and their like.
#pragma once

#include <strata/schema/object.hpp>

namespace strata::detail {

struct object_options {
  text_ref comment{};
  text_ref cpp_name{};
  databases only{};
};

/// For declarations with `options` of object_options that lie in no schema of their own.
template <typename Self>
struct options_of_attachment {
  consteval Self comment(some_text words) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.options.comment, words);
    return copy;
  }

  consteval Self only(database which) const {
    Self copy = static_cast<const Self&>(*this);
    give_only(copy.options.only, which);
    return copy;
  }
};

/// For declarations with `options` of object_options.
template <typename Self>
struct options_of_object : options_of_attachment<Self> {
  /// A schema other than the default one.
  consteval Self in_schema(name_text schema) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.schema, schema);
    return copy;
  }

  /// Its name in C++, where the SQL name does not suit.
  consteval Self as(name_text cpp_name) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.options.cpp_name, cpp_name);
    return copy;
  }
};

} // namespace strata::detail
