// 带走我的信息: the same list as a file, for a program or on paper; in full where a desk has
// looked.

#include "documents/sheet.h"
#include "engines/people/people.h"
#include "systems/privacy/mine.h"

namespace banshi::privacy {

namespace {

using documents::Sheet;

std::string printed(Call& call, std::string const& key, Facts const& facts = {}) {
    return call.texts.say(call.language, "privacy.paper." + key, facts);
}

std::string moment(Call& call, Instant at) {
    auto const text = written(at, call.district.zone());
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

json::object json_of(people::Shown const& person) {
    json::array others;
    for (auto const& name : person.other_names) others.emplace_back(name);
    return {{"name", person.name},
            {"id_number", person.id_number},
            {"phone", person.phone},
            {"other_names", std::move(others)}};
}

json::object json_of(Call& call, KindKept const& kind) {
    auto const& zone = call.district.zone();
    json::array things;
    for (auto const& thing : kind.things) {
        json::object one{{"words", thing.words}, {"at", written(thing.at, zone)}};
        if (!thing.number.empty()) one["number"] = thing.number;
        if (thing.until) one["until"] = written(*thing.until);
        things.push_back(std::move(one));
    }
    return {{"kind", kind.kind},
            {"title", kind.title},
            {"term", kind.term},
            {"things", std::move(things)}};
}

std::string as_json(Call& call, MyData const& data, std::optional<people::Shown> const& person) {
    auto const& zone = call.district.zone();
    json::array kinds, looks;
    for (auto const& kind : data.kinds) kinds.push_back(json_of(call, kind));
    for (auto const& look : data.looks)
        looks.push_back({{"at", written(look.at, zone)}, {"by", look.by}, {"reason", look.reason}});
    json::object all{{"district", call.district.name()},
                     {"made_at", written(call.now, zone)},
                     {"account", data.phone},
                     {"kinds", std::move(kinds)},
                     {"looks", std::move(looks)}};
    if (person) all["person"] = json_of(*person);
    return json::serialize(all);
}

void add_person(Call& call, Sheet& sheet, people::Shown const& person) {
    documents::Table table{{{printed(call, "what"), 1}, {printed(call, "value"), 3}}, {}};
    table.rows = {{printed(call, "name"), person.name},
                  {printed(call, "id_number"), person.id_number},
                  {printed(call, "phone"), person.phone}};
    for (auto const& name : person.other_names)
        table.rows.push_back({printed(call, "other_name"), name});
    sheet.blocks.emplace_back(documents::Heading{printed(call, "person")});
    sheet.blocks.emplace_back(std::move(table));
}

void add_kind(Call& call, Sheet& sheet, KindKept const& kind) {
    sheet.blocks.emplace_back(documents::Heading{kind.title});
    sheet.blocks.emplace_back(documents::Paragraph{kind.term});
    if (kind.things.empty()) return;
    documents::Table table{{{printed(call, "since"), 1.3},
                            {printed(call, "number"), 1.7},
                            {printed(call, "words"), 3},
                            {printed(call, "until"), 1.1}},
                           {}};
    for (auto const& thing : kind.things)
        table.rows.push_back({moment(call, thing.at), thing.number, thing.words,
                              thing.until ? written(*thing.until) : ""});
    sheet.blocks.emplace_back(std::move(table));
}

void add_looks(Call& call, Sheet& sheet, std::vector<LookAtMe> const& looks) {
    sheet.blocks.emplace_back(documents::Heading{printed(call, "looks")});
    if (looks.empty()) {
        sheet.blocks.emplace_back(documents::Paragraph{printed(call, "no_looks")});
        return;
    }
    documents::Table table{
        {{printed(call, "at"), 1.3}, {printed(call, "by"), 1.2}, {printed(call, "reason"), 4}}, {}};
    for (auto const& look : looks)
        table.rows.push_back({moment(call, look.at), look.by, look.reason});
    sheet.blocks.emplace_back(std::move(table));
}

Result<std::string> as_pdf(Call& call, MyData const& data,
                           std::optional<people::Shown> const& person) {
    Sheet sheet{printed(call, "title"), {documents::Title{printed(call, "title")}}};
    sheet.blocks.emplace_back(documents::Paragraph{
        printed(call, "head", {{"phone", data.phone}, {"at", moment(call, call.now)}})});
    if (person)
        add_person(call, sheet, *person);
    else
        sheet.blocks.emplace_back(documents::Paragraph{printed(call, "unchecked")});
    for (auto const& kind : data.kinds) add_kind(call, sheet, kind);
    if (person) add_looks(call, sheet, data.looks);
    return documents::sheet_pdf(sheet, call.now);
}

}  // namespace

Result<File> export_my_data(Call& call, ExportMyData const& form) {
    auto const subject = TRY(subject_of(call));
    std::optional<people::Shown> person;
    if (!subject.person.empty())
        person = TRY(people::reveal(call, subject.person, printed(call, "taken_along")));
    auto const data = my_data(call, subject);
    if (form.format == Format::json)
        return File{"application/json", printed(call, "file") + ".json",
                    as_json(call, data, person)};
    auto pdf = TRY(as_pdf(call, data, person));
    return File{"application/pdf", printed(call, "file") + ".pdf", std::move(pdf)};
}

}  // namespace banshi::privacy
