#pragma once
// A gateway on 127.0.0.1 for the tests of adapters.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace banshi::notices {

struct Reply {
    int status = 200;
    std::string body = "{}";
};

// Answers one request after another as told, and keeps what it was asked.
class FakeGateway {
public:
    explicit FakeGateway(std::vector<Reply> replies) {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(listener_, any, size) != 0 || ::listen(listener_, 8) != 0)
            throw std::runtime_error("no port");
        ::getsockname(listener_, any, &size);
        url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/messages";
        thread_ = std::jthread([this, replies] {
            for (auto const& reply : replies) serve(reply);
        });
    }
    ~FakeGateway() {
        thread_.join();
        ::close(listener_);
    }

    std::string url;
    std::vector<std::string> requests;

private:
    // Whether all has come that the header announces.
    static bool is_whole(std::string const& request) {
        auto const end = request.find("\r\n\r\n");
        if (request.starts_with("GET ")) return end != request.npos;
        auto const length = request.find("Content-Length: ");
        return end != request.npos && length != request.npos &&
               request.size() - end - 4 >= std::stoul(request.substr(length + 16));
    }
    void serve(Reply const& reply) {
        int const peer = ::accept(listener_, nullptr, nullptr);
        std::string request;
        std::array<char, 4096> buffer{};
        while (!is_whole(request)) {
            auto const got = ::read(peer, buffer.data(), buffer.size());
            if (got <= 0) break;
            request.append(buffer.data(), static_cast<std::size_t>(got));
        }
        requests.push_back(request);
        auto const answer = "HTTP/1.1 " + std::to_string(reply.status) +
                            " x\r\nContent-Length: " + std::to_string(reply.body.size()) +
                            "\r\nConnection: close\r\n\r\n" + reply.body;
        EXPECT_EQ(::write(peer, answer.data(), answer.size()), std::ssize(answer));
        ::close(peer);
    }

    int listener_ = -1;
    std::jthread thread_;
};

}  // namespace banshi::notices
