# Starts the tests' PostgreSQL server, or says loudly that there is none.
# cmake -DSCRIPT=… -DDIR=… -DREQUIRED=ON|OFF -P start_cluster.cmake
execute_process(COMMAND bash "${SCRIPT}" start "${DIR}" RESULT_VARIABLE result ERROR_VARIABLE text)
if(result EQUAL 3 AND NOT REQUIRED)
  # The tests say again what they leave out.
  message("SKIPPED: every test on PostgreSQL. ${text}")
elseif(NOT result EQUAL 0)
  message(FATAL_ERROR "the tests' PostgreSQL server did not start: ${text}")
endif()
