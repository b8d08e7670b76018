// What goes into which file.
#include "codegen/import/header_files.hpp"

#include "codegen/docs/dsl_declarations.hpp"
#include "codegen/docs/dsl_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace strata::codegen {
namespace {

/// Lines of declarations that one header may have.
constexpr std::ptrdiff_t lines_at_once = 600;

struct part {
  std::string file; ///< Without `.hpp`.
  std::string declarations;
};

std::string lower(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return name;
}

/// Names of files, of which no two differ in case alone.
class file_names {
public:
  std::string take(const std::string& wanted) {
    std::string name = lower(wanted);
    while (!name.empty() && name.back() == '_')
      name.pop_back();
    if (name.empty())
      name = "table";
    const std::string base = name;
    for (int number = 2; !used_.insert(name).second; ++number)
      name = fmt::format("{}_{}", base, number);
    return name;
  }

private:
  std::set<std::string> used_;
};

class header_set {
public:
  header_set(const model::version& version, std::string_view schema_namespace)
      : version_(version),
        declared_(dsl::declarations_of(version.schema)),
        space_(fmt::format("{}::v{}", schema_namespace, version.number)),
        name_(fmt::format("v{}", version.number)) {}

  std::vector<generated_file> files() {
    std::string all;
    for (const dsl::declaration& each : declared_)
      all += dsl::print(each);
    if (std::count(all.begin(), all.end(), '\n') <= lines_at_once)
      return {{name_ + ".hpp", header({"<strata/schema.hpp>"}, all + version_words())}};
    return in_parts();
  }

private:
  std::string header(const std::vector<std::string>& includes, const std::string& body) const {
    std::string text =
        fmt::format("// Version {} as it was found in a live database; yours from here on.\n"
                    "#pragma once\n\n",
                    version_.number);
    for (const std::string& each : includes)
      text += fmt::format("#include {}\n", each);
    return text + fmt::format("\nnamespace {0} {{\nusing namespace strata::dsl;\n\n{1}\n"
                              "}} // namespace {0}\n",
                              space_,
                              body);
  }

  std::string version_words() const {
    std::vector<std::string> arguments = {std::to_string(version_.number)};
    for (const dsl::declaration& each : declared_)
      arguments.push_back(each.variable);
    return fmt::format("inline constexpr auto version = {};\n",
                       dsl::call("schema_version", arguments));
  }

  /// The file that a declaration belongs to.
  std::string file_of(const dsl::declaration& each) {
    if (each.kind == "view")
      return views_;
    if (each.kind == "function")
      return functions_;
    const auto table = tables_.find(each.table);
    if (table != tables_.end())
      return table->second;
    return each.kind == "grant" ? rights_ : types_;
  }

  std::vector<generated_file> in_parts() {
    for (const dsl::declaration& each : declared_) {
      if (each.kind == "table")
        tables_.emplace(each.table, names_.take(each.variable));
    }
    std::vector<part> parts = {{types_, {}}};
    std::map<std::string, std::size_t> at = {{types_, 0}};
    for (const dsl::declaration& each : declared_) {
      const std::string file = file_of(each);
      const auto [found, is_new] = at.emplace(file, parts.size());
      if (is_new)
        parts.push_back({file, {}});
      parts[found->second].declarations += dsl::print(each);
    }
    std::vector<generated_file> files;
    std::vector<std::string> includes;
    for (const part& each : parts) {
      if (each.declarations.empty())
        continue;
      const bool needs_types = each.file != types_ && !parts.front().declarations.empty();
      const std::string first = needs_types ? fmt::format("\"{}.hpp\"", types_) : std::string();
      std::vector<std::string> own;
      if (needs_types)
        own.push_back(first + "\n");
      own.emplace_back("<strata/schema.hpp>");
      std::string body = each.declarations;
      body.pop_back(); // The blank line at the end.
      files.push_back({fmt::format("{}/{}.hpp", name_, each.file), header(own, body)});
      includes.push_back(fmt::format("\"{}/{}.hpp\"", name_, each.file));
    }
    includes.back() += '\n';
    includes.emplace_back("<strata/schema.hpp>");
    files.insert(files.begin(), {name_ + ".hpp", header(includes, version_words())});
    return files;
  }

  const model::version& version_;
  std::vector<dsl::declaration> declared_;
  std::string space_;
  std::string name_;
  file_names names_;
  const std::string types_ = names_.take("types");
  const std::string views_ = names_.take("views");
  const std::string functions_ = names_.take("functions");
  const std::string rights_ = names_.take("rights");
  std::map<model::qualified_name, std::string> tables_;
};

} // namespace

std::vector<generated_file> header_files(const model::version& version,
                                         std::string_view schema_namespace) {
  return header_set(version, schema_namespace).files();
}

} // namespace strata::codegen
