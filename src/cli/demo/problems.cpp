#include "cli/demo/problems.h"

#include <algorithm>

#include "base/check.h"
#include "cli/demo/chance.h"

namespace banshi::demo {

using namespace std::chrono_literals;
using std::chrono::days;

namespace {

constexpr int more_before = 5;  // of others, one in so many
constexpr int left_after = 6;   // of its own, one in so many

class ProblemDrawing {
public:
    ProblemDrawing(Setting const& setting, District const& district,
                   std::vector<OrgId> const& streets, Instant now, std::uint64_t seed)
        : all_(setting),
          setting_(setting.problems),
          district_(district),
          book_(matters::book(district, "supervision")),
          streets_(streets),
          now_(now),
          today_(district.zone().day_of(now)),
          random_(seed) {}

    std::vector<Problem> all() {
        for (auto const& known : setting_.cases) add(known, known.registered.value());
        for (auto const& duty : setting_.duties)
            add(duty.problem, duties_from(setting_, today_) + days{7 * duty.week - 3});
        for (auto const& part : setting_.registers) add(part);
        part_fates();
        for (auto const& duty : setting_.duties)
            if (!duty.paper.empty()) let_work(duty);
        return std::move(problems_);
    }

private:
    bool works(Day day) const { return district_.calendar().works(day); }

    Day workday(Day day, int offset) const {
        auto const step = days{offset < 0 ? -1 : 1};
        while (!works(day)) day += step;
        for (int left = std::abs(offset); left > 0;) {
            day += step;
            if (works(day)) --left;
        }
        return day;
    }

    Instant midnight(Day day) const { return district_.zone().midnight(day); }

    Instant on(Day day, Minutes from, Minutes to) {
        auto const span = static_cast<int>((to - from).count());
        return midnight(day) + from + Minutes{between(random_, 0, span)} +
               seconds_between(random_, 0, 59);
    }

    int limit_of(Problem const& one, Day day) const {
        auto const* limit = matters::limit_of(book_.rules_on(day), matters::ClockKind::step,
                                              one.kind, one.category, book_.grades.front());
        CHECK(limit);
        return limit->count;
    }

    // ---- the cases that the city knows

    void add(KnownCase const& known, Day registered) {
        ++known_[known.kind];
        Problem one{};
        one.kind = known.kind;
        one.channel = "reception";
        one.category = known.category;
        one.unit = known.unit;
        one.street = known.street;
        one.place = known.place;
        one.title = known.title;
        one.text = known.text;
        one.answer = known.answer;
        one.households = known.households;
        one.since = known.since;
        one.quantities = known.quantities;
        date(one, registered);
        end_after(one, between(random_, 3, limit_of(one, registered) - 1));
        problems_.push_back(std::move(one));
    }

    // ---- and all others

    void add(Register const& part) {
        for (int left = part.cleared - known_[part.kind]; left > 0; --left) {
            auto one = drawn(part);
            one.fate = Fate::cleared;
            cleared_.push_back(problems_.size());
            problems_.push_back(std::move(one));
        }
        for (int left = part.open; left > 0; --left) {
            auto one = drawn(part);
            one.fate = Fate::open;
            open_.push_back(problems_.size());
            problems_.push_back(std::move(one));
        }
    }

    static void complain_of(Problem& one, Cause const& cause) {
        one.category = cause.category;
        one.unit = cause.unit;
        one.title = cause.title;
        one.text = cause.text;
        one.answer = cause.answer;
    }

    Problem drawn(Register const& part) {
        std::vector<int> weights;
        for (auto const& cause : setting_.causes) weights.push_back(cause.weight);
        auto const& cause = setting_.causes[weighted(random_, weights)];
        Problem one{};
        one.kind = part.kind;
        one.channel = part.channel;
        complain_of(one, cause);
        one.street = one_of(random_, streets_);
        one.place = std::to_string(between(random_, 1, 180)) + "号院";
        if (happens(random_, 30)) one.households = one_of(random_, setting_.household);
        one.reporter = one_of(random_, all_.surnames) + one_of(random_, all_.given);
        return one;
    }

    // The ten fields 十个领域 are ten categories: in turn, so that none is missed.
    void spread_assigned() {
        constexpr std::size_t fields = 10;
        std::size_t next = 0;
        for (auto& one : problems_) {
            if (one.kind != "assigned") continue;
            complain_of(one, setting_.causes.at(next++ % fields));
        }
    }

    // A kind of problem comes back until its mechanism 机制 stands, and seldom after.
    void let_work(DutySetting const& duty) {
        auto const begins = midnight(duties_from(setting_, today_));
        auto const stands = midnight(mechanism_from(setting_, duty, today_));
        int turn = 0;
        for (auto& one : problems_) {
            bool const known = one.reporter.empty() || one.kind == "assigned";
            bool const before = one.registered_at < stands, of_it = one.category == duty.kind;
            if (known || one.registered_at < begins || before == of_it) continue;
            if (before && recurs(one.category)) continue;
            ++turn;
            if (before ? turn % more_before == 0 : turn % left_after != 0)
                complain_of(one, cause_instead(before ? duty.kind : "", turn));
        }
    }

    bool recurs(std::string const& category) const {
        return std::ranges::find(setting_.duties, category, &DutySetting::kind) !=
               setting_.duties.end();
    }

    // Of this category; of none that a mechanism is made for.
    Cause const& cause_instead(std::string const& category, int turn) const {
        std::vector<Cause const*> fitting;
        for (auto const& cause : setting_.causes)
            if (category.empty() ? !recurs(cause.category) : cause.category == category)
                fitting.push_back(&cause);
        return *fitting.at(static_cast<std::size_t>(turn) % fitting.size());
    }

    void shuffle(std::vector<std::size_t>& all) {
        for (std::size_t left = all.size(); left > 1; --left)
            std::swap(all[left - 1], all[random_.below(left)]);
    }

    void part_fates() {
        spread_assigned();
        shuffle(cleared_);
        for (std::size_t at = 0; at < cleared_.size(); ++at)
            clear(problems_[cleared_[at]], std::cmp_less(at, setting_.recent_cleared));
        shuffle(open_);
        int withdrawn = setting_.withdrawn, listed = setting_.listed, again = setting_.opened_again;
        for (auto const at : open_) {
            auto& one = problems_[at];
            if (withdrawn-- > 0)
                end_open(one, Fate::withdrawn);
            else if (listed-- > 0)
                end_open(one, Fate::listed);
            else if (again-- > 0)
                end_open(one, Fate::opened_again);
            else
                keep_open(one);
        }
    }

    // ---- days

    void date(Problem& one, Day registered) {
        auto const day = workday(registered, 0);
        one.registered_at = on(day, 8h + 35min, 15h + 30min);
        one.accepted_at = one.registered_at + Minutes{between(random_, 8, 45)};
        one.dispatched_at = one.accepted_at + Minutes{between(random_, 5, 50)};
        one.signed_at = on(workday(day, 1), 8h + 40min, 11h);
        if (happens(random_, 60))
            one.signed_at = one.dispatched_at + Minutes{between(random_, 20, 60)};
    }

    void end_after(Problem& one, int working_days) {
        auto const day = district_.zone().day_of(one.dispatched_at);
        one.ends_at = on(workday(day, working_days), 13h + 40min, 16h);
        one.ends_at = std::max(one.ends_at, one.signed_at + 2h);
        if (!happens(random_, setting_.rated_percent)) return;
        one.rating = weighted(random_, setting_.ratings);
        one.rated_at = one.ends_at + days{between(random_, 1, 6)} + 3h;
    }

    void clear(Problem& one, bool recent) {
        auto const limit_day = recent ? today_ : setting_.last;
        auto const limit = limit_of(one, limit_day);
        auto const taken = happens(random_, setting_.late_percent)
                               ? limit + between(random_, 1, 9)
                               : between(random_, 2, std::max(3, limit - 1));
        auto const latest = recent ? workday(today_, -taken - 2) : setting_.last;
        auto const first = recent ? today_ - days{7 * setting_.recent_weeks} : setting_.first;
        auto const span = static_cast<int>((latest - first).count());
        date(one, first + days{between(random_, 0, std::max(0, span))});
        end_after(one, taken);
        if (one.rating && one.rated_at >= now_) one.rating.reset();
    }

    // So many working days ago that it stands where chance has put it.
    void keep_open(Problem& one) {
        auto const limit = limit_of(one, today_);
        int ago = between(random_, 1, limit - 1);
        switch (weighted(random_, setting_.lateness)) {
            case 1:
                ago = limit + between(random_, 1, 3);
                break;
            case 2:
                ago = limit + between(random_, 4, 8);
                break;
            case 3:
                ago = limit + between(random_, 9, 24);
                break;
            default:
                break;
        }
        date(one, workday(today_, -ago));
        auto const share = between(random_, 0, 99);
        if (ago == 1 && share < 30) one.accepted_at = now_;  // nobody has looked at it yet
        bool const fresh = ago < limit && ago > 2;
        one.fate = fresh && share < 12 ? Fate::waiting : share < 20 ? Fate::answered : Fate::open;
        one.ends_at = on(workday(today_, -std::min(ago, between(random_, 0, 2))), 9h, 16h);
        one.ends_at = std::max(one.ends_at, one.signed_at + 1h);
    }

    void end_open(Problem& one, Fate fate) {
        one.fate = fate;
        date(one, workday(today_, -between(random_, 12, 22)));
        end_after(one, between(random_, 3, 8));
        one.rating.reset();
        if (fate == Fate::opened_again) {
            one.rating = rating_words.size() - 1;
            one.rated_at = one.ends_at + 26h;
        }
    }

    Setting const& all_;
    ProblemSetting const& setting_;
    District const& district_;
    matters::Book const& book_;
    std::vector<OrgId> const& streets_;
    Instant now_;
    Day today_;
    SeededRandom random_;
    std::map<std::string, int> known_;
    std::vector<std::size_t> cleared_, open_;
    std::vector<Problem> problems_;
};

}  // namespace

Day duties_from(ProblemSetting const& setting, Day today) {
    using std::chrono::January;
    auto const year = std::chrono::year_month_day{today}.year();
    return std::max(today - days{7 * setting.recent_weeks}, Day{year / January / 1});
}

Day mechanism_from(ProblemSetting const& setting, DutySetting const& duty, Day today) {
    return duties_from(setting, today) + std::chrono::weeks{duty.week} + until_approved;
}

std::vector<Problem> problems_of(Setting const& setting, District const& district,
                                 std::vector<OrgId> const& streets, Instant now,
                                 std::uint64_t seed) {
    return ProblemDrawing(setting, district, streets, now, seed).all();
}

}  // namespace banshi::demo
