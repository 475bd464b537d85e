#include "systems/supervision/retention.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/matters/clock.h"
#include "engines/matters/retention.h"
#include "engines/people/people.h"
#include "systems/supervision/evidence.h"
#include "systems/supervision/retention_rows.h"

namespace banshi::supervision {

namespace {

using matters::Matter;

constexpr int a_run = 200;  // matters in one transaction

struct Due {
    RetentionLine line;
    std::vector<Matter> matters;
};
Due due_of(Call& call, RetentionSettings const& settings, std::string const& kind, int limit) {
    auto const& zone = call.district.zone();
    auto const months = months_kept(settings, kind);
    auto const before = matters::months_after(zone.day_of(call.now), -months);
    Due due{{kind, months, before, 0, {}}, {}};
    due.matters = matters::forgettable(call, book_name, kind, zone.midnight(before), limit);
    for (auto const& id : rows::ended_with_traces(call, kind, zone.midnight(before), limit)) {
        bool const known = std::ranges::find(due.matters, id, &Matter::id) != due.matters.end();
        if (!known && static_cast<int>(due.matters.size()) < limit)
            due.matters.push_back(matters::find(call, id).value());
    }
    due.line.due = static_cast<int>(due.matters.size());
    for (auto const& each : due.matters)
        due.line.numbers.push_back(each.numbered() ? each.number : each.id.text);
    return due;
}

Result<RetentionSettings> settings_of(Call& call) {
    TRY(people::may(call, retain_data, people::node(call.district)));
    auto const& settings = call.district.policy<Settings>().retention;
    if (!settings) return Refusal{Why::not_found, "retention.none", ""};
    return *settings;
}

Result<void> forget_people(Call& call, Matter& matter, std::string const& why) {
    TRY(forget_photos(call, matter, why));
    rows::forget_details(call, matter.id);
    rows::forget_visitors(call, matter.id);
    return matters::forget(call, matter, why);
}

Result<RetentionRun> forget_due(Call& call, RetentionSettings const& settings,
                                std::string const& why) {
    RetentionRun run{};
    int left = a_run;
    for (auto const& kind : call.district.policy<Settings>().book.kinds) {
        auto due = due_of(call, settings, kind, left);
        for (auto& matter : due.matters) TRY(forget_people(call, matter, why));
        left -= due.line.due;
        std::ranges::move(due.line.numbers, std::back_inserter(run.numbers));
    }
    run.more = left <= 0;
    return run;
}

}  // namespace

int months_kept(RetentionSettings const& settings, std::string const& kind) {
    auto const own = std::ranges::find(settings.kinds, kind, &KeptFor::kind);
    return own == settings.kinds.end() ? settings.months : own->months;
}

Result<RetentionView> see_retention(Call& call, SeeRetention const&) {
    auto const settings = TRY(settings_of(call));
    RetentionView view{{}, settings.basis, settings.daily, 0};
    for (auto const& kind : call.district.policy<Settings>().book.kinds) {
        view.kinds.push_back(due_of(call, settings, kind, a_run).line);
        view.due += view.kinds.back().due;
    }
    return view;
}

Result<RetentionRun> run_retention(Call& call, RunRetention const& form) {
    auto const settings = TRY(settings_of(call));
    if (is_blank(form.why)) return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    return forget_due(call, settings, form.why);
}

Result<RetentionRun> keep_terms(Call& call, KeepTerms const&) {
    auto const& settings = call.district.policy<Settings>().retention;
    if (!settings || !settings->daily) return RetentionRun{{}, false};
    return forget_due(call, *settings, call.texts.say(Language::zh, "supervision.term_over"));
}

}  // namespace banshi::supervision
