// Opening hours 开放时间: the week of a hall, and days with other hours. Shown first, then set, and
// taken back in the same way; whoever is booked outside the new hours is told, as by a closure.

#include <algorithm>
#include <map>

#include "base/letters.h"
#include "engines/bookings/limits.h"
#include "engines/people/accounts.h"
#include "engines/people/orgs.h"
#include "systems/hall/hours_deed.h"
#include "systems/hall/hours_rows.h"
#include "systems/hall/office_cancel.h"
#include "systems/hall/roster.h"

namespace banshi::hall {

namespace {

constexpr std::chrono::days one_day{1};

Day today_of(Call const& call) { return call.district.zone().day_of(call.now); }

Result<HallSetting> managed_hall(Call& call, HallId const& id) {
    auto hall = TRY(find_hall(call, id));
    TRY(people::may(call, manage_halls, people::node(call.district, id)));
    return hall;
}

// The hours that days would have: of a day that stays as it is, nothing.
using NewHours = std::function<std::optional<std::vector<Opening>>(Day)>;

bool lies_within(std::vector<Opening> const& openings, tickets::Ticket const& ticket) {
    return std::ranges::any_of(openings, [&](auto const& opening) {
        return opening.from <= ticket.booked_at && ticket.ends_at <= opening.to;
    });
}

// Whether the new hours leave no time for a visit; each day is looked at once.
class Outside {
public:
    explicit Outside(NewHours hours) : hours_(std::move(hours)) {}
    bool operator()(tickets::Ticket const& ticket) const {
        auto const [day, fresh] = seen_.try_emplace(ticket.day);
        if (fresh) day->second = hours_(ticket.day);
        return day->second && !lies_within(*day->second, ticket);
    }

private:
    NewHours hours_;
    mutable std::map<Day, std::optional<std::vector<Opening>>> seen_;
};

struct Hit {
    HoursSet set;
    std::vector<tickets::Ticket> tickets;
};

Result<Hit> hit_by(Call& call, HallId const& hall, Day since, NewHours const& hours) {
    Outside const outside(hours);
    Hit hit{{since, count_holds(call, hall, std::cref(outside)), {}},
            tickets::in_state(call, hall, State::booked)};
    std::erase_if(hit.tickets, [&](auto const& ticket) {
        return ticket.booked_at <= call.now || !outside(ticket);
    });
    std::ranges::sort(hit.tickets, {}, &tickets::Ticket::booked_at);
    hit.set.bookings = TRY(affected(call, hit.tickets));
    return hit;
}

// A week from a day on, as far as no later one and no single day says otherwise.
NewHours from_day_on(Call& call, HallSetting const& hall, Day since,
                     std::vector<Period> const& week) {
    return [&call, &hall, since, &week](Day day) -> std::optional<std::vector<Opening>> {
        auto const set = hours_rows::find_on(call, hall.id, day);
        bool const other = day < since || (set && set->since > since) ||
                           !days::special(call, hall.id, day).empty();
        if (other) return std::nullopt;
        return openings(call, hall, day, periods_in(call, week, day));
    };
}

NewHours on_day(Call& call, HallSetting const& hall, Day day,
                std::vector<days::Stretch> const& periods) {
    return [&call, &hall, day, &periods](Day other) -> std::optional<std::vector<Opening>> {
        if (other != day) return std::nullopt;
        return openings(call, hall, day, periods);
    };
}

void keep_to_weeks(Call& call, HallSetting const& hall, Day since) {
    auto const last = last_day(call, rules_now(call, hall.id));
    for (auto day = since; day <= last + one_day; day += one_day)
        if (bookings::is_held(call.district.calendar(), day)) keep_to_hours(call, hall, day);
}

Result<void> cancel_all(Call& call, std::vector<tickets::Ticket>& tickets,
                        std::string const& reason) {
    auto const id = call.fresh<TicketId>().text;
    for (auto& ticket : tickets) TRY(cancel_by_office(call, ticket, {id, "hours/" + id, reason}));
    return {};
}

Result<void> check_reason(std::string const& reason) {
    if (is_blank(reason)) return Refusal{Why::invalid, "closure.reason_missing", "", "reason"};
    return {};
}

Result<void> check(std::vector<Period> const& opening, std::string const& reason,
                   char const* field) {
    if (!check_opening(opening, field)) return Refusal{Why::invalid, "hours.bad_times", "", field};
    return check_reason(reason);
}

}  // namespace

Result<HoursSet> set_hours(Call& call, SetHours const& form) {
    auto const hall = TRY(managed_hall(call, form.hall));
    TRY(check(form.opening, form.reason, "opening"));
    auto const tomorrow = today_of(call) + one_day;
    if (form.since < tomorrow)
        return Refusal{
            Why::invalid, "rules.since_past", "", "since", {{"first", written(tomorrow)}}};
    auto hit =
        TRY(hit_by(call, hall.id, form.since, from_day_on(call, hall, form.since, form.opening)));
    if (form.preview) return hit.set;
    decide_week(call, hall.id, form.since, form.opening, form.reason);
    keep_to_weeks(call, hall, form.since);
    TRY(cancel_all(call, hit.tickets, form.reason));
    return hit.set;
}

Result<HoursSet> take_back_hours(Call& call, TakeBackHours const& form) {
    auto const hall = TRY(managed_hall(call, form.hall));
    auto const set = hours_rows::find_on(call, hall.id, form.since);
    if (!set || set->since != form.since || form.since <= today_of(call))
        return Refusal{Why::conflict, "hours.nothing_to_take_back", hall.id.text, "since"};
    auto const before = week_on(call, hall, form.since - one_day);
    auto hit = TRY(hit_by(call, hall.id, form.since, from_day_on(call, hall, form.since, before)));
    if (form.preview) return hit.set;
    TRY(check_reason(form.reason));
    decide_week(call, hall.id, form.since, std::nullopt, form.reason);
    keep_to_weeks(call, hall, form.since);
    TRY(cancel_all(call, hit.tickets, form.reason));
    return hit.set;
}

Result<HoursSet> set_day_hours(Call& call, SetDayHours const& form) {
    auto const hall = TRY(managed_hall(call, form.hall));
    if (form.day < today_of(call)) return Refusal{Why::invalid, "roster.past", "", "day"};
    if (form.periods.empty()) return Refusal{Why::invalid, "hours.none", "", "periods"};
    std::vector<Period> opening;
    std::vector<days::Stretch> periods;
    for (auto const& [from, to] : form.periods) {
        auto const weekday = static_cast<int>(std::chrono::weekday{form.day}.iso_encoding());
        opening.push_back({weekday, from, to});
        periods.push_back({from, to});
    }
    TRY(check(opening, form.reason, "periods"));
    std::ranges::sort(periods, {}, &days::Stretch::from);
    auto hit = TRY(hit_by(call, hall.id, form.day, on_day(call, hall, form.day, periods)));
    if (form.preview) return hit.set;
    decide_day(call, hall.id, form.day, periods, form.reason);
    keep_to_hours(call, hall, form.day);
    TRY(cancel_all(call, hit.tickets, form.reason));
    return hit.set;
}

Result<HoursSet> take_back_day_hours(Call& call, TakeBackDayHours const& form) {
    auto const hall = TRY(managed_hall(call, form.hall));
    if (form.day < today_of(call) || days::special(call, hall.id, form.day).empty())
        return Refusal{Why::conflict, "hours.nothing_to_take_back", hall.id.text, "day"};
    auto const usual = periods_in(call, week_on(call, hall, form.day), form.day);
    auto hit = TRY(hit_by(call, hall.id, form.day, on_day(call, hall, form.day, usual)));
    if (form.preview) return hit.set;
    TRY(check_reason(form.reason));
    decide_day(call, hall.id, form.day, {}, form.reason);
    keep_to_hours(call, hall, form.day);
    TRY(cancel_all(call, hit.tickets, form.reason));
    return hit.set;
}

namespace {

std::string name_of_account(Call& call, std::string const& id) {
    auto const account = people::find_account(call, AccountId{id});
    return account ? account->name : "";
}

std::vector<DayPeriod> shown_periods(std::vector<days::Stretch> const& periods) {
    std::vector<DayPeriod> all;
    for (auto const& [from, to] : periods) all.push_back({from, to});
    return all;
}

// The latest first, weeks and days together.
std::vector<HoursDecision> decisions(Call& call, HallSetting const& hall) {
    constexpr int most = 20;
    std::vector<HoursDecision> all;
    for (auto const& set : hours_rows::list_decided(call, hall.id, most))
        all.push_back({set.at,
                       name_of_account(call, set.by_whom),
                       set.since,
                       true,
                       set.week.empty(),
                       set.week.empty() ? std::vector<Period>{} : read_week(set.week),
                       {},
                       set.reason});
    for (auto const& set : hours_rows::list_days_decided(call, hall.id, most)) {
        auto const periods = hours_rows::periods_of(call, hall.id, set.day, set.version);
        all.push_back({set.at,
                       name_of_account(call, set.by_whom),
                       set.day,
                       false,
                       periods.empty(),
                       {},
                       shown_periods(periods),
                       set.reason});
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &HoursDecision::at);
    if (all.size() > most) all.erase(all.begin() + most, all.end());
    return all;
}

}  // namespace

Result<HoursShown> see_hours(Call& call, SeeHours const& form) {
    auto const hall = TRY(managed_hall(call, form.hall));
    auto const today = today_of(call);
    HoursShown shown{week_on(call, hall, today), {}, {}, decisions(call, hall)};
    for (auto const& set : hours_rows::list_after(call, hall.id, today))
        shown.to_come.push_back({set.since, read_week(set.week), set.reason});
    for (auto const& [day, from, to, reason] : hours_rows::list_special(call, hall.id, today)) {
        if (shown.days.empty() || shown.days.back().day != day)
            shown.days.push_back({day, {}, reason});
        shown.days.back().periods.push_back({from, to});
    }
    return shown;
}

}  // namespace banshi::hall
