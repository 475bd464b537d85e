#include "engines/notices/adapters.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace banshi::notices {

// A gateway on 127.0.0.1 that answers one request after another with the statuses given.
class FakeGateway {
public:
    explicit FakeGateway(std::vector<int> statuses) {
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
        thread_ = std::jthread([this, statuses] {
            for (auto const status : statuses) serve(status);
        });
    }
    ~FakeGateway() {
        thread_.join();
        ::close(listener_);
    }

    std::string url;
    std::vector<std::string> requests;

private:
    void serve(int status) {
        int const peer = ::accept(listener_, nullptr, nullptr);
        std::string request;
        std::array<char, 4096> buffer{};
        while (request.find("\r\n\r\n{") == request.npos || !request.ends_with("}")) {
            auto const got = ::read(peer, buffer.data(), buffer.size());
            if (got <= 0) break;
            request.append(buffer.data(), static_cast<std::size_t>(got));
        }
        requests.push_back(request);
        auto const answer = "HTTP/1.1 " + std::to_string(status) +
                            " x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        EXPECT_EQ(::write(peer, answer.data(), answer.size()), std::ssize(answer));
        ::close(peer);
    }

    int listener_ = -1;
    std::jthread thread_;
};

static Letter const letter{"01J0", "13812345678", "您好\"\n"};

TEST(HttpGateway, GetsOneJsonObjectWithTheIdOfTheMessage) {
    std::string request;
    {
        FakeGateway gateway({200});
        auto const adapter = http_gateway({gateway.url, "secret"});
        EXPECT_EQ(adapter.send(letter).outcome, Outcome::sent);
        EXPECT_FALSE(adapter.keeps_words);
        request = gateway.requests.at(0);
    }
    EXPECT_TRUE(request.starts_with("POST /messages HTTP/1.1\r\n")) << request;
    for (auto const* part :
         {"Content-Type: application/json\r\n", "Idempotency-Key: 01J0\r\n",
          "Authorization: Bearer secret\r\n",
          "{\"id\":\"01J0\",\"phone\":\"13812345678\",\"text\":\"您好\\\"\\n\"}"})
        EXPECT_NE(request.find(part), request.npos) << part << " in " << request;
}

TEST(HttpGateway, IsJudgedByItsStatus) {
    FakeGateway gateway({202, 409, 429, 503, 400, 404});
    auto const adapter = http_gateway({gateway.url, ""});
    std::vector<Outcome> outcomes;
    for (int at = 0; at < 6; ++at) outcomes.push_back(adapter.send(letter).outcome);
    EXPECT_EQ(outcomes, (std::vector{Outcome::sent, Outcome::sent, Outcome::later, Outcome::later,
                                     Outcome::refused, Outcome::refused}));
}

TEST(HttpGateway, ThatIsDownIsTriedAgain) {
    auto const answer = http_gateway({"http://127.0.0.1:9/", ""}).send(letter);
    EXPECT_EQ(answer.outcome, Outcome::later);
    EXPECT_FALSE(answer.trouble.empty());
    EXPECT_EQ(http_gateway({"file:///etc/hostname", ""}).send(letter).outcome, Outcome::later);
}

}  // namespace banshi::notices
