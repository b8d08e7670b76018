# strata_public_headers(<target> <pattern>…): the target's headers, found under include/strata rather
# than listed. They are installed with it, and the target all_verify_interface_header_sets compiles
# each of them alone.
function(strata_public_headers target)
  list(TRANSFORM ARGN PREPEND "${PROJECT_SOURCE_DIR}/include/strata/")
  file(GLOB headers CONFIGURE_DEPENDS ${ARGN})
  target_sources(${target} INTERFACE
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES ${headers})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS "${STRATA_BUILD_TESTS}")
  set_property(GLOBAL APPEND PROPERTY STRATA_PUBLIC_HEADERS ${headers})
endfunction()

# A header that no target has would be neither verified nor installed.
function(strata_check_public_headers)
  file(GLOB_RECURSE all CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/strata/*.hpp")
  get_property(known GLOBAL PROPERTY STRATA_PUBLIC_HEADERS)
  list(REMOVE_ITEM all ${known})
  if(NOT STRATA_POSTGRESQL)
    list(FILTER all EXCLUDE REGEX "/postgresql\\.hpp$")
  endif()
  if(NOT STRATA_SQLITE)
    list(FILTER all EXCLUDE REGEX "/sqlite\\.hpp$")
  endif()
  if(all)
    message(FATAL_ERROR "headers that no strata_public_headers() names: ${all}")
  endif()
endfunction()
