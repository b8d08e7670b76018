# strata_add_schema(<target> VERSIONS <header>… …): a schema's migrations and accessors as a library
# to link. docs/cmake.md describes the arguments and the targets that it makes.

# The function runs with the policies of the release it was written for, whatever the project's.
cmake_policy(PUSH)
cmake_policy(VERSION 3.25)

function(strata_add_schema target)
  set(flags FROZEN)
  set(values SCHEMA_NAMESPACE NAMESPACE GENERATED_DIR MINIMUM_POSTGRESQL MINIMUM_SQLITE GENERATOR)
  set(lists VERSIONS DIALECTS LINK_LIBRARIES)
  cmake_parse_arguments(PARSE_ARGV 1 arg "${flags}" "${values}" "${lists}")

  if(arg_UNPARSED_ARGUMENTS)
    list(JOIN arg_UNPARSED_ARGUMENTS " " unknown)
    _strata_fail("unknown arguments: ${unknown}")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    list(JOIN arg_KEYWORDS_MISSING_VALUES ", " missing)
    _strata_fail("no value after ${missing}")
  endif()
  if(NOT arg_VERSIONS)
    _strata_fail("VERSIONS is required: the version headers, in order")
  endif()
  _strata_default(arg_SCHEMA_NAMESPACE schema)
  _strata_default(arg_NAMESPACE "${target}")
  _strata_default(arg_DIALECTS "postgresql;sqlite")
  _strata_default(arg_GENERATED_DIR generated)
  _strata_default(arg_MINIMUM_POSTGRESQL 13)
  _strata_default(arg_MINIMUM_SQLITE 3.38)
  _strata_check_names()
  _strata_check_versions()
  if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR AND NOT arg_GENERATOR)
    _strata_fail("cross-compiling needs GENERATOR <path>: ${target}_generator as built for the host")
  endif()

  cmake_path(ABSOLUTE_PATH arg_GENERATED_DIR BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  _strata_check_generated_dir()
  # What generated files and messages call a path is relative to where the committed output lies.
  cmake_path(GET arg_GENERATED_DIR PARENT_PATH base)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/strata/${target}")
  string(REPLACE "::" "/" folder "${arg_NAMESPACE}")
  set(fingerprint "${output}/include/${folder}/fingerprint.hpp")
  set(migrations "${output}/migrations.cpp")
  set(stamp "${output}/generated.stamp")

  set(options
    --name "${target}" --schema-namespace "${arg_SCHEMA_NAMESPACE}" --namespace "${arg_NAMESPACE}"
    --generated "${arg_GENERATED_DIR}" --source-dir "${base}"
    --list-file "${CMAKE_CURRENT_LIST_FILE}"
    --minimum-postgresql "${arg_MINIMUM_POSTGRESQL}" --minimum-sqlite "${arg_MINIMUM_SQLITE}")
  foreach(dialect IN LISTS arg_DIALECTS)
    list(APPEND options --dialect "${dialect}")
  endforeach()
  if(arg_FROZEN)
    list(APPEND options --frozen)
  endif()
  _strata_write_settings()
  if(arg_GENERATOR)
    cmake_path(ABSOLUTE_PATH arg_GENERATOR BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    set(generator "${arg_GENERATOR}")
  else()
    _strata_add_generator()
    set(generator "${target}_generator")
  endif()

  # Ninja learns of changed headers in the same build only through declared outputs. Make would
  # touch every output but the first after each run, and so rebuild what did not change; it looks
  # at files when it needs them, and the depfile tells it of those that were deleted.
  set(outputs "${stamp}")
  if(CMAKE_GENERATOR MATCHES "Ninja")
    list(APPEND outputs "${fingerprint}" "${migrations}")
  endif()
  set(rule "")
  foreach(file IN LISTS outputs)
    list(APPEND rule --rule-output "${file}")
  endforeach()
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND "${generator}" generate ${options} --output "${output}" --depfile "${stamp}.d" ${rule}
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS "${generator}" "${output}/settings.cpp"
    DEPFILE "${stamp}.d"
    COMMENT "Generating migrations and accessors of ${target}"
    VERBATIM)
  add_custom_target(${target}_generate DEPENDS ${outputs})
  set_property(TARGET ${target}_generate APPEND PROPERTY ADDITIONAL_CLEAN_FILES
    "${output}/include" "${migrations}")
  add_custom_target(${target}_seal
    COMMAND "${generator}" seal ${options}
    DEPENDS "${generator}"
    COMMENT "Sealing the head of ${target}"
    VERBATIM)

  set_source_files_properties("${migrations}" PROPERTIES GENERATED TRUE)
  add_library(${target} STATIC "${migrations}")
  target_include_directories(${target} PUBLIC "$<BUILD_INTERFACE:${output}/include>")
  target_link_libraries(${target} PUBLIC strata::runtime)
  add_dependencies(${target} ${target}_generate)
endfunction()

# The rest is for the function above and sees its variables.

macro(_strata_fail text)
  message(FATAL_ERROR "strata_add_schema(${target}): ${text}")
endmacro()

macro(_strata_default variable value)
  if(NOT DEFINED ${variable})
    set(${variable} "${value}")
  endif()
endmacro()

macro(_strata_check_names)
  foreach(keyword SCHEMA_NAMESPACE NAMESPACE)
    if(NOT arg_${keyword} MATCHES "^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z_][A-Za-z0-9_]*)*$")
      _strata_fail("${keyword} is no C++ namespace: ${arg_${keyword}}")
    endif()
  endforeach()
  foreach(dialect IN LISTS arg_DIALECTS)
    if(NOT dialect MATCHES "^(postgresql|sqlite)$")
      _strata_fail("DIALECTS are postgresql and sqlite, not ${dialect}")
    endif()
  endforeach()
  foreach(keyword MINIMUM_POSTGRESQL MINIMUM_SQLITE)
    if(NOT arg_${keyword} MATCHES "^[0-9]+(\\.[0-9]+)*$")
      _strata_fail("${keyword} is no version number: ${arg_${keyword}}")
    endif()
  endforeach()
endmacro()

# One schema's files never lie among another's, whose lock they would overwrite.
macro(_strata_check_generated_dir)
  string(SHA1 key "${arg_GENERATED_DIR}")
  get_property(owner GLOBAL PROPERTY "strata_generated_${key}")
  if(owner)
    _strata_fail("GENERATED_DIR is that of ${owner} already: ${arg_GENERATED_DIR}; give each schema its own")
  endif()
  set_property(GLOBAL PROPERTY "strata_generated_${key}" "${target}")
endmacro()

# Each header is there, is called vN.hpp, and no vN.hpp lies beside a listed one unlisted. Sets
# `headers` (absolute).
macro(_strata_check_versions)
  set(headers "")
  set(folders "")
  set(last 0)
  foreach(version IN LISTS arg_VERSIONS)
    cmake_path(ABSOLUTE_PATH version BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE
      OUTPUT_VARIABLE header)
    if(NOT header MATCHES "/v([1-9][0-9]*)\\.hpp$")
      _strata_fail("a version header is called v<number>.hpp, not ${version}")
    endif()
    if(NOT CMAKE_MATCH_1 GREATER last)
      _strata_fail("VERSIONS are in order: ${version} after version ${last}")
    endif()
    set(last "${CMAKE_MATCH_1}")
    if(NOT EXISTS "${header}")
      _strata_fail("there is no ${version}")
    endif()
    list(APPEND headers "${header}")
    cmake_path(GET header PARENT_PATH parent)
    list(APPEND folders "${parent}")
  endforeach()
  list(REMOVE_DUPLICATES folders)
  foreach(parent IN LISTS folders)
    file(GLOB beside CONFIGURE_DEPENDS "${parent}/v*.hpp")
    foreach(header IN LISTS beside)
      if(header MATCHES "/v[1-9][0-9]*\\.hpp$" AND NOT header IN_LIST headers)
        cmake_path(RELATIVE_PATH header BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
        _strata_fail("${header} is not listed under VERSIONS; add it, or move it elsewhere")
      endif()
    endforeach()
  endforeach()
endmacro()

# What the generator knows when it is run by hand. The build passes the same on the command line,
# since a generator for the host may come from another build tree.
macro(_strata_write_settings)
  set(arguments "")
  foreach(option IN LISTS options)
    string(APPEND arguments "    R\"strata(${option})strata\",\n")
  endforeach()
  file(CONFIGURE OUTPUT "${output}/settings.cpp" @ONLY CONTENT
"// Written by strata_add_schema.
#include <strata/generator.hpp>

namespace {
const strata::default_arguments settings({
@arguments@});
}
")
endmacro()

# One unit a version, so that a new version recompiles none of the others.
macro(_strata_add_generator)
  set(units "${output}/settings.cpp")
  foreach(header IN LISTS headers)
    string(REGEX REPLACE "^.*/v([0-9]+)\\.hpp$" "\\1" number "${header}")
    cmake_path(IS_PREFIX base "${header}" NORMALIZE is_inside)
    if(is_inside)
      cmake_path(RELATIVE_PATH header BASE_DIRECTORY "${base}" OUTPUT_VARIABLE shown)
    else()
      string(REGEX REPLACE "^.*/([^/]+/[^/]+)$" "\\1" shown "${header}")
    endif()
    file(CONFIGURE OUTPUT "${output}/units/v${number}_unit.cpp" @ONLY CONTENT
"// Written by strata_add_schema.
#include \"@header@\"

#include <strata/generator.hpp>
#include <strata/lower.hpp>

namespace {
const strata::registered_version version(@number@, R\"strata(@shown@)strata\",
    []() -> strata::model::version_declaration {
      return strata::lower(::@arg_SCHEMA_NAMESPACE@::v@number@::version);
    });
}
")
    list(APPEND units "${output}/units/v${number}_unit.cpp")
  endforeach()
  add_executable(${target}_generator ${units})
  target_link_libraries(${target}_generator PRIVATE strata::generator ${arg_LINK_LIBRARIES})
  # A schema is evaluated by the compiler: optimising it costs time and gives nothing, and a large
  # one needs more steps than the compilers allow by default.
  target_compile_options(${target}_generator PRIVATE -O0 -g0
    "$<$<CXX_COMPILER_ID:GNU>:-fconstexpr-ops-limit=4294967296;-fconstexpr-loop-limit=16777216;-fconstexpr-depth=4096>"
    "$<$<CXX_COMPILER_ID:Clang,AppleClang>:-fconstexpr-steps=2147483647;-fconstexpr-depth=4096;-fbracket-depth=4096>"
    -ftemplate-depth=4096)
  set_target_properties(${target}_generator PROPERTIES UNITY_BUILD OFF)
endmacro()

cmake_policy(POP)
