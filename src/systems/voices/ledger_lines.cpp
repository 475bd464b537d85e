#include "systems/voices/ledger_lines.h"

#include <algorithm>

#include "engines/matters/evaluations.h"
#include "engines/people/identity.h"
#include "systems/voices/inquiry_rows.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

using documents::Cell;
using documents::CellKind;
using matters::Matter;

std::vector<VoiceLedgerColumn> const columns{
    {"serial", CellKind::integer, 6},      {"number", CellKind::text, 20},
    {"kind", CellKind::text, 14},          {"title", CellKind::text, 36},
    {"author", CellKind::text, 12},        {"others", CellKind::text, 20},
    {"from", CellKind::text, 14},          {"submitted_at", CellKind::moment, 17},
    {"filed_at", CellKind::moment, 17},    {"handed_at", CellKind::moment, 17},
    {"lead", CellKind::text, 20},          {"joint", CellKind::text, 20},
    {"last_day", CellKind::date, 12},      {"extended", CellKind::integer, 8},
    {"answered_at", CellKind::moment, 17}, {"published_at", CellKind::moment, 17},
    {"outcome", CellKind::text, 18},       {"rating", CellKind::text, 14},
    {"redone", CellKind::integer, 8},      {"supervision_number", CellKind::text, 20},
};

class Writer {
public:
    Writer(Call& call, Voice const& voice, bool masked)
        : call_(call),
          voice_(voice),
          own_(matters::find(call, *voice.matter).value()),
          matter_(matters::survivor(call, own_).value()) {
        hidden_ =
            masked && (voice.disclosure != Disclosure::open || voice.source == Source::citizen);
    }

    std::vector<Cell> cells() {
        auto const [first, others] = authors();
        auto const [lead, joint] = units();
        auto const [answered, published] = answer();
        auto const clock = step_clock();
        bool const shown = type_of(matter_.state) != matters::StateType::open;
        return {own_.number,
                say(std::string("voices.letter.kind_") +
                    boost::describe::enum_to_string(voice_.kind, "")),
                voice_.title,
                first,
                others,
                from(),
                moment(voice_.submitted_at),
                moment(voice_.filed_at),
                moment(handed_at_),
                lead,
                joint,
                clock ? day(clock->last_day) : Cell{},
                clock && clock->extensions > 0 ? Cell{std::int64_t{clock->extension}} : Cell{},
                moment(answered),
                moment(published),
                shown && matter_.outcome ? say(outcome_key(*matter_.outcome)) : std::string(),
                ratings(),
                std::int64_t{matter_.round - 1},
                supervision_number()};
    }

private:
    std::string say(std::string const& key) const { return call_.texts.say(call_.language, key); }
    Cell moment(std::optional<Instant> at) const {
        if (!at) return {};
        auto const& zone = call_.district.zone();
        auto const today = zone.day_of(*at);
        return documents::WallTime{
            today, std::chrono::floor<std::chrono::seconds>(*at - zone.midnight(today))};
    }
    static Cell day(std::optional<Day> day) { return day ? Cell{*day} : Cell{}; }
    void add(std::string& list, std::string const& one) const {
        list += (list.empty() ? "" : say("matter.and")) + one;
    }
    static std::string outcome_key(matters::Outcome outcome) {
        return std::string("voices.letter.outcome_") + boost::describe::enum_to_string(outcome, "");
    }

    std::pair<std::string, std::string> authors() {
        std::pair<std::string, std::string> names;
        for (auto const& author : rows::authors_of(call_, voice_.id)) {
            if (!author.confirmed()) continue;
            auto const name = hidden_ ? people::masked_name(author.name) : author.name;
            if (author.serial == 1)
                names.first = name;
            else
                add(names.second, name);
        }
        return names;
    }

    std::string from() {
        if (!voice_.street.empty()) return unit_name(call_, voice_.street);
        if (!voice_.sector.empty()) return voice_.sector;
        return say(std::string("voices.source.") +
                   boost::describe::enum_to_string(voice_.source, ""));
    }

    // Of this round; the day of the hand-over is that of the first.
    std::pair<std::string, std::string> units() {
        std::pair<std::string, std::string> names;
        for (auto const& task : matters::tasks_of(call_, matter_.id)) {
            if (!task.grounds.empty()) continue;
            if (!handed_at_ && task.lead) handed_at_ = task.dispatched_at;
            if (task.round != matter_.round) continue;
            if (task.lead)
                names.first = unit_name(call_, task.unit);
            else
                add(names.second, unit_name(call_, task.unit));
        }
        return names;
    }

    // The latest that is public.
    std::pair<std::optional<Instant>, std::optional<Instant>> answer() {
        std::pair<std::optional<Instant>, std::optional<Instant>> times;
        for (auto const& each : matters::answers_of(call_, matter_.id))
            if (each.published_at) times = {each.approved_at, each.published_at};
        return times;
    }

    std::optional<matters::RunningClock> step_clock() {
        std::optional<matters::RunningClock> last;
        for (auto const& clock : matters::clocks_of(call_, matter_.id))
            if (clock.kind == matters::ClockKind::step) last = clock;
        return last;
    }

    std::string ratings() {
        std::string words;
        for (auto const& each : matters::evaluations_of(call_, matter_.id))
            if (each.rating && each.round == matter_.round)
                add(words, say(std::string("voices.rating.") +
                               boost::describe::enum_to_string(*each.rating, "")));
        return words;
    }

    std::string supervision_number() {
        auto const handing = rows::handing_of(call_, voice_.id);
        return handing ? matters::find(call_, handing->matter).value().number : "";
    }

    Call& call_;
    Voice const& voice_;
    Matter own_, matter_;  // and the one that it was joined to
    bool hidden_ = false;
    std::optional<Instant> handed_at_ = {};
};

}  // namespace

std::vector<VoiceLedgerColumn> const& ledger_columns() { return columns; }

std::vector<Cell> ledger_cells(Call& call, Voice const& voice, bool masked) {
    return Writer(call, voice, masked).cells();
}

}  // namespace banshi::voices
