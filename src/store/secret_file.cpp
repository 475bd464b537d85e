#include "store/secret_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace banshi {

[[noreturn]] static void fail(std::filesystem::path const& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

void write_secret_file(std::filesystem::path const& path, std::string const& text) {
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) fail(path);
    bool const done =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file) == 0;
    auto const why = errno;
    ::close(file);
    if (done) return;
    ::unlink(path.c_str());
    errno = why;
    fail(path);
}

std::string read_secret_file(std::filesystem::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) fail(path);
    if ((status.st_mode & 077) != 0)
        throw std::runtime_error(path.string() +
                                 ": a key file must be readable by its owner alone");
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace banshi
