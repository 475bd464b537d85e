#include "store/store.h"
#include "systems/voices/reader_rows.h"

namespace banshi::voices::rows {

namespace {

constexpr Words reading_columns{
    "voice, serial, member, name, words, asked_at, asked_by, opinion, given_at, released_at"};

}  // namespace

void insert(Call& call, Reading const& r) {
    call.tx.run(join<Words{"INSERT INTO voice_readers (district, "}, reading_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), r.voice, r.serial, r.member, r.name, r.words, r.asked_at,
                r.asked_by, r.opinion, r.given_at, r.released_at);
}

void update(Call& call, Reading const& r) {
    call.tx.run(
        "UPDATE voice_readers SET opinion = ?, given_at = ?, released_at = ? "
        "WHERE district = ? AND voice = ? AND serial = ?",
        r.opinion, r.given_at, r.released_at, call.district.name(), r.voice, r.serial);
}

std::vector<Reading> readings_of(Call& call, std::string const& voice) {
    return call.tx.all<Reading>(
        join<Words{"SELECT "}, reading_columns,
             Words{" FROM voice_readers WHERE district = ? AND voice = ? ORDER BY serial"}>,
        call.district.name(), voice);
}

std::vector<std::string> voices_of_reader(Call& call, std::string const& member, int limit) {
    return call.tx.all<std::string>(
        "SELECT voice FROM voice_readers WHERE district = ? AND member = ? "
        "AND released_at IS NULL ORDER BY asked_at DESC, voice LIMIT ?",
        call.district.name(), member, limit);
}

}  // namespace banshi::voices::rows
