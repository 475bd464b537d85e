#include "engines/tickets/order.h"

#include <algorithm>

#include "base/check.h"

namespace banshi::tickets {

Instant check_in_opens(Rules const& rules, Instant booked_at) { return booked_at - rules.early; }

Instant check_in_ends(Rules const& rules, Instant booked_at) { return booked_at + rules.grace; }

Place place_on_check_in(Rules const& rules, Instant booked_at, Instant now) {
    if (now > check_in_ends(rules, booked_at)) return {Entry::late, now + rules.head_start};
    return {Entry::booked, std::max(booked_at, now)};
}

Place place_on_issue(Rules const& rules, Entry entry, Instant now) {
    CHECK(entry == Entry::walkin || entry == Entry::priority);
    return {entry, entry == Entry::priority ? now : now + rules.head_start};
}

Key key_on_return(Rules const& rules, Key own, std::span<Key const> callable,
                  std::int64_t return_number) {
    CHECK(rules.return_behind > 0);
    CHECK(std::ranges::is_sorted(callable));
    if (callable.empty()) return own;
    auto const behind = std::min(callable.size(), static_cast<std::size_t>(rules.return_behind));
    auto const& before = callable[behind - 1];
    CHECK(return_number > before.return_number);
    return std::max(own, Key{before.due, before.tie, return_number});
}

namespace {

bool can_do(std::span<ServiceId const> skills, ServiceId const& service) {
    return std::ranges::find(skills, service) != skills.end();
}

Choice explained(Waiting const& chosen, std::span<ServiceId const> skills,
                 std::span<Waiting const> waiting) {
    Choice choice{chosen, {}};
    for (auto const& other : waiting)
        if (other.key < chosen.key)
            choice.passed.push_back({other, can_do(skills, other.service)
                                                ? PassedBecause::overridden
                                                : PassedBecause::lacks_skill});
    std::ranges::sort(choice.passed, {}, [](Passed const& passed) { return passed.ticket.key; });
    return choice;
}

}  // namespace

std::optional<Choice> next_for(std::span<ServiceId const> skills,
                               std::span<Waiting const> waiting) {
    Waiting const* first = nullptr;
    for (auto const& ticket : waiting)
        if (can_do(skills, ticket.service) && (!first || ticket.key < first->key)) first = &ticket;
    if (!first) return std::nullopt;
    return explained(*first, skills, waiting);
}

std::optional<Choice> choose(TicketId const& id, std::span<ServiceId const> skills,
                             std::span<Waiting const> waiting) {
    auto const found = std::ranges::find(waiting, id, &Waiting::id);
    if (found == waiting.end()) return std::nullopt;
    return explained(*found, skills, waiting);
}

}  // namespace banshi::tickets
