#include "documents/printer.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <future>
#include <thread>

namespace banshi::documents {

using namespace std::chrono_literals;

// A printer on a free port of this machine.
class FakePrinter {
public:
    FakePrinter() : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof place;
        int const small = 4096;  // what it holds unread
        setsockopt(listener_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        bind(listener_, reinterpret_cast<sockaddr*>(&place), size);
        listen(listener_, 1);
        getsockname(listener_, reinterpret_cast<sockaddr*>(&place), &size);
        port_ = ntohs(place.sin_port);
    }
    ~FakePrinter() {
        if (thread_.joinable()) thread_.join();
        close(listener_);
    }

    // Takes one job in the background.
    void works(std::function<void(int line)> job) {
        thread_ = std::thread([this, job] {
            auto const line = accept(listener_, nullptr, nullptr);
            job(line);
            close(line);
        });
    }
    void is_done() { thread_.join(); }
    PrinterAddress address() const { return {"127.0.0.1", port_}; }

private:
    int listener_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

static std::string read_all(int line) {
    std::string all;
    char part[4096];
    for (ssize_t count; (count = recv(line, part, sizeof part, 0)) > 0;) all.append(part, count);
    return all;
}

static constexpr PrinterPatience short_patience{200ms, 200ms};

TEST(Printer, GetsEveryByte) {
    std::string const job = std::string(300'000, 'x') + '\0' + "\x1D\x56\x42";
    FakePrinter printer;
    std::string got;
    printer.works([&](int line) { got = read_all(line); });
    EXPECT_TRUE(print(printer.address(), job));
    printer.is_done();
    EXPECT_EQ(got, job);
}

// A printer that reports its state all the time, which nobody asked for.
TEST(Printer, MayTalkBack) {
    FakePrinter printer;
    std::string got;
    printer.works([&](int line) {
        send(line, "\x14\0\0\x0F", 4, MSG_NOSIGNAL);
        got = read_all(line);
        send(line, "\x14\0\0\x0F", 4, MSG_NOSIGNAL);
    });
    EXPECT_TRUE(print(printer.address(), "A026"));
    printer.is_done();
    EXPECT_EQ(got, "A026");
}

TEST(Printer, MayKeepTheLineOpen) {
    FakePrinter printer;
    std::promise<void> printed;
    printer.works([&](int line) {
        read_all(line);
        printed.get_future().wait();
    });
    EXPECT_TRUE(print(printer.address(), "A026", short_patience));
    printed.set_value();
}

TEST(Printer, SwitchedOffIsARefusal) {
    PrinterAddress free_port;
    { free_port = FakePrinter().address(); }
    EXPECT_EQ(print(free_port, "A026").refusal().text, "printer.unreachable");
    EXPECT_EQ(print({"printer.hall.example"}, "A026").refusal().text, "printer.unreachable");
}

// What comes of a job at a printer that does what it does until the hall has given up, which
// must not take long.
static std::string told_in_time(FakePrinter& printer, std::string const& job,
                                std::function<void(int line)> const& part) {
    std::promise<void> given_up;
    auto const is_waiting = [ended = given_up.get_future().share()] {
        return ended.wait_for(20ms) != std::future_status::ready;
    };
    printer.works([part, is_waiting](int line) {
        while (is_waiting()) part(line);
    });
    auto answer = std::async(std::launch::async, [&] {
        auto const done = print(printer.address(), job, short_patience);
        return done ? "printed" : done.refusal().text;
    });
    bool const in_time = answer.wait_for(2s) == std::future_status::ready;
    given_up.set_value();
    return in_time ? answer.get() : "late";
}

static void nothing(int) {}

static void a_little(int line) {
    std::string some(10'000, '\0');
    recv(line, some.data(), some.size(), MSG_DONTWAIT);
}

// Out of paper: it accepts the line and takes nothing; the rest waits on this side.
TEST(Printer, ThatTakesNothingDoesNotHoldUpTheHall) {
    for (std::size_t const size : {60'000, 16'000'000}) {
        FakePrinter printer;
        EXPECT_EQ(told_in_time(printer, std::string(size, 'x'), nothing), "printer.stuck") << size;
    }
}

// It reads a little now and then, so that each single wait is short.
TEST(Printer, ThatDripsIsStuckToo) {
    FakePrinter printer;
    EXPECT_EQ(told_in_time(printer, std::string(16'000'000, 'x'), a_little), "printer.stuck");
}

TEST(Printer, ThatBreaksTheLineIsStuck) {
    FakePrinter printer;
    printer.works([](int line) {
        char first;
        recv(line, &first, 1, 0);
        linger const at_once{1, 0};
        setsockopt(line, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    });
    std::string const job(16'000'000, 'x');
    EXPECT_EQ(print(printer.address(), job).refusal().text, "printer.stuck");
}

}  // namespace banshi::documents
