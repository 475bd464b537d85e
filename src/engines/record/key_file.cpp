#include "engines/record/encoding.h"
#include "engines/record/key.h"
#include "store/secret_file.h"

namespace banshi::record {

namespace {

constexpr std::string_view heading = "banshi-key-v1";

std::string_view word_of(KeyKind kind) { return kind == KeyKind::log ? "log" : "witness"; }

}  // namespace

Signer make_key_file(std::filesystem::path const& path, std::string name, KeyKind kind,
                     Random& random) {
    Seed seed{};
    random.fill(seed);
    Signer signer{std::move(name), kind, seed};
    write_secret_file(path, std::string(heading) + "\n" + signer.verifier().name + "\n" +
                                std::string(word_of(kind)) + "\n" + hex(seed) + "\n");
    return signer;
}

Signer load_key_file(std::filesystem::path const& path) {
    auto const whole = read_secret_file(path);
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
