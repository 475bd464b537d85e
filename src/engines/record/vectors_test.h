#pragma once
// For tests alone: the project's own vectors, and the public ones where they are at hand.

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace banshi::record {

inline std::string read_file(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

inline boost::json::value read_json(std::filesystem::path const& path) {
    return boost::json::parse(read_file(path));
}

inline std::filesystem::path const own_vectors = "test/data/merkle";

// The folder of the public Merkle vectors; empty where they are not at hand.
inline std::filesystem::path public_vectors() {
    auto const* folder = std::getenv("BANSHI_VECTORS");
    return folder ? std::filesystem::path(folder) / "merkle-vectors" : std::filesystem::path{};
}

}  // namespace banshi::record

#define NEED_PUBLIC_VECTORS()                                   \
    if (public_vectors().empty())                               \
    GTEST_SKIP() << "BANSHI_VECTORS names no folder of public " \
                    "vectors"
