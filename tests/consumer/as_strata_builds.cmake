# Makes the project's objects of Strata the very ones that Strata's own build has, so that the
# compiler's cache knows them: ccache, and warnings as the tree itself has them.
set(CMAKE_CXX_COMPILER_LAUNCHER ccache)
cmake_language(DEFER CALL set_target_properties strata_warnings PROPERTIES
  INTERFACE_COMPILE_OPTIONS "${STRATA_WARNINGS}")
