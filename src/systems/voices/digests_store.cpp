#include "store/store.h"
#include "systems/voices/digest_rows.h"

namespace banshi::voices::rows {

namespace {

constexpr Words digest_columns{"id, year, number, title, words, at, account"};
constexpr Words instruction_columns{
    "digest, serial, voice, leader, text, unit, last_day, clock, at, account, answered_at, "
    "answered_by, answer"};

}  // namespace

int next_number(Call& call, int year) {
    return 1 + call.tx
                   .one<int>(
                       "SELECT COALESCE(MAX(number), 0) FROM voice_digests "
                       "WHERE district = ? AND year = ?",
                       call.district.name(), year)
                   .value_or(0);
}

void insert(Call& call, Digest const& d) {
    call.tx.run(join<Words{"INSERT INTO voice_digests (district, "}, digest_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), d.id, d.year, d.number, d.title, d.words, d.at, d.account);
}

std::optional<Digest> find_digest(Call& call, std::string const& id) {
    return call.tx.one<Digest>(join<Words{"SELECT "}, digest_columns,
                                    Words{" FROM voice_digests WHERE district = ? AND id = ?"}>,
                               call.district.name(), id);
}

std::vector<Digest> latest_digests(Call& call, int limit) {
    return call.tx.all<Digest>(join<Words{"SELECT "}, digest_columns,
                                    Words{" FROM voice_digests WHERE district = ? "
                                          "ORDER BY year DESC, number DESC LIMIT ?"}>,
                               call.district.name(), limit);
}

void add_item(Call& call, std::string const& digest, int serial, std::string const& voice) {
    call.tx.run(
        "INSERT INTO voice_digest_items (district, digest, serial, voice) VALUES (?, ?, ?, ?)",
        call.district.name(), digest, serial, voice);
}

std::vector<std::string> items_of(Call& call, std::string const& digest) {
    return call.tx.all<std::string>(
        "SELECT voice FROM voice_digest_items WHERE district = ? AND digest = ? ORDER BY serial",
        call.district.name(), digest);
}

void insert(Call& call, Instruction const& i) {
    call.tx.run(join<Words{"INSERT INTO voice_instructions (district, "}, instruction_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), i.digest, i.serial, i.voice, i.leader, i.text, i.unit,
                i.last_day, i.clock, i.at, i.account, i.answered_at, i.answered_by, i.answer);
}

void update(Call& call, Instruction const& i) {
    call.tx.run(
        "UPDATE voice_instructions SET answered_at = ?, answered_by = ?, answer = ? "
        "WHERE district = ? AND digest = ? AND serial = ?",
        i.answered_at, i.answered_by, i.answer, call.district.name(), i.digest, i.serial);
}

std::vector<Instruction> instructions_of(Call& call, std::string const& digest) {
    return call.tx.all<Instruction>(join<Words{"SELECT "}, instruction_columns,
                                         Words{" FROM voice_instructions WHERE district = ? "
                                               "AND digest = ? ORDER BY serial"}>,
                                    call.district.name(), digest);
}

std::vector<Instruction> instructions_on(Call& call, std::string const& voice) {
    return call.tx.all<Instruction>(join<Words{"SELECT "}, instruction_columns,
                                         Words{" FROM voice_instructions WHERE district = ? "
                                               "AND voice = ? ORDER BY at, serial"}>,
                                    call.district.name(), voice);
}

}  // namespace banshi::voices::rows
