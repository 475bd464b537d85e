#pragma once
// What problems a district has had: who registers what and when, which unit works on it for how
// long, and how far each one is today. Drawn from chance before anything is done; the ladder and
// every figure are the use cases' business.

#include "cli/demo/people.h"
#include "cli/demo/problem_setting.h"

namespace banshi::demo {

enum class Fate {
    cleared,       // 销号
    open,          // 在办
    waiting,       // 暂停
    answered,      // 待审
    withdrawn,     // 撤回
    listed,        // 挂账
    opened_again,  // 重办
};

struct Problem {
    std::string kind;
    std::string channel;
    std::string category;
    OrgId unit;
    OrgId street;
    std::string place;
    std::string title;
    std::string text;
    std::string answer;
    std::optional<int> households;
    std::optional<Day> since;
    std::vector<matters::Quantity> quantities;
    std::string reporter;
    Fate fate = Fate::cleared;
    Instant registered_at;
    Instant accepted_at;
    Instant dispatched_at;
    Instant signed_at;
    Instant ends_at;                    // by the unit: answered, paused, listed, taken back
    std::optional<std::size_t> rating;  // index into rating_words
    Instant rated_at;
};

inline constexpr std::array<char const*, 3> rating_words{"satisfied", "basically", "dissatisfied"};

// From when on the “2+N” of this year run: the latest weeks that lie in it.
Day duties_from(ProblemSetting const&, Day today);
// A mechanism is tried for so long before it is approved, and then it stands.
inline constexpr std::chrono::weeks until_approved{8};
Day mechanism_from(ProblemSetting const&, DutySetting const&, Day today);

// In no particular order; the same for the same seed. All of it lies before `now`.
std::vector<Problem> problems_of(Setting const&, District const&, std::vector<OrgId> const& streets,
                                 Instant now, std::uint64_t seed);

}  // namespace banshi::demo
