// Objects are printed by kind and name. One that is equal to that of the version before shares its
// text, so that a history of many versions costs what its changes cost.
#include "codegen/lock/canonical.hpp"

#include "codegen/lock/describe_schema.hpp"
#include "codegen/lock/describe_transition.hpp"
#include "codegen/lock/sha256.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace strata::codegen {
namespace {

using shared_object = std::shared_ptr<const canonical_object>;

constexpr std::array<std::string_view, 7> kinds = {
    "schema", "extension", "enumeration", "table", "view", "function", "trigger"};

int kind_of(const node& object) {
  const auto at = std::find(kinds.begin(), kinds.end(), object.keyword);
  if (at == kinds.end()) {
    throw unreadable("is an object of a kind that this release of Strata does not know",
                     object.line);
  }
  return static_cast<int>(at - kinds.begin());
}

template <typename Thing>
node describe_as(const char* keyword, const Thing& thing) {
  node at;
  at.keyword = keyword;
  node_writer writer(at);
  describe(writer, thing);
  return at;
}

template <typename Element>
void sort_by_name(std::vector<Element>& elements) {
  std::sort(elements.begin(), elements.end(), [](const Element& a, const Element& b) {
    return a.name < b.name;
  });
}

/// What a table identifies by name alone comes in the order of names, however it was declared.
model::table ordered(model::table table) {
  sort_by_name(table.uniques);
  sort_by_name(table.checks);
  sort_by_name(table.foreign_keys);
  sort_by_name(table.exclusions);
  sort_by_name(table.indexes);
  return table;
}

model::view ordered(model::view view) {
  sort_by_name(view.indexes);
  return view;
}

template <typename Object>
const Object& ordered(const Object& object) {
  return object;
}

/// Objects of one kind, each with the text it was last printed as.
template <typename Object>
class kind_printer {
public:
  explicit kind_printer(const char* keyword) : keyword_(keyword) {}

  void print(const std::vector<Object>& objects, canonical_objects& into) {
    std::map<std::string, entry> now;
    for (const Object& object : objects) {
      const std::string key = identity(object);
      const auto before = last_.find(key);
      const bool same = before != last_.end() && *before->second.object == object;
      now[key] = {&object,
                  same ? before->second.text : make_object(describe_as(keyword_, ordered(object)))};
    }
    last_ = std::move(now);
    for (const auto& [key, each] : last_) {
      into.push_back(each.text);
    }
  }

private:
  struct entry {
    const Object* object = nullptr; ///< Lives as long as the versions that are being printed.
    shared_object text;
  };

  static std::string identity(const model::extension& of) { return of.name; }

  static std::string identity(const model::function& of) {
    return one_word(of.name) + '(' + of.parameters;
  }

  static std::string identity(const model::trigger& of) {
    return one_word(of.table) + ' ' + of.name;
  }

  template <typename Other>
  static std::string identity(const Other& of) {
    return one_word(of.name);
  }

  const char* keyword_;
  std::map<std::string, entry> last_;
};

/// Prints one version after the other.
class version_printer {
public:
  canonical_version print(const model::version& version) {
    canonical_version text{.number = version.number,
                           .title = version.title,
                           .objects = {},
                           .transition = transition(version.transition)};
    const model::schema& schema = version.schema;
    schemas(schema.named_schemas, text.objects);
    extensions_.print(schema.extensions, text.objects);
    enumerations_.print(schema.enumerations, text.objects);
    tables_.print(schema.tables, text.objects);
    views_.print(schema.views, text.objects);
    functions_.print(schema.functions, text.objects);
    triggers_.print(schema.triggers, text.objects);
    std::sort(text.objects.begin(), text.objects.end(), precedes);
    return text;
  }

private:
  static std::string transition(const model::transition& of) {
    return of == model::transition{} ? "" : codegen::print(describe_as("transition", of));
  }

  static void schemas(const std::vector<std::string>& names, canonical_objects& into) {
    for (const std::string& name : names) {
      node at;
      at.keyword = "schema";
      at.words = {name};
      into.push_back(make_object(at));
    }
  }

  kind_printer<model::extension> extensions_{"extension"};
  kind_printer<model::enumeration> enumerations_{"enumeration"};
  kind_printer<model::table> tables_{"table"};
  kind_printer<model::view> views_{"view"};
  kind_printer<model::function> functions_{"function"};
  kind_printer<model::trigger> triggers_{"trigger"};
};

template <typename Thing>
void read(const node& from, Thing& into) {
  node_reader reader(from);
  describe(reader, into);
  reader.finish();
}

void read_object(const node& from, model::schema& into) {
  if (from.keyword == "schema") {
    node_reader(from).word(into.named_schemas.emplace_back());
  } else if (from.keyword == "extension") {
    read(from, into.extensions.emplace_back());
  } else if (from.keyword == "enumeration") {
    read(from, into.enumerations.emplace_back());
  } else if (from.keyword == "table") {
    read(from, into.tables.emplace_back());
  } else if (from.keyword == "view") {
    read(from, into.views.emplace_back());
  } else if (from.keyword == "function") {
    read(from, into.functions.emplace_back());
  } else {
    read(from, into.triggers.emplace_back());
  }
}

} // namespace

std::vector<canonical_version> canonical(const std::vector<model::version>& versions) {
  version_printer printer;
  std::vector<canonical_version> all;
  all.reserve(versions.size());
  for (const model::version& version : versions) {
    all.push_back(printer.print(version));
  }
  return all;
}

model::version model_of(const canonical_version& text) {
  model::version version;
  version.number = text.number;
  version.title = text.title;
  for (const auto& object : text.objects) {
    for (const node& each : parse_nodes(object->text)) {
      read_object(each, version.schema);
    }
  }
  for (const node& each : parse_nodes(text.transition)) {
    read(each, version.transition);
  }
  return version;
}

std::string fingerprint(const canonical_version& of) {
  node opening;
  opening.keyword = "version";
  opening.words = {std::to_string(of.number)};
  opening.text = of.title;
  std::string all = print(opening);
  for (const auto& object : of.objects) {
    all += object->digest;
    all += '\n';
  }
  return sha256(all + of.transition);
}

std::shared_ptr<const canonical_object> make_object(const node& from) {
  std::string text = print(from);
  std::string digest = sha256(text);
  return std::make_shared<const canonical_object>(
      canonical_object{head(from), std::move(text), std::move(digest), kind_of(from)});
}

bool precedes(const shared_object& a, const shared_object& b) {
  return std::tie(a->kind, a->key) < std::tie(b->kind, b->key);
}

} // namespace strata::codegen
