# How a folder of the house becomes a library and its tests a program.

add_compile_options(-Wall -Wextra -Wpedantic -Werror)
# Describing structs makes GCC's flow analysis see ghosts inside std::string; the sanitizers look instead.
add_compile_options(-Wno-maybe-uninitialized -Wno-restrict)

find_program(ccache ccache)
if(ccache)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ccache})
endif()
find_program(mold mold)
if(mold)
  add_link_options(-fuse-ld=mold)
endif()

# house_folder(engines/tickets LINKS banshi_store): the library banshi_tickets from *.cpp,
# and the test program tickets_test from *_test.cpp, run as the ctest "tickets".
function(house_folder path)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  get_filename_component(name ${path} NAME)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${path}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")

  if(sources)
    add_library(banshi_${name} STATIC ${sources})
    set(kind PUBLIC)
  else()
    add_library(banshi_${name} INTERFACE)
    set(kind INTERFACE)
  endif()
  target_include_directories(banshi_${name} ${kind} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(banshi_${name} ${kind} ${ARG_LINKS})

  if(tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test banshi_${name} GTest::gtest_main)
    add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  endif()
endfunction()

# The schema files of all layers, built into the program as one list.
function(house_migrations target)
  set(root ${PROJECT_SOURCE_DIR}/src)
  file(GLOB files CONFIGURE_DEPENDS ${root}/store/schema/*.sql ${root}/engines/*/schema/*.sql
       ${root}/systems/*/schema/*.sql)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/migrations.cpp)
  set(script ${PROJECT_SOURCE_DIR}/cmake/migrations.cmake)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DROOT=${root} -DOUT=${out} -P ${script}
    DEPENDS ${files} ${script})
  target_sources(${target} PRIVATE ${out})
endfunction()
