#pragma once
// A file that holds a secret: a key, a seed.

#include <filesystem>
#include <string>

namespace banshi {

// Never overwrites; readable by its owner alone (0600), and on disk when this returns: what a lost
// key sealed or signed is lost as well. Throws std::system_error.
void write_secret_file(std::filesystem::path const&, std::string const& text);

// Throws std::system_error when it cannot be read, std::runtime_error when others might read it.
std::string read_secret_file(std::filesystem::path const&);

}  // namespace banshi
