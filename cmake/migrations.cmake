# Writes the schema files into one C++ file: cmake -DROOT=src -DOUT=migrations.cpp -P migrations.cmake
# Engines come before systems, folders by name, files by number. A file for one back end only
# ends in .sqlite.sql or .postgres.sql.

file(GLOB files RELATIVE ${ROOT} ${ROOT}/store/schema/*.sql ${ROOT}/engines/*/schema/*.sql
     ${ROOT}/systems/*/schema/*.sql)
list(SORT files)
# The layers in the order in which they stand on each other.
set(ordered "")
foreach(layer store engines systems)
  foreach(file ${files})
    if(file MATCHES "^${layer}/")
      list(APPEND ordered ${file})
    endif()
  endforeach()
endforeach()

set(entries "")
foreach(file ${ordered})
  file(READ ${ROOT}/${file} text)
  string(REGEX REPLACE "/schema/" "/" name ${file})
  string(REGEX REPLACE "^(engines|systems)/" "" name ${name})
  set(only "")
  if(name MATCHES "\\.(sqlite|postgres)\\.sql$")
    set(only "${CMAKE_MATCH_1}")
  endif()
  string(REGEX REPLACE "(\\.(sqlite|postgres))?\\.sql$" "" name ${name})
  string(APPEND entries "    {\"${only}\", \"${name}\", R\"sql(${text})sql\"},\n")
endforeach()

file(WRITE ${OUT} "// Made from src/**/schema/*.sql; do not edit.
#include \"store/store.h\"

namespace banshi {

struct Entry {
    std::string_view only;
    char const* name;
    char const* sql;
};

static Entry const entries[] = {
${entries}    {\"none\", \"\", \"\"},
};

static std::vector<Migration> chosen(std::string_view backend) {
    std::vector<Migration> out;
    for (auto const& [only, name, sql] : entries)
        if (only.empty() || only == backend) out.push_back({name, sql});
    return out;
}

std::vector<Migration> const& migrations(Backend backend) {
    static std::vector<Migration> const sqlite = chosen(\"sqlite\"), postgres = chosen(\"postgres\");
    return backend == Backend::sqlite ? sqlite : postgres;
}

}  // namespace banshi
")
