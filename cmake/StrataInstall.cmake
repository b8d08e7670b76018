# What is installed: headers, libraries, the tool, and the package that find_package(strata) reads. One
# export a component, so that a project needs only what the components it asks for need.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/strata")

foreach(component schema runtime generator cli postgresql sqlite)
  if(TARGET strata_${component})
    install(TARGETS strata_${component} EXPORT strata-${component}
      ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
      FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
    install(EXPORT strata-${component} NAMESPACE strata:: DESTINATION "${package_dir}")
  endif()
endforeach()

if(TARGET strata)
  install(TARGETS strata RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/strataConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/strataConfig.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/strataConfigVersion.cmake"
  COMPATIBILITY SameMajorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/strataConfig.cmake"
  "${PROJECT_BINARY_DIR}/strataConfigVersion.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/StrataSchema.cmake"
  DESTINATION "${package_dir}")
