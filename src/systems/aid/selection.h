#pragma once
// The selection 遴选: planned before anybody is scored, scored on a frozen snapshot, cut by quota,
// ties by a public draw, shown for days by number, objections answered one by one, and only then
// decided. Who proposes the list is never who approves it. A hand changes the outcome by a decision
// with reason and voters alone, points never.

#include "engines/draws/late.h"
#include "systems/aid/choice.h"
#include "systems/aid/families.h"

namespace banshi::aid {

struct Selection {
    std::string campaign;
    std::int64_t places;
    bool by_street;
    std::string weights;  // version of the table of points
    Instant planned_at;
    std::optional<Instant> scored_at = {};
    std::string draw = {};  // of ties; empty: none, or its result is taken in
    std::optional<Day> notice_from = {}, notice_to = {};  // 公示, both days included
    std::optional<Instant> selected_at = {};
    std::optional<Instant> proposed_at = {};  // the list that stands now
    std::string proposed_by = {}, proposed_name = {};
    std::string publicised_by = {}, publicised_name = {};
    std::string decided_by = {}, decided_name = {};
};

struct PlanSelection {
    std::string campaign;
    bool by_street;
    std::optional<int> places;  // the campaign's families, when absent
};
struct OfCampaign {
    std::string campaign;
};
struct StreetCut {  // 分街道名额与分数线
    std::string street, street_name;
    int candidates, places, in, points;
};
struct TieView {  // 并列
    std::string street_name;
    int places;
    std::vector<std::string> families;
};
struct SelectionView {
    std::string campaign;
    std::int64_t places;
    bool by_street;
    std::string weights;
    Instant planned_at;
    std::optional<Instant> scored_at;
    std::optional<std::string> draw;
    std::optional<Day> notice_from, notice_to;
    std::optional<Instant> selected_at;
    std::int64_t scored, left_out;  // not scored yet, as relatives of who scored
    std::vector<StreetCut> cuts;
    std::vector<TieView> ties;
    std::int64_t open_objections;
    std::vector<StateCount> counts;
    std::optional<Instant> proposed_at;
    std::string proposed_by, publicised_by, decided_by;  // by name
    bool own_proposal;                                   // of who asks
};
// Refuses selection.planned, selection.scored, weights.none.
Result<SelectionView> plan_selection(Call&, PlanSelection const&);
Result<SelectionView> see_selection_desk(Call&, OfCampaign const&);
// All who are checked, but the relatives of whoever scores: somebody else scores those.
Result<SelectionView> score_families(Call&, OfCampaign const&);
// 提出名单. Refuses selection.tie with {families} for {places}, selection.unscored, and
// selection.relative with the fact family where one's own relative is on it.
Result<SelectionView> shortlist_families(Call&, OfCampaign const&);

struct AnnounceTieDraw {
    std::string campaign;
    Instant closes_at, reveals_until;
    draws::LateSource late_source;
    std::string late_reference;
    Instant late_at;
};
struct TieDrawCode {
    std::string party, code;
};
struct TieDraw {
    std::string draw;
    std::vector<TieDrawCode> codes;
};
Result<TieDraw> announce_tie_draw(Call&, AnnounceTieDraw const&);

// 公示 for the days of the settings, from tomorrow on, by another person than who proposed the
// list. Refuses selection.same_person, selection.relative.
Result<SelectionView> publicise_families(Call&, OfCampaign const&);

struct SelectFamilies {  // 确定: by those who voted
    std::string campaign;
    std::vector<std::string> voters;
};
// Refuses selection.notice_runs, objection.open, selection.same_person, selection.relative.
Result<SelectionView> select_families(Call&, SelectFamilies const&);

enum class Ruling {
    in,   // 增列
    out,  // 剔除
};
BOOST_DESCRIBE_ENUM(Ruling, in, out)
struct RuleFamily {  // 集体决定
    std::string family;
    Ruling ruling;
    std::string reason;
    std::vector<std::string> voters;
};
Result<SelectionView> rule_family(Call&, RuleFamily const&);

struct FileObjection {  // 提出异议
    std::string family, text;
    std::optional<std::string> phone;
};
struct ObjectionFiled {
    std::string objection;
    Day answer_by;
};
// During the notice. Refuses objection.no_notice, objection.text_missing.
Result<ObjectionFiled> file_objection(Call&, FileObjection const&);
struct AnswerObjection {
    std::string objection;
    bool upheld;
    std::string answer;
    std::vector<std::string> voters;
};
struct Objection {
    std::string objection, family, text;
    Instant at;
    std::optional<Instant> answered_at;
    std::optional<bool> upheld;
    std::string answer;
    std::string phone = {};  // sealed
};
struct ObjectionView {
    std::string objection, family, text;
    Instant at;
    std::optional<Instant> answered_at;
    std::optional<bool> upheld;
    std::string answer;
};
struct ObjectionList {
    std::vector<ObjectionView> objections;
};
Result<ObjectionList> list_objections(Call&, OfCampaign const&);
Result<ObjectionView> answer_objection(Call&, AnswerObjection const&);

// What everybody sees: numbers, streets and categories, never a person.
struct SeeSelection {
    std::optional<std::string> campaign;
};
struct NoticeRow {
    std::string family, street_name;
    Category category;
    FamilyState state;
};
struct Notice {  // 公示
    std::string campaign, name, weights, basis;
    std::vector<PointsRow> table;  // of these weights
    std::int64_t places, scored;
    std::vector<StreetCut> cuts;
    std::optional<std::string> draw;
    std::optional<Day> notice_from, notice_to;
    bool objections_open;
    std::vector<NoticeRow> families;
    std::vector<ObjectionView> objections;  // answered ones, without who asked
};
Result<Notice> see_selection(Call&, SeeSelection const&);

// 本户页面: by number and the last four of the ID card.
struct OpenFamily {
    std::string family, id_last4;
};
struct OwnFamily {
    std::string family, street_name;
    Category category;
    FamilyState state;
    std::optional<FactsView> facts;
    std::vector<LinePoints> lines;
    std::optional<int> points, cut, rank;  // rank within the street where it has a quota
    std::optional<std::string> weights, draw;
    std::optional<Day> notice_to;
    bool objections_open;
    std::vector<ObjectionView> objections;
    std::vector<std::string> donors;  // who do not wish to stay anonymous
    int anonymous_donors;
};
// Refuses family.code_wrong, family.locked after some wrong tries.
Result<OwnFamily> see_own_family(Call&, OpenFamily const&);

// For the other files of this system: refuses family.code_wrong, family.locked.
Result<Family> open_family(Call&, OpenFamily const&);

}  // namespace banshi::aid
