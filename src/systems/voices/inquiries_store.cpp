#include "store/store.h"
#include "systems/voices/inquiry_rows.h"

namespace banshi::voices::rows {

namespace {

constexpr Words inquiry_columns{"id, kind, topic, title, place, day, members, at, account"};
constexpr Words visit_columns{"inquiry, serial, day, place, words, at, account"};
constexpr Words handing_columns{"voice, matter, at, solved_at"};

}  // namespace

void insert(Call& call, Inquiry const& i) {
    call.tx.run(join<Words{"INSERT INTO voice_inquiries (district, "}, inquiry_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), i.id, i.kind, i.topic, i.title, i.place, i.day, i.members,
                i.at, i.account);
}

std::optional<Inquiry> find_inquiry(Call& call, std::string const& id) {
    return call.tx.one<Inquiry>(join<Words{"SELECT "}, inquiry_columns,
                                     Words{" FROM voice_inquiries WHERE district = ? AND id = ?"}>,
                                call.district.name(), id);
}

std::vector<Inquiry> latest_inquiries(Call& call, int limit) {
    return call.tx.all<Inquiry>(join<Words{"SELECT "}, inquiry_columns,
                                     Words{" FROM voice_inquiries WHERE district = ? "
                                           "ORDER BY day DESC, id DESC LIMIT ?"}>,
                                call.district.name(), limit);
}

void insert(Call& call, Finding const& f) {
    call.tx.run(
        "INSERT INTO voice_findings (district, inquiry, serial, voice, at) VALUES (?, ?, ?, ?, ?)",
        call.district.name(), f.inquiry, f.serial, f.voice, f.at);
}

std::vector<Finding> findings_of(Call& call, std::string const& inquiry) {
    return call.tx.all<Finding>(
        "SELECT inquiry, serial, voice, at FROM voice_findings WHERE district = ? AND inquiry = ? "
        "ORDER BY serial",
        call.district.name(), inquiry);
}

void insert(Call& call, Visit const& v) {
    call.tx.run(join<Words{"INSERT INTO voice_inquiry_visits (district, "}, visit_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), v.inquiry, v.serial, v.day, v.place, v.words, v.at,
                v.account);
}

std::vector<Visit> visits_of(Call& call, std::string const& inquiry) {
    return call.tx.all<Visit>(join<Words{"SELECT "}, visit_columns,
                                   Words{" FROM voice_inquiry_visits WHERE district = ? "
                                         "AND inquiry = ? ORDER BY serial"}>,
                              call.district.name(), inquiry);
}

void insert(Call& call, Handing const& h) {
    call.tx.run(join<Words{"INSERT INTO voice_handings (district, "}, handing_columns,
                     Words{") VALUES (?, ?, ?, ?, ?)"}>,
                call.district.name(), h.voice, h.matter, h.at, h.solved_at);
}

void update(Call& call, Handing const& h) {
    call.tx.run("UPDATE voice_handings SET solved_at = ? WHERE district = ? AND voice = ?",
                h.solved_at, call.district.name(), h.voice);
}

std::optional<Handing> handing_of(Call& call, std::string const& voice) {
    return call.tx.one<Handing>(
        join<Words{"SELECT "}, handing_columns,
             Words{" FROM voice_handings WHERE district = ? AND voice = ?"}>,
        call.district.name(), voice);
}

std::vector<Handing> open_handings(Call& call, int limit) {
    return call.tx.all<Handing>(
        join<Words{"SELECT "}, handing_columns,
             Words{" FROM voice_handings WHERE district = ? AND solved_at IS NULL "
                   "ORDER BY voice LIMIT ?"}>,
        call.district.name(), limit);
}

}  // namespace banshi::voices::rows
