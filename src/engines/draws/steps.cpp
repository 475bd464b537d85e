#include "engines/draws/steps.h"

#include <algorithm>

#include "base/check.h"
#include "engines/draws/rows.h"
#include "engines/record/record.h"

namespace banshi::draws {

namespace {

// The list is fixed, and who never committed can have no part in it.
void close_list(Call& call, Draw& draw) {
    auto const list = record::sha256({list_of(rows::entries(call, draw.draw))});
    draw.entries = rows::count_entries(call, draw.draw);
    draw.list = record::hex(list);
    draw.state = State::revealing;
    rows::update(call, draw);
    record::append(call, record::DrawClosed{draw.draw, draw.entries, list});
    for (auto const& party : rows::parties(call, draw.draw))
        if (party.commitment.empty()) leave_out(call, draw, party, LeftOut::uncommitted);
    if (draw.places > draw.entries) end_void(call, draw, "too_few");
}

bool shown(Party const& party) { return !party.left_out && !party.secret.empty(); }

// Whoever was silent is left out. Nobody knows the late value yet, so silence gains nothing; but
// with no secret at all the public value alone would decide, and it has few values.
void end_reveals(Call& call, Draw& draw) {
    for (auto const& party : rows::parties(call, draw.draw))
        if (!party.left_out && party.secret.empty()) leave_out(call, draw, party, LeftOut::silent);
    draw.state = State::awaiting;
    rows::update(call, draw);
    if (std::ranges::none_of(rows::parties(call, draw.draw), shown))
        end_void(call, draw, "no_secret");
}

std::vector<Part> shown_parts(Call& call, Draw const& draw) {
    std::vector<Part> parts;
    for (auto const& party : rows::parties(call, draw.draw))
        if (shown(party)) parts.push_back({party.party, record::hash_of_hex(party.secret).value()});
    return parts;
}

}  // namespace

void leave_out(Call& call, Draw const& draw, Party party, LeftOut why) {
    party.left_out = why;
    rows::update(call, draw.draw, party);
    record::append(call, record::DrawLeftOut{draw.draw, party.party,
                                             boost::describe::enum_to_string(why, "")});
}

void end_void(Call& call, Draw& draw, std::string const& why, std::string const& note) {
    draw.state = State::annulled;
    draw.why = why;
    draw.note = note;
    draw.ended_at = call.now;
    rows::update(call, draw);
    record::append(call, record::DrawAnnulled{draw.draw, why, record::sha256({note})});
}

record::Hash words_of(Draw const& draw) {
    auto const at = std::to_string(draw.announced_at.time_since_epoch().count());
    return record::sha256({draw.title, "\x1f", draw.announced_by, "\x1f", at});
}

std::string late_name(Draw const& draw) {
    return std::string(boost::describe::enum_to_string(draw.late_source, "")) + ":" +
           draw.late_reference;
}

Draw brought_forward(Call& call, Draw draw) {
    if (draw.state == State::announced && call.now >= draw.closes_at) close_list(call, draw);
    if (draw.state == State::revealing && call.now >= draw.reveals_until) end_reveals(call, draw);
    return draw;
}

Result<Draw> find_now(Call& call, std::string const& name) {
    return brought_forward(call, TRY(find(call, name)));
}

Draw drawn(Call& call, Draw draw) {
    auto const list = record::hash_of_hex(draw.list).value();
    auto const seed = seed_of(draw.name(), list, shown_parts(call, draw), draw.late_text);
    draw.seed = record::hex(seed);
    record::append(call, record::DrawSeeded{draw.draw, record::sha256({draw.late_text}), seed});
    std::int64_t place = 0;
    for (auto const& winner :
         winners_of(seed, rows::entries(call, draw.draw), static_cast<std::size_t>(draw.places)))
        rows::put_place(call, draw.draw, winner, ++place);
    if (!entry_order_of(call, draw).sound()) {
        end_void(call, draw, "entry_order");
        return draw;
    }
    draw.state = State::published;
    draw.ended_at = call.now;
    rows::update(call, draw);
    auto const file = published(call, draw.draw);
    CHECK(file);
    record::append(call, record::DrawPublished{draw.draw, record::sha256({written(file.value())})});
    return draw;
}

}  // namespace banshi::draws
