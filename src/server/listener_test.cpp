#include "server/listener.h"

#include <gtest/gtest.h>

#include <thread>

#include "server/house_for_test.h"

namespace banshi::server {

TEST(Listener, KeepsTheConnectionForTheNextRequest) {
    TestHouse house(echo);
    auto client = house.client();
    for (int i = 0; i < 3; ++i) {
        auto const answer = client.ask("GET /a/b?x=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
        EXPECT_TRUE(answer.ends_with("\r\n\r\nGET/a/b x=1")) << answer;
        EXPECT_TRUE(holds(answer, "Date: Mon, 24 Nov 2025 16:00:00 GMT\r\n")) << answer;
    }
    house.server.stop();
    EXPECT_EQ(house.served, 3);
}

TEST(Listener, AnswersPipelinedRequestsInOrder) {
    TestHouse house(echo);
    auto client = house.client();
    client.send(
        "GET /1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\n"
        "Content-Length: 2\r\n\r\nhi\r\nGET /3 HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(client.read_answer().ends_with("GET/1"));
    EXPECT_TRUE(client.read_answer().ends_with("POST/2 [hi]"));
    EXPECT_TRUE(client.read_answer().ends_with("GET/3"));
}

TEST(Listener, DecodesPathAndQuery) {
    TestHouse house(echo);
    auto client = house.client();
    EXPECT_TRUE(client.ask("GET /a%2Fb/%E5%8F%B7?q=a+b%26c&flag HTTP/1.1\r\nHost: x\r\n\r\n")
                    .ends_with("GET/a/b/号 q=a b&c flag="));
    EXPECT_TRUE(
        client.ask("GET http://x/whole HTTP/1.1\r\nHost: x\r\n\r\n").ends_with("GET/whole"));
}

TEST(Listener, ReadsABodyInChunks) {
    TestHouse house(echo);
    auto client = house.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    client.send("2;note=1\r\nde\r\n0\r\n\r\n");
    EXPECT_TRUE(client.read_answer().ends_with("POST/x [abcde]"));
    EXPECT_TRUE(client.ask(get).ends_with("GET/"));
}

TEST(Listener, SaysContinueWhenAskedTo) {
    TestHouse house(echo);
    auto client = house.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_TRUE(client.ask("ok").ends_with("POST/x [ok]"));
    client.send(
        "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n"
        "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(status_of(client.read_answer()), "413");
}

TEST(Listener, TellsTheLengthButSendsNoBodyToHead) {
    TestHouse house(echo);
    auto client = house.client();
    client.send("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(holds(client.read_answer(true), "Content-Length: 8\r\n"));
    EXPECT_TRUE(client.ask(get).ends_with("GET/"));
}

TEST(Listener, ClosesForOldClientsUnlessTheyAskOtherwise) {
    TestHouse house(echo);
    auto old = house.client();
    old.send("GET / HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(holds(old.read_to_end(), "Connection: close\r\n"));
    auto keeping = house.client();
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(holds(keeping.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"),
                          "Connection: keep-alive\r\n"));
}

TEST(Listener, RefusesWhatIsTooLarge) {
    TestHouse house(echo);
    auto const header = "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(20'000, 'x');
    auto const post = [](std::string const& path, std::size_t length) {
        return "POST /" + path +
               " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" +
               std::string(length, 'x');
    };
    std::string chunked = "POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 20; ++i) chunked += "64\r\n" + std::string(100, 'x') + "\r\n";

    EXPECT_EQ(status_of(house.client().ask(header)), "431");
    EXPECT_EQ(status_of(house.client().ask(post("x", 1001))), "413");
    EXPECT_EQ(status_of(house.client().ask(post("x", 900'000))), "413");
    EXPECT_EQ(status_of(house.client().ask(chunked)), "413");
    auto const unchunked = chunked.substr(0, chunked.find("64\r\n"));
    for (auto const* line : {"2;", "0\r\nX: "})
        EXPECT_EQ(status_of(house.client().ask(unchunked + line + std::string(60'000, 'x'))),
                  "431");
    EXPECT_EQ(status_of(house.client().ask(post("x", 1000))), "200");
    EXPECT_EQ(status_of(house.client().ask(post("photo", 1'000'000))), "200");
}

// Many a client reads no answer before it has sent its whole body.
TEST(Listener, ReadsAwayWhatItRefusesSoThatItsAnswerArrives) {
    TestHouse house(echo);
    auto client = house.client();
    client.send("POST /photo HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    for (int part = 0; part < 30; ++part) client.send(std::string(100'000, 'x'));
    EXPECT_EQ(status_of(client.read_answer()), "413");
}

TEST(Listener, RefusesWhatIsNoRequest) {
    TestHouse house(echo);
    for (std::string const bad : {
             "\x16\x03\x01\x02 hello\r\n\r\n",
             "GET\r\n\r\n",
             "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
             "GET / HTTP/1.1\r\n\r\n",
             "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
             "GET nowhere HTTP/1.1\r\nHost: x\r\n\r\n",
             "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
             "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
             "GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n",
             "GET /?a=%c0%80 HTTP/1.1\r\nHost: x\r\n\r\n",
             "GET / HTTP/1.1\r\nHo st: x\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
             "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
             "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
         }) {
        auto const answer = house.client().ask(bad);
        EXPECT_EQ(status_of(answer), "400") << bad;
        EXPECT_TRUE(holds(answer, "Connection: close\r\n")) << bad;
    }
    EXPECT_EQ(status_of(house.client().ask(get)), "200");
}

TEST(Listener, DoesNotWaitForTheSlow) {
    TestHouse house(echo);
    auto idle = house.client(), head = house.client(), body = house.client();
    head.send("GET / HTTP/1.1\r\nHos");
    body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
    EXPECT_EQ(status_of(head.read_answer()), "408");
    EXPECT_EQ(status_of(body.read_answer()), "408");
    EXPECT_TRUE(idle.is_closed_soon());
}

TEST(Listener, ADripOfHeaderDoesNotProlongTheTime) {
    TestHouse house(echo);
    auto client = house.client();
    client.send("GET / HTTP/1.1\r\n");
    std::thread drip([&] {
        for (int i = 0; i < 15; ++i) {
            client.send("X: y\r\n");
            std::this_thread::sleep_for(50ms);
        }
    });
    EXPECT_EQ(status_of(client.read_answer()), "408");
    drip.join();
}

TEST(Listener, TakesAnAnswerFromAnotherThread) {
    std::vector<std::thread> threads;
    {
        TestHouse house([&](Request&& request, Respond respond) {
            threads.emplace_back([respond, path = request.path[0]] {
                std::this_thread::sleep_for(10ms);
                respond({.body = "later " + path});
                respond({.body = "never seen"});
            });
        });
        auto client = house.client();
        client.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_TRUE(client.read_answer().ends_with("later 1"));
        EXPECT_TRUE(client.read_answer().ends_with("later 2"));
    }
    for (auto& thread : threads) thread.join();
}

TEST(Listener, AnswersForAHandlerThatBreaksOrForgets) {
    auto settings = quick_settings();
    settings.limits.answer = 200ms;
    TestHouse house(
        [](Request&& request, Respond) {
            if (request.path[0] == "broken") throw std::runtime_error("disk");
        },
        settings);
    EXPECT_EQ(status_of(house.client().ask("GET /broken HTTP/1.1\r\nHost: x\r\n\r\n")), "503");
    EXPECT_EQ(status_of(house.client().ask("GET /forgot HTTP/1.1\r\nHost: x\r\n\r\n")), "503");
}

TEST(Listener, FinishesRequestsInFlightWhenItStops) {
    std::thread later;
    std::atomic<bool> asked = false;
    TestHouse house([&](Request&&, Respond respond) {
        later = std::thread([respond] {
            std::this_thread::sleep_for(200ms);
            respond({.body = "done"});
        });
        asked = true;
    });
    auto client = house.client(), idle = house.client();
    client.send(get);
    while (!asked) std::this_thread::yield();
    house.server.stop();
    auto const answer = client.read_answer();
    EXPECT_TRUE(answer.ends_with("done")) << answer;
    EXPECT_TRUE(holds(answer, "Connection: close\r\n")) << answer;
    EXPECT_TRUE(idle.is_closed_soon());
    EXPECT_FALSE(house.client().is_open());
    later.join();
}

TEST(Listener, StopsInTimeThoughAnAnswerNeverComes) {
    Respond kept;
    std::atomic<bool> asked = false;
    TestHouse house([&](Request&&, Respond respond) {
        kept = std::move(respond);
        asked = true;
    });
    auto client = house.client();
    client.send(get);
    while (!asked) std::this_thread::yield();
    house.server.stop();
    EXPECT_TRUE(client.is_closed_soon());
    kept({.body = "too late, and harmless"});
}

TEST(Listener, SendsAwayWhoComesWhenTheHouseIsFull) {
    auto settings = quick_settings();
    settings.limits.connections = 2;
    TestHouse house(echo, settings);
    auto first = house.client(), second = house.client();
    EXPECT_EQ(status_of(first.ask(get)), "200");
    EXPECT_EQ(status_of(second.ask(get)), "200");
    EXPECT_EQ(status_of(house.client().read_answer()), "503");
}

TEST(Listener, SendsAwayThePeerWhoHoldsItsShare) {
    auto settings = quick_settings();
    settings.limits.connections_of_peer = 2;
    {
        TestHouse house(echo, settings);
        auto first = house.client(), second = house.client(), third = house.client();
        for (auto* client : {&first, &second, &third})
            EXPECT_EQ(status_of(client->ask(get)), "200");
    }
    settings.own = {};
    TestHouse house(echo, settings);
    auto first = house.client();
    {
        auto second = house.client();
        EXPECT_EQ(status_of(first.ask(get)), "200");
        EXPECT_EQ(status_of(second.ask(get)), "200");
        auto const refused = house.client().read_answer();
        EXPECT_EQ(status_of(refused), "429");
        EXPECT_TRUE(holds(refused, "Retry-After: 5\r\n")) << refused;
    }
    while (house.server.open_connections() > 1) std::this_thread::yield();
    EXPECT_EQ(status_of(house.client().ask(get)), "200");
}

TEST(Listener, LimitsTheRateOfOnePeer) {
    auto settings = quick_settings();
    settings.rate = {.per_second = 0.1, .burst = 3};
    settings.trusted_proxies = {"127.0.0.1"};
    TestHouse house(echo, settings);
    auto client = house.client();
    auto const from = [](std::string const& peer) {
        return "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 9.9.9.9\r\nX-Forwarded-For: " + peer +
               "\r\n\r\n";
    };
    for (int i = 0; i < 3; ++i) EXPECT_EQ(status_of(client.ask(from("1.2.3.4"))), "200");
    auto const refused = client.ask(from("1.2.3.4"));
    EXPECT_EQ(status_of(refused), "429");
    EXPECT_TRUE(holds(refused, "Retry-After: 10\r\n")) << refused;
    EXPECT_EQ(status_of(client.ask(from("1.2.3.4:5678"))), "429");
    EXPECT_EQ(status_of(client.ask(from("1.2.3.5"))), "200");
}

TEST(Listener, PacksLongJsonForWhoCanUnpackIt) {
    TestHouse house([](Request&&, Respond respond) {
        respond({.headers = {{"Content-Type", "application/json"}},
                 .body = "\"" + std::string(5000, 'a') + "\""});
    });
    auto const packed =
        house.client().ask("GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip\r\n\r\n");
    EXPECT_TRUE(holds(packed, "Content-Encoding: gzip\r\n"));
    EXPECT_LT(packed.size(), 600u);
    auto const plain =
        house.client().ask("GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip;q=0\r\n\r\n");
    EXPECT_FALSE(holds(plain, "Content-Encoding"));
    EXPECT_TRUE(holds(plain, "Vary: Accept-Encoding\r\n"));
}

TEST(Listener, PacksBytesOfNoTypeOnlyWhereTheAnswerSaysSo) {
    TestHouse house([](Request&& request, Respond respond) {
        Reply reply{.headers = {{"Content-Type", "application/octet-stream"}},
                    .body = std::string(5000, 'a')};
        if (request.path.at(0) == "entries") reply.headers.emplace_back("Vary", "Accept-Encoding");
        respond(std::move(reply));
    });
    auto const ask = [&](std::string const& path) {
        return house.client().ask("GET /" + path +
                                  " HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n");
    };
    auto const packed = ask("entries");
    EXPECT_TRUE(holds(packed, "Content-Encoding: gzip\r\n"));
    EXPECT_EQ(packed.find("Vary"), packed.rfind("Vary")) << "said once";
    EXPECT_FALSE(holds(ask("hashes"), "Content-Encoding"));
}

TEST(Listener, LetsNobodyWriteHeadersThroughAValue) {
    TestHouse house([](Request&& request, Respond respond) {
        respond({.headers = {{"X-Name", request.query.at(0).second}}});
    });
    auto const answer =
        house.client().ask("GET /?n=a%0D%0ASet-Cookie:%20b HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_FALSE(holds(answer, "Set-Cookie")) << answer;
}

TEST(Listener, ASecondServerOnThePortFails) {
    TestHouse house(echo);
    auto settings = quick_settings();
    settings.port = house.server.port();
    EXPECT_THROW(TestHouse(echo, settings), std::runtime_error);
}

}  // namespace banshi::server
