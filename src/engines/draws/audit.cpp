#include "engines/draws/audit.h"

#include <algorithm>
#include <limits>

#include "engines/draws/rows.h"
#include "engines/draws/steps.h"
#include "engines/record/record.h"

namespace banshi::draws {

using record::number_field;
using record::text_field;

void DrawAudit::see(record::Seen const& seen) {
    if (!seen.kind.starts_with("draw.")) return;
    auto const text = [&](char const* field) { return std::string(text_field(seen.body, field)); };
    auto const number = [&](char const* field) {
        return number_field(seen.body, field).value_or(0);
    };
    auto const step = seen.kind.substr(5);
    auto& said = said_[text("d")];
    said.seq = seen.seq;
    if (step == "announced") said.announced = announced_in(seen.body), said.words = text("h");
    if (step == "committed") said.parties[text("p")].commitment = text("h");
    if (step == "revealed") said.parties[text("p")].secret = text("h");
    if (step == "left_out") said.parties[text("p")].left_out = text("w");
    if (step == "closed") said.entries = number("n"), said.list = text("h");
    if (step == "seeded") said.late = text("late"), said.seed = text("seed");
    if (step == "published") said.file = text("h"), said.ended = number("at");
    if (step == "void") said.why = text("w"), said.note = text("h"), said.ended = number("at");
}

std::vector<record::Breach> DrawAudit::compare(Call& call) {
    auto const& district = call.district.name();
    auto const size = record::tip(call.tx, district).size;
    for (auto const& [kind, body] : record::waiting_entries(call.tx, district))
        see({size, kind, {}, body});
    std::vector<record::Breach> found;
    for (auto const& draw : newest(call, std::numeric_limits<int>::max()))
        if (!said_.contains(draw.draw))
            found.push_back({"breach.row_without_leaf", 0, {{"number", draw.draw}}});
    for (auto const& [draw, said] : said_)
        if (!holds(call, draw, said))
            found.push_back({"breach.draw_differs", said.seq, {{"draw", draw}}});
    return found;
}

// "a" and "b" of "parties":["a","b"].
static std::set<std::string> parties_in(std::string_view body) {
    constexpr std::string_view key = "\"parties\":[";
    std::set<std::string> parties;
    auto const start = body.find(key);
    if (start == body.npos) return parties;
    auto rest = body.substr(start + key.size());
    rest = rest.substr(0, rest.find(']'));
    for (auto open = rest.find('"'); open != rest.npos; open = rest.find('"')) {
        auto const close = rest.find('"', open + 1);
        if (close == rest.npos) break;
        parties.emplace(rest.substr(open + 1, close - open - 1));
        rest.remove_prefix(close + 1);
    }
    return parties;
}

DrawAudit::Announced DrawAudit::announced_in(std::string_view body) {
    auto const number = [&](char const* field) { return number_field(body, field).value_or(0); };
    return {number("places"),
            number("closes"),
            number("reveals"),
            number("known"),
            std::string(text_field(body, "late")),
            parties_in(body)};
}

static std::int64_t seconds(Instant at) { return record::Moment(at).at.time_since_epoch().count(); }

DrawAudit::Announced DrawAudit::announced_of(Call& call, Draw const& draw) {
    Announced out{draw.places,           seconds(draw.closes_at), seconds(draw.reveals_until),
                  seconds(draw.late_at), late_name(draw),         {}};
    for (auto const& each : rows::parties(call, draw.draw)) out.parties.insert(each.party);
    return out;
}

static std::string hash_of(std::string const& text) { return hex(record::sha256({text})); }

// What people read of it beside the rules.
bool DrawAudit::holds_words(Draw const& draw, Said const& said) {
    if (!said.words.empty() && hex(words_of(draw)) != said.words) return false;
    if (!said.note.empty() && hash_of(draw.note) != said.note) return false;
    return (draw.ended_at ? seconds(*draw.ended_at) : 0) == said.ended;
}

bool DrawAudit::holds(Call& call, std::string const& name, Said const& said) const {
    auto const row = find(call, name);
    if (!row || announced_of(call, row.value()) != said.announced) return false;
    auto const& draw = row.value();
    if (!holds_words(draw, said)) return false;

    std::map<std::string, PartySaid> parties;
    for (auto const& each : parties_of(call, name)) {
        // What did not fit its commitment is kept, and is no secret of the draw.
        bool const fits = each.left_out != LeftOut::mismatch;
        PartySaid const party{
            each.commitment, fits ? each.secret : "",
            each.left_out ? boost::describe::enum_to_string(*each.left_out, "") : ""};
        if (party != PartySaid{}) parties[each.party] = party;
    }
    if (parties != said.parties) return false;

    if (draw.list != said.list || (!said.list.empty() && draw.entries != said.entries))
        return false;
    if (!said.list.empty()) {
        auto const list = list_file(call, name);
        if (!list || hash_of(list.value()) != said.list) return false;
    }
    if (draw.seed != said.seed || (!said.late.empty() && hash_of(draw.late_text) != said.late))
        return false;
    if ((draw.state == State::published) != !said.file.empty() ||
        (draw.state == State::annulled) != !said.why.empty() || draw.why != said.why)
        return false;
    if (said.file.empty()) return true;

    auto const file = published(call, name);
    if (!file || hash_of(written(file.value())) != said.file) return false;
    return std::ranges::all_of(recompute(file.value(), {}), &Check::holds);
}

}  // namespace banshi::draws
