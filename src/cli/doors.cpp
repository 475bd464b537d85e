#include "cli/doors.h"

#include <spdlog/spdlog.h>

#include <charconv>
#include <iostream>

namespace banshi::cli {

namespace {

// A page and its parts are many requests at once.
constexpr double burst_seconds = 10;

Result<unsigned> read_number(char const* name, std::string const& text) {
    unsigned number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault == std::errc{} && end == text.data() + text.size()) return number;
    return Refusal{Why::invalid, "peer.no_number", {}, {}, {{"name", name}, {"value", text}}};
}

template <class Read>
Read taken(City const& city, Result<Read> read) {
    if (read) return std::move(read).value();
    auto const& refusal = read.refusal();
    throw Stopped{say(city, ("refusal." + refusal.text).c_str(), refusal.facts, misused)};
}

server::Settings settings_of(Environment const& here, Share const& share, unsigned short port) {
    server::Settings settings{};
    settings.rate = share.rate;
    settings.limits.connections_of_peer = share.connections;
    settings.limits.streams_of_peer = share.streams;
    settings.address = here.address;
    settings.port = port;
    settings.trusted_proxies = here.proxies;
    settings.now = here.now;
    return settings;
}

// To the same page of the public address, whatever host the request named.
server::Handler sending_on(std::string const& to) {
    server::Handler handler;
    handler.serve = [to](server::Request&& request, server::Respond const& respond) {
        server::Reply reply{.status = 308};
        auto const path = request.target.starts_with("/") ? request.target : "/";
        reply.headers.emplace_back("Location", to + path);
        respond(std::move(reply));
    };
    return handler;
}

}  // namespace

Result<std::shared_ptr<server::Tls>> read_tls(Environment const& here) {
    if (here.tls.certificate.empty() && here.tls.key.empty()) {
        if (here.redirect_port == 0) return std::shared_ptr<server::Tls>();
        return Refusal{Why::invalid, "tls.redirect"};
    }
    if (!here.public_url.starts_with("https:"))
        return Refusal{Why::invalid, "tls.url", {}, {}, {{"url", here.public_url}}};
    return server::Tls::open(here.tls);
}

Result<Share> read_share(Environment const& here) {
    double const rate = TRY(read_number("BANSHI_PEER_RATE", here.peer_rate));
    auto const connections = TRY(read_number("BANSHI_PEER_CONNECTIONS", here.peer_connections));
    auto const streams = TRY(read_number("BANSHI_PEER_STREAMS", here.peer_streams));
    return Share{{rate, rate * burst_seconds}, connections, streams};
}

Doors::Doors(Environment const& here, City const& city, server::Handler handler, server::Hub& hub)
    : city_(city), host_(here.address) {
    tls_ = taken(city, read_tls(here));
    auto const share = taken(city, read_share(here));
    auto settings = settings_of(here, share, here.port);
    settings.tls = tls_;
    settings.hsts = here.public_url.starts_with("https:");
    main_ = std::make_unique<server::Server>(settings, std::move(handler), hub);
    if (here.redirect_port == 0) return;
    sending_on_ = std::make_unique<server::Server>(settings_of(here, share, here.redirect_port),
                                                   sending_on(here.public_url), no_streams_);
}

void Doors::open() {
    main_->start();
    if (sending_on_) sending_on_->start();
}

void Doors::renew() {
    if (!tls_) return;
    auto const renewed = tls_->reload();
    if (renewed) return spdlog::info("the certificate was read again");
    auto const& refusal = renewed.refusal();
    spdlog::error("the old certificate stays: {}",
                  city_.texts.say(Language::en, "refusal." + refusal.text, refusal.facts));
}

void Doors::close() {
    if (sending_on_) sending_on_->stop();
    main_->stop();
}

std::string Doors::address() const {
    return (tls_ ? "https://" : "http://") + host_ + ":" + std::to_string(main_->port());
}

}  // namespace banshi::cli
