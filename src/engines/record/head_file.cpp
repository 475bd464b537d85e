#include "engines/record/head_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace banshi::record {

namespace {

[[noreturn]] void fail(std::filesystem::path const& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

class Descriptor {
public:
    Descriptor(std::filesystem::path path, int flags)
        : path_(std::move(path)), number_(::open(path_.c_str(), flags | O_CLOEXEC, 0644)) {
        if (number_ < 0) fail(path_);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(Descriptor const&) = delete;

    void write(std::string_view text) const {
        while (!text.empty()) {
            auto const written = ::write(number_, text.data(), text.size());
            if (written < 0) fail(path_);
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (::fsync(number_) != 0) fail(path_);
    }

private:
    std::filesystem::path path_;
    int number_;
};

}  // namespace

std::optional<std::string> HeadFile::read() const {
    if (!std::filesystem::exists(path_)) return std::nullopt;
    std::ifstream file(path_, std::ios::binary);
    if (!file) fail(path_);
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

void replace_file(std::filesystem::path const& path, std::string_view content) {
    auto beside = path;
    beside += ".new";
    {
        Descriptor const file{beside, O_WRONLY | O_CREAT | O_TRUNC};
        file.write(content);
        file.sync();
    }
    std::filesystem::rename(beside, path);
    // The rename itself must survive a power cut too.
    auto const folder = path.has_parent_path() ? path.parent_path() : ".";
    Descriptor{folder, O_RDONLY | O_DIRECTORY}.sync();
}

}  // namespace banshi::record
