#include "engines/record/verdicts.h"

#include <boost/json.hpp>

#include "engines/record/alarms.h"
#include "store/store.h"

namespace banshi::record {

namespace json = boost::json;

static constexpr std::size_t most_kept = 100;

static std::string written(std::vector<Breach> const& breaches) {
    json::array out;
    for (auto const& [text, seq, facts] : breaches) {
        if (out.size() == most_kept) break;
        json::object named;
        for (auto const& [name, value] : facts) named[name] = value;
        out.push_back(json::object{{"text", text}, {"seq", seq}, {"facts", named}});
    }
    return json::serialize(out);
}

static std::vector<Breach> read_breaches(std::string const& text) {
    std::vector<Breach> out;
    auto const list = json::parse(text);
    for (auto const& each : list.as_array()) {
        Breach breach{
            each.at("text").as_string().c_str(), each.at("seq").to_number<std::uint64_t>(), {}};
        for (auto const& [name, value] : each.at("facts").as_object())
            breach.facts[std::string(name)] = value.as_string().c_str();
        out.push_back(std::move(breach));
    }
    return out;
}

void keep_verdict(Transaction& tx, std::string const& log, Verdict const& verdict, Instant now) {
    tx.run(
        "INSERT INTO log_verdict (district, at, entries, breaches, first) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (district, at) DO NOTHING",
        log, now, verdict.entries, verdict.breaches, written(verdict.first_breaches));
    if (verdict.breaches == 0)
        end_alarm(tx, log, breaches_alarm, now);
    else
        raise_alarm(tx, log, breaches_alarm, {{"count", std::to_string(verdict.breaches)}}, now);
}

std::optional<KeptVerdict> newest_verdict(Transaction& tx, std::string const& log) {
    struct Row {
        Instant at;
        std::uint64_t entries, breaches;
        std::string first;
    };
    auto const row = tx.one<Row>(
        "SELECT at, entries, breaches, first FROM log_verdict WHERE district = ? "
        "ORDER BY at DESC LIMIT 1",
        log);
    if (!row) return std::nullopt;
    return KeptVerdict{row->at, row->entries, row->breaches, read_breaches(row->first)};
}

}  // namespace banshi::record
