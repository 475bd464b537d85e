// Tables as text: what was read of one is read again from what we write of it.

#include "documents/csv.h"
#include "fuzz.h"

void banshi::fuzz::one(std::string_view bytes) {
    auto const rows = documents::read_csv(bytes);
    if (!rows) return;
    std::vector<std::vector<std::string>> texts;
    for (auto const& row : rows.value()) {
        auto& line = texts.emplace_back();
        for (auto const& cell : row.cells)
            line.push_back(cell.value.index() == 0 ? "" : std::get<std::string>(cell.value));
    }
    auto const again = documents::read_csv(documents::written_csv(texts));
    must(again && again.value().size() == rows.value().size());
}
