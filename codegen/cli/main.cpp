// The generator's program. In the library, so that a project's generator is its versions alone.
#include "codegen/cli/run.hpp"

#include <iostream>

int main(int argc, char** argv) {
  return strata::codegen::run({argv, argv + argc}, std::cout, std::cerr);
}
