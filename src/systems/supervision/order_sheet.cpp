#include "systems/supervision/order_sheet.h"

#include "documents/sheet.h"
#include "engines/matters/telling.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

using namespace documents;
using matters::LevelRow;
using matters::Matter;

class SheetWords {
public:
    explicit SheetWords(Call const& call) : call_(call) {}
    std::string operator()(std::string const& key, Facts const& facts = {}) const {
        return call_.texts.say(call_.language, "supervision.sheet." + key, facts);
    }
    template <class Word>
    std::string of(char const* group, Word word) const {
        return call_.texts.say(call_.language, std::string("matter.") + group + "." +
                                                   boost::describe::enum_to_string(word, ""));
    }
    std::string day(Instant at) const { return written(call_.district.zone().day_of(at)); }
    std::string moment(Instant at) const {
        auto const text = written(at, call_.district.zone());
        return text.substr(0, 10) + " " + text.substr(11, 5);
    }

private:
    Call const& call_;
};

Table facts_of(Call& call, SheetWords const& word, Matter const& m, LevelRow const& level) {
    std::string joint;
    for (auto const& task : matters::tasks_of(call, m.id))
        if (!task.lead && task.round == m.round)
            joint += (joint.empty() ? "" : "、") + unit_name(call, task.unit);
    Table table{{{"", 1}, {"", 3}}, {}};
    auto const row = [&](char const* key, std::string value) {
        if (!value.empty()) table.rows.push_back({word(key), std::move(value)});
    };
    row("category", category_name(call, m.category));
    row("place", (m.street.empty() ? "" : unit_name(call, m.street) + " ") + m.place);
    row("unit", m.unit.empty() ? "" : unit_name(call, m.unit));
    row("joint", joint);
    row("leader", m.leader);
    row("cause", word(std::string("cause_") + boost::describe::enum_to_string(level.cause, "")));
    row("why", level.why);
    return table;
}

Way way_of(Call& call, SheetWords const& word, Matter const& m) {
    Way way;
    for (auto const& deed : matters::deeds_of(call, m.id)) {
        if (deed.verb == matters::Verb::reveal) continue;
        auto const text = word.of("verb", deed.verb) + (deed.why.empty() ? "" : "：" + deed.why);
        auto const mark =
            deed.verb == matters::Verb::clear ? Way::Mark::cleared : Way::Mark::passed;
        way.stops.push_back({text, word.moment(deed.at), mark});
    }
    return way;
}

std::string new_limit(Call& call, SheetWords const& word, Matter const& m, LevelRow const& level) {
    if (level.new_last_day) return word("new_limit", {{"day", written(*level.new_last_day)}});
    for (auto const& clock : matters::clocks_of(call, m.id))
        if (clock.serial == level.clock && clock.last_day)
            return word("old_limit", {{"day", written(*clock.last_day)}});
    return "";
}

Sheet drawn_up(Call& call, Matter const& m, LevelRow const& level) {
    SheetWords const word(call);
    Sheet sheet{order_name(call, level), {}};
    auto const add = [&](auto block) { sheet.blocks.emplace_back(std::move(block)); };
    add(Title{word("title_" + std::to_string(level.level)), Ink::red});
    add(Paragraph{order_name(call, level) + "　" + word.day(level.nominal_at)});
    add(Plate{word("plate"), m.number});
    add(Heading{m.title});
    if (m.text != m.title) add(Paragraph{m.text});
    add(facts_of(call, word, m, level));
    add(Paragraph{new_limit(call, word, m, level), true});
    add(Heading{word("way")});
    add(way_of(call, word, m));
    add(Code{matters::address_of(call, m),
             level.seq ? word("record", {{"seq", std::to_string(*level.seq)}}) : word("code")});
    add(CutLine{});
    add(Heading{word("answer_slip", {{"number", m.number}})});
    add(Paragraph{word("answer_lines")});
    return sheet;
}

}  // namespace

Result<File> order_paper(Call& call, OrderPaper const& form) {
    auto const matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    for (auto const& level : matters::levels_of(call, matter.id))
        if (level.clock == form.clock && level.level == form.level) {
            auto bytes = TRY(sheet_pdf(drawn_up(call, matter, level), call.now));
            return File{"application/pdf",
                        matter.number + "-" + std::to_string(level.level) + ".pdf",
                        std::move(bytes)};
        }
    return Refusal{Why::not_found, "level.not_found", form.number};
}

}  // namespace banshi::supervision
