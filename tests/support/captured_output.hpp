// What a function writes to the standard output and error, C's stdio and C++ streams alike.
#pragma once

#include <cstdio>
#include <iostream>
#include <string>

#include <unistd.h>

namespace strata::testing {

/// Captures from construction to destruction.
class captured_output {
public:
  captured_output() : out_(STDOUT_FILENO), err_(STDERR_FILENO) {}

  std::string out() const { return out_.read(); }

  std::string err() const { return err_.read(); }

private:
  class stream {
  public:
    explicit stream(int number) : number_(number), before_(dup(number)), file_(std::tmpfile()) {
      flush();
      dup2(fileno(file_), number_);
    }

    ~stream() {
      flush();
      dup2(before_, number_);
      close(before_);
      std::fclose(file_);
    }

    stream(const stream&) = delete;
    stream& operator=(const stream&) = delete;

    std::string read() const {
      flush();
      std::string text;
      char buffer[4096];
      ssize_t count = 0;
      while ((count = pread(
                  fileno(file_), buffer, sizeof buffer, static_cast<off_t>(text.size()))) > 0) {
        text.append(buffer, static_cast<std::size_t>(count));
      }
      return text;
    }

  private:
    static void flush() {
      std::cout.flush();
      std::cerr.flush();
      std::fflush(nullptr);
    }

    int number_;
    int before_;
    std::FILE* file_;
  };

  stream out_;
  stream err_;
};

} // namespace strata::testing
