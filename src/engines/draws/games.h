#pragma once
// Spins of a wheel 转盘 and rolls of dice 掷骰 that anyone can recompute, from the same numbers as
// a draw: the server decides, the picture only shows it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engines/draws/protocol.h"

namespace banshi::draws {

// Where the ticket stops on a wheel of so many parts: a number below the sum of the weights.
std::uint64_t spin(Hash const& wheel_seed, std::string_view ticket, std::uint64_t weights);

// s_0 to s_length, of which each is the hash of the next: s_0 is published when a room opens.
std::vector<Hash> dice_chain(Hash const& last, std::size_t length);
// What the seats add to it, once s_0 is public: 16 bytes from each seat.
Hash table_of(std::string_view room, Hash const& first,
              std::map<std::uint8_t, std::string> const& seats);
// Roll t of a table, from 0 on: 1 to 6. The link is s_(t+1) of the chain.
int roll(Hash const& link, Hash const& table, std::uint64_t turn);

}  // namespace banshi::draws
