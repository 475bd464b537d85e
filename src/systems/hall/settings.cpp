#include "systems/hall/settings.h"

#include <algorithm>

#include "base/check.h"
#include "base/config.h"
#include "base/letters.h"
#include "systems/hall/hall.h"

namespace banshi::hall {

BOOST_DESCRIBE_STRUCT(Period, (), (weekday, from, to))
BOOST_DESCRIBE_STRUCT(Week, (), (opening))
BOOST_DESCRIBE_STRUCT(ServiceSetting, (),
                      (id, queue, name, name_en, prefix, slots, minutes, documents, documents_en))
BOOST_DESCRIBE_STRUCT(WindowSetting, (), (id, services))
BOOST_DESCRIBE_STRUCT(Loudness, (), (from, to, percent))
BOOST_DESCRIBE_STRUCT(HallSetting, (),
                      (id, name, name_en, address, address_en, phone, waiting_area, waiting_area_en,
                       printer, opening, services, windows, volume))
BOOST_DESCRIBE_STRUCT(Rules, (),
                      (since, basis, boost_minutes, early_minutes, grace_minutes, hold_minutes,
                       cool_least_minutes, cool_most_minutes, calls_most, recall_gap_seconds,
                       return_behind, returns_most, booked_share_percent, internal_percent,
                       slot_minutes, visit_slots_most, book_ahead_working_days, book_before_minutes,
                       cancel_before_minutes, block_no_shows, block_cancellations, block_days,
                       reminder_minutes, soon_ahead, last_issue_minutes, stop_when_full,
                       walkins_most, kiosk_block, heartbeat_seconds, evaluation_days,
                       follow_up_contact_days, follow_up_answer_days, target_minutes,
                       target_percent, waiting_list, priority_groups))
BOOST_DESCRIBE_STRUCT(HoldLimits, (), (an_account, an_address))
BOOST_DESCRIBE_STRUCT(Settings, (), (rules, halls, holds))

namespace {

struct Bound {
    char const* name;
    int Rules::*field;
    int least;
    int most;
};

constexpr Bound bounds[] = {
    {"boost_minutes", &Rules::boost_minutes, 0, 24 * 60},
    {"early_minutes", &Rules::early_minutes, 0, 24 * 60},
    {"grace_minutes", &Rules::grace_minutes, 0, 240},
    {"hold_minutes", &Rules::hold_minutes, 1, 120},
    {"cool_least_minutes", &Rules::cool_least_minutes, 0, 24 * 60},
    {"cool_most_minutes", &Rules::cool_most_minutes, 0, 24 * 60},
    {"calls_most", &Rules::calls_most, 1, 20},
    {"recall_gap_seconds", &Rules::recall_gap_seconds, 0, 600},
    {"return_behind", &Rules::return_behind, 1, 100},
    {"returns_most", &Rules::returns_most, 0, 20},
    {"booked_share_percent", &Rules::booked_share_percent, 0, 100},
    {"internal_percent", &Rules::internal_percent, 0, 100},
    {"slot_minutes", &Rules::slot_minutes, 5, 240},
    {"visit_slots_most", &Rules::visit_slots_most, 1, 50},
    {"book_ahead_working_days", &Rules::book_ahead_working_days, 0, 60},
    {"book_before_minutes", &Rules::book_before_minutes, 0, 7 * 24 * 60},
    {"cancel_before_minutes", &Rules::cancel_before_minutes, 0, 7 * 24 * 60},
    {"block_no_shows", &Rules::block_no_shows, 1, 1000},
    {"block_cancellations", &Rules::block_cancellations, 1, 1000},
    {"block_days", &Rules::block_days, 1, 366},
    {"reminder_minutes", &Rules::reminder_minutes, 0, 24 * 60},
    {"soon_ahead", &Rules::soon_ahead, 0, 100},
    {"last_issue_minutes", &Rules::last_issue_minutes, 0, 24 * 60},
    {"walkins_most", &Rules::walkins_most, 0, 100000},
    {"kiosk_block", &Rules::kiosk_block, 1, 1000},
    {"heartbeat_seconds", &Rules::heartbeat_seconds, 10, 3600},
    {"evaluation_days", &Rules::evaluation_days, 1, 90},
    {"follow_up_contact_days", &Rules::follow_up_contact_days, 0, 30},
    {"follow_up_answer_days", &Rules::follow_up_answer_days, 0, 60},
    {"target_minutes", &Rules::target_minutes, 1, 600},
    {"target_percent", &Rules::target_percent, 1, 99},
};

// Those that have a mark and a name on slips and screens.
constexpr std::string_view groups[] = {"child",    "disabled", "elderly", "infant",
                                       "pregnant", "soldier",  "veteran"};

Refusal illegal(std::string const& field, std::string const& allowed) {
    return {Why::invalid, "config.value", field, field, {{"field", field}, {"allowed", allowed}}};
}

Refusal out_of_bounds(std::string const& rule, std::string const& allowed) {
    auto refusal = illegal("rules." + rule, allowed);
    refusal.text = "rules.out_of_bounds";
    return refusal;
}

// A hall has few of each, so that each may be compared with all before it.
template <class Each, class Same>
bool twice(std::vector<Each> const& all, std::size_t at, Same const& same) {
    return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(at),
                       [&](Each const& other) { return same(other, all[at]); });
}

auto const same_id = [](auto const& one, auto const& other) { return one.id == other.id; };

Result<void> check_services(HallSetting const& hall, Rules const& rules, std::string const& at) {
    for (std::size_t n = 0; n < hall.services.size(); ++n) {
        auto const& service = hall.services[n];
        auto const here = at + ".services[" + std::to_string(n) + "]";
        if (twice(hall.services, n, same_id)) return illegal(here + ".id", "once a hall");
        if (is_blank(service.name)) return illegal(here + ".name", "a name");
        if (service.slots < 1 || service.slots > rules.visit_slots_most)
            return illegal(here + ".slots", "1.." + std::to_string(rules.visit_slots_most));
        if (service.minutes < 1) return illegal(here + ".minutes", ">= 1");
        if (service.prefix.size() != 1 || service.prefix[0] < 'A' || service.prefix[0] > 'Z')
            return illegal(here + ".prefix", "A..Z");
        if (twice(hall.services, n,
                  [](auto const& one, auto const& other) { return one.prefix == other.prefix; }))
            return illegal(here + ".prefix", "once a hall");
        if (service.documents.size() != service.documents_en.size())
            return illegal(here + ".documents_en", "as many as documents");
    }
    return {};
}

Result<void> check_windows(HallSetting const& hall, std::string const& at) {
    for (std::size_t n = 0; n < hall.windows.size(); ++n) {
        auto const here = at + ".windows[" + std::to_string(n) + "]";
        if (twice(hall.windows, n, same_id)) return illegal(here + ".id", "once a hall");
        for (auto const& service : hall.windows[n].services)
            if (!find_service(hall, service))
                return illegal(here + ".services", "a service of this hall");
    }
    return {};
}

Result<void> check_volume(std::vector<Loudness> const& volume, std::string const& at) {
    for (std::size_t n = 0; n < volume.size(); ++n) {
        auto const here = at + ".volume[" + std::to_string(n) + "]";
        if (volume[n].from >= volume[n].to) return illegal(here, "from < to");
        if (volume[n].percent < 0 || volume[n].percent > 100)
            return illegal(here, "percent 0..100");
    }
    return {};
}

// What shape cannot see: every service and window names things that exist, and each once.
Result<void> check(std::vector<HallSetting> const& halls, Rules const& rules) {
    static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    for (std::size_t n = 0; n < halls.size(); ++n) {
        auto const at = "halls[" + std::to_string(n) + "]";
        auto const& id = halls[n].id.text;
        if (id.empty() || id.find_first_not_of(letters) != id.npos)
            return illegal(at + ".id", "a-z, 0-9, -, _");
        if (twice(halls, n, same_id)) return illegal(at + ".id", "once a district");
        if (is_blank(halls[n].name)) return illegal(at + ".name", "a name");
        TRY(check_opening(halls[n].opening, at));
        TRY(check_services(halls[n], rules, at));
        TRY(check_windows(halls[n], at));
        if (halls[n].volume) TRY(check_volume(*halls[n].volume, at));
    }
    return {};
}

}  // namespace

Result<void> check_opening(std::vector<Period> const& opening, std::string const& at) {
    for (std::size_t n = 0; n < opening.size(); ++n) {
        auto const& period = opening[n];
        auto const here = at + ".opening[" + std::to_string(n) + "]";
        if (period.weekday < 1 || period.weekday > 7 || period.from >= period.to)
            return illegal(here, "weekday 1..7, from < to");
        if (twice(opening, n, [](auto const& one, auto const& other) {
                return one.weekday == other.weekday && one.from < other.to && other.from < one.to;
            }))
            return illegal(here, "from >= to of the period before");
    }
    return {};
}

Result<void> check(Rules const& rules) {
    for (auto const& [name, field, least, most] : bounds)
        if (rules.*field < least || rules.*field > most)
            return out_of_bounds(name, std::to_string(least) + "–" + std::to_string(most));
    if (rules.cool_least_minutes > rules.cool_most_minutes)
        return out_of_bounds("cool_least_minutes", "≤ " + std::to_string(rules.cool_most_minutes));
    for (auto const& group : rules.priority_groups)
        if (std::ranges::find(groups, group) == std::end(groups))
            return out_of_bounds("priority_groups",
                                 "child, disabled, elderly, infant, pregnant, soldier, veteran");
    return {};
}

static Result<void> check(HoldLimits const& holds) {
    for (auto const most : {holds.an_account, holds.an_address})
        if (most < 0 || most > 100'000) return illegal("holds", "0..100000");
    return {};
}

Result<Settings> read_settings(std::string_view toml, std::string const& file) {
    auto settings = TRY(config::read<Settings>(toml, file));
    auto checked = check(settings.rules);
    if (checked) checked = check(settings.halls, settings.rules);
    if (checked && settings.holds) checked = check(*settings.holds);
    if (!checked) {
        auto refusal = checked.refusal();
        refusal.text = "config.value";
        refusal.facts["file"] = file;
        auto const line = config::line_of(TRY(config::parse(toml, file)), refusal.field);
        refusal.facts["line"] = std::to_string(line);
        return refusal;
    }
    return settings;
}

// Neither rules nor a week hold moments, so any zone will do.
std::string week_text(std::vector<Period> const& opening) {
    return json::serialize(shape::write(Week{opening}, Zone{"UTC"}));
}

std::vector<Period> read_week(std::string const& text) {
    auto week = shape::read<Week>(json::parse(text).as_object(), shape::Source::json);
    CHECK(week);  // it was checked before it was stored
    return std::move(week).value().opening;
}

std::string rules_text(Rules const& rules) {
    return json::serialize(shape::write(rules, Zone{"UTC"}));
}

Result<Rules> read_rules(std::string const& text) {
    return shape::read<Rules>(json::parse(text).as_object(), shape::Source::json);
}

}  // namespace banshi::hall
