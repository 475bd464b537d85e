#include "systems/voices/feed.h"

#include <algorithm>

#include "documents/feed.h"
#include "engines/matters/telling.h"
#include "engines/people/people.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

constexpr int most_entries = 50;

std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : documents::fit_for_xml(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string element(std::string const& name, std::string_view text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
}

std::string link(std::string_view address) {
    return "<link rel=\"alternate\" type=\"text/html\" href=\"" + escaped(address) + "\"/>\n";
}

// When the public last heard of it; drafts and approvals are no news.
Instant news_of(Voice const& voice) {
    return std::max(*voice.filed_at, voice.answered_at.value_or(*voice.filed_at));
}

std::string entry(Call& call, Voice const& voice, VoiceRow const& row) {
    auto const matter = matters::find(call, voice.matter.value()).value();
    auto const address = matters::address_of(call, matter);
    auto words = call.texts.say(call.language, std::string("matter.state.") +
                                                   boost::describe::enum_to_string(row.state, ""));
    for (auto const& part : {row.topic_name, row.street_name})
        if (!part.empty()) words += " · " + part;
    auto const& zone = call.district.zone();
    return "<entry>\n" + element("id", address) + element("title", row.number + " " + row.title) +
           link(address) + element("published", written(*voice.filed_at, zone)) +
           element("updated", written(news_of(voice), zone)) + element("summary", words) +
           "</entry>\n";
}

}  // namespace

Result<File> voices_feed(Call& call, VoicesFeed const& form) {
    auto voices = rows::latest_news(call, most_entries);
    std::erase_if(voices,
                  [&](Voice const& voice) { return form.topic && voice.topic != *form.topic; });
    std::ranges::sort(voices, std::greater{}, news_of);
    std::string entries;
    std::optional<Instant> updated;
    for (auto const& voice : voices) {
        auto const row = row_for_everybody(call, voice);
        if (!row) continue;
        updated = std::max(updated, std::optional{news_of(voice)});
        entries += entry(call, voice, *row);
    }
    auto const home = call.district.address() + "/voices";
    auto const title = call.texts.say(call.language, "system.voices");
    return File{"application/atom+xml; charset=utf-8", "voices.atom",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n" +
                    element("id", home) + element("title", title) +
                    element("updated", written(updated.value_or(call.now), call.district.zone())) +
                    "<author>\n" + element("name", title) + "</author>\n" + link(home) + entries +
                    "</feed>\n"};
}

Result<ActivityList> list_activity(Call& call, ListActivity const&) {
    TRY(people::may(call, see_voices, people::node(call.district)));
    ActivityList list;
    auto const counts = rows::counts_by_member(call);
    for (auto const& member : rows::named_members(call)) {
        if (member.role == Role::reader) continue;
        ActivityRow row{member.id, member.name, member.role, "", 0, 0, 0, 0, 0};
        if (!member.street.empty()) row.street_name = unit_name(call, member.street);
        for (auto const& count : counts) {
            if (count.member != member.id) continue;
            row.received = count.received;
            row.joined = count.joined;
            row.filed = count.filed;
            row.answered = count.answered;
            row.solved = count.solved;
        }
        list.members.push_back(std::move(row));
    }
    std::ranges::sort(list.members, [](ActivityRow const& a, ActivityRow const& b) {
        return std::tie(a.street_name, a.name) < std::tie(b.street_name, b.name);
    });
    return list;
}

}  // namespace banshi::voices
