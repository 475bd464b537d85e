#pragma once
// 个人信息保存期限: names, telephones, what was answered to further questions and the photos that
// nobody published go some months after the end of a matter, by kind. What is due can be looked at
// first; numbers, deeds and the leaves of the record stay.

#include "systems/supervision/supervision.h"

namespace banshi::supervision {

inline Right const retain_data{"supervision.retain"};

// After the end of a matter of this kind.
int months_kept(RetentionSettings const&, std::string const& kind);

struct RetentionLine {
    std::string kind;
    int months;
    Day before;  // ended before this day
    int due;     // how many, at most those that one run takes
    std::vector<std::string> numbers;
};
struct RetentionView {
    std::vector<RetentionLine> kinds;
    std::string basis;
    bool daily;  // it runs each night by itself
    int due;
};
struct SeeRetention {};
// Changes nothing: the dry run. Refuses retention.none where the district sets no term.
Result<RetentionView> see_retention(Call&, SeeRetention const&);

struct RunRetention {
    std::string why;
};
struct RetentionRun {
    std::vector<std::string> numbers;  // whose data are gone
    bool more;                         // run it again
};
Result<RetentionRun> run_retention(Call&, RunRetention const&);
// Each night, where the district wants it.
struct KeepTerms {};
Result<RetentionRun> keep_terms(Call&, KeepTerms const&);

}  // namespace banshi::supervision
