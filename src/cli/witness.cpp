// The witness 见证人 as a program: all that an outsider must run, and all that it must be trusted
// with. It keeps one key and the last head of each log, and puts its name to what only grew.

#include <fmt/format.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <iostream>

#include "cli/commands.h"
#include "engines/record/witness.h"
#include "server/listener.h"

namespace banshi::cli {

namespace fs = std::filesystem;

namespace {

fs::path key_file(WitnessOptions const& options) { return fs::path(options.folder) / "key"; }

int make_key(WitnessOptions const& options) {
    if (!record::is_key_name(options.name)) {
        std::cerr << "--name: a name without blanks, such as advisers.example/witness\n";
        return misused;
    }
    fs::create_directories(options.folder);
    auto const signer = record::make_key_file(key_file(options), options.name,
                                              record::KeyKind::witness, system_random());
    std::cout << written(signer.verifier()) << "\n";
    return done;
}

// One verifier key a line; the name of the key is the origin of the log.
record::Witness::Logs read_logs(fs::path const& file) {
    record::Witness::Logs logs;
    std::ifstream lines(file);
    if (!lines) throw std::runtime_error(file.string() + ": the keys of the logs, one a line");
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        auto const key = record::read_verifier_key(line);
        if (!key || key.value().kind != record::KeyKind::log)
            throw std::runtime_error(file.string() + ": no verifier key of a log: " + line);
        logs[key.value().name].push_back(key.value());
    }
    return logs;
}

server::Reply reply(record::WitnessAnswer&& answer, std::string route) {
    return {.status = answer.status,
            .headers = {{"Content-Type", answer.type}, {"Cache-Control", "no-store"}},
            .body = std::move(answer.body),
            .route = std::move(route)};
}

server::Reply answered(record::Witness& witness, server::Request const& request, Instant now) {
    auto const& path = request.path;
    if (path.size() == 1 && path[0] == "add-checkpoint") {
        if (request.method == "POST")
            return reply(witness.add_checkpoint(request.body, now), "/add-checkpoint");
        return {.status = 405, .headers = {{"Allow", "POST"}}};
    }
    if (path.size() == 2 && path[1] == "checkpoint" && request.method == "GET")
        return reply(witness.last_checkpoint(path[0]), "/checkpoint");
    return {.status = 404};
}

// A witness that cannot read or write its memory signs nothing.
server::Handler handler(record::Witness& witness, std::function<Instant()> const& now) {
    return {.serve =
                [&witness, now](server::Request&& request, server::Respond const& respond) {
                    try {
                        respond(answered(witness, request, now()));
                    } catch (std::exception const& broken) {
                        spdlog::error("{}", broken.what());
                        respond({.status = 503});
                    }
                },
            .body_limit = [](server::Request const&) { return server::usual_body_bytes; },
            .problem = [](int status,
                          server::Request const&) { return server::Reply{.status = status}; },
            .served =
                [](server::Served const& served) {
                    spdlog::info("{} {} {}", served.method, served.route, served.status);
                }};
}

int run_witness(Environment const& here, WitnessOptions const& options) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);

    auto const folder = fs::path(options.folder);
    record::Witness witness{record::load_key_file(key_file(options)), read_logs(folder / "logs"),
                            folder / "heads"};
    server::Hub hub(0);
    server::Settings settings{};
    settings.address = options.address;
    settings.port = options.port;
    settings.now = here.now;
    server::Server server(settings, handler(witness, here.now), hub);
    server.start();
    std::cout << "http://" << options.address << ":" << server.port() << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
    return done;
}

}  // namespace

int witness(Environment const& here, WitnessOptions const& options) {
    return options.action == "key" ? make_key(options) : run_witness(here, options);
}

}  // namespace banshi::cli
