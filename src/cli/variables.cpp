#include "cli/variables.h"

#include <arpa/inet.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "cli/environment.h"
#include "server/peers.h"
#include "store/copy.h"
#include "store/postgres_address.h"

namespace banshi::cli {

namespace fs = std::filesystem;

namespace {

// scheme://host or scheme://host:port, and a path where one is allowed.
bool is_address(std::string_view text, std::vector<std::string_view> const& schemes, bool path) {
    for (auto const scheme : schemes) {
        if (!text.starts_with(scheme)) continue;
        auto const rest = text.substr(scheme.size());
        auto const host = rest.substr(0, rest.find('/'));
        auto const of_host = [](unsigned char c) {
            return std::isalnum(c) || std::string_view(".-_:[]").find(char(c)) != std::string::npos;
        };
        auto const visible = [](unsigned char c) { return c > 0x20 && c != 0x7f; };
        return !host.empty() && std::ranges::all_of(host, of_host) &&
               std::ranges::all_of(rest, visible) && (path || host.size() == rest.size());
    }
    return false;
}

bool is_network(std::string const& text) try {
    server::Networks const read({text});
    return true;
} catch (std::invalid_argument const&) { return false; }

bool is_own_address(std::string const& text) {
    in6_addr out{};
    return inet_pton(AF_INET, text.c_str(), &out) == 1 ||
           inet_pton(AF_INET6, text.c_str(), &out) == 1;
}

bool is_database(std::string const& url) try {
    if (backend_of(url) == Backend::sqlite) return url.size() > sqlite_scheme.size();
    lasting_address(url);
    return true;
} catch (std::runtime_error const&) { return false; }

bool has(std::string const& text, char const* part) { return text.find(part) != text.npos; }

void look_at_doors(Environment const& here, std::vector<WrongVariable>& wrong) {
    if (!here.address.empty() && !is_own_address(here.address))
        wrong.push_back({"BANSHI_ADDRESS", "127.0.0.1, 0.0.0.0, ::"});
    if (!std::ranges::all_of(here.proxies, is_network))
        wrong.push_back({"BANSHI_PROXIES", "127.0.0.1 10.0.0.0/8"});
    if (!std::ranges::all_of(here.watchers, is_network))
        wrong.push_back({"BANSHI_METRICS", "127.0.0.0/8 ::1 10.0.0.5"});
    if (!here.public_url.empty() && !is_address(here.public_url, {"https://", "http://"}, false))
        wrong.push_back({"BANSHI_URL", "https://banshi.example.gov.cn"});
    auto const is_device = [](std::string const& origin) {
        return is_address(origin, {"ws://", "wss://", "http://", "https://"}, false);
    };
    if (!std::ranges::all_of(here.devices, is_device))
        wrong.push_back({"BANSHI_DEVICES", "ws://127.0.0.1:8765 http://127.0.0.1:8765"});
}

void look_at_ways(Environment const& here, std::vector<WrongVariable>& wrong) {
    auto const& sms = here.sms;
    auto const& mail = here.mail;
    if (!sms.url.empty() && !is_address(sms.url, {"https://", "http://"}, true))
        wrong.push_back({"BANSHI_SMS_URL", "https://sms.example/send"});
    if (!has(sms.body, "{phone}") || !has(sms.body, "{text}"))
        wrong.push_back({"BANSHI_SMS_BODY", "mobile={phone}&content={text}"});
    if (mail.url.empty()) return;
    if (!is_address(mail.url, {"smtps://", "smtp://"}, false))
        wrong.push_back({"BANSHI_SMTP_URL", "smtps://mail.example:465, smtp://mail.example:587"});
    if (!has(mail.from, "@")) wrong.push_back({"BANSHI_SMTP_FROM", "notices@banshi.example"});
}

void look_at_files(Environment const& here, std::vector<WrongVariable>& wrong) {
    for (auto const& folder : {here.folders.calendars, here.folders.districts})
        if (!fs::is_directory(folder) || access(folder.c_str(), R_OK | X_OK) != 0)
            return wrong.push_back({"BANSHI_CONFIG", folder.string() + "/"});
    if (!here.authorities.empty() && access(here.authorities.c_str(), R_OK) != 0)
        wrong.push_back({"BANSHI_AUTHORITIES", "/etc/ssl/certs/ca-certificates.crt"});
    bool const named = here.witnesses != here.folders.config / "witnesses.toml";
    if (named && !here.witnesses.empty() && access(here.witnesses.c_str(), R_OK) != 0)
        wrong.push_back({"BANSHI_WITNESSES", "/etc/banshi/witnesses.toml"});
}

}  // namespace

int read_port(std::string const& text) {
    int port = -1;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, port);
    return read.ec == std::errc{} && read.ptr == end && port >= 0 && port <= 65535 ? port : -1;
}

std::vector<WrongVariable> wrong_variables(Environment const& here) {
    auto wrong = here.unread;
    look_at_doors(here, wrong);
    look_at_ways(here, wrong);
    if (!is_database(here.database))
        wrong.push_back({"BANSHI_DATABASE", "sqlite:/a/file, host=127.0.0.1 dbname=banshi"});
    look_at_files(here, wrong);
    return wrong;
}

}  // namespace banshi::cli
