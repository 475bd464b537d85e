#pragma once
// Where this process finds its city, keeps its data and listens: from the environment, so that a
// service file, a container and a laptop say it the same way.

#include <functional>
#include <memory>

#include "cli/city.h"
#include "cli/variables.h"
#include "engines/notices/adapters.h"
#include "engines/record/heads.h"
#include "server/tls.h"
#include "store/store.h"

namespace banshi::cli {

struct Environment {
    std::function<Instant()> now;
    Folders folders;                   // BANSHI_CONFIG, BANSHI_TEXT
    std::filesystem::path data;        // BANSHI_DATA: database, keys, signed heads; ./.data
    std::string database;              // BANSHI_DATABASE; sqlite in the data folder
    std::filesystem::path pages;       // BANSHI_PAGES: the built web folder
    std::filesystem::path voice;       // BANSHI_VOICE: recorded words
    std::vector<std::string> devices;  // BANSHI_DEVICES: origins of card readers, printers
    std::string address;               // BANSHI_ADDRESS: 127.0.0.1
    unsigned short port;               // BANSHI_PORT: 8080
    server::TlsFiles tls;              // BANSHI_TLS_*: none, where a gateway speaks TLS
    unsigned short redirect_port;      // BANSHI_REDIRECT_PORT: 0, or sends on to public_url
    std::vector<std::string> proxies;  // BANSHI_PROXIES: gateways whose X-Forwarded-For is believed
    std::vector<std::string> watchers;  // BANSHI_METRICS: who may read /metrics; this machine
    // What one address may have: requests a second, connections at once. 0: as much as it wants.
    std::string peer_rate;         // BANSHI_PEER_RATE: 300
    std::string peer_connections;  // BANSHI_PEER_CONNECTIONS: 4000
    std::string peer_streams;      // BANSHI_PEER_STREAMS: 3000
    std::string public_url;        // BANSHI_URL: where people reach it, for links on paper
    std::string log_origin;        // BANSHI_LOG: how `init` names the public logs, for good
    // BANSHI_SMS_*, BANSHI_SMTP_*: without a url nothing is sent; the demo's outbox keeps all.
    notices::Gateway sms;
    notices::Mailbox mail;
    std::string authorities;                 // BANSHI_AUTHORITIES: certificates of a closed network
    std::filesystem::path witnesses;         // BANSHI_WITNESSES: witnesses.toml of the settings
    Language language = Language::zh;        // LC_ALL, LC_MESSAGES, LANG: in which commands speak
    std::vector<WrongVariable> unread = {};  // numbers that are none

    std::filesystem::path keys() const { return data / "keys"; }
    // The webhooks of robots, a file each.
    std::filesystem::path secrets() const { return data / "secrets"; }
    // What `init --demo` leaves beside the tokens of its devices: without a gateway everybody may
    // read what was sent, codes to log in among it.
    std::filesystem::path demo() const { return data / "demo"; }
    std::filesystem::path open_outbox() const { return demo() / "outbox"; }
    bool is_outbox_open() const { return std::filesystem::exists(open_outbox()); }
    notices::ShortMessages short_messages() const;
    std::filesystem::path log_key(std::string const& log) const;
    std::filesystem::path log_head(std::string const& log) const;
    std::filesystem::path sm2_log_key(std::string const& log) const;       // where there is one
    std::filesystem::path retired_log_keys(std::string const& log) const;  // public, one a line
    // The log bears the name that its key was made with, wherever it is served today.
    std::unique_ptr<record::HeadSigner> log_signer(std::string const& log) const;
};

Environment environment(std::function<Instant()> now);

// Ends of a command, as a shell sees them.
enum Exit { done = 0, failed = 1, misused = 2, wrong_database = 3, broken_record = 4 };

// A sentence of the city, to the errors unless all is done. Returns the end it was given.
int say(City const&, char const* key, Facts const&, int end);
// That there is no such district or log, and which there are.
int say_unknown(City const&, std::string const& name, std::vector<std::string> const& known);

// The city with its addresses; says what is wrong with settings and variables, and throws Stopped.
struct Stopped {
    int code;
};
City open_city(Environment const&);
enum class Durability {
    each_deed,
    at_the_end,  // the caller sees to it when all is done: for what can be made again
};
// The database at the program's version, and the keys of the installation, which fit it; says what
// is wrong and throws Stopped.
std::unique_ptr<Store> open_database(Environment const&, Durability = Durability::each_deed);
// The same, whatever the keys are.
std::unique_ptr<Store> open_rows(Environment const&, Durability = Durability::each_deed);

}  // namespace banshi::cli
