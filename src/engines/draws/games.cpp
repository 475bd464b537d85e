#include "engines/draws/games.h"

namespace banshi::draws {

std::uint64_t spin(Hash const& wheel_seed, std::string_view ticket, std::uint64_t weights) {
    Chances chances(
        record::sha256({"banshi-spin-v1", nought, record::text_of(wheel_seed), nought, ticket}));
    return chances.below(weights);
}

std::vector<Hash> dice_chain(Hash const& last, std::size_t length) {
    std::vector<Hash> chain(length + 1, last);
    for (auto at = length; at-- > 0;) chain[at] = record::sha256({record::text_of(chain[at + 1])});
    return chain;
}

Hash table_of(std::string_view room, Hash const& first,
              std::map<std::uint8_t, std::string> const& seats) {
    std::string nonces;
    for (auto const& [seat, nonce] : seats) nonces += static_cast<char>(seat) + nonce;
    return record::sha256({"banshi-room-v1", nought, room, nought, record::text_of(first), nonces});
}

int roll(Hash const& link, Hash const& table, std::uint64_t turn) {
    auto prefix = std::string("banshi-dice-v1").append(nought);
    prefix.append(record::text_of(table)).append(big_endian(turn));
    return static_cast<int>(Chances(link, prefix).below(6)) + 1;
}

}  // namespace banshi::draws
