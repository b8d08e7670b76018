// The server does not look into a body that is a string. What runs a function while the plan runs,
// as a materialized view does, needs all that the body mentions, and what that calls.
#include "codegen/plan/connect_bodies.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace strata::codegen {
namespace {

using words = std::set<std::string>;

void add_words(words& all, const std::string& text) {
  std::string word;
  for (const char c : text + ' ') {
    const bool is_part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '_' || c == '$' ||
                         (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (is_part) {
      word += c;
    } else if (!word.empty()) {
      all.insert(std::move(word));
      word.clear();
    }
  }
}

std::string function_name(const vertex& of) {
  const std::string qualified = of.name.substr(0, of.name.rfind(joint));
  return qualified.substr(qualified.rfind(joint) + 1); // npos + 1 is 0.
}

bool makes(const action& of) {
  return of.id.at == stage::add || of.id.at == stage::rename ||
         (of.id.at == stage::alter && of.id.of == object_class::function);
}

class bodies {
public:
  explicit bodies(std::vector<action>& actions) : actions_(actions) {
    for (const action& one : actions) {
      if (!makes(one)) {
        continue;
      }
      if (one.id.of == object_class::function) {
        function(one);
      } else if (is_relation(one.id.of)) {
        made_[bare_name(one.id)].insert(one.id);
      } else if (one.id.of == object_class::column) {
        columns_[bare_name(one.id)].insert(one.id);
      }
    }
  }

  void add() {
    if (mentioned_.empty()) {
      return;
    }
    for (action& user : actions_) {
      if (user.id.of == object_class::function || user.id.at == stage::remove) {
        continue;
      }
      words said;
      for (const std::string& text : user.texts) {
        add_words(said, text);
      }
      for (const std::string& word : said) {
        if (mentioned_.contains(word)) {
          const std::set<vertex>& all = needs(word);
          user.after_if_free.insert(user.after_if_free.end(), all.begin(), all.end());
        }
      }
    }
  }

private:
  static bool is_relation(object_class of) {
    return of == object_class::table || of == object_class::view || of == object_class::sequence ||
           of == object_class::user_type || of == object_class::enumeration;
  }

  void function(const action& made) {
    const std::string name = function_name(made.id);
    made_[name].insert(made.id);
    for (const planned_statement& each : made.statements) {
      if (const auto* created = std::get_if<sql::create_function>(&each.statement)) {
        add_words(mentioned_[name], created->function.definition.postgresql);
      }
    }
  }

  /// What the functions of that name need, by way of others too.
  const std::set<vertex>& needs(const std::string& name) {
    const auto [found, is_new] = needs_.try_emplace(name);
    if (!is_new) {
      return found->second;
    }
    std::set<vertex> all;
    words seen;
    std::vector<std::string> open = {name};
    while (!open.empty()) {
      const std::string next = open.back();
      open.pop_back();
      const auto body = mentioned_.find(next);
      if (body == mentioned_.end() || !seen.insert(next).second) {
        continue;
      }
      for (const std::string& word : body->second) {
        if (const auto made = made_.find(word); made != made_.end()) {
          all.insert(made->second.begin(), made->second.end());
        }
        if (const auto added = columns_.find(word); added != columns_.end()) {
          all.insert(added->second.begin(), added->second.end());
        }
        open.push_back(word);
      }
    }
    return needs_[name] = std::move(all);
  }

  std::vector<action>& actions_;
  std::map<std::string, words> mentioned_; ///< By a function's bare name: the words of its body.
  std::map<std::string, std::set<vertex>> made_;
  std::map<std::string, std::set<vertex>> columns_;
  std::map<std::string, std::set<vertex>> needs_;
};

} // namespace

void connect_bodies(std::vector<action>& actions) { bodies(actions).add(); }

} // namespace strata::codegen
