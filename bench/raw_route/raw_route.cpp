// The server with a handler that does nothing, for `bench/raw_route/run` to compare with nginx.

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "server/listener.h"

int main(int argc, char** argv) {
    using namespace banshi;
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    server::Settings settings;
    settings.port = static_cast<unsigned short>(argc > 1 ? std::atoi(argv[1]) : 0);
    settings.threads = 2;
    settings.now = [] {
        return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    };
    server::Handler handler;
    handler.serve = [](server::Request&&, server::Respond respond) {
        respond({.headers = {{"Content-Type", "text/plain"}}, .body = "ok"});
    };
    server::Hub hub;
    server::Server server(settings, handler, hub);
    server.start();
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    int got = 0;
    sigwait(&signals, &got);
    server.stop();
}
