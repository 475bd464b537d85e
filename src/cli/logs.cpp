#include "cli/logs.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <typeindex>

#include "cli/city.h"
#include "cli/systems.h"
#include "engines/record/encoding.h"

namespace banshi::cli {

namespace fs = std::filesystem;

namespace {

constexpr int most_keys = 99;  // of one log, one after another

fs::path key_path(Environment const& here, std::string const& log, int number) {
    auto const first = here.log_key(log);
    if (number == 1) return first;
    return first.parent_path() / (log + "." + std::to_string(number) + ".key");
}

bool has_signed(Environment const& here, std::string const& log) {
    return fs::exists(here.log_head(log)) || fs::exists(here.retired_log_keys(log));
}

bool has_key(Environment const& here, std::string const& log) {
    for (int number = 1; number <= most_keys; ++number)
        if (fs::exists(key_path(here, log, number))) return true;
    return false;
}

}  // namespace

std::vector<std::string> names_of_logs(City const& city) {
    std::vector<std::string> names;
    for (auto const& each : city.districts) names.push_back(each.district.name());
    names.emplace_back(record::city_log);
    return names;
}

void make_log_keys(Environment const& here, City const& city) {
    fs::create_directories(here.data / "log");
    for (auto const& log : names_of_logs(city)) {
        if (has_key(here, log) || has_signed(here, log)) continue;
        auto const name = log == record::city_log ? here.log_origin : here.log_origin + "/" + log;
        record::make_key_file(here.log_key(log), name, record::KeyKind::log, system_random());
    }
}

std::vector<record::Signer> log_signers(Environment const& here, std::string const& log) {
    std::vector<record::Signer> signers;
    for (int number = 1; number <= most_keys; ++number)
        if (auto const path = key_path(here, log, number); fs::exists(path))
            signers.push_back(record::load_key_file(path));
    if (signers.empty()) signers.push_back(record::load_key_file(here.log_key(log)));  // says so
    return signers;
}

fs::path oldest_log_key(Environment const& here, std::string const& log) {
    for (int number = 1; number <= most_keys; ++number)
        if (auto const path = key_path(here, log, number); fs::exists(path)) return path;
    return here.log_key(log);
}

fs::path next_log_key(Environment const& here, std::string const& log) {
    int number = 1;
    for (int each = 1; each <= most_keys; ++each)
        if (fs::exists(key_path(here, log, each))) number = each;
    return key_path(here, log, number + 1);
}

record::PublicLog public_log(Environment const& here, std::string const& log) {
    record::PublicLog all;
    if (std::ifstream file(here.retired_log_keys(log)); file)
        for (std::string line; std::getline(file, line);)
            all.keys.push_back(record::read_verifier_key(line).value());
    for (auto const& signer : log_signers(here, log)) all.keys.push_back(signer.verifier());
    all.origin = all.keys.back().name;
    return all;
}

void tell_logs(Environment const& here, City& city) {
    record::Logs logs{city.own_log.get(), {}};
    for (auto const& log : names_of_logs(city)) logs.by_name[log] = public_log(here, log);
    for (auto& each : city.districts) each.district.set(logs);
}

record::Audits audits_of(City const& city, std::string const& log) {
    record::Audits audits;
    auto const* each = city.find(log);
    if (!each) return audits;  // the city's own log holds heads alone
    std::set<std::type_index> kinds;
    for (auto const* system : each->systems)
        for (auto& audit : audits_of(*system)) {
            auto const& made = *audit;
            if (kinds.insert(typeid(made)).second) audits.push_back(std::move(audit));
        }
    return audits;
}

}  // namespace banshi::cli
