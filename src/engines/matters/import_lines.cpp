#include "engines/matters/import_lines.h"

#include <boost/json.hpp>
#include <map>

#include "engines/people/keys.h"

namespace banshi::matters {

namespace {

using Texts = std::vector<std::string>;

json::array remarks_json(std::vector<LineRemark> const& remarks) {
    json::array out;
    for (auto const& [column, code, facts] : remarks)
        out.push_back(json::array{column, code, json::value_from(facts)});
    return out;
}

std::vector<LineRemark> read_remarks(json::value const& value) {
    std::vector<LineRemark> out;
    for (auto const& each : value.as_array())
        out.push_back({json::value_to<std::string>(each.at(0)),
                       json::value_to<std::string>(each.at(1)), json::value_to<Facts>(each.at(2))});
    return out;
}

std::map<std::string, std::string> hashes_of(Texts const& columns, Texts const& cells) {
    std::map<std::string, std::string> out;
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (!cells[at].empty())
            out[columns[at]] = people::lookup_hash("import/" + columns[at], cells[at]).substr(0, 8);
    return out;
}

}  // namespace

std::string written_layout(Layout const& layout) {
    return json::serialize(json::object{{"columns", json::value_from(layout.columns)},
                                        {"heads", json::value_from(layout.heads)},
                                        {"ignored", json::value_from(layout.ignored)},
                                        {"passed", json::value_from(layout.passed)}});
}

Layout layout_of(Import const& import) {
    auto const parsed = json::parse(import.layout);
    // Imports of older versions do not name the sheets.
    auto const* const passed = parsed.as_object().if_contains("passed");
    return {json::value_to<Texts>(parsed.at("columns")), json::value_to<Texts>(parsed.at("heads")),
            json::value_to<Texts>(parsed.at("ignored")),
            passed ? json::value_to<Texts>(*passed) : Texts{}};
}

rows::PageRow page_row(Call& call, int page, std::span<ImportLine const> lines) {
    rows::PageRow row{page, 0, 0, 0, ""};
    json::array all;
    for (auto const& line : lines) {
        ++(line.state == LineState::fresh     ? row.fresh
           : line.state == LineState::present ? row.present
                                              : row.bad);
        all.push_back(json::array{line.line, boost::describe::enum_to_string(line.state, ""),
                                  line.identity, json::value_from(line.cells),
                                  remarks_json(line.faults), remarks_json(line.remarks),
                                  line.number});
    }
    row.lines = people::seal(json::serialize(all), call.random);
    return row;
}

std::vector<ImportLine> lines_in(rows::PageRow const& row) {
    std::vector<ImportLine> out;
    auto const all = json::parse(people::unseal(row.lines));
    for (auto const& each : all.as_array()) {
        ImportLine line{};
        line.line = each.at(0).to_number<int>();
        boost::describe::enum_from_string(each.at(1).as_string().c_str(), line.state);
        line.identity = json::value_to<std::string>(each.at(2));
        line.cells = json::value_to<Texts>(each.at(3));
        line.faults = read_remarks(each.at(4));
        line.remarks = read_remarks(each.at(5));
        line.number = json::value_to<std::string>(each.at(6));
        out.push_back(std::move(line));
    }
    return out;
}

std::string hashed_fields(Texts const& columns, Texts const& cells) {
    std::string out;
    for (auto const& [column, hash] : hashes_of(columns, cells))
        out += (out.empty() ? "" : " ") + column + ":" + hash;
    return out;
}

std::vector<std::string> differing_fields(Texts const& columns, Texts const& cells,
                                          std::string const& hashed) {
    std::map<std::string, std::string> before;
    for (std::size_t at = 0; at < hashed.size();) {
        auto const end = std::min(hashed.find(' ', at), hashed.size());
        auto const colon = hashed.find(':', at);
        before[hashed.substr(at, colon - at)] = hashed.substr(colon + 1, end - colon - 1);
        at = end + 1;
    }
    auto now = hashes_of(columns, cells);
    Texts out;
    // In the order of the file; a column that the file lacks says nothing.
    for (auto const& column : columns)
        if (before[column] != now[column]) out.push_back(column);
    return out;
}

}  // namespace banshi::matters
