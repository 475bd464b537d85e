#include "cli/environment.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <sstream>

#include "cli/data_folder.h"
#include "cli/logs.h"
#include "cli/systems.h"
#include "cli/witnesses.h"
#include "engines/notices/http_post.h"
#include "engines/people/keys.h"
#include "engines/record/sm2.h"

namespace banshi::cli {

namespace fs = std::filesystem;

static std::string variable(char const* name, std::string const& otherwise) {
    auto const* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

static unsigned short port(Environment& here, char const* name, char const* otherwise) {
    auto const read = read_port(variable(name, otherwise));
    if (read < 0) here.unread.push_back({name, "1..65535"});
    return static_cast<unsigned short>(std::max(read, 0));
}

// As the C library reads it: the first that is set. "C" speaks Chinese, as the offices do.
static Language language() {
    auto const set = variable("LC_ALL", variable("LC_MESSAGES", variable("LANG", "")));
    return set.starts_with("en") ? Language::en : Language::zh;
}

static std::string without_slash(std::string url) {
    if (url.ends_with('/')) url.pop_back();
    return url;
}

static std::vector<std::string> words(std::string const& text) {
    std::istringstream from(text);
    return {std::istream_iterator<std::string>(from), {}};
}

fs::path Environment::log_key(std::string const& log) const {
    return data / "log" / (log + ".key");
}

fs::path Environment::log_head(std::string const& log) const {
    return data / "log" / (log + ".head");
}

fs::path Environment::sm2_log_key(std::string const& log) const {
    return data / "log" / (log + ".sm2");
}

fs::path Environment::retired_log_keys(std::string const& log) const {
    return data / "log" / (log + ".retired");
}

notices::ShortMessages Environment::short_messages() const {
    if (!sms.url.empty()) return notices::ShortMessages::gateway;
    return is_outbox_open() ? notices::ShortMessages::demo_outbox : notices::ShortMessages::none;
}

static notices::Gateway sms_gateway(std::string const& authorities) {
    notices::Gateway gateway;
    gateway.url = variable("BANSHI_SMS_URL", "");
    gateway.token = variable("BANSHI_SMS_TOKEN", "");
    gateway.body = variable("BANSHI_SMS_BODY", gateway.body);
    gateway.success = variable("BANSHI_SMS_SUCCESS", "");
    gateway.authorities = authorities;
    return gateway;
}

static notices::Mailbox mail_server(std::string const& authorities) {
    return {.url = variable("BANSHI_SMTP_URL", ""),
            .login = variable("BANSHI_SMTP_LOGIN", ""),
            .password = variable("BANSHI_SMTP_PASSWORD", ""),
            .from = variable("BANSHI_SMTP_FROM", ""),
            .authorities = authorities};
}

std::unique_ptr<record::HeadSigner> Environment::log_signer(std::string const& log) const {
    auto signers = log_signers(*this, log);
    auto const origin = signers.front().verifier().name;
    auto signer = std::make_unique<record::HeadSigner>(log, origin, std::move(signers),
                                                       record::HeadFile{log_head(log)});
    if (fs::exists(sm2_log_key(log)))
        signer->add([sm2 = record::Sm2Signer::load(sm2_log_key(log), origin)](
                        std::string_view text) { return sm2.sign(text); });
    return signer;
}

Environment environment(std::function<Instant()> now) {
    Environment here{};
    here.now = std::move(now);
    fs::path const config = variable("BANSHI_CONFIG", "config");
    here.folders = {config / "calendar",  config / "districts",
                    config / "divisions", variable("BANSHI_TEXT", "text"),
                    config / "demo.toml", config};
    here.data = variable("BANSHI_DATA", ".data");
    here.database = variable("BANSHI_DATABASE", "sqlite:" + (here.data / "banshi.db").string());
    here.pages = variable("BANSHI_PAGES", "web/dist");
    here.voice = variable("BANSHI_VOICE", "voice");
    here.authorities = variable("BANSHI_AUTHORITIES", "");
    here.witnesses = variable("BANSHI_WITNESSES", config / "witnesses.toml");
    here.sms = sms_gateway(here.authorities);
    here.mail = mail_server(here.authorities);
    here.devices = words(variable("BANSHI_DEVICES", "ws://127.0.0.1:8765 http://127.0.0.1:8765"));
    here.address = variable("BANSHI_ADDRESS", "127.0.0.1");
    here.port = port(here, "BANSHI_PORT", "8080");
    here.tls = {variable("BANSHI_TLS_CERTIFICATE", ""), variable("BANSHI_TLS_KEY", ""),
                variable("BANSHI_TLS_SUITES", "")};
    here.redirect_port = port(here, "BANSHI_REDIRECT_PORT", "0");
    here.proxies = words(variable("BANSHI_PROXIES", ""));
    here.watchers = words(variable("BANSHI_METRICS", "127.0.0.0/8 ::1"));
    here.peer_rate = variable("BANSHI_PEER_RATE", "300");
    here.peer_connections = variable("BANSHI_PEER_CONNECTIONS", "4000");
    here.peer_streams = variable("BANSHI_PEER_STREAMS", "3000");
    auto const host =
        here.address.find(':') == std::string::npos ? here.address : "[" + here.address + "]";
    here.public_url =
        without_slash(variable("BANSHI_URL", "http://" + host + ":" + std::to_string(here.port)));
    here.log_origin = variable("BANSHI_LOG", "banshi.example/log");
    here.language = language();
    return here;
}

// Whether a day is worked is never guessed: no city without the calendar of this year.
static Result<City> read_timely(Environment const& here) {
    auto city = TRY(read_city(here.folders, systems()));
    for (auto const& each : city.districts) {
        std::chrono::year_month_day const today{each.district.zone().day_of(here.now())};
        auto const year = static_cast<int>(today.year());
        if (!each.district.calendar().holds(year))
            return Refusal{
                Why::invalid, "config.calendar", {}, "", {{"year", std::to_string(year)}}};
    }
    city.witnesses = TRY(read_witnesses(here.witnesses));
    return city;
}

static Texts texts_of(Environment const& here) {
    if (std::filesystem::is_directory(here.folders.text / "zh"))
        return read_texts(here.folders.text);
    // There are no words to say it with.
    auto const missing = std::make_error_code(std::errc::no_such_file_or_directory);
    std::cerr << "BANSHI_TEXT=" << here.folders.text.string() << ": " << missing.message() << "\n";
    throw Stopped{misused};
}

static void refuse_wrong_variables(Environment const& here) {
    auto const texts = texts_of(here);
    auto const wrong = wrong_variables(here);
    for (auto const& [name, allowed] : wrong)
        std::cerr << texts.say(here.language, "cli.variable.wrong",
                               {{"name", name}, {"allowed", allowed}})
                  << "\n";
    if (!wrong.empty()) throw Stopped{misused};
}

City open_city(Environment const& here) {
    refuse_wrong_variables(here);
    auto city = read_timely(here);
    if (!city) {
        auto const& refusal = city.refusal();
        auto const texts = read_texts(here.folders.text);
        std::cerr << texts.say(here.language, "refusal." + refusal.text, refusal.facts) << "\n";
        throw Stopped{misused};
    }
    auto read = std::move(city).value();
    read.language = here.language;
    for (auto& each : read.districts) {
        each.district.set_address(here.public_url + "/" + each.district.name());
        each.district.set(read.witnesses);
        each.district.set(notices::Outside{here.secrets(), here.authorities});
        each.district.set(here.short_messages());
    }
    return read;
}

std::unique_ptr<Store> open_rows(Environment const& here, Durability durability) try {
    check_data(here);
    people::use_keys(people::read_key_file(here.keys()));
    return open_store({.url = here.database, .durable = durability == Durability::each_deed});
} catch (WrongDatabase const& wrong) {
    std::cerr << wrong.what() << "\n";
    throw Stopped{wrong_database};
} catch (std::exception const& wrong) {
    std::cerr << wrong.what() << "\n";
    throw Stopped{failed};
}

std::unique_ptr<Store> open_database(Environment const& here, Durability durability) {
    auto store = open_rows(here, durability);
    if (keys_fit(*store, here.database)) return store;
    auto const texts = read_texts(here.folders.text);
    std::cerr << texts.say(here.language, "cli.doctor.sealed.ill", {{"keys", here.keys().string()}})
              << "\n";
    throw Stopped{misused};
}

int say(City const& city, char const* key, Facts const& facts, int end) {
    (end == done ? std::cout : std::cerr) << city.texts.say(city.language, key, facts) << "\n";
    return end;
}

int say_unknown(City const& city, std::string const& name, std::vector<std::string> const& known) {
    std::string names;
    for (auto const& each : known) names += (names.empty() ? "" : ", ") + each;
    return say(city, "cli.district.unknown", {{"name", name}, {"known", names}}, misused);
}

}  // namespace banshi::cli
