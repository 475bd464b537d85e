#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "engines/record/encoding.h"
#include "engines/record/key.h"

namespace banshi::record {

namespace {

constexpr std::string_view heading = "banshi-key-v1";

std::string_view word_of(KeyKind kind) { return kind == KeyKind::log ? "log" : "witness"; }

[[noreturn]] void fail(std::filesystem::path const& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

// Written and forced to disk before it is used: a key that signed and was then lost would leave
// a public log without its signer.
void write_new(std::filesystem::path const& path, std::string const& text) {
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

Signer make_key_file(std::filesystem::path const& path, std::string name, KeyKind kind,
                     Random& random) {
    Seed seed{};
    random.fill(seed);
    Signer signer{std::move(name), kind, seed};
    write_new(path, std::string(heading) + "\n" + signer.verifier().name + "\n" +
                        std::string(word_of(kind)) + "\n" + hex(seed) + "\n");
    return signer;
}

Signer load_key_file(std::filesystem::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) fail(path);
    if ((status.st_mode & 077) != 0)
        throw std::runtime_error(path.string() +
                                 ": a key file must be readable by its owner alone");

    std::ifstream file(path, std::ios::binary);
    std::string const whole{std::istreambuf_iterator<char>(file), {}};
    std::string_view rest = whole;
    auto const first = take_line(rest), name = take_line(rest), kind = take_line(rest);
    auto const seed_line = take_line(rest);
    auto const seed_bytes = seed_line ? read_hex(*seed_line) : std::nullopt;
    bool const well_formed = first == heading && name && is_key_name(*name) && seed_bytes &&
                             seed_bytes->size() == Seed{}.size() && rest.empty() &&
                             (kind == word_of(KeyKind::log) || kind == word_of(KeyKind::witness));
    if (!well_formed) throw std::runtime_error(path.string() + ": not a key file");

    Seed seed{};
    std::copy(seed_bytes->begin(), seed_bytes->end(), seed.begin());
    return {std::string(*name), kind == word_of(KeyKind::log) ? KeyKind::log : KeyKind::witness,
            seed};
}

}  // namespace banshi::record
