#include "cli/demo/works.h"

#include "systems/supervision/settings.h"

namespace banshi::demo {

using std::chrono::hours;

namespace {

// The last item is not taken up, the one before it finds no majority, and the one before that is
// late with its last milestone.
constexpr std::size_t shortlisted = 5, confirmed = 4, finished = 3;
constexpr int choices = 3, ballots_least = 20, ballots = 24, ratings = 36;
constexpr int deputies = 215, in_favour = 168, too_few = 96;
constexpr std::uint64_t seed = 2026;
constexpr std::int64_t first_voter_phone = 7'000'000;

struct On {
    int month, day;
};
struct PhaseOn {
    char const* phase;
    On from;
};
constexpr PhaseOn phases[] = {
    {"collect", {1, 1}},  {"screen", {1, 20}},   {"vote", {2, 1}},
    {"congress", {3, 1}}, {"announce", {3, 12}}, {"build", {3, 20}},
    {"report", {11, 1}},  {"judge", {11, 20}},   {"closed", {12, 20}},
};
constexpr On milestones[] = {{5, 15}, {8, 31}, {10, 20}};
constexpr char const* grades[] = {"very_good", "good", "very_good", "good", "poor", "very_good"};

}  // namespace

bool has_works(Setting const& setting, District const& district) {
    return setting.works.size() > shortlisted && district.has<supervision::Settings>();
}

Works::Works(Setting const& setting, Deeds& deeds, Staff const& staff)
    : setting_(setting),
      deeds_(deeds),
      office_(staff.of_role.at("inspector")),
      people_(setting, seed, first_voter_phone) {}

Day Works::day(int month, int day) const { return Day{year_ / month / day}; }

json::object Works::of(std::size_t item) const { return {{"item", items_[item]}}; }

json::value Works::must(Instant now, std::string_view verb, json::object const& request) {
    return deeds_.must(office_, now, verb, request);
}

json::object Works::voter(Instant now) {
    auto const person = people_.next(deeds_.district().zone().day_of(now));
    return {{"id_number", person.id_number}, {"name", person.name}};
}

void Works::add_to(Replay& replay, Instant now) {
    struct Step {
        On on;
        void (Works::*deed)(Instant);
    };
    static constexpr Step steps[] = {
        {{1, 5}, &Works::propose},
        {{1, 22}, &Works::screen},
        {{2, 9}, &Works::vote},
        {{3, 2}, &Works::count},
        {{3, 5}, &Works::decide},
        {{3, 15}, &Works::announce},
        {{3, 25}, &Works::start},
        {{5, 14}, &Works::begin_building},
        {{8, 28}, &Works::go_on_building},
        {{10, 18}, &Works::finish},
        {{11, 6}, &Works::report},
        {{11, 21}, &Works::rate},
    };
    auto const& zone = deeds_.district().zone();
    year_ = std::chrono::year_month_day{zone.day_of(now)}.year();
    for (auto const& [on, deed] : steps) {
        auto const then = zone.midnight(day(on.month, on.day)) + hours{10};
        if (then < now) replay.add(then, [this, deed = deed](Instant at) { (this->*deed)(at); });
    }
}

void Works::propose(Instant now) {
    json::array all;
    for (auto const& [phase, from] : phases)
        all.push_back(
            json::object{{"phase", phase}, {"from", banshi::written(day(from.month, from.day))}});
    must(now, "set_programme",
         {{"year", static_cast<int>(year_)},
          {"phases", std::move(all)},
          {"choices", choices},
          {"ballots_least", ballots_least},
          {"deputies", deputies}});
    for (auto const& work : setting_.works) {
        auto const made = deeds_.must(Actor{}, now, "propose_work",
                                      {{"year", static_cast<int>(year_)},
                                       {"title", work.title},
                                       {"text", work.text},
                                       {"place", work.place}});
        items_.emplace_back(made.at("item").as_string());
    }
}

void Works::screen(Instant now) {
    for (std::size_t at = 0; at < items_.size(); ++at) {
        auto form = of(at);
        form["shortlist"] = at < shortlisted;
        form["why"] = at < shortlisted ? "" : setting_.works[at].report;
        must(now, "screen_work", form);
    }
}

// The first finds the most votes, the next fewer.
void Works::vote(Instant now) {
    for (std::size_t at = 0; at < ballots; ++at) {
        auto form = voter(now);
        form["year"] = static_cast<int>(year_);
        form["items"] = json::array{json::value(items_[0]), json::value(items_[1 + at % 3 / 2]),
                                    json::value(items_[3 + at % 4 / 3])};
        Actor const citizen{Actor::Kind::citizen, {"voter-" + std::to_string(at)}, {}, "", {}};
        deeds_.must(citizen, now, "cast_ballot", form);
    }
}

void Works::count(Instant now) { must(now, "count_votes", {{"year", static_cast<int>(year_)}}); }

void Works::decide(Instant now) {
    for (std::size_t at = 0; at < shortlisted; ++at) {
        auto const& work = setting_.works[at];
        int const yes = at < confirmed ? in_favour : too_few;
        auto form = of(at);
        form["yes"] = yes;
        form["no"] = deputies - yes - 5;
        form["abstained"] = 5;
        form["budget"] = work.budget;
        form["unit"] = work.unit;
        form["leader"] = work.leader;
        must(now, "confirm_work", form);
    }
}

void Works::announce(Instant now) {
    must(now, "announce_works", {{"year", static_cast<int>(year_)}});
}

void Works::start(Instant now) {
    for (std::size_t at = 0; at < confirmed; ++at) {
        auto form = of(at);
        json::array planned;
        for (std::size_t step = 0; step < std::size(milestones); ++step) {
            auto const& [month, on] = milestones[step];
            planned.push_back(json::object{{"title", setting_.works[at].milestones.at(step)},
                                           {"planned", banshi::written(day(month, on))}});
        }
        form["milestones"] = std::move(planned);
        must(now, "start_work", form);
    }
}

void Works::reach(std::size_t item, std::size_t milestone, Instant now) {
    auto const& work = setting_.works[item];
    auto form = of(item);
    form["serial"] = static_cast<int>(milestone) + 1;
    form["words"] = work.done;
    form["spent"] = work.budget * static_cast<std::int64_t>(milestone + 1) / 10 * 3;
    must(now, "reach_milestone", form);
}

void Works::begin_building(Instant now) {
    for (std::size_t at = 0; at < confirmed; ++at) reach(at, 0, now);
}

void Works::go_on_building(Instant now) {
    for (std::size_t at = 0; at < confirmed; ++at) reach(at, 1, now);
}

void Works::finish(Instant now) {
    for (std::size_t at = 0; at < finished; ++at) {
        reach(at, 2, now);
        must(now, "finish_work", of(at));
    }
}

void Works::report(Instant now) {
    for (std::size_t at = 0; at < finished; ++at) {
        auto form = of(at);
        form["report"] = setting_.works[at].report;
        must(now, "report_work", form);
    }
}

void Works::rate(Instant now) {
    for (std::size_t at = 0; at < ratings; ++at) {
        auto form = voter(now);
        form["item"] = items_[at % finished];
        form["grade"] = grades[at / finished % std::size(grades)];
        Actor const citizen{Actor::Kind::citizen, {"rater-" + std::to_string(at)}, {}, "", {}};
        deeds_.must(citizen, now, "rate_work", form);
    }
}

}  // namespace banshi::demo
