#pragma once
// The files of tests: the bytes of one that lies beside a test, and room for those it makes.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace banshi {

inline std::string file_text(std::string const& file) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

// Of this run alone: another, at the same time, would find it and clear it away.
inline std::filesystem::path own_test_folder(std::string const& name) {
    return std::filesystem::path(testing::TempDir()) / (name + "-" + std::to_string(getpid()));
}

}  // namespace banshi
