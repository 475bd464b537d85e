#include "engines/draws/draws.h"

#include <algorithm>
#include <set>

#include "base/letters.h"
#include "engines/draws/entries.h"
#include "engines/draws/rows.h"
#include "engines/draws/steps.h"
#include "engines/people/keys.h"
#include "engines/record/record.h"

namespace banshi::draws {

// By its place: what stood there may be somebody's name.
struct EntryRemoved {  // 名单更正
    static constexpr auto kind = "draw.entry_removed";
    record::Mark d;
    std::int64_t n;
};
BOOST_DESCRIBE_STRUCT(EntryRemoved, (), (d, n))

namespace {

constexpr std::size_t code_bytes = 15;
constexpr std::int64_t most_places = 100'000;

bool plain_word(std::string_view word, std::size_t most) {
    auto const plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !word.empty() && word.size() <= most && word.front() >= 'a' && word.front() <= 'z' &&
           std::ranges::all_of(word, plain);
}

// The name goes into the public record, which takes nothing that could be a number of a person.
bool is_long_number(std::string_view word) {
    std::size_t figures = 0;
    for (auto const c : word) {
        figures = c >= '0' && c <= '9' ? figures + 1 : 0;
        if (figures > 6) return true;
    }
    return false;
}

Result<void> check_times(Call& call, Announcement const& a) {
    if (a.closes_at <= call.now) return Refusal{Why::invalid, "draw.times", "", "closes_at"};
    if (a.reveals_until <= a.closes_at)
        return Refusal{Why::invalid, "draw.times", "", "reveals_until"};
    if (a.late_at <= a.reveals_until) return Refusal{Why::invalid, "draw.times", "", "late_at"};
    auto const made = moment_of(a.late_source, a.late_reference);
    if (made && *made != a.late_at) return Refusal{Why::invalid, "late.moment", "", "late_at"};
    return {};
}

std::vector<std::string> parties_or_usual(std::vector<std::string> const& parties) {
    return parties.empty() ? std::vector<std::string>{"organiser", "notary", "citizen"} : parties;
}

Result<void> check_announcement(Call& call, Announcement const& a) {
    if (!plain_word(a.draw, 60) || is_long_number(a.draw))
        return Refusal{Why::invalid, "draw.name", a.draw, "draw"};
    if (a.title.empty()) return Refusal{Why::invalid, "draw.title", "", "title"};
    if (a.places < 1 || a.places > most_places)
        return Refusal{Why::invalid, "draw.places", "", "places"};
    TRY(check_reference(a.late_source, a.late_reference));
    auto const parties = parties_or_usual(a.parties);
    std::set<std::string> const once(parties.begin(), parties.end());
    bool const sound = once.size() == parties.size() && once.size() <= 20 &&
                       std::ranges::all_of(parties, [](auto const& party) {
                           return plain_word(party, 30) && !is_long_number(party);
                       });
    if (!sound) return Refusal{Why::invalid, "draw.parties", "", "parties"};
    return check_times(call, a);
}

void record_announcement(Call& call, Draw const& draw, std::vector<std::string> const& parties) {
    std::vector<record::Mark> marks;
    for (auto const& party : parties) marks.emplace_back(party);
    record::append(call, record::DrawAnnounced{draw.draw, std::string(rule), draw.places, marks,
                                               late_name(draw), draw.closes_at, draw.reveals_until,
                                               draw.late_at, words_of(draw)});
}

Result<Party> party_of(Call& call, std::string const& draw, std::string const& code) {
    auto const hash = people::token_hash(code);
    for (auto& party : rows::parties(call, draw))
        if (party.code_hash == hash) return std::move(party);
    return Refusal{Why::forbidden, "party.code_wrong", "", "code"};
}

Result<void> not_ended(Draw const& draw) {
    if (!draw.ended_at) return {};
    return Refusal{Why::conflict, "draw.ended", draw.draw};
}

Result<void> may_reveal(Draw const& draw, Party const& party) {
    if (draw.state == State::announced) return Refusal{Why::conflict, "reveal.too_early"};
    if (draw.state != State::revealing) return Refusal{Why::too_late, "reveal.too_late"};
    if (party.left_out) return Refusal{Why::conflict, "reveal.left_out"};
    if (!party.secret.empty()) return Refusal{Why::conflict, "reveal.given"};
    return {};
}

}  // namespace

std::string Draw::name() const { return "banshi/draw/" + draw; }

Result<std::vector<PartyCode>> announce(Call& call, Announcement const& a) {
    TRY(check_announcement(call, a));
    Draw draw{a.draw,        a.title,          a.places,  a.closes_at, a.reveals_until,
              a.late_source, a.late_reference, a.late_at, {},          call.now};
    draw.announced_by = call.actor.id();
    if (!rows::insert(call, draw)) return Refusal{Why::conflict, "draw.exists", a.draw, "draw"};
    auto const parties = parties_or_usual(a.parties);
    std::vector<PartyCode> codes;
    for (auto const& party : parties) {
        auto const& code =
            codes.emplace_back(PartyCode{party, people::fresh_token(call.random, code_bytes)});
        rows::insert(call, draw.draw, {party, people::token_hash(code.code), "", "", {}});
    }
    record_announcement(call, draw, parties);
    return codes;
}

Result<std::int64_t> enter(Call& call, std::string const& name,
                           std::vector<std::string> const& entries) {
    auto const draw = TRY(find(call, name));
    if (draw.state != State::announced || call.now >= draw.closes_at)
        return Refusal{Why::too_late, "draw.closed", name};
    auto rank = rows::count_entries(call, name);
    auto const today = call.district.zone().day_of(call.now);
    for (auto const& typed : entries) {
        auto const entry = TRY(entry_as_listed(typed, today));
        if (!rows::insert_entry(call, name, entry, ++rank))
            return Refusal{Why::conflict, "entry.twice", entry, "entries", {{"entry", entry}}};
    }
    return rank;
}

Result<std::int64_t> take_out(Call& call, std::string const& name, std::string const& typed) {
    auto const draw = TRY(find(call, name));
    if (draw.state != State::announced || call.now >= draw.closes_at)
        return Refusal{Why::too_late, "draw.closed", name};
    auto const today = call.district.zone().day_of(call.now);
    auto const entry = TRY(entry_as_listed(typed, today));
    auto const rank = rows::rank_of(call, name, entry);
    if (!rank)
        return Refusal{Why::not_found, "entry.not_found", entry, "entry", {{"entry", entry}}};
    rows::remove_entry(call, name, *rank);
    record::append(call, EntryRemoved{name, *rank});
    return rows::count_entries(call, name);
}

Result<void> commit(Call& call, Committing const& form) {
    auto const draw = TRY(find_now(call, form.draw));
    auto party = TRY(party_of(call, form.draw, form.code));
    if (draw.state != State::announced) return Refusal{Why::too_late, "draw.closed", form.draw};
    auto const hash = record::hash_of_hex(hex_as_typed(form.commitment));
    if (!hash) return Refusal{Why::invalid, "commitment.malformed", "", "commitment"};
    if (!party.commitment.empty()) return Refusal{Why::conflict, "commitment.given"};
    party.commitment = record::hex(*hash);
    rows::update(call, form.draw, party);
    record::append(call, record::DrawCommitted{form.draw, party.party, *hash});
    return {};
}

Result<void> reveal(Call& call, Revealing const& form) {
    auto const draw = TRY(find_now(call, form.draw));
    auto party = TRY(party_of(call, form.draw, form.code));
    TRY(may_reveal(draw, party));
    auto const secret = record::hash_of_hex(hex_as_typed(form.secret));
    if (!secret) return Refusal{Why::invalid, "reveal.malformed", "", "secret"};
    party.secret = record::hex(*secret);
    if (record::hex(commitment(draw.name(), party.party, *secret)) != party.commitment) {
        leave_out(call, draw, party, LeftOut::mismatch);
        return Refusal{
            .why = Why::conflict, .text = "reveal.mismatch", .field = "secret", .keeps = true};
    }
    rows::update(call, form.draw, party);
    record::append(call, record::DrawRevealed{form.draw, party.party, *secret});
    return {};
}

Result<State> tell_late(Call& call, TellingLate const& form) {
    auto draw = TRY(find_now(call, form.draw));
    TRY(not_ended(draw));
    if (call.now < draw.late_at) return Refusal{Why::conflict, "late.too_early"};
    auto const text = TRY(late_text(draw.late_source, draw.late_reference, form.value));
    auto const told = rows::late_told(call, form.draw);
    if (!told) {
        rows::insert_late(call, form.draw, text);
        return draw.state;
    }
    if (told->account == call.actor.id()) return Refusal{Why::forbidden, "late.told"};
    rows::forget_late(call, form.draw);
    if (told->text != text)
        return Refusal{
            .why = Why::conflict, .text = "late.differs", .field = "value", .keeps = true};
    draw.late_text = text;
    return drawn(call, draw).state;
}

Result<void> annul(Call& call, std::string const& name, std::string const& why) {
    auto draw = TRY(find_now(call, name));
    TRY(not_ended(draw));
    if (is_blank(why)) return Refusal{Why::invalid, "draw.reason_missing", "", "why"};
    end_void(call, draw, "office", why);
    return {};
}

std::int64_t advance(Call& call) {
    std::int64_t moved = 0;
    for (auto const& draw : rows::unfinished(call))
        moved += brought_forward(call, draw).state != draw.state;
    return moved;
}

Result<Draw> find(Call& call, std::string const& name) {
    auto draw = rows::find(call, name);
    if (!draw) return Refusal{Why::not_found, "draw.not_found", name, "draw"};
    return std::move(*draw);
}

std::vector<Draw> newest(Call& call, int limit) { return rows::newest(call, limit); }

std::vector<Party> parties_of(Call& call, std::string const& draw) {
    return rows::parties(call, draw);
}

std::vector<std::string> winners(Call& call, std::string const& draw) {
    return rows::winners(call, draw);
}

EntryOrder entry_order_of(Call& call, Draw const& draw) {
    return entry_order(rows::winners_ranks(call, draw.draw), draw.entries);
}

Result<std::string> list_file(Call& call, std::string const& name) {
    auto const draw = TRY(find(call, name));
    if (draw.list.empty()) return Refusal{Why::not_found, "draw.open", name};
    return list_of(rows::entries(call, name));
}

Result<Published> published(Call& call, std::string const& name) {
    auto const draw = TRY(find(call, name));
    if (draw.seed.empty()) return Refusal{Why::not_found, "draw.not_published", name};
    Published out{std::string(rule), draw.name(), draw.places, draw.list, {},
                  draw.late_text,    draw.seed,   {},          {}};
    auto const given = [](std::string const& hex) {
        return hex.empty() ? std::nullopt : std::optional(hex);
    };
    for (auto const& party : rows::parties(call, name))
        out.parties.push_back(
            {party.party, given(party.commitment), given(party.secret), party.left_out});
    out.winners = rows::winners(call, name);
    out.entered = rows::entries(call, name);
    return out;
}

}  // namespace banshi::draws
