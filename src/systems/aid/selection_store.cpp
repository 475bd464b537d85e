#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/selection_rows.h"

namespace banshi::aid::rows {

namespace {

constexpr Words score_columns{
    "campaign, family, street, weights, points, snapshot, hash, at, drawn, ruling"};
constexpr Words objection_columns{
    "objection, family, text, at, answered_at, upheld, answer, phone"};

template <Words Where>
constexpr auto select_scores =
    join<Words{"SELECT "}, score_columns, Words{" FROM aid_scores "}, Where>;
template <Words Where>
constexpr auto select_objections =
    join<Words{"SELECT "}, objection_columns, Words{" FROM aid_objections "}, Where>;

std::string lines(std::vector<std::string> const& words) {
    std::string out;
    for (auto const& word : words) out += word + "\n";
    return out;
}

}  // namespace

void insert(Call& call, Selection const& s) {
    call.tx.run(
        "INSERT INTO aid_selections (district, campaign, places, by_street, weights, planned_at, "
        "scored_at, draw, notice_from, notice_to, selected_at, planned_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), s.campaign, s.places, s.by_street, s.weights, s.planned_at,
        s.scored_at, s.draw, s.notice_from, s.notice_to, s.selected_at, call.actor.id());
    bind_row(call, Bound::selection, s.campaign);
}

void update(Call& call, Selection const& s) {
    call.tx.run(
        "UPDATE aid_selections SET scored_at = ?, draw = ?, notice_from = ?, notice_to = ?, "
        "selected_at = ?, proposed_at = ?, proposed_by = ?, proposed_name = ?, "
        "publicised_by = ?, publicised_name = ?, decided_by = ?, decided_name = ? "
        "WHERE district = ? AND campaign = ?",
        s.scored_at, s.draw, s.notice_from, s.notice_to, s.selected_at, s.proposed_at,
        s.proposed_by, s.proposed_name, s.publicised_by, s.publicised_name, s.decided_by,
        s.decided_name, call.district.name(), s.campaign);
    bind_row(call, Bound::selection, s.campaign);
}

std::optional<Selection> find_selection(Call& call, std::string const& campaign) {
    return call.tx.one<Selection>(
        "SELECT campaign, places, by_street, weights, planned_at, scored_at, draw, notice_from, "
        "notice_to, selected_at, proposed_at, proposed_by, proposed_name, publicised_by, "
        "publicised_name, decided_by, decided_name FROM aid_selections WHERE district = ? AND "
        "campaign = ?",
        call.district.name(), campaign);
}

void insert(Call& call, ScoreRow const& s) {
    call.tx.run(join<Words{"INSERT INTO aid_scores (district, "}, score_columns,
                     Words{", by_whom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), s.campaign, s.family, s.street, s.weights, s.points,
                s.snapshot, s.hash, s.at, s.drawn, s.ruling, call.actor.id());
    bind_row(call, Bound::score, s.family);
}

std::optional<ScoreRow> find_score(Call& call, std::string const& campaign,
                                   std::string const& family) {
    return call.tx.one<ScoreRow>(
        select_scores<"WHERE district = ? AND campaign = ? AND family = ?">, call.district.name(),
        campaign, family);
}

std::vector<ScoreRow> scores(Call& call, std::string const& campaign) {
    return call.tx.all<ScoreRow>(
        select_scores<"WHERE district = ? AND campaign = ? ORDER BY family">, call.district.name(),
        campaign);
}

void put_drawn(Call& call, std::string const& campaign, std::string const& family,
               std::int64_t place) {
    call.tx.run(
        "UPDATE aid_scores SET drawn = ? WHERE district = ? AND campaign = ? AND family = ?", place,
        call.district.name(), campaign, family);
    bind_row(call, Bound::score, family);
}

void put_ruling(Call& call, std::string const& campaign, std::string const& family,
                std::string const& ruling) {
    call.tx.run(
        "UPDATE aid_scores SET ruling = ? WHERE district = ? AND campaign = ? AND family = ?",
        ruling, call.district.name(), campaign, family);
    bind_row(call, Bound::score, family);
}

void empty_snapshot(Call& call, std::string const& campaign, std::string const& family) {
    call.tx.run(
        "UPDATE aid_scores SET snapshot = '' WHERE district = ? AND campaign = ? AND family = ?",
        call.district.name(), campaign, family);
    bind_row_anew(call, Bound::score, family);
}

void insert_decision(Call& call, std::string const& campaign, std::string const& family,
                     std::string const& what, std::string const& reason,
                     std::vector<std::string> const& voters) {
    call.tx.run(
        "INSERT INTO aid_decisions (district, campaign, serial, family, what, reason, voters, at, "
        "by_whom) SELECT ?, ?, COUNT(*) + 1, ?, ?, ?, ?, ?, ? FROM aid_decisions "
        "WHERE district = ? AND campaign = ?",
        call.district.name(), campaign, family, what, reason, lines(voters), call.now,
        call.actor.id(), call.district.name(), campaign);
    bind_row(call, Bound::selection, campaign);
}

void insert(Call& call, std::string const& campaign, Objection const& o) {
    call.tx.run(join<Words{"INSERT INTO aid_objections (district, campaign, "}, objection_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), campaign, o.objection, o.family, o.text, o.at, o.answered_at,
                o.upheld, o.answer, o.phone);
    bind_row(call, Bound::objection, o.objection);
}

void update(Call& call, Objection const& o) {
    call.tx.run(
        "UPDATE aid_objections SET answered_at = ?, upheld = ?, answer = ? "
        "WHERE district = ? AND objection = ?",
        o.answered_at, o.upheld, o.answer, call.district.name(), o.objection);
    bind_row(call, Bound::objection, o.objection);
}

int count_objections(Call& call) {
    return call.tx
        .one<int>("SELECT COUNT(*) FROM aid_objections WHERE district = ?", call.district.name())
        .value();
}

std::optional<Objection> find_objection(Call& call, std::string const& number) {
    return call.tx.one<Objection>(select_objections<"WHERE district = ? AND objection = ?">,
                                  call.district.name(), number);
}

std::vector<Objection> objections(Call& call, std::string const& campaign) {
    return call.tx.all<Objection>(
        select_objections<"WHERE district = ? AND campaign = ? ORDER BY at, objection">,
        call.district.name(), campaign);
}

std::vector<Objection> objections_to(Call& call, std::string const& family) {
    return call.tx.all<Objection>(
        select_objections<"WHERE district = ? AND family = ? ORDER BY at, objection">,
        call.district.name(), family);
}

}  // namespace banshi::aid::rows
