#pragma once
// Copies of a whole database: one file, taken while it is in use, and put in its place again.

#include <filesystem>
#include <string>

#include "store/store.h"

namespace banshi {

// In which state a database is found before a copy is put in its place.
enum class Presence {
    none,   // no database, or one without tables
    quiet,  // nobody is connected
    used,   // somebody is
};

inline constexpr std::string_view sqlite_scheme = "sqlite:";  // of an address; else PostgreSQL
Backend backend_of(std::string const& url);

// All of these throw std::runtime_error that says what went wrong.
// Writes one moment of the database to a new file: of SQLite a database, of PostgreSQL a dump.
void copy_database(std::string const& url, std::filesystem::path const& to);
// Reads the copy from end to end.
void check_copy(Backend, std::filesystem::path const&);
Presence presence_of(std::string const& url);
// Replaces the database, which nobody may be using.
void put_back(std::filesystem::path const& copy, std::string const& url);

// An empty file that its owner alone may open, where there is none yet.
void make_private(std::filesystem::path const&);
// To the disk, whatever was written to this file or folder.
void settle(std::filesystem::path const&);
void settle_all(std::filesystem::path const& folder);

}  // namespace banshi
