#include "engines/matters/texts.h"

#include <algorithm>

#include "engines/matters/matters.h"
#include "engines/matters/privacy.h"
#include "engines/matters/rows.h"
#include "engines/people/keys.h"

namespace banshi::matters {

PublicWords::PublicWords(Call& call, Matter const& matter) {
    auto const add = [&](MatterId const& id) {
        for (auto& reporter : rows::reporters_of(call, id))
            if (!reporter.name.empty()) names_.push_back(std::move(reporter.name));
    };
    add(matter.id);
    if (matter.merged_into) add(survivor(call, matter).value().id);
    // A name that begins another one must not leave the rest of it.
    std::ranges::sort(names_, std::greater{}, &std::string::size);
}

std::string PublicWords::of(std::string_view words) const {
    return words.empty() ? std::string() : masked_text(words, names_).text;
}

std::string words_of(Call const& call, Book const& book, Deed const& deed) {
    if (deed.verb != Verb::decline || deed.facts.empty()) return deed.why;
    auto const facts = json::parse(deed.facts).as_object();
    auto const* const reason = facts.if_contains("reason");
    if (!reason || !reason->is_string()) return deed.why;
    return call.texts.say(
        call.language, "matter.declined",
        {{"reason", decline_name(book, std::string(reason->as_string()), call.language)},
         {"where", deed.why}});
}

bool is_released(Call& call, Book const& book, std::string_view category, std::string_view channel,
                 MatterId const& id) {
    auto const* const known = book.category(category);
    if (!known || !known->moderated.value_or(false) || channel == "import") return true;
    return rows::latest_deed(call, id, Verb::moderate).has_value();
}

bool is_released(Call& call, Matter const& matter) {
    // Where no system has set up a book, nothing is held back.
    if (!call.district.has<Books>()) return true;
    return is_released(call, book(call.district, matter.book), matter.category, matter.channel,
                       matter.id);
}

std::string title_outside(Call& call, Matter const& matter, Language language) {
    if (is_released(call, matter)) return matter.title;
    auto const& category = *book(call.district, matter.book).category(matter.category);
    return language == Language::en ? category.name_en : category.name;
}

std::vector<OriginalText> original_texts(Call& call, MatterId const& id) {
    std::vector<OriginalText> out;
    for (auto const& row : rows::originals_of(call, id))
        out.push_back({row.at, people::unseal(row.title), people::unseal(row.text)});
    return out;
}

// The latest version decides: after a moderation nothing is left to look at.
bool is_flagged(Call& call, MatterId const& id) {
    auto const all = rows::originals_of(call, id);
    return !all.empty() && all.back().flagged;
}

}  // namespace banshi::matters
