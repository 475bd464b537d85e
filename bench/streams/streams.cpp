// Ten thousand phones wait for their number: the memory of the server for each of them, and
// the time until one event has reached them all. Bars: 3 kB, 300 ms.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

#include "server/listener.h"

using namespace banshi;
using Clock = std::chrono::steady_clock;

// The server's process: publishes an event for each byte that comes through the pipe.
static void serve(int orders, int port_out) {
    server::Hub hub(1);
    server::Settings settings;
    settings.threads = 2;
    settings.now = [] { return Instant{}; };
    server::Handler handler;
    handler.serve = [](server::Request&&, server::Respond respond) {
        respond({.stream = server::Opening{.topic = "hall", .after = 1}});
    };
    server::Server server(settings, handler, hub);
    server.start();
    auto const port = server.port();
    if (write(port_out, &port, sizeof port) != sizeof port) return;
    for (char order; read(orders, &order, 1) == 1;)
        hub.publish("hall", "called", std::string(170, 'x'));
}

static long resident_kb(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string word; status >> word;)
        if (word == "VmRSS:") {
            long kb = 0;
            status >> kb;
            return kb;
        }
    return 0;
}

static int connect_to(unsigned short port) {
    int const socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) std::perror("connect");
    std::string_view const ask = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    ::send(socket, ask.data(), ask.size(), 0);
    return socket;
}

// Reads until `count` sockets have had something; bytes of one event come in one piece.
static void await_all(int poll, std::size_t count) {
    std::vector<epoll_event> ready(1024);
    char buffer[4096];
    for (std::size_t got = 0; got < count;) {
        int const n = epoll_wait(poll, ready.data(), int(ready.size()), 10'000);
        if (n <= 0) {
            std::printf("only %zu of %zu were told\n", got, count);
            std::exit(1);
        }
        for (int i = 0; i < n; ++i)
            if (::recv(ready[std::size_t(i)].data.fd, buffer, sizeof buffer, 0) > 0) ++got;
    }
}

int main(int argc, char** argv) {
    std::size_t const count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000;
    rlimit files{count + 100, count + 100};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    int orders[2], ports[2];
    if (pipe(orders) || pipe(ports)) return 1;
    auto const child = fork();
    if (child == 0) {
        close(orders[1]);
        serve(orders[0], ports[1]);
        _exit(0);
    }
    unsigned short port = 0;
    if (read(ports[0], &port, sizeof port) != sizeof port) return 1;
    auto const before = resident_kb(child);

    int const poll = epoll_create1(0);
    for (std::size_t i = 0; i < count; ++i) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = connect_to(port);
        epoll_ctl(poll, EPOLL_CTL_ADD, event.data.fd, &event);
        if (i % 500 == 499) await_all(poll, 500);
    }
    auto const bytes = double(resident_kb(child) - before) * 1024 / double(count);
    std::printf("%zu streams, %.0f bytes each in the process\n", count, bytes);
    for (int round = 0; round < 5; ++round) {
        auto const began = Clock::now();
        if (write(orders[1], "x", 1) != 1) return 1;
        await_all(poll, count);
        std::printf("one event to all: %.0f ms\n",
                    std::chrono::duration<double, std::milli>(Clock::now() - began).count());
    }
    close(orders[1]);
    waitpid(child, nullptr, 0);
}
