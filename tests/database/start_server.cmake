# Starts a server of the tests, or says loudly that there is none.
# cmake -DSCRIPT=… -DARGUMENTS=DIR[;…] -DNAME=… -DREQUIRED=ON|OFF -P start_server.cmake
execute_process(COMMAND bash "${SCRIPT}" start ${ARGUMENTS} RESULT_VARIABLE result ERROR_VARIABLE text)
if(result EQUAL 3 AND NOT REQUIRED)
  # The tests say again what they leave out.
  message("SKIPPED: every test on ${NAME}. ${text}")
elseif(NOT result EQUAL 0)
  message(FATAL_ERROR "the tests' ${NAME} did not start: ${text}")
endif()
