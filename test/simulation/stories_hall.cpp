#include <fmt/format.h>

#include "simulation/stories.h"

namespace banshi::simulation {

namespace {

constexpr char const* services[]{"a", "b", "c"};

// One of the next slots, so few that people fight for them; now and then tomorrow's.
std::string some_start(Stage& stage) {
    constexpr auto slot = std::chrono::minutes{30};
    auto const tomorrow = std::chrono::hours{stage.happens(15) ? 24 : 0};
    auto const soon = std::chrono::floor<std::chrono::hours>(stage.now) + tomorrow +
                      slot * (1 + stage.chance.below(6));
    return written(soon, stage.zone);
}

}  // namespace

std::string Stage::phone() { return fmt::format("139{:08}", people); }

std::string Stage::id_number() {
    auto const digits = fmt::format("2301021980{:02}{:02}{:03}", people / 1000 % 12 + 1,
                                    people / 12000 % 28 + 1, people % 1000);
    constexpr int weights[]{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int at = 0; at < 17; ++at) sum += weights[at] * (digits[at] - '0');
    return digits + "10X98765432"[sum % 11];
}

Story book(Stage& stage) {
    ++stage.people;
    auto const phone = stage.phone(), id_number = stage.id_number();
    Told const held = co_yield as("visitor", "hold_slot hall=hall services=[\"{}\"] start={}",
                                  stage.pick(services), some_start(stage));
    if (!held.ok()) co_return;
    auto const ticket = held.text("/ticket"), secret = held.text("/secret");
    if (stage.happens(10)) co_return;  // the hold ends by itself
    Told const booked = co_yield as("visitor",
                                    "confirm_booking hall=hall ticket={} secret={} name=张某 "
                                    "id_number={} phone={} consent=true",
                                    ticket, secret, id_number, phone);
    if (!booked.ok()) co_return;
    if (stage.happens(25))
        co_yield as("visitor", "reschedule_booking hall=hall ticket={} secret={} start={}", ticket,
                    secret, some_start(stage));
    if (stage.happens(20)) {
        co_yield as("visitor", "cancel_booking hall=hall ticket={} secret={}", ticket, secret);
        co_return;
    }
    Told came{{}, "ticket.too_early"};
    for (int looks = 40; looks > 0 && came.refusal == "ticket.too_early"; --looks)
        came = co_yield as("desk_one", "check_in hall=hall code={}", booked.text("/code"));
    if (came.ok() && stage.happens(10))
        co_yield as("visitor", "leave hall=hall ticket={} secret={}", ticket, secret);
}

Story walk_in(Stage& stage) {
    Told const issued =
        co_yield as("kiosk_one", "issue_ticket hall=hall service={}", stage.pick(services));
    if (issued.ok() && stage.happens(10))
        co_yield as("visitor", "leave hall=hall ticket={} secret={}", issued.text("/ticket"),
                    issued.text("/secret"));
}

Story keep_window(Stage& stage, std::string window) {
    auto const clerk = "clerk_" + window;
    auto const at_window = [&](char const* verb) {
        return as(clerk, "{} hall=hall window={}", verb, window);
    };
    Told view = co_yield at_window("call_next");
    if (view.refusal == "window.not_open" || view.refusal == "window.closed")
        view = co_yield at_window("open_window");
    if (!view.ok()) view = co_yield at_window("see_window");
    auto const ticket = view.text("/current/ticket");
    if (ticket.empty()) {
        co_yield at_window("open_window");
        co_return;
    }
    auto const of_ticket = [&](char const* verb) {
        return as(clerk, "{} hall=hall window={} ticket={}", verb, window, ticket);
    };
    if (view.text("/current/state") == "called") {
        if (stage.happens(15)) {
            co_yield of_ticket("uncall");
            co_return;
        }
        if (stage.happens(10)) {
            co_yield of_ticket("recall");
            co_yield of_ticket("miss");
        }
        co_yield of_ticket("begin");
    }
    if (stage.happens(15)) {
        co_yield of_ticket("park");
        co_yield of_ticket("unpark");
        co_yield of_ticket("begin");
    }
    if (stage.happens(15))
        co_yield as(clerk, "transfer hall=hall window={} ticket={} service={}", window, ticket,
                    stage.pick(services));
    else
        co_yield of_ticket("finish");
}

}  // namespace banshi::simulation
