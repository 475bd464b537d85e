#include "engines/tickets/audit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "engines/tickets/row_check.h"

namespace banshi::tickets {

using record::number_field;
using record::Seen;
using record::text_field;
using namespace std::chrono_literals;
using std::chrono::sys_seconds;

namespace {

constexpr auto closing_slack = 15min;
// No hall issues more in a day; a higher one is no number of ours.
constexpr std::size_t highest_number = 100'000;

constexpr std::array<std::string_view, 8> ends{
    "queue.served",  "queue.noshow",   "queue.cancelled",  "queue.left",
    "queue.carried", "queue.unserved", "queue.unfinished", "queue.void"};

bool is_end(std::string_view kind) {
    return std::find(ends.begin(), ends.end(), kind) != ends.end();
}

struct Parted {
    std::string_view letters;
    std::size_t figure;
};

// "A017" is the letter A and 17.
std::optional<Parted> parted(std::string_view number) {
    auto const at = number.find_first_of("0123456789");
    if (at == number.npos) return std::nullopt;
    Parted out{number.substr(0, at), 0};
    auto const* end = number.data() + number.size();
    auto const [stop, error] = std::from_chars(number.data() + at, end, out.figure);
    bool const good = error == std::errc{} && stop == end && out.figure >= 1;
    return good && out.figure <= highest_number ? std::optional{out} : std::nullopt;
}

std::string written_number(std::string_view letters, std::size_t figure) {
    auto figures = std::to_string(figure);
    if (figures.size() < 3) figures.insert(0, 3 - figures.size(), '0');
    return std::string(letters) + figures;
}

// "hall-01/2026-11-23" is a series of that day. Where nobody recorded when the hall closed, the
// day is over when it is over in every zone of the world.
sys_seconds end_of_day(std::string_view queue) {
    auto const day = read_day(queue.substr(queue.rfind('/') + 1));
    return day ? sys_seconds{day->time_since_epoch()} + 36h : sys_seconds::max() - closing_slack;
}

Facts facts_of(std::string const& queue, std::string_view number) {
    auto const slash = queue.rfind('/');
    return {{"queue", queue.substr(0, slash)},
            {"day", slash == queue.npos ? "" : queue.substr(slash + 1)},
            {"number", std::string(number)}};
}

// A void number was never a visit, a block is of many, and a closing is of the whole day.
bool is_of_visit(std::string_view kind) {
    if (kind.starts_with("booking.")) return true;
    return kind.starts_with("queue.") && kind != "queue.void" && kind != "queue.reserved" &&
           kind != "queue.closed";
}

}  // namespace

void HallAudit::add(char const* text, std::uint64_t seq, Facts facts) {
    facts.emplace("seq", std::to_string(seq));
    breaches_.push_back({text, seq, std::move(facts)});
}

void HallAudit::see(Seen const& entry) {
    if (is_of_visit(entry.kind)) leaves_.expect(entry.seq);
    if (!entry.kind.starts_with("queue.")) return;
    settle(entry.at);
    auto const queue = text_field(entry.body, "q");
    auto found = series_.find(queue);
    if (found == series_.end()) {
        found = series_.emplace(queue, Series{}).first;
        open_.emplace(queue, end_of_day(queue));
    }
    if (auto const closing = number_field(entry.body, "closing"))
        found->second.closing = sys_seconds{std::chrono::seconds{*closing}};
    if (auto const number = text_field(entry.body, "n"); !number.empty())
        see_number(entry, found->second, found->first, number);
}

void HallAudit::see_number(Seen const& entry, Series& series, std::string const& queue,
                           std::string_view number) {
    auto const& [seq, kind, at, body] = entry;
    auto const parts = parted(number);
    if (!parts) return add("breach.number_malformed", seq, facts_of(queue, number));
    // Of a day that was over without a fault nothing more may be told.
    if (series.settled) return add("breach.number_ended_late", seq, facts_of(queue, number));
    auto letter = series.letters.find(parts->letters);
    if (letter == series.letters.end())
        letter = series.letters.emplace(parts->letters, std::vector<Number>{}).first;
    auto& numbers = letter->second;
    if (kind == "queue.reserved")
        return see_block(entry, numbers, queue, parts->letters, parts->figure);
    if (numbers.size() < parts->figure) numbers.resize(parts->figure);
    auto& known = numbers[parts->figure - 1];
    if (!known.issued) known.seq = seq, known.named = true;

    // A void number was never handed out: its end is its beginning too.
    bool const begins = kind == "queue.issued" || (kind == "queue.void" && !known.issued);
    if (kind == "queue.issued" && known.issued)
        add("breach.number_twice", seq, facts_of(queue, number));
    if (!begins && !known.issued) add("breach.number_unknown", seq, facts_of(queue, number));
    known.issued = known.issued || begins;
    if (!is_end(kind)) return;

    if (known.ended) add("breach.number_ended_twice", seq, facts_of(queue, number));
    auto const closing = std::min(series.closing, end_of_day(queue));
    if (at > closing + closing_slack) add("breach.number_ended_late", seq, facts_of(queue, number));
    known.ended = true;
}

// What a kiosk took ahead is neither missing nor a visit before the day is over.
void HallAudit::see_block(Seen const& entry, std::vector<Number>& numbers, std::string const& queue,
                          std::string_view letters, std::size_t first) {
    auto const written = text_field(entry.body, "last");
    auto const last = parted(written);
    if (!last || last->letters != letters || last->figure < first)
        return add("breach.number_malformed", entry.seq, facts_of(queue, written));
    if (numbers.size() < last->figure) numbers.resize(last->figure);
    for (auto figure = first; figure <= last->figure; ++figure) {
        auto& known = numbers[figure - 1];
        if (known.named)
            add("breach.number_twice", entry.seq, facts_of(queue, written_number(letters, figure)));
        known.seq = entry.seq;
        known.named = true;
    }
}

// Days that ended well are let go, so that the memory does not grow with the log.
void HallAudit::settle(sys_seconds at) {
    if (at < next_settling_) return;
    next_settling_ = at + 1h;
    std::erase_if(open_, [&](auto const& each) {
        auto const& [queue, end] = each;
        if (at <= end + closing_slack) return false;
        auto& series = series_.find(queue)->second;
        series.settled = std::ranges::all_of(series.letters, [](auto const& letter) {
            return std::ranges::all_of(
                letter.second, [](Number const& number) { return number.issued && number.ended; });
        });
        if (series.settled) series.letters.clear();
        return true;
    });
}

std::vector<record::Breach> HallAudit::finish(Instant now) {
    for (auto const& [queue, series] : series_) finish_series(queue, series, now);
    auto found = std::exchange(breaches_, {});
    std::stable_sort(found.begin(), found.end(),
                     [](record::Breach const& left, record::Breach const& right) {
                         return left.seq < right.seq;
                     });
    return found;
}

std::vector<record::Breach> HallAudit::compare(Call& call) {
    auto found = check_rows(call.tx, call.district.name(), leaves_);
    auto left = leaves_.left(call.tx, call.district.name());
    std::ranges::move(left, std::back_inserter(found));
    return found;
}

void HallAudit::finish_series(std::string const& queue, Series const& series, Instant now) {
    bool const over = now > std::min(series.closing, end_of_day(queue)) + closing_slack;
    for (auto const& [letters, numbers] : series.letters) {
        std::uint64_t next_seq = 0;  // of the next higher number, where the gap shows
        for (auto figure = numbers.size(); figure > 0; --figure) {
            auto const& number = numbers[figure - 1];
            auto const facts = facts_of(queue, written_number(letters, figure));
            if (!number.named) add("breach.number_missing", next_seq, facts);
            if (number.named && !number.issued && over)
                add("breach.number_missing", number.seq, facts);
            if (number.issued && !number.ended && over)
                add("breach.number_open", number.seq, facts);
            if (number.named) next_seq = number.seq;
        }
    }
}

}  // namespace banshi::tickets
