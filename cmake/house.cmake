# How a folder of the house becomes a library and its tests a program.

# Threads for all: headers read beforehand must be read the same way by everybody.
add_compile_options(-pthread -Wall -Wextra -Wpedantic -Werror)
# Describing structs makes GCC's flow analysis see ghosts inside std::string; the sanitizers look instead.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  add_compile_options(-Wno-maybe-uninitialized -Wno-restrict)
else()
  # TRY is a statement within an expression; GCC takes it for granted.
  add_compile_options(-Wno-gnu-statement-expression -Wno-missing-braces -Wno-missing-field-initializers)
endif()
# Some files of a folder are compiled as one, since most of their time goes to what they share: so a
# name means one thing within a folder. Routes stay alone: most of theirs is their own.
# What most files include is read once, beforehand.
set(BANSHI_TOGETHER 6 CACHE STRING
    "Files compiled as one; 0 for whole folders; 1: each by itself, with what it includes alone")
if(NOT BANSHI_TOGETHER EQUAL 1 AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # GCC sees these ghosts in string headers read beforehand too; each file by itself is asked.
  add_compile_options(-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()

find_program(ccache ccache)
if(ccache)
  # With headers read beforehand the cache must be told what it may pass over.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${ccache})
endif()
find_program(mold mold)
if(mold)
  add_link_options(-fuse-ld=mold)
endif()

# A deed makes many small strings: an allocator made for them takes an eighth off its cost. The
# sanitizers bring their own.
if(CMAKE_BUILD_TYPE STREQUAL Release)
  find_package(mimalloc REQUIRED)
  link_libraries($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:mimalloc>)
endif()

# What most files include is read for the first target of its kind, and reused: below the store what
# comes from outside, from the store on the house's own widest headers too.
function(read_beforehand target folder first_below first_above)
  set(headers <algorithm> <array> <chrono> <filesystem> <functional> <map> <memory> <optional>
      <ranges> <set> <span> <string> <string_view> <variant> <vector> <boost/describe.hpp>
      <boost/json.hpp> <boost/mp11.hpp> <fmt/format.h> ${ARGN})
  set(first ${first_below})
  if(NOT folder MATCHES "^(base|documents)$")
    set(first ${first_above})
    foreach(own base/district.h base/shape.h store/call.h store/cells.h)
      list(APPEND headers ${PROJECT_SOURCE_DIR}/src/${own})
    endforeach()
  endif()
  if(BANSHI_TOGETHER EQUAL 1)
    return()
  elseif(target STREQUAL first)
    target_precompile_headers(${target} PRIVATE ${headers})
  else()
    target_precompile_headers(${target} REUSE_FROM ${first})
  endif()
endfunction()

function(compile_together target)
  if(NOT BANSHI_TOGETHER EQUAL 1)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON
                          UNITY_BUILD_BATCH_SIZE ${BANSHI_TOGETHER})
    # GCC takes a file that another includes for a header.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    set(alone ${ARGN})
    list(FILTER alone INCLUDE REGEX "_routes\\.cpp$")
    set_source_files_properties(${alone} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()

# house_folder(engines/tickets LINKS banshi_store): the library banshi_tickets from *.cpp,
# and the test program tickets_test from *_test.cpp, run as the ctest "tickets". What serves tests
# alone, *_for_test.cpp, is a library for the tests of this folder and of those after it.
function(house_folder path)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  get_filename_component(name ${path} NAME)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${path}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set(helpers ${tests})
  list(FILTER helpers INCLUDE REGEX "_for_test\\.cpp$")
  list(FILTER tests EXCLUDE REGEX "_for_test\\.cpp$")

  if(sources)
    add_library(banshi_${name} STATIC ${sources})
    if(path MATCHES "^(systems|cli)")
      # What a system or a command takes of the processor it takes in the engines and below.
      target_compile_options(banshi_${name} PRIVATE $<$<CONFIG:Release>:-O1>)
      read_beforehand(banshi_${name} ${name} banshi_base banshi_accounts)
    else()
      read_beforehand(banshi_${name} ${name} banshi_base banshi_store)
    endif()
    compile_together(banshi_${name} ${sources})
    set(kind PUBLIC)
  else()
    add_library(banshi_${name} INTERFACE)
    set(kind INTERFACE)
  endif()
  target_include_directories(banshi_${name} ${kind} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(banshi_${name} ${kind} ${ARG_LINKS})

  if(helpers)
    add_library(banshi_${name}_for_test STATIC ${helpers})
    read_beforehand(banshi_${name}_for_test ${name} banshi_base banshi_store)
    target_link_libraries(banshi_${name}_for_test banshi_${name})
    set_property(GLOBAL APPEND PROPERTY BANSHI_FOR_TEST banshi_${name}_for_test)
  endif()
  if(tests)
    add_executable(${name}_test ${tests})
    get_property(for_test GLOBAL PROPERTY BANSHI_FOR_TEST)
    target_link_libraries(${name}_test banshi_${name} ${for_test} GTest::gtest_main)
    read_beforehand(${name}_test ${name} base_test store_test <gtest/gtest.h>)
    compile_together(${name}_test)
    # A test runs once for each build: time the compiler spends on its speed is not got back.
    target_compile_options(${name}_test PRIVATE $<$<CONFIG:Release>:-O1>)
    add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  endif()
endfunction()

# What computes for minutes stays fast where the rest is compiled for the sanitizers alone.
function(keep_fast)
  if(CMAKE_BUILD_TYPE STREQUAL Debug)
    foreach(target ${ARGN})
      target_compile_options(${target} PRIVATE -O1)
      set_target_properties(${target} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
    endforeach()
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
