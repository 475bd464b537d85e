#include "systems/voices/calls.h"

#include "engines/people/people.h"
#include "systems/voices/call_rows.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

constexpr int most_calls = 100, most_voices = 200;

bool is_open(Call const& call, rows::OpinionCall const& c) {
    auto const day = today(call);
    return c.from <= day && day <= c.to;
}

OpinionCall view_of(Call& call, rows::OpinionCall const& c) {
    auto const count = rows::count_call(call, c.id);
    return {c.id,        c.topic, topic_name(call, c.topic), c.title,        c.text,
            c.from,      c.to,    is_open(call, c),          count.received, count.answered,
            count.solved};
}

Result<rows::OpinionCall> find_call_row(Call& call, std::string const& id) {
    if (auto row = rows::find_call(call, id)) return std::move(*row);
    return Refusal{Why::not_found, "call.not_found", id, "call"};
}

}  // namespace

Result<OpinionCall> post_opinion_call(Call& call, PostCall const& form) {
    TRY(people::may(call, screen_voices, people::node(call.district)));
    auto const* const topic = call.district.policy<Settings>().book.category(form.topic);
    if (!topic || topic->retired) return Refusal{Why::invalid, "voice.topic", form.topic, "topic"};
    if (form.title.empty()) return Refusal{Why::invalid, "voice.title", "", "title"};
    if (form.text.empty()) return Refusal{Why::invalid, "call.text", "", "text"};
    if (form.to < form.from || form.to < today(call))
        return Refusal{Why::invalid, "call.days", "", "to"};
    rows::OpinionCall const row{fresh_id_text(call.now, call.random),
                                form.topic,
                                form.title,
                                form.text,
                                form.from,
                                form.to,
                                call.now,
                                call.actor.id()};
    rows::insert(call, row);
    return view_of(call, row);
}

Result<OpinionCall> end_opinion_call(Call& call, EndCall const& form) {
    TRY(people::may(call, screen_voices, people::node(call.district)));
    auto row = TRY(find_call_row(call, form.call));
    if (form.to < row.from) return Refusal{Why::invalid, "call.days", "", "to"};
    row.to = form.to;
    rows::update(call, row);
    return view_of(call, row);
}

Result<CallList> list_opinion_calls(Call& call, ListCalls const&) {
    CallList list;
    for (auto const& row : rows::latest_calls(call, most_calls))
        list.calls.push_back(view_of(call, row));
    return list;
}

Result<CallPage> see_opinion_call(Call& call, OfCall const& form) {
    auto const row = TRY(find_call_row(call, form.call));
    CallPage page{view_of(call, row), {}};
    for (auto const& voice : rows::voices_of_call(call, row.id, most_voices))
        if (auto shown = row_for_asker(call, voice)) page.voices.push_back(std::move(*shown));
    return page;
}

Result<void> check_call(Call& call, std::string const& id, std::string const& topic) {
    auto const row = TRY(find_call_row(call, id));
    if (!is_open(call, row)) return Refusal{Why::conflict, "call.closed", id, "call"};
    if (row.topic != topic) return Refusal{Why::invalid, "call.topic", topic, "topic"};
    return {};
}

}  // namespace banshi::voices
