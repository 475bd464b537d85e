#include "systems/hall/kiosk.h"

#include <algorithm>
#include <map>

#include "engines/people/orgs.h"
#include "engines/record/record.h"
#include "systems/hall/blocks.h"
#include "systems/hall/link.h"
#include "systems/hall/visit.h"

namespace banshi::hall {

namespace {

std::map<std::string, std::int64_t> numbers_of(blocks::Block const& block) {
    std::map<std::string, std::int64_t> numbers;
    for (auto number = block.first; number <= block.last; ++number)
        numbers[tickets::written_number(block.prefix, number)] = number;
    return numbers;
}

void void_number(Call& call, HallId const& hall, Day day, std::string const& number) {
    record::append(call, record::Void{number, record::series(hall, day)});
}

// A number that was handed out before now: its place counts from its own time, but a place is
// never given before now, or it could pass whom nobody may pass any more.
Result<MergedTicket> merge(Call& call, Floor const& floor, blocks::Block const& block,
                           OfflineTicket const& offline) {
    auto const service = TRY(find_service(floor.hall, block.service));
    auto const& groups = floor.rules.priority_groups;
    if (offline.priority && std::ranges::find(groups, *offline.priority) == groups.end())
        return Refusal{Why::invalid, "ticket.unknown_priority", *offline.priority, "tickets"};
    auto const entry = offline.priority ? Entry::priority : Entry::walkin;
    auto const place = tickets::place_on_issue(order_rules(floor.rules), entry, offline.issued_at);
    tickets::Ticket ticket{};
    ticket.id = call.fresh<TicketId>();
    ticket.hall = floor.hall.id;
    ticket.queue = service.queue;
    ticket.service = service.id;
    ticket.priority = offline.priority;
    ticket.slots = service.slots;
    ticket.stop = 1;
    ticket.day = block.day;
    ticket.number = offline.number;
    ticket.entry = place.entry;
    ticket.due = std::max(place.due, call.now);
    ticket.issued_at = offline.issued_at;
    ticket.tie = tickets::lock_queue(call, floor.hall.id, service.queue);
    auto const secret = link_secret(ticket.id);
    tickets::create(call, ticket, secret, {{1, service.id, service.queue, {}, {}, false}},
                    {.kind = "issued", .to = State::waiting, .reason = "offline"});
    return MergedTicket{offline.number, ticket.id, secret};
}

// By the server's clock, and no sooner than the block was there.
std::vector<OfflineTicket> corrected(Call const& call, MergeBlock const& form,
                                     blocks::Block const& block) {
    auto tickets = form.tickets;
    for (auto& ticket : tickets)
        ticket.issued_at = std::clamp(ticket.issued_at + (call.now - form.kiosk_clock),
                                      block.reserved_at, call.now);
    std::ranges::stable_sort(tickets, {}, &OfflineTicket::issued_at);
    return tickets;
}

// Who opens the page of a kiosk anew, again and again, would use up the numbers of the day.
Result<void> may_hold_another(Call& call, Floor const& floor, ServiceId const& service) {
    constexpr int most = 40;
    auto const held = std::ranges::count_if(
        blocks::open_on(call, floor.hall.id, floor.today), [&](blocks::Block const& block) {
            return block.kiosk == call.actor.id() && block.service == service;
        });
    if (held < most) return {};
    return Refusal{Why::conflict, "block.too_many", service.text, "service"};
}

Result<blocks::Block> open_block(Call& call, MergeBlock const& form) {
    auto block = blocks::find(call, form.hall, form.block);
    if (!block || block->kiosk != call.actor.id())
        return Refusal{Why::not_found, "block.not_found", form.block};
    if (block->closed_at) return Refusal{Why::conflict, "block.closed", form.block};
    return std::move(*block);
}

}  // namespace

Result<NumberBlock> reserve_block(Call& call, ReserveBlock const& form) {
    TRY(people::may(call, issue_tickets, people::node(call.district, form.hall)));
    auto const floor = TRY(see_all(call, form.hall));
    auto const service = TRY(find_service(floor.hall, form.service));
    TRY(may_issue(call, floor, service));
    TRY(may_hold_another(call, floor, service.id));
    auto const count = floor.rules.kiosk_block;
    auto const last = tickets::reserve_numbers(call, form.hall, floor.today, service.prefix, count);
    blocks::Block const block{call.fresh<TicketId>().text,
                              floor.today,
                              service.id,
                              service.prefix,
                              last - count + 1,
                              last,
                              call.actor.id(),
                              call.now,
                              {}};
    blocks::add(call, form.hall, block);
    record::append(call, record::Reserved{tickets::written_number(block.prefix, block.first),
                                          tickets::written_number(block.prefix, block.last),
                                          record::series(form.hall, block.day)});
    NumberBlock shown{block.id, block.day, block.service, {}};
    for (auto number = block.first; number <= block.last; ++number)
        shown.numbers.push_back(tickets::written_number(block.prefix, number));
    return shown;
}

Result<BlockMerged> merge_block(Call& call, MergeBlock const& form) {
    TRY(people::may(call, issue_tickets, people::node(call.district, form.hall)));
    auto const floor = TRY(see_all(call, form.hall));
    auto const block = TRY(open_block(call, form));
    auto unused = numbers_of(block);
    BlockMerged merged{{}, 0};
    for (auto const& offline : corrected(call, form, block)) {
        if (unused.erase(offline.number) == 0)
            return Refusal{Why::invalid, "block.other_number", offline.number, "tickets"};
        merged.tickets.push_back(TRY(merge(call, floor, block, offline)));
    }
    for (auto const& [number, figure] : unused) void_number(call, form.hall, block.day, number);
    merged.voided = static_cast<int>(unused.size());
    blocks::close(call, block.id);
    return merged;
}

void void_blocks(Call& call, HallId const& hall, Day day) {
    for (auto const& block : blocks::open_on(call, hall, day)) {
        for (auto const& [number, figure] : numbers_of(block)) void_number(call, hall, day, number);
        blocks::close(call, block.id);
    }
}

}  // namespace banshi::hall
