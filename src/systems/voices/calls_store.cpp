#include "store/store.h"
#include "systems/voices/call_rows.h"
#include "systems/voices/rows.h"

namespace banshi::voices::rows {

namespace {

constexpr Words columns{"id, topic, title, text, from_day, to_day, at, account"};

}  // namespace

void insert(Call& call, OpinionCall const& c) {
    call.tx.run(join<Words{"INSERT INTO voice_calls (district, "}, columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), c.id, c.topic, c.title, c.text, c.from, c.to, c.at,
                c.account);
}

void update(Call& call, OpinionCall const& c) {
    call.tx.run("UPDATE voice_calls SET to_day = ? WHERE district = ? AND id = ?", c.to,
                call.district.name(), c.id);
}

std::optional<OpinionCall> find_call(Call& call, std::string const& id) {
    return call.tx.one<OpinionCall>(
        join<Words{"SELECT "}, columns, Words{" FROM voice_calls WHERE district = ? AND id = ?"}>,
        call.district.name(), id);
}

std::vector<OpinionCall> latest_calls(Call& call, int limit) {
    return call.tx.all<OpinionCall>(join<Words{"SELECT "}, columns,
                                         Words{" FROM voice_calls WHERE district = ? "
                                               "ORDER BY to_day DESC, id DESC LIMIT ?"}>,
                                    call.district.name(), limit);
}

void add_to_call(Call& call, std::string const& call_id, std::string const& voice) {
    call.tx.run("INSERT INTO voice_call_items (district, call_id, voice) VALUES (?, ?, ?)",
                call.district.name(), call_id, voice);
}

std::vector<Voice> voices_of_call(Call& call, std::string const& call_id, int limit) {
    auto const ids = call.tx.all<std::string>(
        "SELECT i.voice FROM voice_call_items i JOIN voices v ON v.district = i.district "
        "AND v.id = i.voice WHERE i.district = ? AND i.call_id = ? "
        "AND v.submitted_at IS NOT NULL ORDER BY v.submitted_at DESC LIMIT ?",
        call.district.name(), call_id, limit);
    std::vector<Voice> voices;
    for (auto const& id : ids)
        if (auto voice = find_voice(call, id)) voices.push_back(std::move(*voice));
    return voices;
}

CallCount count_call(Call& call, std::string const& call_id) {
    return call.tx
        .one<CallCount>(
            "SELECT COUNT(*), COUNT(v.answered_at), COUNT(v.solved_at) FROM voice_call_items i "
            "JOIN voices v ON v.district = i.district AND v.id = i.voice "
            "WHERE i.district = ? AND i.call_id = ? AND v.submitted_at IS NOT NULL",
            call.district.name(), call_id)
        .value();
}

}  // namespace banshi::voices::rows
