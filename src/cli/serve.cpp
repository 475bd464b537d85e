#include <malloc.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iostream>

#include "cli/clockwork.h"
#include "cli/commands.h"
#include "cli/doors.h"
#include "cli/logs.h"
#include "cli/map_file.h"
#include "cli/pages.h"
#include "cli/record_keeper.h"
#include "documents/printer.h"
#include "documents/voice.h"
#include "engines/record/encoding.h"
#include "server/api.h"
#include "server/sessions.h"

namespace banshi::cli {

namespace {

// SIGTERM, SIGHUP and Ctrl-C are waited for by main alone; threads made later inherit the mask.
sigset_t stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    return signals;
}

void read_voices(Environment const& here, City& city) {
    documents::Voice voice;
    for (auto const* language : {"zh", "en"})
        if (std::filesystem::is_directory(here.voice / language))
            voice.by_language.emplace(language, documents::read_clips(here.voice / language));
    auto const shared = std::make_shared<documents::Voice const>(std::move(voice));
    for (auto& each : city.districts) each.district.share(shared);
}

std::vector<server::Site> sites_of(City const& city) {
    std::vector<server::Site> sites;
    for (auto const& each : city.districts) sites.push_back({&each.district, each.systems});
    return sites;
}

// The letter's address is the printer's, its words are the bytes for it.
notices::Answer send_to_printer(notices::Letter const& letter) {
    auto const colon = letter.to.rfind(':');
    auto const bytes = record::read_base64(letter.words);
    if (colon == std::string::npos || !bytes) return {notices::Outcome::refused, "printer.address"};
    documents::PrinterAddress const address{
        letter.to.substr(0, colon),
        static_cast<std::uint16_t>(std::atoi(letter.to.c_str() + colon + 1))};
    auto const printed = documents::print(address, *bytes);
    if (printed) return {notices::Outcome::sent};
    return {notices::Outcome::later, printed.refusal().text};
}

notices::Adapters adapters_of(Environment const& here, District const& district) {
    auto const robots = notices::robots(
        {district.policy<notices::Policy>().robots, here.secrets(), here.authorities});
    auto const unconnected =
        here.is_outbox_open() ? notices::demo_outbox() : notices::not_connected();
    return {
        {notices::Channel::sms,
         here.sms.url.empty() ? unconnected : notices::http_gateway(here.sms)},
        {notices::Channel::email,
         here.mail.url.empty() ? unconnected : notices::mailbox(here.mail)},
        {notices::Channel::wecom, robots},
        {notices::Channel::dingtalk, robots},
        {notices::Channel::printer, {.send = send_to_printer}},
    };
}

}  // namespace

int serve(Environment const& here) {
    auto const signals = stop_signals();
    auto city = open_city(here);
    read_voices(here, city);
    make_log_keys(here, city);  // of what a newer program keeps beside the older logs
    tell_logs(here, city);
    auto store = open_database(here);
    auto keeper = std::make_unique<RecordKeeper>(here, city, *store);
    server::StaticFiles files(here.pages.string(), here.devices);
    add_maps(files, here.folders.districts, city);
    server::Hub hub(static_cast<std::uint64_t>(here.now().time_since_epoch().count()));
    server::Metrics metrics;
    auto const cookies =
        here.public_url.starts_with("https:") ? server::Cookies::secure : server::Cookies::plain;
    server::Api api(
        {.sites = sites_of(city),
         .store = *store,
         .hub = hub,
         .texts = city.texts,
         .random = system_random(),
         .metrics = metrics,
         .now = here.now,
         .identify = server::identify_by_session(*store, cookies),
         .cookies = cookies,
         .watchers = here.watchers,
         .concerns = [&] { return keeper->concerns(); },
         .otherwise = [&](server::Request const& request) { return page(files, city, request); }});
    store->on_announce([&](auto const& topics) {
        api.announced(topics);
        if (std::ranges::find(topics, record::wanted_topic) != topics.end()) keeper->want_head();
    });
    keeper->start();

    Doors doors(here, city, api.handler(), hub);
    doors.open();
    metrics.watch("banshi_connections", "Open connections, streams included",
                  [&] { return static_cast<double>(doors.open_connections()); });
    metrics.watch("banshi_live_watches", "Live addresses that somebody reads",
                  [&] { return static_cast<double>(api.watches()); });
    metrics.watch("banshi_store_backlog", "Works waiting for the database",
                  [&] { return static_cast<double>(store->backlog()); });
    metrics.watch("banshi_record_alarms", "Open alarms of the public record",
                  [&] { return static_cast<double>(keeper->alarms()); });
    auto clockwork = std::make_unique<Clockwork>(
        here, city, *store, [&](District const& district) { return adapters_of(here, district); });
    malloc_trim(0);  // what reading the city took goes back to the machine
    std::cout << doors.address() << std::endl;

    for (int signal = SIGHUP; signal == SIGHUP;) {
        sigwait(&signals, &signal);
        if (signal == SIGHUP) doors.renew();
    }
    spdlog::info("stopping: no new requests, those in flight are finished");
    doors.close();
    clockwork.reset();
    keeper.reset();
    store.reset();  // before the Api, which hears its announcements
    return done;
}

}  // namespace banshi::cli
