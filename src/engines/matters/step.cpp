#include "engines/matters/step.h"

#include <boost/json.hpp>

#include "engines/matters/followers.h"
#include "engines/matters/leaf.h"
#include "engines/matters/rows.h"
#include "store/store.h"

namespace banshi::matters {

namespace {

// What the person reads who tried: "办理中", and the deeds that are open now.
Refusal wrong_state(Call& call, Matter const& matter) {
    auto const said = [&](std::string const& group, auto word) {
        return call.texts.say(call.language, group + boost::describe::enum_to_string(word, ""));
    };
    std::string deeds;
    for (auto const verb : allowed(matter.state))
        deeds += (deeds.empty() ? "" : call.texts.say(call.language, "matter.and")) +
                 said("matter.verb.", verb);
    if (deeds.empty()) deeds = call.texts.say(call.language, "matter.nothing");
    return {Why::conflict,
            "matter.state",
            matter.id.text,
            "",
            {{"state", said("matter.state.", matter.state)}, {"allowed", deeds}}};
}

json::object moved_days(std::vector<Moved> const& moved) {
    json::object out;
    for (auto const& [kind, from, to] : moved)
        out[boost::describe::enum_to_string(kind, "")] =
            json::array{from ? json::value(written(*from)) : json::value(nullptr),
                        to ? json::value(written(*to)) : json::value(nullptr)};
    return out;
}

void write_deed(Call& call, Matter const& matter, Verb verb, std::optional<State> from,
                Said const& said) {
    Deed deed{matter.id,    matter.deeds,    call.now, verb, from,        matter.state,
              matter.round, call.actor.id(), said.why, "",   std::nullopt};
    if (!said.facts.empty()) deed.facts = json::serialize(said.facts);
    deed.seq = append_leaf(call, matter, verb);
    rows::insert(call, deed, matter.book);
    call.tx.announce("matter/" + (matter.numbered() ? matter.number : matter.id.text));
    call.tx.announce("matters/" + matter.book);
}

}  // namespace

Rules const& rules_of(Call& call, Matter const& matter) {
    return book(call.district, matter.book).rules_on(call.district.zone().day_of(call.now));
}

Result<State> way(Call& call, Matter const& matter, Verb verb) {
    if (auto const to = after(matter.state, verb)) return *to;
    return wrong_state(call, matter);
}

void step(Call& call, Matter& matter, Verb verb, State to, Said said) {
    auto const from = matter.state;
    matter.state = to;
    matter.changed_at = call.now;
    ++matter.deeds;
    if (said.by_office) ++matter.version;
    if (auto moved = moved_days(recompute(call, matter)); !moved.empty())
        said.facts["last_days"] = std::move(moved);
    rows::update(call, matter);
    write_deed(call, matter, verb, from, said);
    tell_followers(call, matter, verb);
}

void begin(Call& call, Matter& matter, Verb verb, Said said) {
    matter.deeds = 1;
    matter.version = 1;
    recompute(call, matter);
    rows::insert(call, matter);
    write_deed(call, matter, verb, std::nullopt, said);
}

Result<void> need(std::string const& text, char const* code, char const* field) {
    if (text.find_first_not_of(" \t\n") != text.npos) return {};
    return Refusal{Why::invalid, code, field, field};
}

}  // namespace banshi::matters
