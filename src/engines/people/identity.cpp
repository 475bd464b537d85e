#include "engines/people/identity.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

#include "base/tidy_text.h"

namespace banshi::people {

namespace {

// U+FF01 .. U+FF5E are the full-width forms of ! .. ~, written as EF BC 81 .. EF BD 9E.
std::optional<char> full_width(std::string_view letter) {
    if (letter.size() != 3 || letter[0] != '\xEF') return {};
    auto const middle = static_cast<unsigned char>(letter[1]);
    auto const last = static_cast<unsigned char>(letter[2]);
    if (middle != 0xBC && middle != 0xBD) return {};
    int const plain = (middle - 0xBC) * 0x40 + last - 0x80 + 0x20;
    return plain > 0x20 && plain < 0x7F ? std::optional(static_cast<char>(plain)) : std::nullopt;
}

bool is_gap(std::string_view letter) {
    return letter == " " || letter == "\t" || letter == "\n" || letter == "\r" ||
           letter == "\u3000";
}

// Full-width to plain, without blanks and hyphens.
std::string plain(std::string_view typed) {
    std::string out;
    auto const tidy = tidied(typed);
    for (auto const letter : letters(tidy)) {
        auto const narrow = full_width(letter);
        auto const text = narrow ? std::string_view(&*narrow, 1) : letter;
        if (!is_gap(text) && text != "-") out += text;
    }
    return out;
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// GB 11643: the weighted sum of the first 17 digits names the 18th.
bool check_digit_fits(std::string_view number) {
    static constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at) sum += (number[at] - '0') * weights[at];
    return number[17] == "10X98765432"[sum % 11];
}

// Sample numbers are given births in the 19th century, so that they are nobody's who lives.
bool born_plausibly(std::string_view number, Day today) {
    auto const born =
        read_day(std::string(number.substr(6, 4)) + "-" + std::string(number.substr(10, 2)) + "-" +
                 std::string(number.substr(12, 2)));
    return born && *born <= today && number.substr(6, 4) >= "1800";
}

bool is_id_card(std::string_view number, Day today) {
    return number.size() == 18 && all_digits(number.substr(0, 17)) && number[0] != '0' &&
           check_digit_fits(number) && born_plausibly(number, today);
}

bool is_other_document(std::string_view number) {
    return number.size() >= 5 && number.size() <= 24 &&
           std::ranges::all_of(number, [](unsigned char c) { return std::isalnum(c); });
}

}  // namespace

std::string normalise_id_number(std::string_view typed) {
    auto number = plain(typed);
    std::ranges::transform(number, number.begin(), [](unsigned char c) { return std::toupper(c); });
    return number;
}

Result<Document> read_document(DocumentKind kind, std::string_view typed, Day today) {
    auto number = normalise_id_number(typed);
    bool const like_id_card =
        kind == DocumentKind::id_card || kind == DocumentKind::residence_permit;
    if (like_id_card ? !is_id_card(number, today) : !is_other_document(number))
        return Refusal{Why::invalid, "person.bad_id_number", {}, "id_number"};
    return Document{kind, std::move(number)};
}

Result<std::string> normalise_phone(std::string_view typed) {
    auto phone = plain(typed);
    if (phone.starts_with("+86")) phone.erase(0, 3);
    if (phone.size() != 11 || !all_digits(phone) || phone[0] != '1' || phone[1] < '3')
        return Refusal{Why::invalid, "person.bad_phone", {}, "phone"};
    return phone;
}

// Eleven figures from this one on, with blanks between them, and no figure behind them.
static std::optional<std::string> eleven_from(std::string_view flat, std::size_t at) {
    std::string figures;
    for (; at < flat.size() && figures.size() < 11; ++at)
        if (flat[at] != ' ')
            figures += flat[at];
        else if (flat[at - 1] == ' ')
            return std::nullopt;
    if (at < flat.size() && std::isdigit(static_cast<unsigned char>(flat[at]))) return std::nullopt;
    return figures;
}

std::optional<std::string> mobile_in(std::string_view typed) {
    std::string flat;  // a byte a letter
    auto const tidy = tidied(typed);
    for (auto const letter : letters(tidy)) {
        auto const narrow = full_width(letter);
        auto const text = narrow ? std::string_view(&*narrow, 1) : letter;
        flat += is_gap(text) || text == "-" ? ' ' : text.size() == 1 ? text[0] : '?';
    }
    for (std::size_t at = 0; at < flat.size(); ++at) {
        auto first = at;
        while (first > 0 && std::isdigit(static_cast<unsigned char>(flat[first - 1]))) --first;
        auto const prefix = std::string_view(flat).substr(first, at - first);
        if (flat[at] != '1' || !(prefix.empty() || prefix == "86" || prefix == "0086")) continue;
        auto const figures = eleven_from(flat, at);
        auto const phone = normalise_phone(figures.value_or(""));
        if (phone) return phone.value();
    }
    return std::nullopt;
}

Result<std::string> normalise_name(std::string_view typed) {
    // One line, for a name is printed and called.
    auto name = tidied_line(typed);
    if (name.empty() || letters(name).size() > 60)
        return Refusal{Why::invalid, "person.name_missing", {}, "name"};
    return name;
}

std::string masked_name(std::string_view name) {
    auto const parts = letters(name);
    return parts.empty() ? "" : std::string(parts.front()) + "*";
}

static std::string masked(std::string_view text, std::size_t first, std::size_t last) {
    auto const all = letters(text);
    std::string out;
    for (std::size_t at = 0; at < all.size(); ++at) {
        bool const shown = all.size() > first + last && (at < first || at + last >= all.size());
        out += shown ? all[at] : "*";
    }
    return out;
}

std::string masked_id_number(std::string_view id_number) { return masked(id_number, 3, 4); }

std::string masked_phone(std::string_view phone) {
    // Of a landline less may be seen: it has fewer figures to hide.
    return phone.size() < 11 ? masked(phone, 0, 2) : masked(phone, 3, 4);
}

}  // namespace banshi::people
