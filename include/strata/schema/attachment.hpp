// What objects that hang on a table have in common, and words that stand among their elements.
#pragma once

#include <strata/schema/element.hpp>
#include <strata/schema/object_options.hpp>

namespace strata::detail {

struct attached_facts : object_facts {
  object_options options{};
  object_name table{};
};

/// Whether a trigger or rule fires, by the session's replication role.
enum class firing { origin, disabled, replica, always };

/// A role, a privilege, a column …: a text among elements.
struct word_declaration : element {};

consteval word_declaration word(name_text text) { return {{element_kind::word, {}, text}}; }

consteval word_declaration role(name_text name) { return {{element_kind::role, {}, name}}; }

} // namespace strata::detail
