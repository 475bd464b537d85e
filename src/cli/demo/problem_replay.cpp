#include "cli/demo/problem_replay.h"

#include <algorithm>

#include "base/check.h"
#include "cli/demo/chance.h"
#include "engines/files/picture.h"
#include "engines/people/orgs.h"
#include "systems/supervision/settings.h"

namespace banshi::demo {

using namespace std::chrono_literals;
using std::chrono::days;

namespace {

std::vector<OrgId> streets_of(Deeds& deeds, Instant now) {
    std::vector<OrgId> streets;
    deeds.look(now, [&](Call& call) {
        for (auto const& org : people::list_streets(call)) streets.push_back(org.id);
    });
    return streets;
}

// What stands for a photo of the finished work: a field of even colour.
std::string picture() {
    constexpr int width = 160, height = 120, quality = 80;
    files::Picture plain{width, height};
    for (int pixel = 0; pixel < width * height; ++pixel)
        for (int const part : {96, 125, 139})
            plain.rgb.push_back(static_cast<std::uint8_t>(part + pixel / width / 2));
    return files::jpeg_of(plain, quality);
}

}  // namespace

std::string head_login(OrgId const& unit) { return "head-" + unit.text; }

bool has_problems(Setting const& setting, District const& district) {
    return district.name() == setting.problems.district && district.has<supervision::Settings>();
}

std::vector<AccountSetting> problem_accounts(Setting const& setting, Deeds& deeds, Instant now) {
    auto const& district = deeds.district();
    auto accounts = setting.problems.accounts;
    auto units = streets_of(deeds, now);
    for (auto const& unit : district.policy<supervision::Settings>().units)
        units.push_back(unit.id);
    SeededRandom random(seed_of(district.name(), {}) + 1);
    for (auto const& unit : units)
        accounts.push_back({people::AccountKind::staff, head_login(unit),
                            one_of(random, setting.surnames) + one_of(random, setting.given),
                            "unit_head", people::node(district) + "/" + unit.text});
    return accounts;
}

ProblemReplay::ProblemReplay(Setting const& setting, Deeds& deeds, Staff const& staff, Note note,
                             Instant now)
    : setting_(setting),
      deeds_(deeds),
      staff_(staff),
      note_(std::move(note)),
      now_(now),
      photo_(picture()) {
    auto const& district = deeds.district();
    for (auto& problem : problems_of(setting, district, streets_of(deeds, now), now,
                                     seed_of(district.name(), setting.problems.first)))
        cases_.push_back({std::move(problem)});
}

void ProblemReplay::begin() {
    for (auto& each : cases_) then(each, each.problem.registered_at, &ProblemReplay::file);
    auto const& zone = deeds_.district().zone();
    auto const today = zone.day_of(now_);
    auto const& dates = setting_.problems;
    auto const tick_from = [&](Day from, Day to) {
        for (auto day = from; day <= to; day += days{1})
            note_(zone.midnight(day) + 1min, [this](Instant now) { tick(now); });
    };
    tick_from(dates.first, dates.last + days{60});
    tick_from(today - days{7 * dates.recent_weeks}, today);
}

// What the clock does meanwhile: ladders, totals and the index of words.
void ProblemReplay::tick(Instant now) {
    CHECK(deeds_.run_job(now, "climb_ladders"));
    for (auto const* fold : {"fold_counts", "fold_words"})
        for (std::int64_t rows = 1; rows > 0;) {
            auto const done = deeds_.run_job(now, fold);
            CHECK(done);
            rows = done.value().at("rows").to_number<std::int64_t>();
        }
}

Actor const& ProblemReplay::head_of(Case const& one) const {
    return by(head_login(one.problem.unit));
}

}  // namespace banshi::demo
