# strata_compile_together(<target> <size>): units of one folder are compiled together, at most <size>
# at a time, since most of a unit's time goes into headers and templates that its neighbours need
# too. Names in anonymous namespaces are unique within a folder. With -DCMAKE_UNITY_BUILD=OFF each
# unit is compiled by itself. Call it in the target's own folder, after its last source.
function(strata_compile_together target size)
  if(DEFINED CMAKE_UNITY_BUILD AND NOT CMAKE_UNITY_BUILD)
    return()
  endif()
  # A name of one unit may hide that of another.
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP
    UNITY_BUILD_CODE_BEFORE_INCLUDE "#pragma GCC diagnostic ignored \"-Wshadow\"")
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "main\\.cpp$") # One in each program.
  foreach(source IN LISTS sources)
    get_filename_component(source "${source}" ABSOLUTE)
    cmake_path(GET source PARENT_PATH folder)
    file(RELATIVE_PATH room "${PROJECT_SOURCE_DIR}" "${folder}")
    string(MAKE_C_IDENTIFIER "${room}" room)
    if(NOT DEFINED count_${room})
      set(count_${room} 0)
    endif()
    math(EXPR group "${count_${room}} / ${size}")
    math(EXPR count_${room} "${count_${room}} + 1")
    set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${room}_${group}")
  endforeach()
endfunction()
