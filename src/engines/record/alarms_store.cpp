#include "engines/record/alarms.h"

#include <boost/json.hpp>

#include "store/store.h"

namespace banshi::record {

namespace json = boost::json;

namespace {

struct Row {
    std::string cause;
    Instant began;
    std::optional<Instant> ended;
    std::string facts;
};

std::string written(Facts const& facts) {
    json::object out;
    for (auto const& [name, value] : facts) out[name] = value;
    return json::serialize(out);
}

Alarm alarm_of(std::string const& log, Row const& row) {
    Alarm alarm{log, row.cause, row.began, row.ended, {}};
    auto const facts = json::parse(row.facts);
    for (auto const& [name, value] : facts.as_object())
        alarm.facts[std::string(name)] = value.as_string().c_str();
    return alarm;
}

}  // namespace

bool raise_alarm(Transaction& tx, std::string const& log, std::string const& cause,
                 Facts const& facts, Instant now) {
    auto const text = written(facts);
    auto const known = tx.one<std::string>(
        "SELECT facts FROM log_alarm WHERE district = ? AND cause = ? AND ended IS NULL", log,
        cause);
    if (!known)
        return tx.changed(
                   "INSERT INTO log_alarm (district, cause, began, facts) VALUES (?, ?, ?, ?) "
                   "ON CONFLICT (district, cause, began) DO NOTHING",
                   log, cause, now, text) > 0;
    if (*known == text) return false;
    tx.run("UPDATE log_alarm SET facts = ? WHERE district = ? AND cause = ? AND ended IS NULL",
           text, log, cause);
    return true;
}

bool end_alarm(Transaction& tx, std::string const& log, std::string const& cause, Instant now) {
    return tx.changed(
               "UPDATE log_alarm SET ended = ? WHERE district = ? AND cause = ? AND ended IS NULL",
               now, log, cause) > 0;
}

std::vector<Alarm> open_alarms(Transaction& tx, std::string const& log) {
    std::vector<Alarm> alarms;
    tx.each<Row>(
        "SELECT cause, began, ended, facts FROM log_alarm WHERE district = ? AND ended IS NULL "
        "ORDER BY began, cause",
        [&](Row const& row) { alarms.push_back(alarm_of(log, row)); }, log);
    return alarms;
}

std::vector<Alarm> past_alarms(Transaction& tx, std::string const& log, int most) {
    std::vector<Alarm> alarms;
    tx.each<Row>(
        "SELECT cause, began, ended, facts FROM log_alarm WHERE district = ? "
        "ORDER BY began DESC, cause LIMIT ?",
        [&](Row const& row) { alarms.push_back(alarm_of(log, row)); }, log, most);
    return alarms;
}

}  // namespace banshi::record
