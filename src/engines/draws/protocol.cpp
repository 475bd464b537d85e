#include "engines/draws/protocol.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>

#include "base/check.h"

namespace banshi::draws {

namespace {

Hash hmac(Hash const& key, std::string_view message) {
    Hash out;
    unsigned size = 0;
    CHECK(HMAC(EVP_sha256(), key.bytes.data(), static_cast<int>(key.bytes.size()),
               reinterpret_cast<unsigned char const*>(message.data()), message.size(),
               out.bytes.data(), &size) != nullptr);
    CHECK(size == out.bytes.size());
    return out;
}

}  // namespace

std::string big_endian(std::uint64_t number) {
    std::string out(8, '\0');
    for (auto at = out.rbegin(); at != out.rend(); ++at, number >>= 8)
        *at = static_cast<char>(number & 0xff);
    return out;
}

Hash commitment(std::string_view draw, std::string_view party, Secret const& secret) {
    return record::sha256(
        {"banshi-commit-v1", nought, draw, nought, party, nought, record::text_of(secret)});
}

std::string list_of(std::vector<std::string> ids) {
    std::sort(ids.begin(), ids.end());
    std::string list;
    for (auto const& id : ids) list += id + "\n";
    return list;
}

Hash seed_of(std::string_view draw, Hash const& list, std::vector<Part> shown,
             std::string_view late) {
    std::sort(shown.begin(), shown.end(),
              [](Part const& one, Part const& other) { return one.party < other.party; });
    std::string parts;
    for (auto const& part : shown) {
        parts.append(nought).append(part.party);
        parts.append(nought).append(record::text_of(part.secret));
    }
    auto const late_hash = record::sha256({late});
    return record::sha256({"banshi-seed-v1", nought, draw, nought, record::text_of(list), parts,
                           nought, record::text_of(late_hash)});
}

std::uint64_t Chances::next() {
    auto const hash = hmac(key_, prefix_ + big_endian(used_++));
    std::uint64_t number = 0;
    for (int at = 0; at < 8; ++at) number = number << 8 | hash.bytes[at];
    return number;
}

std::uint64_t Chances::below(std::uint64_t limit) {
    CHECK(limit > 0);
    auto const surplus = (0 - limit) % limit;  // 2^64 mod limit
    auto number = next();
    while (number > ~surplus) number = next();
    return number % limit;
}

std::vector<std::string> winners_of(Hash const& seed, std::vector<std::string> ids,
                                    std::size_t places) {
    CHECK(places <= ids.size());
    std::sort(ids.begin(), ids.end());
    Chances chances(seed);
    for (std::size_t at = 0; at < places; ++at)
        std::swap(ids[at], ids[at + chances.below(ids.size() - at)]);
    ids.resize(places);
    return ids;
}

}  // namespace banshi::draws
