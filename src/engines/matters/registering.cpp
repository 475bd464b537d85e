#include "engines/matters/registering.h"

#include <algorithm>

#include "engines/matters/number.h"
#include "engines/matters/privacy.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/matters/telling.h"
#include "engines/matters/words.h"
#include "engines/people/keys.h"

namespace banshi::matters {

namespace {

constexpr std::size_t title_characters = 40;

}  // namespace

Result<void> check_filing(Book const& book, Filing const& filing) {
    if (!book.has_kind(filing.kind))
        return Refusal{Why::invalid, "matter.kind", filing.kind, "kind"};
    auto const* const category = book.category(filing.category);
    if (!category) return Refusal{Why::invalid, "matter.category", filing.category, "category"};
    if (category->retired)
        return Refusal{Why::invalid, "matter.category_retired", filing.category, "category"};
    if (!filing.grade.empty() && !book.has_grade(filing.grade))
        return Refusal{Why::invalid, "matter.grade", filing.grade, "grade"};
    if (filing.title.empty()) return need(filing.text, "matter.title_missing", "text");
    return {};
}

std::string title_of(Filing const& filing) {
    auto const& text = filing.title.empty() ? filing.text : filing.title;
    std::size_t at = 0, characters = 0;
    while (at < text.size() && text[at] != '\n' && characters < title_characters) {
        do ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
        ++characters;
    }
    return filing.title.empty() ? text.substr(0, at) : filing.title;
}

Matter drawn_up(Call& call, Book const& book, Filing const& filing) {
    auto const at = filing.at.value_or(call.now);
    Matter matter{};
    matter.id = call.fresh<MatterId>();
    matter.book = filing.book;
    matter.kind = filing.kind;
    matter.grade = filing.grade.empty() ? book.grades.front() : filing.grade;
    matter.category = filing.category;
    matter.place = filing.place;
    if (filing.point) {
        matter.latitude = filing.point->latitude;
        matter.longitude = filing.point->longitude;
    }
    matter.street = filing.street;
    matter.households = filing.households;
    matter.problem_since = filing.problem_since;
    matter.channel = filing.channel;
    matter.client = filing.client;
    matter.old_number = filing.old_number;
    matter.visibility = filing.visibility;
    matter.state = filing.draft ? State::draft : State::registered;
    matter.round = 1;
    matter.previous = filing.previous;
    matter.registered_at = at;
    matter.day = call.district.zone().day_of(at);
    matter.changed_at = call.now;
    return matter;
}

void give_number(Call& call, Matter& matter) {
    Numbers one(call);
    give_number(call, matter, one);
}

void give_number(Call& call, Matter& matter, Numbers& numbers) {
    auto const year = static_cast<int>(
        std::chrono::year_month_day(std::chrono::sys_days(matter.day.time_since_epoch())).year());
    auto const& prefix = book(call.district, matter.book).prefix;
    matter.number = written_number(prefix, year, numbers.next(prefix, year));
}

void keep_words(Call& call, Matter& matter, std::string const& title, std::string const& text,
                std::vector<std::string> const& names) {
    auto const masked_title = masked_text(title, names);
    auto const masked = masked_text(text, names);
    matter.title = masked_title.text;
    matter.text = masked.text;
    if (masked_title.text == title && masked.text == text && !masked.flagged) return;
    rows::insert(call, matter.id,
                 {matter.deeds, call.now, call.actor.id(), people::seal(title, call.random),
                  people::seal(text, call.random), masked.flagged || masked_title.flagged});
}

Result<Filed> file(Call& call, Filing const& filing, Reporter const& reporter) {
    auto const& book = matters::book(call.district, filing.book);
    TRY(check_filing(book, filing));
    auto matter = drawn_up(call, book, filing);
    auto names = filing.names;
    names.push_back(reporter.name);
    keep_words(call, matter, title_of(filing), filing.text, names);

    if (!filing.draft && !filing.unnumbered) give_number(call, matter);
    if (!filing.draft) start_clock(call, matter, ClockKind::accept, matter.registered_at);
    if (filing.clock) start_clock(call, matter, *filing.clock, matter.registered_at);
    begin(call, matter, Verb::file);
    rows::insert_words(call, matter, words_of(matter));
    Filed filed{matter, people::fresh_token(call.random, 9)};
    auto known = reporter;
    known.matter = matter.id;
    known.serial = 1;
    known.language = call.language == Language::en ? "en" : "zh";
    rows::insert(call, known, filed.code);
    if (matter.numbered() && !filing.at) tell_reporter(call, matter, known, "registered");
    return filed;
}

Result<void> issue_number(Call& call, Matter& matter) {
    if (matter.numbered()) return {};
    give_number(call, matter);
    auto const was_draft = matter.state == State::draft;
    if (was_draft) start_clock(call, matter, ClockKind::accept, call.now);
    step(call, matter, Verb::file, State::registered);
    rows::insert_words(call, matter, words_of(matter));
    tell_reporters(call, matter, "registered");
    return {};
}

static std::string insert_reporter(Call& call, Matter const& matter, Reporter& reporter) {
    auto const code = people::fresh_token(call.random, 9);
    reporter.matter = matter.id;
    reporter.serial = 1;
    for (auto const& known : rows::reporters_of(call, matter.id))
        reporter.serial = std::max(reporter.serial, known.serial + 1);
    reporter.language = call.language == Language::en ? "en" : "zh";
    rows::insert(call, reporter, code);
    return code;
}

void keep_sender(Call& call, Matter const& matter, Reporter reporter) {
    auto const same = [&](Reporter const& known) {
        if (!reporter.phone.empty()) return known.phone == reporter.phone;
        if (!reporter.email.empty()) return known.email == reporter.email;
        return known.name == reporter.name;
    };
    bool const nobody = reporter.name.empty() && reporter.phone.empty() && reporter.email.empty();
    if (nobody || std::ranges::any_of(rows::reporters_of(call, matter.id), same)) return;
    insert_reporter(call, matter, reporter);
}

Result<std::string> add_reporter(Call& call, Matter& matter, Reporter reporter) {
    if (type_of(matter.state) != StateType::open)
        return Refusal{Why::conflict, "matter.closed", matter.id.text};
    auto const code = insert_reporter(call, matter, reporter);
    step(call, matter, Verb::visit, matter.state, {.by_office = false});
    tell_reporter(call, matter, reporter, "registered");
    return code;
}

Result<void> resubmit(Call& call, Matter& matter, std::string const& title,
                      std::string const& text) {
    auto const to = TRY(way(call, matter, Verb::resubmit));
    TRY(need(text, "matter.title_missing", "text"));
    std::vector<std::string> names;
    for (auto const& reporter : rows::reporters_of(call, matter.id)) names.push_back(reporter.name);
    keep_words(call, matter, title, text, names);
    matter.outcome.reset();
    start_clock(call, matter, ClockKind::accept, call.now);
    step(call, matter, Verb::resubmit, to, {.by_office = false});
    rows::insert_words(call, matter, words_of(matter));
    return {};
}

Result<void> moderate(Call& call, Matter& matter, std::string const& title, std::string const& text,
                      std::string const& why) {
    TRY(way(call, matter, Verb::moderate));
    TRY(need(title, "matter.title_missing", "title"));
    TRY(need(why, "matter.reason_missing", "why"));
    rows::insert(call, matter.id,
                 {matter.deeds, call.now, call.actor.id(), people::seal(matter.title, call.random),
                  people::seal(matter.text, call.random), false});
    matter.title = title;
    matter.text = text;
    step(call, matter, Verb::moderate, matter.state, {.why = why});
    rows::insert_words(call, matter, words_of(matter));
    return {};
}

}  // namespace banshi::matters
