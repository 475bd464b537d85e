#pragma once
// One thread of the server and what its connections share. Private to listener.cpp,
// connection.cpp and stream.cpp; everything in it is touched by that thread alone, unless
// it says otherwise.

#include <atomic>

#include "server/listener.h"

namespace boost::asio {
class io_context;
}

namespace banshi::server {

// What all threads share. Safe from every thread.
struct House {
    Settings settings;
    Handler handler;
    Hub& hub;
    Networks trusted;
    Networks own;
    Turnstile turnstile;
    Places places;
    Places streams;
    std::string id_prefix;  // of request ids: different at each start
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> greetings{0};  // of TLS, under way

    House(Settings, Handler, Hub&);

    // How long the peer must wait before it is served again; nothing: it need not.
    std::optional<Seconds> wait(std::string const& peer, Instant now);
    // Nothing when it holds all the places it may have.
    std::optional<Places::Seat> seat(std::string const& peer);
    // A place for a stream. Screens and staff count nowhere: a hall's phones come from its address.
    std::optional<Places::Seat> stream_seat(std::string const& peer, Opening const&);
    Reply refusal(int status, Request const&) const;
    Reply too_many(Request const&, Seconds wait) const;
};

// A connection or a stream, as the sweep of its thread sees it.
class Watched {
public:
    virtual ~Watched() = default;
    std::size_t place = 0;
};

// An unordered list that forgets a member in one step.
template <class Kind>
class Watchlist {
public:
    void add(Kind& one) {
        one.place = all_.size();
        all_.push_back(&one);
    }
    void remove(Kind& one) {
        all_[one.place] = all_.back();
        all_[one.place]->place = one.place;
        all_.pop_back();
    }
    bool empty() const { return all_.empty(); }
    // Backwards, so that `act` may remove the one it is given.
    template <class Act>
    void each(Act act) {
        for (auto i = all_.size(); i-- > 0;) act(*all_[i]);
    }

private:
    std::vector<Kind*> all_;
};

struct WatchedConnection : Watched {
    std::uint64_t deadline = 0;  // a tick
    virtual void expire() = 0;   // the deadline has passed
    virtual void drain() = 0;    // end it now if it carries no request
    virtual void cut() = 0;      // end it now
};

struct WatchedStream : Watched {
    std::size_t beat = 0;  // the list of Worker::streams that holds it
    virtual void heartbeat() = 0;
    virtual void close() = 0;
};

struct Worker {
    std::shared_ptr<House> house;
    std::shared_ptr<boost::asio::io_context> io;
    std::size_t shard = 0;  // in the hub

    std::uint64_t tick = 0;
    std::string date = {};  // the Date header of this second
    bool draining = false;
    std::uint64_t drain_until = 0;
    Watchlist<WatchedConnection> connections = {};
    std::vector<Watchlist<WatchedStream>> streams = {};  // one list for each tick of a heartbeat

    std::uint64_t ticks(Milliseconds time) const {
        auto const& one = house->settings.limits.tick;
        return std::uint64_t((time + one - Milliseconds{1}) / one);
    }
};

// Whoever was let in.
struct Guest {
    int socket;
    bool is_v6;
    std::string peer;
    Places::Seat seat;
};

// Takes over an accepted socket.
void serve_connection(std::shared_ptr<Worker>, Guest);

// The same for one that speaks TLS first.
void serve_tls(std::shared_ptr<Worker>, Tls const&, Guest);

// What a stream holds of its address's share.
struct StreamSeats {
    Places::Seat connection, stream;
};

// Takes over a socket on which a request was answered by a stream. `head` is sent first.
void serve_stream(std::shared_ptr<Worker>, int socket, StreamSeats, Opening, std::string head);

}  // namespace banshi::server
