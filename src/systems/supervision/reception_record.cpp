// What came of a visit: a matter or a visit on one, and a promise with its day.

#include <algorithm>

#include "documents/sheet.h"
#include "engines/people/keys.h"
#include "systems/supervision/petitions.h"
#include "systems/supervision/reception_view.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

constexpr int spokespersons_most = 5;

Result<void> check_promise(Call& call, RecordVisit const& form) {
    if (!form.promise_day) return {};
    if (*form.promise_day < call.district.zone().day_of(call.now))
        return Refusal{Why::invalid, "promise.day", "", "promise_day"};
    if (form.promised.value_or("").empty())
        return Refusal{Why::invalid, "promise.words", "", "promised"};
    return {};
}

Result<matters::Matter> new_matter(Call& call, RecordVisit const& form, rows::Visit const& visit) {
    if (!form.category)
        return Refusal{Why::invalid, "shape.missing", "", "category", {{"field", "category"}}};
    matters::Filing filing{book_name, form.kind.value_or("petition"), *form.category, visit.subject,
                           form.facts};
    filing.channel = "reception";
    filing.street = form.street.value_or(OrgId{});
    matters::Reporter reporter{};
    reporter.name = people::unseal(visit.name);
    reporter.phone = visit.phone.empty() ? "" : people::unseal(visit.phone);
    reporter.recorded_by = call.actor.name;
    return TRY(matters::file(call, filing, reporter)).matter;
}

// A petition on an open matter is a visit on it, not a new matter.
Result<matters::Matter> known_matter(Call& call, RecordVisit const& form,
                                     rows::Visit const& visit) {
    auto const named = TRY(find_matter(call, *form.number));
    auto matter = TRY(matters::survivor(call, named));
    if (auto const final = final_of(call, matter)) matter = *final;
    TRY(note_visit(call, matter, form.facts, "reception", {people::unseal(visit.name)}));
    return matter;
}

}  // namespace

Result<VisitRecorded> record_visit(Call& call, RecordVisit const& form) {
    TRY(people::may(call, receive_people, people::node(call.district)));
    auto visit = TRY(find_visit(call, form.visit));
    if (visit.state != "booked" && visit.state != "waiting")
        return Refusal{Why::conflict, "visit.recorded", form.visit};
    auto const speaking = form.spokespersons.value_or(std::min(visit.persons, spokespersons_most));
    if (speaking < 1 || speaking > spokespersons_most)
        return Refusal{Why::invalid,
                       "reception.spokespersons",
                       "",
                       "spokespersons",
                       {{"most", std::to_string(spokespersons_most)}}};
    TRY(check_promise(call, form));
    auto const day = TRY(find_reception(call, visit.reception));

    auto const found =
        form.number ? known_matter(call, form, visit) : new_matter(call, form, visit);
    auto matter = TRY(found);
    TRY(matters::set_leader(call, matter, day.leader, ""));
    if (form.promise_day) {
        matters::start_clock_until(call, matter, matters::ClockKind::promise, call.now,
                                   *form.promise_day, {});
        TRY(matters::note_progress(call, matter, *form.promised));
        visit.promise_clock = matters::clocks_of(call, matter.id).back().serial;
    }
    visit.state = "received";
    visit.spokespersons = speaking;
    visit.matter = matter.id;
    visit.facts = form.facts;
    visit.promised = form.promised.value_or("");
    visit.promise_day = form.promise_day;
    visit.received_at = call.now;
    visit.received_by = call.actor.id();
    rows::update(call, visit);
    return VisitRecorded{matter.number, shown(call, visit)};
}

Result<VisitView> keep_promise(Call& call, KeepPromise const& form) {
    TRY(people::may(call, receive_people, people::node(call.district)));
    auto visit = TRY(find_visit(call, form.visit));
    if (!visit.promise_day || visit.kept_at)
        return Refusal{Why::conflict, "promise.none", form.visit};
    auto matter = TRY(matters::find(call, visit.matter.value()));
    visit.kept_at = call.now;
    rows::update(call, visit);
    matters::end_clock_by_serial(call, matter, visit.promise_clock.value_or(0), call.now, "kept");
    TRY(matters::note_progress(call, matter, form.words));
    return shown(call, visit);
}

Result<File> visit_paper(Call& call, VisitPaper const& form) {
    TRY(people::may(call, receive_people, people::node(call.district)));
    using namespace documents;
    auto const visit = TRY(find_visit(call, form.visit));
    auto const day = TRY(find_reception(call, visit.reception));
    auto const word = [&](char const* key) {
        return call.texts.say(call.language, std::string("supervision.visit.") + key);
    };
    auto const view = shown(call, visit);
    auto const who = read_participants(day.participants);
    auto const joined = [](std::vector<std::string> const& names) {
        std::string out;
        for (auto const& name : names) out += (out.empty() ? "" : "、") + name;
        return out;
    };
    Table table{{{"", 1}, {"", 3}}, {}};
    for (auto const& [key, value] : std::initializer_list<std::pair<char const*, std::string>>{
             {"day", written(day.day)},
             {"place", day.place},
             {"leader", day.leader},
             {"departments", joined(who.departments)},
             {"deputies", joined(who.deputies)},
             {"advisers", joined(who.advisers)},
             {"lawyers", joined(who.lawyers)},
             {"turn", visit.turn},
             {"name", view.name},
             {"persons", std::to_string(visit.persons)},
             {"number", view.number.value_or("")}})
        if (!value.empty()) table.rows.push_back({word(key), value});
    Sheet sheet{word("title"), {}};
    sheet.blocks = {Title{word("title")},
                    table,
                    Heading{word("facts")},
                    Paragraph{visit.facts},
                    Heading{word("promised")},
                    Paragraph{visit.promised.empty() ? word("no_promise") : visit.promised}};
    if (visit.promise_day)
        sheet.blocks.emplace_back(
            Paragraph{word("promise_day") + written(*visit.promise_day), true});
    sheet.blocks.emplace_back(Paragraph{word("signatures")});
    auto bytes = TRY(sheet_pdf(sheet, call.now));
    return File{"application/pdf", visit.turn + ".pdf", std::move(bytes)};
}

}  // namespace banshi::supervision
