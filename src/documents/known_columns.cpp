#include "documents/known_columns.h"

#include "documents/characters.h"

namespace banshi::documents {

std::vector<TableColumn> table_columns(Texts const& texts, std::span<KnownColumn const> known,
                                       std::string const& ledger, std::string const& heads) {
    std::vector<TableColumn> columns;
    for (auto const& [key, holds] : known) {
        auto& column = columns.emplace_back(TableColumn{key, holds, {}, {}});
        for (auto const language : {Language::zh, Language::en}) {
            column.heads.push_back(texts.say(language, ledger + key));
            for (auto const& head : names_in(texts.say(language, heads + key)))
                column.heads.push_back(head);
        }
    }
    return columns;
}

std::vector<std::string> several_names(std::string text) {
    for (std::string_view const mark : {"、", "，", "；", ",", ";", "/"})
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at))
            text.replace(at, mark.size(), "|");
    auto names = names_in(text);
    for (auto& name : names) name = half_width(name);
    std::erase_if(names, [](std::string const& name) { return name.empty(); });
    return names;
}

std::optional<Instant> moment_in(std::string const& cell, Zone const& zone) {
    auto const day = read_day(cell.substr(0, 10));
    if (!day) return std::nullopt;
    auto const clock = cell.size() > 11 ? read_clock(cell.substr(11)) : std::nullopt;
    return zone.midnight(*day) + clock.value_or(Minutes{0});
}

}  // namespace banshi::documents
