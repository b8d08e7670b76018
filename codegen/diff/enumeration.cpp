// Enumerations, and the schemas and extensions that stand before everything else.
#include "codegen/diff/difference.hpp"
#include "codegen/diff/matching.hpp"

namespace strata::codegen {
namespace {

/// Whether all of `before` stands in `after`, in the same order.
bool is_subsequence(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  auto next = before.begin();
  for (const std::string& each : after) {
    if (next != before.end() && *next == each) {
      ++next;
    }
  }
  return next == before.end();
}

void add_values(difference& all,
                const model::enumeration& before,
                const model::enumeration& after) {
  std::size_t next = 0; // Of the values that were there.
  for (const std::string& each : after.values) {
    if (next < before.values.size() && before.values[next] == each) {
      ++next;
    } else {
      all.add(add_enum_value{
          after.name, each, next < before.values.size() ? before.values[next] : std::string()});
    }
  }
}

model::enumeration without_comment(model::enumeration enumeration) {
  enumeration.comment.clear();
  return enumeration;
}

void comment(difference& all, const std::string& before, const model::enumeration& after) {
  set_comment change;
  change.kind = model::object_kind::enumeration;
  change.name = after.name;
  change.before = before;
  change.after = after.comment;
  all.comment(std::move(change));
}

void comment(difference& all, const std::string& before, const model::named_schema& after) {
  set_comment change;
  change.kind = model::object_kind::schema;
  change.name = {{}, after.name};
  change.before = before;
  change.after = after.comment;
  all.comment(std::move(change));
}

void comment(difference& all, const std::string& before, const model::extension& after) {
  set_comment change;
  change.kind = model::object_kind::extension;
  change.name = {{}, after.name};
  change.before = before;
  change.after = after.comment;
  all.comment(std::move(change));
}

} // namespace

void diff_schemas(difference& all) {
  const auto schema_name = [](const model::named_schema& of) -> const std::string& {
    return of.name;
  };
  const auto schemas = match(all.from.named_schemas, all.to.named_schemas, schema_name);
  for (const model::named_schema* each : schemas.added) {
    all.add(create_schema{each->name});
    comment(all, {}, *each);
  }
  for (const auto& [before, after] : schemas.kept) {
    comment(all, before->comment, *after);
  }
  for (const model::named_schema* each : schemas.removed) {
    all.add(drop_schema{each->name});
  }
  const auto name = [](const model::extension& of) -> const std::string& { return of.name; };
  const auto extensions = match(all.from.extensions, all.to.extensions, name);
  for (const model::extension* each : extensions.added) {
    all.add(create_extension{*each});
    comment(all, {}, *each);
  }
  for (const auto& [before, after] : extensions.kept) {
    // Without a version, whichever the server has is meant.
    const bool is_updated =
        !before->version.empty() && !after->version.empty() && before->version != after->version;
    if (before->schema != after->schema || is_updated) {
      all.add(alter_extension{*before, *after});
    }
    comment(all, before->comment, *after);
  }
  for (const model::extension* each : extensions.removed) {
    all.add(drop_extension{*each});
  }
}

void diff_enumerations(difference& all) {
  const auto name = [](const model::enumeration& of) -> const auto& { return of.name; };
  const auto enumerations = match(all.from.enumerations, all.to.enumerations, name);
  for (const model::enumeration* each : enumerations.added) {
    all.add(create_enumeration{without_comment(*each)});
    comment(all, {}, *each);
  }
  for (const auto& [before, after] : enumerations.kept) {
    if (is_subsequence(before->values, after->values)) {
      add_values(all, *before, *after);
      comment(all, before->comment, *after);
    } else {
      all.add(replace_enumeration{*before, *after});
      comment(all, {}, *after);
    }
  }
  for (const model::enumeration* each : enumerations.removed) {
    all.add(drop_enumeration{*each});
  }
}

} // namespace strata::codegen
