#include "cli/demo/advice.h"

#include <memory>
#include <stdexcept>

#include "systems/voices/settings.h"

namespace banshi::demo {

using namespace std::chrono_literals;
using std::chrono::days;

namespace {

constexpr int items = 136;  // 建言, as the first stage had
constexpr int streets = 7;  // that began
constexpr int advisers = 6;
constexpr int findings = 8;  // 视察调研, all of them solved
constexpr int inquiries = 3;
constexpr int of_streets = 84;  // of the items

json::object on(std::string const& number, int seen) {
    return {{"number", number}, {"if_match", seen}};
}

}  // namespace

bool has_advice(District const& district) { return district.has<voices::Settings>(); }

Advice::Advice(Setting const& setting, Deeds& deeds, Staff const& staff)
    : setting_(setting),
      deeds_(deeds),
      screener_(staff.of_role.at("voice_screener")),
      handler_(staff.of_role.at("voice_head")),
      approver_(staff.of_role.at("voice_approver")) {}

int Advice::seen(std::string const& voice, Instant now) {
    return deeds_.must(screener_, now, "see_voice", {{"number", voice}})
        .at("seen")
        .to_number<int>();
}

AdviceSetting const& Advice::text_of(Item const& item) const {
    return setting_.advice[static_cast<std::size_t>(item.at) % setting_.advice.size()];
}

bool Advice::is_finding(Item const& item) const { return item.at < findings; }

Advice::Writer Advice::take_up(json::object member, Instant now) {
    auto const named = deeds_.must(screener_, now, "name_member", member);
    auto const id = text_at(named, "member");
    Writer writer{{Actor::Kind::citizen, {"writer-" + id}, {}, "", {}}, id};
    deeds_.must(writer.actor, now, "take_up_membership", {{"code", text_at(named, "code")}});
    return writer;
}

// Advisers, the officers of the first streets, and where the advisers went.
void Advice::settle(Instant now) {
    auto const& zone = deeds_.district().zone();
    auto const day = banshi::written(zone.day_of(now));
    auto& random = deeds_.random();
    auto const name = [&] {
        auto const surname = setting_.surnames[random.below(setting_.surnames.size())];
        return surname + setting_.given[random.below(setting_.given.size())];
    };
    for (std::size_t at = 0; at < advisers; ++at)
        advisers_.push_back(
            take_up(json::object{{"role", "adviser"},
                                 {"name", name()},
                                 {"sector", setting_.sectors.at(at % setting_.sectors.size())},
                                 {"from", day}},
                    now));
    auto const choices = deeds_.must(screener_, now, "voice_choices", {});
    auto const& all = choices.at("streets").as_array();
    for (int at = 0; at < streets && at < static_cast<int>(all.size()); ++at)
        officers_.push_back(
            take_up(json::object{{"role", "officer"},
                                 {"name", name()},
                                 {"street", text_at(all[static_cast<std::size_t>(at)], "id")},
                                 {"from", day}},
                    now));
    for (int at = 0; at < inquiries; ++at) {
        auto const& told = setting_.advice[static_cast<std::size_t>(at)];
        auto const made = deeds_.must(screener_, now, "record_inquiry",
                                      {{"kind", at == 1 ? "research" : "inspection"},
                                       {"topic", told.topic},
                                       {"title", told.title},
                                       {"place", told.place},
                                       {"day", day},
                                       {"members", name()}});
        inquiries_.push_back(text_at(made, "inquiry"));
    }
}

void Advice::ask_for_opinions(Instant now) {
    auto const& wanted = setting_.opinion_call;
    auto const today = deeds_.district().zone().day_of(now);
    auto const posted = deeds_.must(screener_, now, "post_opinion_call",
                                    {{"topic", wanted.topic},
                                     {"title", wanted.title},
                                     {"text", wanted.text},
                                     {"from", banshi::written(today)},
                                     {"to", banshi::written(today + days{wanted.days})}});
    call_ = text_at(posted, "call");
}

// The latest three for the leaders, one of whom writes on the first.
void Advice::make_digest(Instant now) {
    constexpr std::size_t chosen = 3;
    if (numbers_.size() < chosen) return;
    auto const& wanted = setting_.digest;
    json::array latest;
    for (auto at = numbers_.size() - chosen; at < numbers_.size(); ++at)
        latest.push_back(json::value(numbers_[at]));
    auto const made =
        deeds_.must(screener_, now, "make_digest",
                    {{"title", wanted.title}, {"words", wanted.words}, {"numbers", latest}});
    auto const last = deeds_.district().zone().day_of(now) + days{wanted.days};
    deeds_.must(screener_, now, "record_instruction",
                {{"digest", text_at(made, "digest")},
                 {"item", 1},
                 {"leader", wanted.leader},
                 {"text", wanted.instruction},
                 {"unit", wanted.unit},
                 {"last_day", banshi::written(last)}});
}

void Advice::find(std::shared_ptr<Item> item, Instant now) {
    auto const trip = static_cast<std::size_t>(item->at) % inquiries_.size();
    auto const& told = text_of(*item);
    auto const made = deeds_.must(screener_, now, "add_finding",
                                  {{"inquiry", inquiries_[trip]},
                                   {"member", item->writer->member},
                                   {"title", told.title},
                                   {"problem", told.problem},
                                   {"suggestion", told.suggestion}});
    item->voice = text_at(made.at("findings").as_array().back(), "voice");
}

void Advice::write(std::shared_ptr<Item> item, Instant now) {
    if (is_finding(*item)) return find(item, now);
    auto const& told = text_of(*item);
    json::object form{{"kind", item->at % 9 == 0 ? "proposal" : "opinion"},
                      {"topic", told.topic},
                      {"title", told.title},
                      {"problem", told.problem},
                      {"suggestion", told.suggestion},
                      {"disclosure", item->at % 3 == 0 ? "open" : "abstract"}};
    if (told.topic == setting_.opinion_call.topic) form["call"] = call_;
    auto const made = deeds_.must(item->writer->actor, now, "draft_voice", form);
    item->voice = text_at(made, "voice");
    deeds_.must(item->writer->actor, now, "submit_voice", {{"number", item->voice}});
}

void Advice::screen(Item& item, Instant now) {
    auto form = on(item.voice, seen(item.voice, now));
    form["decision"] = "file";
    item.number = text_at(deeds_.must(screener_, now, "screen_voice", form), "number");
    numbers_.push_back(item.number);
}

void Advice::hand_over(Item const& item, Instant now) {
    if (item.number.empty()) return;
    auto form = on(item.voice, seen(item.voice, now));
    form["lead"] = text_of(item).unit;
    deeds_.must(screener_, now, "hand_over_voice", form);
    deeds_.must(handler_, now, "sign_voice", on(item.voice, seen(item.voice, now)));
}

void Advice::answer(Item const& item, Instant now) {
    if (item.number.empty()) return;
    auto contact = on(item.voice, seen(item.voice, now));
    contact["how"] = "call";
    contact["words"] = text_of(item).answer;
    deeds_.must(handler_, now, "record_contact", contact);
    auto draft = on(item.voice, seen(item.voice, now));
    bool const later = !is_finding(item) && item.at % 4 == 0;
    draft["outcome"] = later ? "partly" : "solved";
    draft["text"] = text_of(item).answer;
    if (later)
        draft["review_on"] = banshi::written(deeds_.district().zone().day_of(now) + days{90});
    deeds_.must(handler_, now, "draft_answer", draft);
    deeds_.must(approver_, now, "approve_answer", on(item.voice, seen(item.voice, now)));
}

void Advice::add_to(Replay& replay, Day first, Instant now) {
    auto const& zone = deeds_.district().zone();
    auto const start = zone.midnight(first) + 8h;
    replay.add(start, [this](Instant at) {
        settle(at);
        ask_for_opinions(at);
    });
    auto const digest = start + days{9} + 7h;
    if (digest < now) replay.add(digest, [this](Instant at) { make_digest(at); });
    // In the mornings, and early enough that all but the latest has been answered.
    auto const last = std::chrono::floor<days>(now - start).count();
    for (int at = 0; at < items; ++at) {
        auto const item = std::make_shared<Item>(Item{nullptr, at, "", ""});
        auto const morning = start + days{last * at / items} + 1h;
        auto const when = morning + std::chrono::minutes{at * 7 % 150};
        auto const note = [&](Instant due, std::function<void(Instant)> what) {
            if (due < now) replay.add(due, std::move(what));
        };
        note(when, [this, item](Instant then) {
            bool const street = item->at >= findings && item->at < findings + of_streets;
            auto const& writers = street ? officers_ : advisers_;
            item->writer = &writers[static_cast<std::size_t>(item->at) % writers.size()];
            write(item, then);
        });
        note(when + 2h, [this, item](Instant then) { screen(*item, then); });
        note(when + 4h, [this, item](Instant then) { hand_over(*item, then); });
        if (is_finding(*item) || at % 5 != 3)
            note(when + 48h, [this, item](Instant then) { answer(*item, then); });
    }
}

}  // namespace banshi::demo
