#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "engines/people/keys.h"

namespace banshi::people {

namespace {

constexpr std::string_view heading = "banshi-people-keys-v1";

[[noreturn]] void fail(std::filesystem::path const& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

std::string hex(KeyBytes const& key) {
    std::string out(key.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), key.data(), key.size());
    out.pop_back();
    return out;
}

bool read_hex(std::string const& text, KeyBytes& key) {
    std::size_t size = 0;
    return text.size() == key.size() * 2 &&
           sodium_hex2bin(key.data(), key.size(), text.data(), text.size(), nullptr, &size,
                          nullptr) == 0 &&
           size == key.size();
}

// Forced to disk before it is used: what a lost key sealed is lost as well.
void write_synced(std::filesystem::path const& path, std::string const& text) {
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

}  // namespace

void write_key_file(std::filesystem::path const& path, Keys const& keys) {
    auto text = std::string(heading) + "\nlookup " + hex(keys.lookup) + "\n";
    for (auto const& key : keys.sealing) text += "seal " + key.id + " " + hex(key.bytes) + "\n";
    write_synced(path, text);
}

Keys read_key_file(std::filesystem::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) fail(path);
    if ((status.st_mode & 077) != 0)
        throw std::runtime_error(path.string() +
                                 ": a key file must be readable by its owner alone");
    std::ifstream file(path, std::ios::binary);
    std::string line;
    bool sound = std::getline(file, line) && line == heading;
    bool has_lookup = false;
    Keys keys;
    while (sound && std::getline(file, line)) {
        std::istringstream words(line);
        std::string what, id, value;
        words >> what;
        if (what == "seal") words >> id;
        words >> value;
        if (what == "lookup") {
            sound = !has_lookup && read_hex(value, keys.lookup);
            has_lookup = true;
        } else {
            sound = what == "seal" && !id.empty() && id.find(':') == id.npos &&
                    read_hex(value, keys.sealing.emplace_back(SealingKey{id}).bytes);
        }
    }
    if (!sound || !has_lookup || keys.sealing.empty())
        throw std::runtime_error(path.string() + ": no key file of this program");
    return keys;
}

}  // namespace banshi::people
