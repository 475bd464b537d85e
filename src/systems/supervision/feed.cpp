// The public problems that changed last, as an Atom feed: what see_matter tells everybody, and
// never a name or a telephone, for there is none in what it is written from.

#include "documents/feed.h"
#include "engines/matters/telling.h"
#include "systems/supervision/figures.h"

namespace banshi::supervision {

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

std::string link(std::string_view address, std::string_view rel, std::string_view type) {
    return "<link rel=\"" + std::string(rel) + "\" type=\"" + std::string(type) + "\" href=\"" +
           escaped(address) + "\"/>\n";
}

std::string district_name(Call& call) {
    auto const district = people::find_org(call, {call.district.name()});
    return district ? district->name : call.district.name();
}

std::string state_words(Call& call, CaseRow const& row) {
    auto const state = std::string(boost::describe::enum_to_string(row.state, ""));
    auto words = call.texts.say(call.language, "matter.state." + state);
    for (auto const& part : {row.category_name, row.street_name, row.unit_name})
        if (!part.empty()) words += " · " + part;
    return words;
}

std::string entry(Call& call, matters::Matter const& matter, CaseRow const& row) {
    auto const address = matters::address_of(call, matter);
    return "<entry>\n" + element("id", address) + element("title", row.number + " " + row.title) +
           link(address, "alternate", "text/html") +
           element("published", written(matter.registered_at, call.district.zone())) +
           element("updated", written(matter.changed_at, call.district.zone())) +
           element("summary", state_words(call, row)) + "</entry>\n";
}

}  // namespace

Result<File> problems_feed(Call& call, ProblemsFeed const& form) {
    matters::Filter filter{book_name};
    filter.street = form.street.value_or(OrgId{});
    auto const page =
        matters::list_page(call, filter, {}, matters::Order::changed, {}, most_entries);
    auto const home = call.district.address();
    auto const title = call.texts.say(call.language, "supervision.feed.title",
                                      {{"district", district_name(call)}});
    auto const updated = page.matters.empty() ? call.now : page.matters.front().changed_at;
    auto text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n" +
        element("id", home + "/problems") + element("title", title) +
        element("updated", written(updated, call.district.zone())) + "<author>\n" +
        element("name", title) + "</author>\n" + link(home + "/problems", "alternate", "text/html");
    auto const rows = public_rows(call, page.matters);
    for (std::size_t at = 0; at < rows.size(); ++at)
        text += entry(call, page.matters[at], rows[at]);
    return File{"application/atom+xml; charset=utf-8", "problems.atom", text + "</feed>\n"};
}

}  // namespace banshi::supervision
