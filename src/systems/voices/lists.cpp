#include "systems/voices/lists.h"

#include <algorithm>
#include <map>
#include <set>

#include "engines/matters/counts.h"
#include "engines/matters/page_end.h"
#include "engines/matters/words.h"
#include "systems/voices/citizens.h"
#include "systems/voices/judging.h"
#include "systems/voices/reader_rows.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

using matters::Matter;
using matters::State;

constexpr int page_rows = 30, most_own = 200, most_similar = 5, similar_percent = 50;

Result<std::optional<matters::Place>> read_place(std::optional<std::string> const& word) {
    if (!word) return std::optional<matters::Place>{};
    auto end = TRY(matters::read_page_end(*word));
    return std::optional{matters::Place{end.at, MatterId{std::move(end.id)}}};
}

// An answer that is not published is work in progress.
VoiceRow row_of(Call& call, Voice const& v, std::optional<Matter> const& m, Eye eye) {
    VoiceRow row{};
    row.voice = v.id;
    row.title = eye > Eye::everybody || !m ? v.title : m->title;
    row.kind = v.kind;
    row.source = v.source;
    row.street_name = v.street.empty() ? "" : unit_name(call, v.street);
    row.topic_name = topic_name(call, v.topic);
    row.state = State::draft;
    row.submitted_at = v.submitted_at;
    row.filed_at = v.filed_at;
    if (!m) return row;
    row.number = m->number;
    row.unit_name = m->unit.empty() ? "" : unit_name(call, m->unit);
    row.state = m->state;
    row.level = m->level;
    row.latitude = m->latitude;
    row.longitude = m->longitude;
    if (eye < Eye::unit && answer_is_near(m->state)) row.state = State::working;
    bool const open = type_of(m->state) == matters::StateType::open;
    if (!open) row.outcome = m->outcome;
    if (open && m->due) {
        row.due = m->due;
        row.colour = matters::colour_of(m->stopped, m->yellow_at, m->red_at, call.now);
    }
    return row;
}

bool waits_for(Call& call, Voice const& voice, std::string const& reader) {
    return std::ranges::any_of(rows::readings_of(call, voice.id), [&](rows::Reading const& each) {
        return each.member == reader && each.waits();
    });
}

VoiceList listed(Call& call, matters::Page const& page, Eye least) {
    VoiceList list{{}, {}, call.now};
    for (auto const& matter : page.matters) {
        auto const voice = rows::voice_of(call, matter.id);
        if (!voice) continue;
        auto const eye = std::max(least, Eye::everybody);
        list.voices.push_back(row_of(call, *voice, matter, eye));
    }
    if (page.next) list.next = matters::page_end_text({page.next->at, page.next->id.text});
    return list;
}

matters::Filter filter_of(ListVoices const& form) {
    matters::Filter filter{book_name};
    filter.category = form.topic.value_or("");
    if (form.kind) filter.kind = boost::describe::enum_to_string(*form.kind, "");
    filter.street = form.street.value_or(OrgId{});
    if (form.state) filter.states = {*form.state};
    filter.words = form.words.value_or("");
    return filter;
}

matters::Sight sight_of(Call& call) {
    matters::Sight sight;
    auto const district = people::node(call.district);
    sight.office = call.actor.holds(see_voices, district);
    if (sight.office) return sight;
    for (auto const& grant : call.actor.grants)
        if (grant.right == see_voices && grant.node.starts_with(district + "/"))
            sight.within.push_back(OrgId{grant.node.substr(district.size() + 1)});
    return sight;
}

void add(SourceFigures& sum, rows::SourceCount const& count) {
    sum.received += count.received;
    sum.filed += count.filed;
    sum.answered += count.answered;
    sum.solved += count.solved;
    if (count.screened > 0)
        sum.adopted_percent = static_cast<double>(count.filed * 1000 / count.screened) / 10.0;
}

// Whoever searches learns no more than whoever reads: of an abstract there are the title and the
// number alone. Says whether so many of the words, in percent, stand there.
bool is_found_in_public(Call& call, Matter const& matter, std::string const& words, int percent) {
    auto const voice = rows::voice_of(call, matter.id);
    if (!voice || voice->disclosure == Disclosure::open) return voice.has_value();
    auto bare = matter;
    bare.text.clear();
    auto const has = matters::words_of(bare);
    auto const wanted = matters::words_of_query(words);
    auto const known = std::ranges::count_if(
        wanted, [&](std::string const& word) { return std::ranges::find(has, word) != has.end(); });
    return known * 100 >= static_cast<std::ptrdiff_t>(wanted.size()) * percent;
}

// Streets that had an officer by then, each with its first day.
std::map<OrgId, Day> streets_on(Call& call, Day day) {
    std::map<OrgId, Day> streets;
    for (auto const& member : rows::named_members(call)) {
        if (member.role != Role::officer || member.from > day) continue;
        auto const known = streets.emplace(member.street, member.from).first;
        known->second = std::min(known->second, member.from);
    }
    return streets;
}

void add_rates(Call& call, Day day, VoiceFigures& figures) {
    std::int64_t in_time = 0, late = 0, content = 0, rated = 0;
    matters::Days const days{matters::Days::all().from, day + std::chrono::days{1}};
    for (auto const& tally : matters::tallies(call, book_name, matters::Split::total, days)) {
        bool const step = tally.detail == "step";
        if (tally.what == matters::What::in_time && step) in_time += tally.n;
        if (tally.what == matters::What::late && step) late += tally.n;
        if (tally.what != matters::What::rated) continue;
        rated += tally.n;
        if (tally.detail != "dissatisfied") content += tally.n;
    }
    figures.in_time_percent = percent_of(in_time, in_time + late);
    figures.satisfied_percent = percent_of(content, rated);
}

void add_topics(Call& call, Instant end, VoiceFigures& figures) {
    for (auto const& count : rows::counts_by_topic(call, end))
        figures.topics.push_back({count.topic, topic_name(call, count.topic), count.received,
                                  count.filed, count.answered, count.solved});
}

}  // namespace

Result<VoiceList> list_voices(Call& call, ListVoices const& form) {
    auto const place = TRY(read_place(form.after));
    auto filter = filter_of(form);
    if (form.state == State::working)
        filter.states = {State::working, State::answered, State::approved};
    auto page = matters::list_page(call, filter, {}, matters::Order::newest, place, page_rows);
    if (!filter.words.empty())
        std::erase_if(page.matters, [&](Matter const& matter) {
            return !is_found_in_public(call, matter, filter.words, 100);
        });
    return listed(call, page, Eye::everybody);
}

Result<VoiceList> list_voice_desk(Call& call, ListVoices const& form) {
    auto const place = TRY(read_place(form.after));
    auto const sight = sight_of(call);
    auto filter = filter_of(form);
    if (!sight.office && !sight.within.empty()) filter.unit = sight.within.front();
    return listed(call,
                  matters::list_page(call, filter, sight, matters::Order::newest, place, page_rows),
                  Eye::unit);
}

Result<VoiceList> list_my_voices(Call& call, MyVoices const&) {
    if (call.actor.id().empty()) return Refusal{Why::unauthenticated, "session.missing"};
    VoiceList list{{}, {}, call.now};
    std::set<std::string> known;
    auto const add_all = [&](std::vector<Voice> const& voices, std::string const& member) {
        for (auto const& voice : voices) {
            if (!known.insert(voice.id).second) continue;
            std::optional<Matter> matter;
            if (voice.matter) matter = matters::find(call, *voice.matter).value();
            auto row = row_of(call, voice, matter, Eye::author);
            row.to_read = waits_for(call, voice, member);
            for (auto const& author : rows::authors_of(call, voice.id))
                row.asked |= !matter && author.named() && author.member == member &&
                             !author.confirmed_at && !author.declined_at;
            list.voices.push_back(std::move(row));
        }
    };
    auto const mine = acting_members(call);
    for (auto const& member : mine)
        for (auto const& id : rows::voices_of_reader(call, member.id, most_own))
            add_all({rows::find_voice(call, id).value()}, member.id);
    for (auto const& member : mine)
        add_all(rows::voices_of_member(call, member.id, most_own), member.id);
    for (auto const& member : mine)
        if (!member.street.empty())
            add_all(rows::voices_of_street(call, member.street, most_own), "");
    return list;
}

std::optional<VoiceRow> row_for_asker(Call& call, Voice const& voice) {
    if (!voice.matter) return {};
    auto const matter = matters::find(call, *voice.matter).value();
    auto const eye = eye_of(call, voice, matter);
    if (eye == Eye::nobody) return {};
    return row_of(call, voice, matter, eye);
}

std::optional<VoiceRow> row_for_everybody(Call& call, Voice const& voice) {
    if (!voice.matter) return {};
    auto const matter = matters::find(call, *voice.matter).value();
    if (!everybody_reads(matter)) return {};
    return row_of(call, voice, matter, Eye::everybody);
}

Result<VoiceList> find_similar_voices(Call& call, FindSimilar const& form) {
    matters::Page page;
    page.matters = matters::find_similar(call, {book_name, form.topic, {}, form.title},
                                         sight_of(call), most_similar);
    std::erase_if(page.matters, [&](Matter const& matter) {
        return !is_found_in_public(call, matter, form.title, similar_percent);
    });
    return listed(call, page, Eye::everybody);
}

Result<VoiceChoices> voice_choices(Call& call, MyVoices const&) {
    auto const& settings = call.district.policy<Settings>();
    VoiceChoices choices{{}, {}, {}, {}, {}, settings.phone, open_to_citizens(call)};
    for (auto const& topic : settings.book.categories)
        if (!topic.retired) choices.topics.push_back({topic.id, topic_name(call, topic.id)});
    for (auto const& street : streets_of(call)) choices.streets.push_back({street.id, street.name});
    for (auto const& unit : units_of(call)) choices.units.push_back({unit.id, unit.name});
    for (auto const& each : settings.book.declines)
        choices.declines.push_back(
            {each.id, call.language == Language::en ? each.name_en : each.name});
    for (auto const& reason : settings.book.rules_on(today(call)).pauses)
        choices.pauses.push_back(reason.id);
    return choices;
}

Result<VoiceMap> map_voices(Call& call, MapVoices const&) {
    VoiceMap map;
    auto open = matters::open_levels(call, book_name, matters::Split::street, matters::Days::all(),
                                     {State::registered, State::amending});
    for (auto const& street : streets_of(call))
        map.streets.push_back({street.id, open[street.id.text].open, open[street.id.text].levels});
    return map;
}

Result<VoiceFigures> count_voices(Call& call, CountVoices const& form) {
    auto const& zone = call.district.zone();
    auto const day = form.day.value_or(today(call));
    auto const end = zone.midnight(day + std::chrono::days{1});
    VoiceFigures figures{};
    figures.day = day;
    figures.advisers.name = call.texts.say(call.language, "voices.source.adviser");
    figures.citizens = SourceFigures{};
    figures.citizens->name = call.texts.say(call.language, "voices.source.citizen");
    std::map<OrgId, SourceFigures> by_street;
    for (auto const& [street, since] : streets_on(call, day))
        by_street[street] = {street, unit_name(call, street), 0, 0, 0, 0, {}, since};
    for (auto const& count : rows::counts_by_source(call, end)) {
        figures.total += count.received;
        if (count.source == Source::citizen) add(*figures.citizens, count);
        if (count.source == Source::adviser) add(figures.advisers, count);
        if (count.source != Source::officer) continue;
        auto& street = by_street[count.street];
        street.street = count.street;
        street.name = unit_name(call, count.street);
        add(street, count);
    }
    for (auto& [id, street] : by_street) figures.streets.push_back(std::move(street));
    if (figures.citizens->received == 0 && !open_to_citizens(call)) figures.citizens.reset();
    add_topics(call, end, figures);
    add_rates(call, day, figures);
    return figures;
}

}  // namespace banshi::voices
