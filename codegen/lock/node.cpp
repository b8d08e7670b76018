// Printing and reading the tree, each the other turned round.
#include "codegen/lock/node.hpp"

#include <algorithm>
#include <string_view>

namespace strata::codegen {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";

bool is_bare(std::string_view word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_.,:()[]/+-").find(c) != std::string_view::npos;
  };
  return !word.empty() && std::all_of(word.begin(), word.end(), plain);
}

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == quote || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (code < 0x20) {
      out += "\\x";
      out += hexadecimal[code >> 4];
      out += hexadecimal[code & 0xf];
    } else {
      out += c;
    }
  }
  return out += quote;
}

bool has_lines(const node& of) { return of.text && of.text->find('\n') != std::string::npos; }

void print_block(std::string& out, std::string_view text, std::size_t indent) {
  for (;;) {
    const auto end = text.find('\n');
    out.append(indent, ' ').append("|").append(text.substr(0, end)).append("\n");
    if (end == std::string_view::npos) {
      return;
    }
    text.remove_prefix(end + 1);
  }
}

void print_to(std::string& out, const node& of, std::size_t indent) {
  out.append(indent, ' ').append(head(of)).append("\n");
  if (has_lines(of)) {
    print_block(out, *of.text, indent + 2);
  }
  for (const node& child : of.children) {
    print_to(out, child, indent + 2);
  }
}

/// One line's words, from left to right.
class line_reader {
public:
  line_reader(std::string_view rest, int line) : rest_(rest), line_(line) {}

  node read() {
    node read;
    read.line = line_;
    read.keyword = bare();
    while (!rest_.empty()) {
      if (rest_.front() != ' ' || rest_.size() == 1 || read.text) {
        fail("holds more than its words");
      }
      rest_.remove_prefix(1);
      if (rest_.front() == '"') {
        read.text = between('"');
      } else {
        read.words.push_back(rest_.front() == '\'' ? between('\'') : bare());
      }
    }
    return read;
  }

private:
  [[noreturn]] void fail(const char* why) const { throw unreadable(why, line_); }

  std::string bare() {
    const auto word = rest_.substr(0, rest_.find(' '));
    if (!is_bare(word)) {
      fail("holds a word that should stand in quotes");
    }
    rest_.remove_prefix(word.size());
    return std::string(word);
  }

  std::string between(char quote) {
    std::string out;
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == quote) {
        rest_.remove_prefix(at + 1);
        return out;
      }
      if (rest_[at] == '\\') {
        at = escaped(at + 1, out);
      } else {
        out += rest_[at];
      }
    }
    fail("holds a quote that does not close");
  }

  /// Adds what the escape at `at` means; the position of its last character.
  std::size_t escaped(std::size_t at, std::string& out) const {
    const char c = at < rest_.size() ? rest_[at] : '\0';
    if (c == 'n') {
      out += '\n';
    } else if (c == 'x' && at + 2 < rest_.size()) {
      const auto high = hexadecimal.find(rest_[at + 1]);
      const auto low = hexadecimal.find(rest_[at + 2]);
      if (high == std::string_view::npos || low == std::string_view::npos) {
        fail("holds an escape that nobody wrote");
      }
      out += static_cast<char>(high << 4 | low);
      return at + 2;
    } else if (c == '\\' || c == '"' || c == '\'') {
      out += c;
    } else {
      fail("holds an escape that nobody wrote");
    }
    return at;
  }

  std::string_view rest_;
  int line_;
};

/// Places lines by their indentation. `open` is the path from the top to the last node.
class tree_reader {
public:
  void add(std::string_view line, int number) {
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    const auto depth = indent / 2;
    if (indent % 2 != 0 || depth > depth_) {
      throw unreadable("is indented otherwise than what stands above it", number);
    }
    line.remove_prefix(indent);
    if (line.starts_with("|")) {
      add_text(line.substr(1), depth, number);
      return;
    }
    siblings(depth).push_back(line_reader(line, number).read());
    depth_ = depth + 1;
    text_open_ = false;
  }

  std::vector<node> take() { return std::move(all_); }

private:
  std::vector<node>& siblings(std::size_t depth) {
    std::vector<node>* level = &all_;
    for (; depth > 0; --depth) {
      level = &level->back().children;
    }
    return *level;
  }

  void add_text(std::string_view line, std::size_t depth, int number) {
    if (depth == 0 || depth != depth_) {
      throw unreadable("is a text that belongs to nothing", number);
    }
    node& owner = siblings(depth - 1).back();
    if (text_open_) {
      owner.text->append("\n").append(line);
    } else if (!owner.text) {
      owner.text = std::string(line);
      text_open_ = true;
    } else {
      throw unreadable("is a second text of one thing", number);
    }
  }

  std::vector<node> all_;
  std::size_t depth_ = 0; ///< How deep the next line may stand.
  bool text_open_ = false;
};

} // namespace

std::string head(const node& of) {
  std::string line = of.keyword;
  for (const std::string& word : of.words) {
    line += ' ';
    line += is_bare(word) ? word : quoted(word, '\'');
  }
  if (of.text && !has_lines(of)) {
    line += ' ';
    line += quoted(*of.text, '"');
  }
  return line;
}

std::string print(const node& of) {
  std::string out;
  print_to(out, of, 0);
  return out;
}

std::vector<node> parse_nodes(std::string_view text) {
  tree_reader reader;
  int number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    ++number;
    if (!line.empty() && line.front() != '#') {
      reader.add(line, number);
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return reader.take();
}

} // namespace strata::codegen
