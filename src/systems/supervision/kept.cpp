#include "systems/supervision/kept.h"

#include <algorithm>

#include "engines/matters/clock.h"
#include "engines/matters/followers.h"
#include "engines/matters/lists.h"
#include "engines/matters/retention.h"
#include "systems/supervision/retention.h"

namespace banshi::supervision {

namespace {

using matters::Matter;
using people::Holding;

void add(Holding& holding, Matter const& matter, std::optional<Day> until) {
    auto const same = [&](people::Thing const& known) {
        return !matter.number.empty() && known.number == matter.number;
    };
    if (matter.book != book_name || std::ranges::any_of(holding.things, same)) return;
    holding.things.push_back({matter.number, matter.title, matter.registered_at, until});
}

// The day after which the nightly run takes names and telephones away.
std::optional<Day> kept_until(Call& call, Matter const& matter) {
    auto const& settings = call.district.policy<Settings>().retention;
    bool const ended = matters::type_of(matter.state) == matters::StateType::closed;
    if (!settings || !settings->daily || !ended) return {};
    auto const end = call.district.zone().day_of(matter.cleared_at.value_or(matter.changed_at));
    return matters::months_after(end, months_kept(*settings, matter.kind));
}

}  // namespace

std::vector<Holding> kept_reports(Call& call, people::Subject const& subject) {
    auto const& settings = call.district.policy<Settings>().retention;
    Holding reports{"reports", settings ? "months" : "no_end", {}, {}};
    if (settings)
        reports.facts = {{"months", std::to_string(settings->months)}, {"basis", settings->basis}};
    for (auto const& matter : matters::reported_from(call, subject.phone_lookup))
        add(reports, matter, kept_until(call, matter));
    if (!subject.person.empty())
        for (auto const& matter : matters::reported_by(call, subject.person, ""))
            add(reports, matter, kept_until(call, matter));
    Holding followed{"followed", "followed", {}, {}};
    for (auto const& matter : matters::followed_by(call, subject.account))
        add(followed, matter, {});
    return {std::move(reports), std::move(followed)};
}

void erase_reports(Call& call, people::Subject const& subject) {
    matters::forget_reporter(call, book_name, subject.person, subject.phone_lookup);
    for (auto const& matter : matters::followed_by(call, subject.account))
        if (matter.book == book_name) matters::unfollow(call, matter.id, subject.account);
}

}  // namespace banshi::supervision
