#include "store/store.h"
#include "systems/voices/following_rows.h"

namespace banshi::voices::rows {

namespace {

constexpr Words measure_columns{
    "voice, serial, round, what, unit, by_day, clock, dropped_at, done_at, proof"};
constexpr Words review_columns{"voice, serial, at, account, solved, words, next_on"};
constexpr Words correction_columns{"matter, answer, serial, at, account, text, text_before, note"};

}  // namespace

void insert(Call& call, Measure const& m) {
    call.tx.run(join<Words{"INSERT INTO voice_measures (district, "}, measure_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), m.voice, m.serial, m.round, m.what, m.unit, m.by_day, m.clock,
                m.dropped_at, m.done_at, m.proof);
}

void update(Call& call, Measure const& m) {
    call.tx.run(
        "UPDATE voice_measures SET clock = ?, dropped_at = ?, done_at = ?, proof = ? "
        "WHERE district = ? AND voice = ? AND serial = ?",
        m.clock, m.dropped_at, m.done_at, m.proof, call.district.name(), m.voice, m.serial);
}

std::vector<Measure> measures_of(Call& call, std::string const& voice) {
    return call.tx.all<Measure>(
        join<Words{"SELECT "}, measure_columns,
             Words{" FROM voice_measures WHERE district = ? AND voice = ? ORDER BY serial"}>,
        call.district.name(), voice);
}

void insert(Call& call, Review const& r) {
    call.tx.run(join<Words{"INSERT INTO voice_reviews (district, "}, review_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), r.voice, r.serial, r.at, r.account, r.solved, r.words,
                r.next_on);
}

std::vector<Review> reviews_of(Call& call, std::string const& voice) {
    return call.tx.all<Review>(
        join<Words{"SELECT "}, review_columns,
             Words{" FROM voice_reviews WHERE district = ? AND voice = ? ORDER BY serial"}>,
        call.district.name(), voice);
}

void insert(Call& call, Correction const& c) {
    call.tx.run(join<Words{"INSERT INTO voice_corrections (district, "}, correction_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), c.matter, c.answer, c.serial, c.at, c.account, c.text,
                c.text_before, c.note);
}

std::vector<Correction> corrections_of(Call& call, MatterId const& matter) {
    return call.tx.all<Correction>(
        join<Words{"SELECT "}, correction_columns,
             Words{" FROM voice_corrections WHERE district = ? AND matter = ? "
                   "ORDER BY answer, serial"}>,
        call.district.name(), matter);
}

}  // namespace banshi::voices::rows
