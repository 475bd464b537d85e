#include "store/store.h"
#include "systems/voices/support_rows.h"

namespace banshi::voices::rows {

bool insert(Call& call, Support const& s) {
    return call.tx.changed(
               "INSERT INTO voice_supports (district, voice, person, account, at) "
               "VALUES (?, ?, ?, ?, ?) ON CONFLICT (district, voice, person) DO NOTHING",
               call.district.name(), s.voice, s.person, s.account, s.at) == 1;
}

void drop(Call& call, Support const& s) {
    call.tx.run("DELETE FROM voice_supports WHERE district = ? AND voice = ? AND person = ?",
                call.district.name(), s.voice, s.person);
}

void forget_supporter(Call& call, std::string const& account) {
    call.tx.run("UPDATE voice_supports SET account = '' WHERE district = ? AND account = ?",
                call.district.name(), account);
}

std::optional<Support> support_of(Call& call, std::string const& voice,
                                  std::string const& account) {
    return call.tx.one<Support>(
        "SELECT voice, person, account, at FROM voice_supports "
        "WHERE district = ? AND account = ? AND voice = ?",
        call.district.name(), account, voice);
}

int count_supports(Call& call, std::string const& voice) {
    return static_cast<int>(
        call.tx
            .one<std::int64_t>(
                "SELECT COUNT(*) FROM voice_supports WHERE district = ? AND voice = ?",
                call.district.name(), voice)
            .value_or(0));
}

std::vector<Support> supports_by(Call& call, std::string const& account, int limit) {
    return call.tx.all<Support>(
        "SELECT voice, person, account, at FROM voice_supports "
        "WHERE district = ? AND account = ? ORDER BY at DESC, voice LIMIT ?",
        call.district.name(), account, limit);
}

std::vector<Support> supports_behind(Call& call, Support const& last, int limit) {
    return call.tx.all<Support>(
        "SELECT voice, person, account, at FROM voice_supports WHERE district = ? "
        "AND (voice > ? OR (voice = ? AND person > ?)) ORDER BY voice, person LIMIT ?",
        call.district.name(), last.voice, last.voice, last.person, limit);
}

}  // namespace banshi::voices::rows
