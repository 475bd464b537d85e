#pragma once
// The rows behind blocks of numbers 号段. They decide nothing.

#include "store/call.h"

namespace banshi::hall::blocks {

struct Block {
    std::string id;
    Day day;
    ServiceId service;
    std::string prefix;
    std::int64_t first;
    std::int64_t last;
    std::string kiosk;
    Instant reserved_at;
    std::optional<Instant> closed_at;
};
void add(Call&, HallId const&, Block const&);
std::optional<Block> find(Call&, HallId const&, std::string const& id);
std::vector<Block> open_on(Call&, HallId const&, Day);
void close(Call&, std::string const& id);

}  // namespace banshi::hall::blocks
