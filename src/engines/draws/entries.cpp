#include "engines/draws/entries.h"

#include <algorithm>

#include "base/letters.h"
#include "base/tidy_text.h"
#include "engines/people/identity.h"
#include "engines/record/encoding.h"

namespace banshi::draws {

namespace {

constexpr std::size_t longest_entry = 64;
constexpr std::size_t id_length = 18;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view wide = "\u3000";
    for (auto const blank : {std::string_view(" "), std::string_view("\t"), std::string_view("\n"),
                             std::string_view("\r"), wide}) {
        if (text.starts_with(blank)) return trimmed(text.substr(blank.size()));
        if (text.ends_with(blank)) return trimmed(text.substr(0, text.size() - blank.size()));
    }
    return text;
}

bool is_readable(std::string_view entry) {
    return !entry.empty() && entry.size() <= longest_entry &&
           std::ranges::none_of(entry, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

bool is_figure(char c) { return (c >= '0' && c <= '9') || c == 'x' || c == 'X'; }

bool is_id_number(std::string_view text, Day today) {
    return static_cast<bool>(people::read_document(people::DocumentKind::id_card, text, today));
}

// Alone, however it is spaced, or as a word among others.
bool tells_an_id_number(std::string_view entry, Day today) {
    if (is_id_number(entry, today)) return true;
    for (std::size_t from = 0; from < entry.size();) {
        auto until = from;
        while (until < entry.size() && is_figure(entry[until])) ++until;
        if (until - from == id_length && is_id_number(entry.substr(from, id_length), today))
            return true;
        from = until + 1;
    }
    return false;
}

}  // namespace

Result<std::string> entry_as_listed(std::string_view typed, Day today) {
    auto const entry = record::read_utf8(typed) ? composed(trimmed(typed)) : std::string();
    if (!is_readable(entry))
        return Refusal{Why::invalid,
                       "entry.unreadable",
                       std::string(typed),
                       "entries",
                       {{"entry", std::string(typed)}}};
    if (tells_an_id_number(entry, today))
        return Refusal{Why::invalid, "entry.id_number", {}, "entries"};
    return entry;
}

std::string hex_as_typed(std::string_view typed) { return lower(trimmed(typed)); }

}  // namespace banshi::draws
