#include "systems/hall/hall.h"
#include "systems/hall/kiosk.h"
#include "systems/hall/routes.h"
#include "systems/route.h"

namespace banshi::hall {

BOOST_DESCRIBE_STRUCT(ReserveBlock, (), (hall, service))
BOOST_DESCRIBE_STRUCT(NumberBlock, (), (block, day, service, numbers))
BOOST_DESCRIBE_STRUCT(OfflineTicket, (), (number, issued_at, priority))
BOOST_DESCRIBE_STRUCT(MergeBlock, (), (hall, block, kiosk_clock, tickets))
BOOST_DESCRIBE_STRUCT(MergedTicket, (), (number, ticket, secret))
BOOST_DESCRIBE_STRUCT(BlockMerged, (), (tickets, voided))

std::vector<Route> kiosk_routes() {
    std::string const blocks = "/halls/{hall}/number-blocks";
    return {
        creates(post(blocks, issue_tickets, "reserve_block", reserve_block)),
        post(blocks + "/{block}/merger", issue_tickets, "merge_block", merge_block),
    };
}

}  // namespace banshi::hall
