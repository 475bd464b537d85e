#pragma once
// Kiosks 取号机 without network: each keeps a block of numbers ahead, hands them out as
// provisional, and tells of them when it is back. Server time counts, not the kiosk's clock.

#include "systems/hall/queue.h"

namespace banshi::hall {

struct ReserveBlock {  // 预留号段
    HallId hall;
    ServiceId service;
};
struct NumberBlock {  // 号段
    std::string block;
    Day day;
    ServiceId service;
    std::vector<std::string> numbers;
};
struct OfflineTicket {  // 离线取号
    std::string number;
    Instant issued_at;  // by the kiosk's clock
    std::optional<std::string> priority;
};
struct MergeBlock {  // 离线号入队; what was not handed out is void 作废
    HallId hall;
    std::string block;
    Instant kiosk_clock;  // what the kiosk's clock shows as it sends this
    std::vector<OfflineTicket> tickets;
};
struct MergedTicket {
    std::string number;
    TicketId ticket;
    std::string secret;
};
struct BlockMerged {
    std::vector<MergedTicket> tickets;
    int voided;
};
Result<NumberBlock> reserve_block(Call&, ReserveBlock const&);
Result<BlockMerged> merge_block(Call&, MergeBlock const&);

// At the end of the day: the numbers of kiosks that did not come back.
void void_blocks(Call&, HallId const&, Day);

}  // namespace banshi::hall
