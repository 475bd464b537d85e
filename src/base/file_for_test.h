#pragma once
// The bytes of a file that lies beside a test.

#include <fstream>
#include <sstream>
#include <string>

namespace banshi {

inline std::string file_text(std::string const& file) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace banshi
