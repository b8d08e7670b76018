// Objects are printed by kind and name. One that is equal to that of the version before shares its
// text, so that a history of many versions costs what its changes cost.
#include "codegen/lock/canonical.hpp"

#include "codegen/compose/further_objects.hpp"
#include "codegen/lock/describe_further.hpp"
#include "codegen/lock/describe_transition.hpp"
#include "codegen/lock/sha256.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace strata::codegen {
namespace {

using shared_object = std::shared_ptr<const canonical_object>;

constexpr std::array<std::string_view, 15> kinds = {"schema",
                                                    "extension",
                                                    "enumeration",
                                                    "table",
                                                    "view",
                                                    "function",
                                                    "trigger",
                                                    "sequence",
                                                    "domain",
                                                    "composite_type",
                                                    "range_type",
                                                    "rule",
                                                    "policy",
                                                    "statistics",
                                                    "grant"};

int rank_of(const node& object) {
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

/// Grants have no name: all of one is its key.
std::string print_key(const model::grant& of) { return print(describe_as("grant", of)); }

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

  static std::string identity(const model::named_schema& of) { return of.name; }

  static std::string identity(const model::extension& of) { return of.name; }

  static std::string identity(const model::function& of) {
    return one_word(of.name) + '(' + of.parameters;
  }

  static std::string identity(const model::trigger& of) {
    return one_word(of.table) + ' ' + of.name;
  }

  static std::string identity(const model::rule& of) { return one_word(of.table) + ' ' + of.name; }

  static std::string identity(const model::policy& of) {
    return one_word(of.table) + ' ' + of.name;
  }

  static std::string identity(const model::grant& of) { return print_key(of); }

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
    schemas_.print(schema.named_schemas, text.objects);
    extensions_.print(schema.extensions, text.objects);
    enumerations_.print(schema.enumerations, text.objects);
    tables_.print(schema.tables, text.objects);
    views_.print(schema.views, text.objects);
    functions_.print(schema.functions, text.objects);
    triggers_.print(schema.triggers, text.objects);
    sequences_.print(schema.sequences, text.objects);
    domains_.print(schema.domains, text.objects);
    composite_types_.print(schema.composite_types, text.objects);
    range_types_.print(schema.range_types, text.objects);
    rules_.print(schema.rules, text.objects);
    policies_.print(schema.policies, text.objects);
    statistics_.print(schema.statistics_objects, text.objects);
    grants_.print(schema.grants, text.objects);
    std::sort(text.objects.begin(), text.objects.end(), precedes);
    return text;
  }

private:
  static std::string transition(const model::transition& of) {
    return of == model::transition{} ? "" : codegen::print(describe_as("transition", of));
  }

  kind_printer<model::named_schema> schemas_{"schema"};
  kind_printer<model::extension> extensions_{"extension"};
  kind_printer<model::enumeration> enumerations_{"enumeration"};
  kind_printer<model::table> tables_{"table"};
  kind_printer<model::view> views_{"view"};
  kind_printer<model::function> functions_{"function"};
  kind_printer<model::trigger> triggers_{"trigger"};
  kind_printer<model::sequence> sequences_{"sequence"};
  kind_printer<model::domain> domains_{"domain"};
  kind_printer<model::composite_type> composite_types_{"composite_type"};
  kind_printer<model::range_type> range_types_{"range_type"};
  kind_printer<model::rule> rules_{"rule"};
  kind_printer<model::policy> policies_{"policy"};
  kind_printer<model::statistics> statistics_{"statistics"};
  kind_printer<model::grant> grants_{"grant"};
};

template <typename Thing>
void read(const node& from, Thing& into) {
  node_reader reader(from);
  describe(reader, into);
  reader.finish();
}

template <typename Object>
std::string_view keyword_of() {
  constexpr auto first = static_cast<std::size_t>(model::object_kind::sequence);
  constexpr std::array<std::string_view, 9> words = {"sequence",
                                                     "domain",
                                                     "composite_type",
                                                     "range_type",
                                                     "attribute",
                                                     "rule",
                                                     "policy",
                                                     "statistics",
                                                     "grant"};
  return words.at(static_cast<std::size_t>(kind_of(Object{})) - first);
}

void read_object(const node& from, model::schema& into) {
  if (from.keyword == "schema") {
    read(from, into.named_schemas.emplace_back());
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
  } else if (from.keyword == "trigger") {
    read(from, into.triggers.emplace_back());
  } else {
    each_further(into, [&](auto& list) {
      using object = typename std::decay_t<decltype(list)>::value_type;
      if (from.keyword == keyword_of<object>())
        read(from, list.emplace_back());
    });
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
      canonical_object{head(from), std::move(text), std::move(digest), rank_of(from)});
}

bool precedes(const shared_object& a, const shared_object& b) {
  return std::tie(a->kind, a->key) < std::tie(b->kind, b->key);
}

} // namespace strata::codegen
