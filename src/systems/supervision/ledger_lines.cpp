#include "systems/supervision/ledger_lines.h"

#include <algorithm>
#include <map>

#include "documents/characters.h"
#include "documents/table_file.h"
#include "engines/matters/evaluations.h"
#include "engines/matters/texts.h"
#include "engines/people/accounts.h"
#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

using documents::Cell;
using documents::CellKind;
using documents::WallTime;

constexpr int most_at_one_moment = 10'000;

std::vector<LedgerColumn> const original{
    {"serial", CellKind::integer, 6},
    {"number", CellKind::text, 20},
    {"registered_at", CellKind::moment, 17},
    {"channel", CellKind::text, 14},
    {"kind", CellKind::text, 12},
    {"category", CellKind::text, 12},
    {"title", CellKind::text, 30},
    {"text", CellKind::text, 40},
    {"reporter", CellKind::text, 10},
    {"phone", CellKind::text, 14},
    {"street", CellKind::text, 12},
    {"place", CellKind::text, 20},
    {"households", CellKind::integer, 9},
    {"problem_since", CellKind::date, 12},
    {"registered_where", CellKind::text, 14},
    {"registered_by", CellKind::text, 12},
    {"old_number", CellKind::text, 16},
};
std::vector<LedgerColumn> const progress{
    {"serial", CellKind::integer, 6},        {"number", CellKind::text, 20},
    {"round", CellKind::integer, 6},         {"lead", CellKind::text, 18},
    {"joint", CellKind::text, 18},           {"handler", CellKind::text, 10},
    {"leader", CellKind::text, 10},          {"dispatched_at", CellKind::moment, 17},
    {"signed_at", CellKind::moment, 17},     {"limit", CellKind::text, 12},
    {"last_day", CellKind::date, 12},        {"paused_days", CellKind::integer, 9},
    {"extended_days", CellKind::integer, 9}, {"colour", CellKind::text, 8},
    {"level", CellKind::text, 12},           {"level_1_at", CellKind::moment, 17},
    {"level_2_at", CellKind::moment, 17},    {"level_3_at", CellKind::moment, 17},
    {"latest", CellKind::text, 30},          {"updated_at", CellKind::moment, 17},
};
std::vector<LedgerColumn> const resolution{
    {"serial", CellKind::integer, 6},     {"number", CellKind::text, 20},
    {"round", CellKind::integer, 6},      {"outcome", CellKind::text, 12},
    {"answer", CellKind::text, 40},       {"evidence", CellKind::integer, 9},
    {"quantities", CellKind::integer, 9}, {"done_at", CellKind::moment, 17},
    {"approved_by", CellKind::text, 12},  {"cleared_at", CellKind::moment, 17},
    {"in_time", CellKind::text, 9},       {"late_days", CellKind::integer, 9},
    {"call_back", CellKind::text, 12},    {"rating", CellKind::text, 12},
    {"reopened", CellKind::integer, 9},
};

class Writer {
public:
    explicit Writer(Call& call) : call_(call) {}

    std::string say(std::string const& key) const { return call_.texts.say(call_.language, key); }
    Cell moment(Instant at) const {
        auto const& zone = call_.district.zone();
        auto const seconds =
            std::chrono::floor<std::chrono::seconds>((at - zone.midnight(zone.day_of(at))));
        return WallTime{zone.day_of(at), seconds};
    }
    Cell moment(std::optional<Instant> at) const { return at ? moment(*at) : Cell{}; }
    static Cell day(std::optional<Day> day) { return day ? Cell{*day} : Cell{}; }
    static Cell whole(std::optional<int> count) {
        return count ? Cell{static_cast<std::int64_t>(*count)} : Cell{};
    }
    std::string unit(std::string const& id) {
        if (id.empty()) return "";
        auto const known = units_.find(id);
        return known != units_.end() ? known->second : units_[id] = unit_name(call_, OrgId{id});
    }
    std::string person(std::string const& account) {
        if (account.empty()) return "";
        auto const known = names_.find(account);
        if (known != names_.end()) return known->second;
        auto const found = people::find_account(call_, AccountId{account});
        return names_[account] = found ? found->name : "";
    }
    // What the office wrote, in a file that names nobody.
    std::string words(std::string const& matter, std::string const& said, bool masked) {
        if (said.empty() || !masked) return said;
        auto const found = matters::find(call_, MatterId{matter});
        return found ? matters::PublicWords(call_, found.value()).of(said) : said;
    }
    Call& call() { return call_; }

private:
    Call& call_;
    std::map<std::string, std::string> units_, names_;
};

using See = std::function<void(LedgerLine const&)>;

std::string opened(std::string const& sealed) {
    return sealed.empty() ? "" : people::unseal(sealed);
}

// What a correction says of a field: what stood there, and what stands there now.
struct Corrected {
    std::string from, to;
};
std::optional<Corrected> corrected(rows::CorrectionRow const& row, char const* field) {
    if (row.verb != "correct") return std::nullopt;
    auto const facts = json::parse(row.facts).as_object();
    auto const* const both = facts.if_contains(field);
    if (!both) return std::nullopt;
    return Corrected{std::string(both->at(0).as_string()), std::string(both->at(1).as_string())};
}

// As it was registered.
std::string first_of(std::vector<rows::CorrectionRow> const& all, char const* field,
                     std::string const& now) {
    for (auto const& row : all)
        if (auto const change = corrected(row, field)) return change->from;
    return now;
}

std::vector<Cell> original_cells(Writer& w, rows::OriginalRow const& r, bool masked) {
    auto const name = opened(r.name), phone = opened(r.phone);
    return {r.number,
            w.moment(r.registered_at),
            w.say("supervision.origin." + r.channel),
            w.say("supervision.kind." + r.kind),
            category_name(w.call(), r.category),
            r.title,
            r.text,
            masked ? people::masked_name(name) : name,
            masked ? people::masked_phone(phone) : phone,
            w.unit(r.street),
            r.place,
            Writer::whole(r.households),
            Writer::day(r.problem_since),
            w.unit(r.street),
            r.recorded_by,
            r.old_number};
}

void original_line(Writer& w, rows::OriginalRow const& row, bool masked, See const& see) {
    auto r = row;
    auto const corrections = rows::corrections_of(w.call(), r.id);
    r.kind = first_of(corrections, "kind", r.kind);
    r.category = first_of(corrections, "category", r.category);
    r.street = first_of(corrections, "street", r.street);
    r.place = first_of(corrections, "place", r.place);
    see({r.registered_at, r.id, r.number, original_cells(w, r, masked)});
    for (auto const& c : corrections) {
        std::vector<Cell> cells(original.size() - 1);
        cells[0] = r.number;
        cells[1] = w.moment(c.at);
        cells[2] = w.say("supervision.ledger.correction");
        cells[5] = w.say("matter.verb." + c.verb);
        cells[6] = w.words(r.id, c.why, masked);
        cells[14] = w.person(c.actor);
        if (auto const to = corrected(c, "kind")) cells[3] = w.say("supervision.kind." + to->to);
        if (auto const to = corrected(c, "category")) cells[4] = category_name(w.call(), to->to);
        if (auto const to = corrected(c, "street")) cells[9] = w.unit(to->to);
        if (auto const to = corrected(c, "place")) cells[10] = to->to;
        see({r.registered_at, r.id, r.number, std::move(cells)});
    }
}

std::string joined(Writer& w, std::vector<std::string> const& units) {
    std::string out;
    for (auto const& unit : units) out += (out.empty() ? "" : "、") + w.unit(unit);
    return out;
}

int paused_days(Writer& w, rows::ProgressRow const& r) {
    auto const& zone = w.call().district.zone();
    int days = 0;
    for (auto const& pause : rows::pauses_since(w.call(), r.matter, r.dispatched_at))
        days += static_cast<int>(
            (zone.day_of(pause.to.value_or(w.call().now)) - zone.day_of(pause.from)).count());
    return days;
}

std::string colour_word(Writer& w, rows::ProgressRow const& r) {
    if (r.ended_at || !r.stopped) return "";
    auto const colour = matters::colour_of(*r.stopped, r.yellow_at, r.red_at, w.call().now);
    return w.say(std::string("supervision.colour.") + boost::describe::enum_to_string(colour, ""));
}

void progress_line(Writer& w, rows::ProgressRow const& r, bool masked, See const& see) {
    Cell level_1, level_2, level_3;
    int highest = 0;
    if (r.clock)
        for (auto const& [level, at] : rows::level_times(w.call(), r.matter, *r.clock)) {
            (level == 1 ? level_1 : level == 2 ? level_2 : level_3) = w.moment(at);
            highest = level;
        }
    auto const limit =
        r.length ? w.call().texts.say(w.call().language, "supervision.length." + *r.length_unit,
                                      {{"count", std::to_string(*r.length)}})
                 : "";
    see({r.dispatched_at,
         r.id,
         r.number,
         {r.number, static_cast<std::int64_t>(r.round), r.lead ? w.unit(r.unit) : std::string(),
          r.lead ? joined(w, rows::joint_units(w.call(), r.matter, r.round)) : w.unit(r.unit),
          w.person(r.handler), r.leader, w.moment(r.dispatched_at), w.moment(r.signed_at), limit,
          Writer::day(r.last_day), Writer::whole(paused_days(w, r)), Writer::whole(r.extension),
          colour_word(w, r), highest ? w.say("matter.level." + std::to_string(highest)) : "",
          level_1, level_2, level_3, w.words(r.matter, r.progress.value_or(""), masked),
          w.moment(r.progress_at)}});
}

std::int64_t evidence_in(std::string const& facts) {
    if (facts.empty()) return 0;
    auto const parsed = json::parse(facts).as_object();
    auto const* const count = parsed.if_contains("evidence");
    return count ? count->to_number<std::int64_t>() : 0;
}

void resolution_line(Writer& w, rows::ResolutionRow const& r, See const& see) {
    bool const late = r.due && r.ended_at && *r.ended_at >= *r.due;
    auto const& zone = w.call().district.zone();
    std::optional<int> late_days;
    if (late && r.last_day)
        late_days = static_cast<int>((zone.day_of(*r.ended_at) - *r.last_day).count());
    see({r.cleared_at,
         r.id,
         r.number,
         {r.number, static_cast<std::int64_t>(r.round), w.say("matter.outcome." + r.outcome),
          r.answer, evidence_in(r.facts), r.quantities, w.moment(r.done_at),
          w.person(r.approved_by), w.moment(r.cleared_at),
          r.due ? w.say(late ? "supervision.ledger.no" : "supervision.ledger.yes") : std::string(),
          Writer::whole(late_days),
          r.solved ? w.say(*r.solved ? "supervision.ledger.solved" : "supervision.ledger.unsolved")
                   : std::string(),
          r.rating ? w.say("supervision.rating." + *r.rating) : std::string(), r.reopened}});
}

}  // namespace

std::vector<LedgerColumn> const& columns_of(Ledger ledger) {
    switch (ledger) {
        case Ledger::original:
            return original;
        case Ledger::progress:
            return progress;
        case Ledger::resolution:
            return resolution;
    }
    return original;
}

void each_line(Call& call, Ledger ledger, rows::Span const& span, bool masked, See const& see) {
    Writer w(call);
    if (ledger == Ledger::original)
        rows::each_original(call, span, [&](auto const& r) { original_line(w, r, masked, see); });
    if (ledger == Ledger::progress)
        rows::each_progress(call, span, [&](auto const& r) { progress_line(w, r, masked, see); });
    if (ledger == Ledger::resolution)
        rows::each_resolution(call, span, [&](auto const& r) { resolution_line(w, r, see); });
}

std::vector<std::string> differs_from_ledger(Call& call, matters::Matter const& matter,
                                             std::vector<std::string> const& columns,
                                             std::vector<std::string> const& cells) {
    rows::Span one{};
    one.from = matter.registered_at;
    one.to = matter.registered_at + std::chrono::microseconds{1};
    one.after_at = Instant{std::chrono::days{-1}};
    one.limit = most_at_one_moment;
    std::vector<std::vector<Cell>> said;
    rows::each_original(call, one, [&](rows::OriginalRow const& row) {
        if (row.number != matter.number) return;
        for (auto const language : {Language::zh, Language::en})
            for (bool const masked : {true, false}) {
                auto in_language = call;
                in_language.language = language;
                Writer w(in_language);
                said.push_back(original_cells(w, row, masked));
            }
    });
    std::vector<std::string> out;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        auto const place = std::ranges::find(original, columns[at], &LedgerColumn::key);
        if (place == original.end()) continue;
        auto const column = static_cast<std::size_t>(place - original.begin()) - 1;
        auto const same = [&](std::vector<Cell> const& line) {
            return documents::folded_name(documents::said_in_cell(line[column])) ==
                   documents::folded_name(documents::one_line(cells[at]));
        };
        if (std::ranges::none_of(said, same)) out.push_back(columns[at]);
    }
    return out;
}

}  // namespace banshi::supervision
