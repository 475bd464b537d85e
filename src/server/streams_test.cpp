#include "server/streams.h"

#include <gtest/gtest.h>

#include <thread>

#include "server/house_for_test.h"

namespace banshi::server {

// A house where /hall is a stream: the whole state first, unless the reader can go on from
// the last event it saw.
struct StreamHouse : TestHouse {
    explicit StreamHouse(Settings settings = quick_settings())
        : TestHouse([this](Request&& request, Respond respond) { open(request, respond); },
                    std::move(settings)) {}

    void open(Request const& request, Respond const& respond) {
        auto const last = request.header("Last-Event-ID");
        auto const id = last.empty() ? 0 : std::stoull(std::string(last));
        Opening opening{.topic = request.path[0], .after = id};
        if (!hub.can_resume(opening.topic, id) && !hub.has_state(opening.topic))
            opening = {opening.topic, hub.last_id(), "state", "whole"};
        opening.of_the_house = !request.header("Authorization").empty();
        respond({.stream = std::move(opening)});
    }
    void await_readers(std::size_t count) {
        for (int i = 0; i < 5000 && hub.readers("hall") != count; ++i)
            std::this_thread::sleep_for(1ms);
        EXPECT_EQ(hub.readers("hall"), count);
    }
};

static std::string listen(std::string const& more = "") {
    return "GET /hall HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
}

// The next event, past heartbeats.
static std::string next_event(Client& client) {
    for (;;) {
        auto event = client.read_until("\n\n");
        if (event != ":\n\n") return event;
    }
}

TEST(Streams, OpenWithTheStateAndGoOnWithEvents) {
    StreamHouse house;
    auto client = house.client();
    client.send(listen());
    auto const head = client.read_until("\r\n\r\n");
    EXPECT_NE(head.find("Content-Type: text/event-stream\r\n"), head.npos) << head;
    EXPECT_EQ(next_event(client), "id: 1000\nevent: state\ndata: whole\n\n");
    house.await_readers(1);
    house.hub.publish("elsewhere", "called", "B1");
    house.hub.publish("hall", "called", "A105\nwindow 3");
    EXPECT_EQ(next_event(client), "id: 1002\nevent: called\ndata: A105\ndata: window 3\n\n");
}

TEST(Streams, GoOnAfterTheLastEventThatWasSeen) {
    StreamHouse house;
    for (auto const* data : {"1", "2", "3"}) house.hub.publish("hall", "called", data);
    auto client = house.client();
    client.send(listen("Last-Event-ID: 1001\r\n"));
    client.read_until("\r\n\r\n");
    EXPECT_EQ(next_event(client), "id: 1002\nevent: called\ndata: 2\n\n");
    EXPECT_EQ(next_event(client), "id: 1003\nevent: called\ndata: 3\n\n");
}

TEST(Streams, TellTheWholeStateWhenTooMuchWasMissed) {
    StreamHouse house;
    for (int i = 0; i < 300; ++i) house.hub.publish("hall", "called", "x");
    EXPECT_FALSE(house.hub.can_resume("hall", 1001));
    EXPECT_TRUE(house.hub.can_resume("hall", 1299));
    EXPECT_FALSE(house.hub.can_resume("hall", 5000));  // a number we never gave
    EXPECT_FALSE(house.hub.can_resume("never_told", 1001));
    auto client = house.client();
    client.send(listen("Last-Event-ID: 1001\r\n"));
    client.read_until("\r\n\r\n");
    EXPECT_EQ(next_event(client), "id: 1300\nevent: state\ndata: whole\n\n");
}

TEST(Streams, AStateReplacesWhatWasToldBefore) {
    StreamHouse house;
    house.hub.publish_state("hall", "state", "old");
    house.hub.publish_state("hall", "state", "new");
    auto fresh = house.client(), known = house.client();
    fresh.send(listen());
    fresh.read_until("\r\n\r\n");
    EXPECT_EQ(next_event(fresh), "id: 1002\nevent: state\ndata: new\n\n");
    known.send(listen("Last-Event-ID: 1002\r\n"));
    known.read_until("\r\n\r\n");
    house.await_readers(2);
    house.hub.publish_state("hall", "state", "newer");
    EXPECT_EQ(next_event(known), "id: 1003\nevent: state\ndata: newer\n\n");
}

TEST(Streams, BeatTheHeartOfAnIdleStream) {
    StreamHouse house;
    auto client = house.client();
    client.send(listen());
    next_event(client);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
}

TEST(Streams, OfOneAddressAreNoMoreThanItsShare) {
    auto settings = quick_settings();
    settings.limits.streams_of_peer = 2;
    settings.trusted_proxies = {"127.0.0.1"};
    StreamHouse house(settings);
    auto const open = [](Client& client, std::string const& peer) {
        client.send(listen("X-Forwarded-For: " + peer + "\r\n"));
        return client.read_answer().substr(9, 3);
    };
    auto first = house.client(), third = house.client(), other = house.client();
    {
        auto second = house.client();
        EXPECT_EQ(open(first, "2001:db8::1"), "200");
        EXPECT_EQ(open(second, "2001:db8::2"), "200");
        EXPECT_EQ(open(third, "2001:db8::3"), "429");
        EXPECT_EQ(open(other, "2001:db8:0:1::1"), "200");
        house.await_readers(3);
    }
    house.await_readers(2);
    EXPECT_EQ(open(third, "2001:db8::3"), "200") << "by the same connection";
}

// The phones of a hall and its own screens come from one address, and a phone is anybody's.
TEST(Streams, OfTheHouseHaveTheirPlacesWhateverTheOthersTook) {
    auto settings = quick_settings();
    settings.limits.streams = 6;
    settings.limits.streams_of_peer = 4;
    settings.trusted_proxies = {"127.0.0.1"};
    StreamHouse house(settings);
    std::vector<std::unique_ptr<Client>> clients;
    auto const open = [&](std::string const& peer, std::string const& more = "") {
        clients.push_back(std::make_unique<Client>(house.server.port()));
        clients.back()->send(listen("X-Forwarded-For: " + peer + "\r\n" + more));
        return clients.back()->read_answer();
    };
    auto const status = [&](std::string const& peer, std::string const& more = "") {
        return open(peer, more).substr(9, 3);
    };
    for (int i = 0; i < 3; ++i) EXPECT_EQ(status("10.1.0.1"), "200");
    auto const refused = open("10.1.0.1");
    EXPECT_EQ(refused.substr(9, 3), "429") << "as many as are free";
    EXPECT_NE(refused.find("Retry-After: 15\r\n"), refused.npos) << refused;
    EXPECT_EQ(status("10.1.0.2"), "200");
    EXPECT_EQ(status("10.1.0.3"), "200");
    EXPECT_EQ(status("10.1.0.4"), "200");
    EXPECT_EQ(status("10.1.0.5"), "429") << "the public has all of its places";
    for (int i = 0; i < 5; ++i) EXPECT_EQ(status("10.1.0.1", "Authorization: Bearer x\r\n"), "200");
    house.await_readers(11);
    EXPECT_EQ(status(""), "200") << "the machine itself";
}

// By a connection of their own, they give back its place.
TEST(Streams, OfTheHouseLeaveTheShareOfTheirAddressToOthers) {
    auto settings = quick_settings();
    settings.limits.connections_of_peer = 2;
    settings.limits.connections = 40;
    settings.own = {};
    StreamHouse house(settings);
    std::vector<std::unique_ptr<Client>> clients;
    auto const status = [&](std::string const& more) {
        clients.push_back(std::make_unique<Client>(house.server.port()));
        clients.back()->send(listen(more));
        return clients.back()->read_answer().substr(9, 3);
    };
    for (int i = 0; i < 5; ++i) EXPECT_EQ(status("Authorization: Bearer x\r\n"), "200");
    for (int i = 0; i < 2; ++i) EXPECT_EQ(status(""), "200");
    EXPECT_EQ(status("Authorization: Bearer x\r\n"), "429") << "it is known too late";
}

TEST(Streams, ForgetAReaderWhoLeaves) {
    StreamHouse house;
    {
        auto client = house.client();
        client.send(listen());
        next_event(client);
        house.await_readers(1);
    }
    house.await_readers(0);
    house.hub.publish("hall", "called", "A1");
    house.hub.forget_idle_topics();
    EXPECT_TRUE(house.hub.can_resume("hall", 1001));
    house.hub.forget_idle_topics();
    house.hub.forget_idle_topics();
    EXPECT_FALSE(house.hub.can_resume("hall", 1001));
}

TEST(Streams, ReachEveryReaderInOrderThoughManyLeaveMeanwhile) {
    StreamHouse house;
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 600; ++i) {
        clients.push_back(std::make_unique<Client>(house.server.port()));
        clients.back()->send(listen());
    }
    house.await_readers(600);
    for (int i = 0; i < 20; ++i) house.hub.publish("hall", "called", std::to_string(i));
    for (int i = 0; i < 600; i += 2) clients[i].reset();
    for (int i = 1; i < 600; i += 2) {
        clients[i]->read_until("\r\n\r\n");
        next_event(*clients[i]);
        for (int n = 0; n < 20; ++n)
            ASSERT_EQ(next_event(*clients[i]), "id: " + std::to_string(1001 + n) +
                                                   "\nevent: called\ndata: " + std::to_string(n) +
                                                   "\n\n");
    }
    house.await_readers(300);
}

TEST(Streams, DropAReaderWhoDoesNotKeepUpAndDelayNobody) {
    StreamHouse house;
    Client slow(house.server.port(), 4096);
    auto quick = house.client();
    slow.send(listen());
    quick.send(listen());
    quick.read_until("\r\n\r\n");
    next_event(quick);
    house.await_readers(2);
    auto const data = std::string(8000, 'x');
    for (int i = 0; i < 200; ++i) {
        house.hub.publish("hall", "called", data);
        EXPECT_TRUE(next_event(quick).ends_with(data + "\n\n"));
    }
    house.await_readers(1);
}

TEST(Streams, TellASlowReaderTheNewestStateOnly) {
    StreamHouse house;
    Client slow(house.server.port(), 4096);
    slow.send(listen());
    slow.read_until("\r\n\r\n");
    next_event(slow);
    house.await_readers(1);
    auto const data = std::string(8000, 'x');
    for (int i = 0; i < 300; ++i)
        house.hub.publish_state("hall", "state", data + std::to_string(i));
    int told = 0;
    for (std::string event; !event.ends_with("x299\n\n"); ++told) {
        event = next_event(slow);
        ASSERT_TRUE(event.starts_with("id: ") && event.ends_with("\n\n")) << event;
    }
    EXPECT_LT(told, 200);
    EXPECT_EQ(house.hub.readers("hall"), 1u);
}

TEST(Streams, EndWhenTheServerStops) {
    StreamHouse house;
    auto client = house.client();
    client.send(listen());
    next_event(client);
    house.await_readers(1);
    house.server.stop();
    client.read_to_end();
    EXPECT_EQ(house.hub.readers(), 0u);
    EXPECT_EQ(house.server.open_connections(), 0u);
    house.hub.publish("hall", "called", "after the end");
}

}  // namespace banshi::server
