#pragma once
// Lists of registered problems: those of the office, and what everybody may see.

#include "engines/matters/lists.h"
#include "systems/supervision/case.h"

namespace banshi::supervision {

struct ListCases {
    std::optional<Day> from;  // registered on these days
    std::optional<Day> to;
    std::optional<matters::State> state;
    std::optional<std::string> type;  // open, closed, listed
    std::optional<std::string> kind;
    std::optional<std::string> grade;
    std::optional<std::string> category;
    std::optional<std::string> channel;
    std::optional<OrgId> street;
    std::optional<OrgId> unit;    // that has, or had, a part in it ...
    std::optional<bool> as_lead;  // ... or is its lead now
    std::optional<bool> counted;  // neither declined nor merged: what rates are counted from
    std::optional<bool> rated;    // by its reporter
    std::optional<bool> content;  // satisfied, or basically
    std::optional<bool> mine;     // that the asker handles
    std::optional<matters::Outcome> outcome;
    std::optional<int> level;  // at least
    std::optional<matters::Colour> colour;
    std::optional<bool> overdue;
    std::optional<bool> held;  // whose words wait for a moderator
    std::optional<std::string> words;
    std::optional<matters::Order> order;  // the nearest deadline first, unless said otherwise
    std::optional<std::string> after;
};
struct CaseRow {
    std::string number;
    std::string title;
    std::string latest;  // progress in words
    std::string street_name;
    std::string unit_name;
    std::string category_name;
    matters::State state;
    int round;
    int level;
    std::optional<matters::Outcome> outcome;
    std::optional<Day> last_day;
    std::optional<int> days_left;
    std::optional<matters::Colour> colour;
    bool stopped;
    std::optional<int> households;
    Instant registered_at;
    std::optional<std::int64_t> latitude;
    std::optional<std::int64_t> longitude;
    OrgId street;
};
struct CaseList {
    std::vector<CaseRow> cases;
    std::optional<std::string> next;
    Instant now;
};
Result<CaseList> list_cases(Call&, ListCases const&);

struct ListMatters {
    std::optional<std::string> type;
    std::optional<std::string> category;
    std::optional<OrgId> street;
    std::optional<std::string> words;
    std::optional<std::string> after;
};
// Of everybody; the newest first.
Result<CaseList> list_matters(Call&, ListMatters const&);

struct FindSimilar {
    std::string category;
    std::optional<OrgId> street;
    std::optional<std::int64_t> latitude;
    std::optional<std::int64_t> longitude;
    std::optional<std::string> text;  // as it is being typed
};
struct SimilarRow {  // 疑似重复
    std::string number;
    std::string title;
    std::string place;
    matters::State state;
    Instant registered_at;
    std::optional<int> metres;  // from where the asker stands
    int reporters;
    int certain;  // of those
};
struct SimilarList {
    std::vector<SimilarRow> matters;
};
// Before a second number is made: open ones of this sort within 100 m, the nearest first, then
// those with most of the words, then the latest of the street. What the asker may not see is not
// among them.
Result<SimilarList> find_similar_matters(Call&, FindSimilar const&);

}  // namespace banshi::supervision
