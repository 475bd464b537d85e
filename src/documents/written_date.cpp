#include "documents/written_date.h"

#include <charconv>
#include <optional>
#include <vector>

#include "documents/characters.h"

namespace banshi::documents {

namespace {

using Numbers = std::vector<std::string_view>;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// The runs of figures; nothing where something else stands between them than what dates have.
std::optional<Numbers> numbers_in(std::string_view text) {
    constexpr std::string_view between[] = {"-",  "/",  ".",  ":",  " ", "T",
                                            "年", "月", "日", "时", "分"};
    Numbers out;
    while (!text.empty()) {
        std::size_t length = 0;
        while (length < text.size() && is_figure(text[length])) ++length;
        if (length > 0) out.push_back(text.substr(0, length));
        for (auto const word : between)
            if (length == 0 && text.starts_with(word)) length = word.size();
        if (length == 0) return std::nullopt;
        text.remove_prefix(length);
    }
    return out;
}

unsigned number(std::string_view figures) {
    unsigned value = 0;
    std::from_chars(figures.data(), figures.data() + figures.size(), value);
    return value;
}

Refusal no(char const* code) { return {Why::invalid, code}; }

}  // namespace

Result<WallTime> read_written_date(std::string_view typed) {
    auto const text = half_width(typed);
    if (text.empty() || !is_figure(text.front())) return no("date.unread");
    auto numbers = numbers_in(text).value_or(Numbers{});
    if (!numbers.empty() && numbers[0].size() == 8) {  // 20260925
        auto const run = numbers[0];
        numbers[0] = run.substr(0, 4);
        numbers.insert(numbers.begin() + 1, {run.substr(4, 2), run.substr(6, 2)});
    }
    bool const timed = numbers.size() == 5 || numbers.size() == 6;
    if (numbers.size() != 3 && !timed) return no("date.unread");
    if (numbers[0].size() == 2 && numbers[2].size() <= 2) return no("date.two_digits");
    if (numbers[0].size() != 4) return no("date.unread");
    for (std::size_t at = 1; at < numbers.size(); ++at)
        if (numbers[at].size() > 2) return no("date.unread");
    std::chrono::year_month_day const date(std::chrono::year(static_cast<int>(number(numbers[0]))),
                                           std::chrono::month(number(numbers[1])),
                                           std::chrono::day(number(numbers[2])));
    auto const hours = timed ? number(numbers[3]) : 0, minutes = timed ? number(numbers[4]) : 0;
    auto const seconds = numbers.size() == 6 ? number(numbers[5]) : 0;
    if (!date.ok() || hours > 23 || minutes > 59 || seconds > 59) return no("date.impossible");
    return WallTime{Day(date), Seconds{hours * 3600 + minutes * 60 + seconds}};
}

}  // namespace banshi::documents
