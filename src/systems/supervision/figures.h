#pragma once
// How many problems of this year stand where 今年的号, by street too, for everybody; what the
// office chooses from; what somebody registered; and the newest changes as a feed.

#include "systems/supervision/lists.h"

namespace banshi::supervision {

struct SeeFigures {};
struct StreetFigures {
    OrgId street;
    std::string name;
    std::int64_t open;                 // whenever they were registered
    std::vector<std::int64_t> levels;  // of those, how many stand at level 1, 2, 3
};
struct Figures {
    int year;
    std::int64_t registered;  // in this year, and of those:
    std::int64_t open;
    std::int64_t overdue;
    std::int64_t cleared;
    std::int64_t listed;
    std::int64_t declined;
    std::int64_t merged;
    std::int64_t withdrawn;
    std::vector<std::int64_t> levels;  // of the open ones, at level 1, 2, 3
    std::vector<StreetFigures> streets;
    Instant now;
};
Result<Figures> see_figures(Call&, SeeFigures const&);

struct CaseChoices {};
struct Choice {
    std::string id;
    std::string name;
};
struct QuantityChoice {
    std::string id;
    std::string name;
    std::string unit;
};
struct CaseChosen {
    std::vector<Choice> units;  // offices, then streets
    std::vector<Choice> streets;
    std::vector<Choice> categories;
    std::vector<Choice> kinds;
    std::vector<std::string> grades;
    std::vector<Choice> declines;  // reasons
    std::vector<QuantityChoice> quantities;
    int review_months;  // 挂账 for so long at most
};
Result<CaseChosen> case_choices(Call&, CaseChoices const&);

// 我登记的: of who has logged in by a code to the phone. Refuses session.missing.
struct ListMyMatters {};
Result<CaseList> list_my_matters(Call&, ListMyMatters const&);

// 我关注的. Refuses session.missing.
struct ListFollowed {};
Result<CaseList> list_followed(Call&, ListFollowed const&);

// The public problems that changed last, as Atom (RFC 4287); `street` alone if it is given.
struct ProblemsFeed {
    std::optional<OrgId> street;
};
Result<File> problems_feed(Call&, ProblemsFeed const&);

// What everybody may see of them in a list.
std::vector<CaseRow> public_rows(Call&, std::vector<matters::Matter> const&);

}  // namespace banshi::supervision
