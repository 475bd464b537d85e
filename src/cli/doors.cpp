#include "cli/doors.h"

#include <spdlog/spdlog.h>

#include <iostream>

namespace banshi::cli {

namespace {

server::Settings settings_of(Environment const& here, unsigned short port) {
    server::Settings settings{};
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

Doors::Doors(Environment const& here, City const& city, server::Handler handler, server::Hub& hub)
    : city_(city), host_(here.address) {
    auto tls = read_tls(here);
    if (!tls) {
        auto const& refusal = tls.refusal();
        throw Stopped{say(city, ("refusal." + refusal.text).c_str(), refusal.facts, misused)};
    }
    tls_ = std::move(tls).value();
    auto settings = settings_of(here, here.port);
    settings.tls = tls_;
    settings.hsts = here.public_url.starts_with("https:");
    main_ = std::make_unique<server::Server>(settings, std::move(handler), hub);
    if (here.redirect_port == 0) return;
    sending_on_ = std::make_unique<server::Server>(settings_of(here, here.redirect_port),
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
