#include "documents/known_columns.h"

namespace banshi::documents {

std::vector<TableColumn> table_columns(Texts const& texts, std::span<KnownColumn const> known,
                                       std::string const& ledger, std::string const& heads) {
    std::vector<TableColumn> columns;
    for (auto const& [key, holds] : known) {
        auto& column = columns.emplace_back(TableColumn{key, holds, {}});
        for (auto const language : {Language::zh, Language::en}) {
            column.heads.push_back(texts.say(language, ledger + key));
            for (auto const& head : names_in(texts.say(language, heads + key)))
                column.heads.push_back(head);
        }
    }
    return columns;
}

std::optional<Instant> moment_in(std::string const& cell, Zone const& zone) {
    auto const day = read_day(cell.substr(0, 10));
    if (!day) return std::nullopt;
    auto const clock = cell.size() > 11 ? read_clock(cell.substr(11)) : std::nullopt;
    return zone.midnight(*day) + clock.value_or(Minutes{0});
}

}  // namespace banshi::documents
