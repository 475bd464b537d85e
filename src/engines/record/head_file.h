#pragma once
// The last signed head, kept in a file outside the database: the memory that a restored backup
// cannot rewind. Whoever keeps the two apart can never sign two histories.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace banshi::record {

// On disk, whole or not at all, when this returns. Throws std::system_error.
void replace_file(std::filesystem::path const&, std::string_view content);

class HeadFile {
public:
    explicit HeadFile(std::filesystem::path path) : path_(std::move(path)) {}

    // The signed checkpoint; nothing when there was never one. Throws std::system_error.
    std::optional<std::string> read() const;
    void replace(std::string const& note) const { replace_file(path_, note); }

    std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace banshi::record
