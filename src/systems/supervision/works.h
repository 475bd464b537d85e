#pragma once
// Public works of the year 办实事: people choose 群众定, people see 群众知, people judge 群众评;
// the congress decides, the press hears, the government reports, the congress evaluates
// (人大审议确定 → 新闻发布会公示 → 政府述职 → 人大评议监督).

#include "systems/supervision/supervision.h"

namespace banshi::supervision {

inline Right const run_works{"supervision.run_works"};

enum class Phase { collect, screen, vote, congress, announce, build, report, judge, closed };
BOOST_DESCRIBE_ENUM(Phase, collect, screen, vote, congress, announce, build, report, judge, closed)

enum class WorkState {
    proposed,       // 征集
    rejected,       // 未入选
    joined,         // 合并
    shortlisted,    // 候选
    ranked,         // 已排序
    confirmed,      // 已定
    not_confirmed,  // 未通过
    announced,      // 已公示
    under_way,      // 实施
    finished,       // 完工
    reported,       // 已述职
    passed,         // 评议通过
};
BOOST_DESCRIBE_ENUM(WorkState, proposed, rejected, joined, shortlisted, ranked, confirmed,
                    not_confirmed, announced, under_way, finished, reported, passed)

struct PhaseFrom {
    Phase phase;
    Day from;
};
struct SetProgramme {
    int year;
    std::vector<PhaseFrom> phases;  // all nine, in order
    int choices;                    // items on a ballot
    int ballots_least;              // fewer make the vote void
    int deputies;                   // of the congress, all of them
};
struct ProgrammeView {
    int year;
    std::vector<PhaseFrom> phases;
    Phase phase;  // today's
    int choices;
    int ballots_least;
    int deputies;
    std::optional<int> ballots;  // told after the close alone
    std::string result;
};
// Refuses works.phases (not all nine, not in order), works.year, works.choices,
// works.ballots_least, works.deputies, works.under_way (the vote has begun).
Result<ProgrammeView> set_programme(Call&, SetProgramme const&);

struct ProposeWork {
    int year;
    std::string title;
    std::string text;
    std::optional<std::string> place;
    std::optional<OrgId> street;
    std::optional<std::string> phone;  // hears what became of it
};
struct WorkNumber {
    std::string item;
    int serial;
};
Result<WorkNumber> propose_work(Call&, ProposeWork const&);

struct Milestone {
    int serial;
    std::string title;
    Day planned;
    std::optional<Instant> done_at;
    bool late;
    std::string words;
};
struct WorkDeed {
    Instant at;
    std::string deed;
    WorkState to;
    std::string why;
};
struct WorkView {
    std::string item;
    int year;
    int serial;
    std::string title;
    std::string text;
    std::string place;
    std::string street;
    WorkState state;
    std::string public_why;
    std::optional<std::string> joined_into;
    std::optional<std::int64_t> votes;  // after the close alone
    int yes;
    int no;
    int abstained;
    std::int64_t budget;  // fen
    std::int64_t spent;
    std::string unit;
    std::string leader;
    std::optional<std::string> number;  // of the matter that its milestones hang on
    std::vector<Milestone> milestones;
    int rated;
    std::optional<int> satisfied_percent;
    std::string report;
    std::vector<WorkDeed> history;
    int version;
};
struct WorksView {
    ProgrammeView programme;
    std::vector<WorkView> items;
    Instant now;
};
struct OfYear {
    int year;
};
Result<WorksView> see_works(Call&, OfYear const&);
struct OfWork {
    std::string item;
};
Result<WorkView> see_work(Call&, OfWork const&);

// ---- choosing

struct ScreenWork {
    std::string item;
    bool shortlist;
    std::string why;                  // public, where it is not taken up
    std::optional<std::string> into;  // joined with a similar one
};
Result<WorkView> screen_work(Call&, ScreenWork const&);

struct CastBallot {
    int year;
    std::string id_number;
    std::string name;
    std::vector<std::string> items;
};
struct BallotCast {
    int items;
    bool replaced;
};
// One ballot a person, changeable until the close. Refuses works.not_in_vote, ballot.too_many,
// ballot.unknown_item, ballot.empty.
Result<BallotCast> cast_ballot(Call&, CastBallot const&);

// After the close: ranks by votes, then the earlier proposal; too few ballots extend the vote once.
Result<WorksView> count_votes(Call&, OfYear const&);

struct ExtendVote {  // once, where the vote was void
    int year;
    Day until;  // the congress begins then
};
Result<ProgrammeView> extend_vote(Call&, ExtendVote const&);

// ---- deciding and building

struct ConfirmWork {  // 人大审议确定
    std::string item;
    int yes;
    int no;
    int abstained;
    std::int64_t budget;  // fen
    OrgId unit;
    std::string leader;
};
// More than half of all deputies. Refuses works.count.
Result<WorkView> confirm_work(Call&, ConfirmWork const&);

struct PlannedMilestone {
    std::string title;
    Day planned;
};
struct AnnounceWorks {  // 新闻发布会: all confirmed ones in one moment
    int year;
};
Result<WorksView> announce_works(Call&, AnnounceWorks const&);

struct StartWork {
    std::string item;
    std::vector<PlannedMilestone> milestones;
};
// Its milestones become clocks of a registered matter, and climb the ladder when late.
Result<WorkView> start_work(Call&, StartWork const&);

struct ReachMilestone {
    std::string item;
    int serial;
    std::string words;
    std::int64_t spent;  // fen, altogether so far
};
// Refuses works.over_budget, milestone.done, milestone.not_found.
Result<WorkView> reach_milestone(Call&, ReachMilestone const&);

struct AmendWork {  // 变更: by the congress
    std::string item;
    std::int64_t budget;
    std::string why;
};
Result<WorkView> amend_work(Call&, AmendWork const&);

struct FinishWork {
    std::string item;
};
Result<WorkView> finish_work(Call&, FinishWork const&);

struct ReportWork {  // 政府述职
    std::string item;
    std::string report;
};
Result<WorkView> report_work(Call&, ReportWork const&);

// ---- judging

enum class WorkGrade { very_good, good, fair, poor, very_poor };  // 非常满意 .. 非常不满意
BOOST_DESCRIBE_ENUM(WorkGrade, very_good, good, fair, poor, very_poor)
struct RateWork {
    std::string item;
    std::string id_number;
    std::string name;
    WorkGrade grade;
};
struct WorkRated {
    bool replaced;
};
Result<WorkRated> rate_work(Call&, RateWork const&);

struct JudgeWork {  // 人大评议: passes with 80 % of at least 30 ratings, and the congress's word
    std::string item;
    bool congress_passed;
    std::optional<std::vector<PlannedMilestone>> milestones;  // where it goes back
    std::string why;
};
Result<WorkView> judge_work(Call&, JudgeWork const&);

}  // namespace banshi::supervision
