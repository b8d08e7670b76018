// The `strata` tool's program.
#include "codegen/tool/run.hpp"

#include <iostream>

int main(int count, char** words) {
  return strata::codegen::run_tool({words, words + count}, std::cout, std::cerr);
}
