#include "documents/printer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

namespace banshi::documents {

namespace {

using std::chrono::milliseconds;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {
        if (number < 0) throw std::system_error(errno, std::generic_category(), "printer");
    }
    ~Descriptor() { close(number_); }
    Descriptor(Descriptor const&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

// Rings once, so many milliseconds from now. No clock is read, and many short waits cannot
// add up to a long one.
class Alarm {
public:
    explicit Alarm(milliseconds after)
        : timer_(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)) {
        auto const ms = std::max<long>(after.count(), 1);
        itimerspec const once{{}, {ms / 1000, ms % 1000 * 1'000'000}};
        timerfd_settime(timer_.number(), 0, &once, nullptr);
    }

    // True when the socket is ready, false when the alarm rang first.
    bool lets_wait_for(Descriptor const& socket, short what) const {
        pollfd both[] = {{socket.number(), what, 0}, {timer_.number(), POLLIN, 0}};
        while (poll(both, 2, -1) < 0)
            if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "poll");
        return both[0].revents != 0;
    }

private:
    Descriptor timer_;
};

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Addresses find(PrinterAddress const& address) {
    addrinfo wanted{};
    wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    auto const port = std::to_string(address.port);
    if (getaddrinfo(address.ip.c_str(), port.c_str(), &wanted, &found) != 0) found = nullptr;
    return {found, &freeaddrinfo};
}

Refusal unreachable(PrinterAddress const& address, std::string const& why) {
    return {Why::busy, "printer.unreachable", address.ip + ": " + why};
}

Refusal stuck(PrinterAddress const& address, std::string const& why) {
    return {Why::busy, "printer.stuck", address.ip + ": " + why};
}

std::string words_of(int error) { return std::generic_category().message(error); }

Result<void> connect(Descriptor const& socket, addrinfo const& to, PrinterAddress const& address,
                     milliseconds patience) {
    if (::connect(socket.number(), to.ai_addr, to.ai_addrlen) == 0) return {};
    if (errno != EINPROGRESS) return unreachable(address, words_of(errno));
    if (!Alarm(patience).lets_wait_for(socket, POLLOUT))
        return unreachable(address, "no answer in time");
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) return unreachable(address, words_of(error));
    return {};
}

Result<void> write(Descriptor const& socket, std::string_view bytes, PrinterAddress const& address,
                   Alarm const& alarm) {
    while (!bytes.empty()) {
        auto const sent = send(socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (!alarm.lets_wait_for(socket, POLLOUT)) return stuck(address, "takes no more bytes");
        } else if (errno != EINTR) {
            return stuck(address, words_of(errno));
        }
    }
    return {};
}

// Waits until the printer hangs up or the time is over. Closing at once could throw away
// bytes on the way, because a printer sends its state and nobody would have read it.
Result<void> hang_up(Descriptor const& socket, PrinterAddress const& address, Alarm const& alarm) {
    shutdown(socket.number(), SHUT_WR);
    char ignored[256];
    while (alarm.lets_wait_for(socket, POLLIN)) {
        auto const read = recv(socket.number(), ignored, sizeof ignored, 0);
        if (read == 0) return {};
        if (read < 0 && errno != EAGAIN && errno != EINTR) return stuck(address, words_of(errno));
    }
    int unsent = 0;
    ioctl(socket.number(), SIOCOUTQ, &unsent);
    if (unsent > 0) return stuck(address, "took only a part");
    return {};  // it has all, and keeps the line open, as some printers do
}

}  // namespace

Result<void> print(PrinterAddress const& address, std::string_view bytes,
                   PrinterPatience patience) {
    auto const found = find(address);
    if (!found) return unreachable(address, "is no address");
    Descriptor const socket(
        ::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (auto const done = connect(socket, *found, address, patience.to_connect); !done)
        return done.refusal();

    Alarm const alarm(patience.to_write);
    if (auto const done = write(socket, bytes, address, alarm); !done) return done.refusal();
    return hang_up(socket, address, alarm);
}

}  // namespace banshi::documents
