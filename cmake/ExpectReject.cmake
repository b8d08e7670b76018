# Compiles a case of tests/reject twice: its accepted twin must compile, and with -DREJECT it must
# be refused with the text of its first line.
#
#   cmake -DSOURCE=<file> -DCOMPILER=<c++> -DFLAGS=<list> -P ExpectReject.cmake
file(STRINGS "${SOURCE}" expects REGEX "^// expect: ")
list(LENGTH expects count)
if(NOT count EQUAL 1)
  message(FATAL_ERROR "${SOURCE}: needs exactly one `// expect: <text>` line, has ${count}")
endif()
string(REGEX REPLACE "^// expect: " "" expect "${expects}")

function(compile out_rc out_text)
  execute_process(COMMAND "${COMPILER}" ${FLAGS} ${ARGN} -fsyntax-only "${SOURCE}"
                  RESULT_VARIABLE rc OUTPUT_VARIABLE text ERROR_VARIABLE text)
  set(${out_rc} "${rc}" PARENT_SCOPE)
  set(${out_text} "${text}" PARENT_SCOPE)
endfunction()

compile(rc text)
if(NOT rc EQUAL 0)
  message(FATAL_ERROR "the accepted twin must compile:\n${text}")
endif()
compile(rc text -DREJECT)
if(rc EQUAL 0)
  message(FATAL_ERROR "compiled, but must be rejected with: ${expect}")
endif()
string(FIND "${text}" "${expect}" at) # GCC names it in the error line, Clang in the note below.
if(at EQUAL -1)
  message(FATAL_ERROR "rejected for another reason.\n  want: ${expect}\n${text}")
endif()
string(FIND "${text}" "${SOURCE}:" at) # The place in the user's own header.
if(at EQUAL -1)
  message(FATAL_ERROR "rejected, but the message names no line of the schema:\n${text}")
endif()
