#pragma once
// Server-sent events: who reads which topic, and what they missed. An event is written out once
// and its bytes are shared by all its readers. Each thread of the server is a shard that
// walks its own readers, so that telling ten thousand phones takes no lock and no copy.

#include <mutex>
#include <unordered_map>

#include "server/http.h"

namespace banshi::server {

enum class Telling {
    event,  // each one counts
    state,  // makes all before it superfluous
};

// One open stream. Its shard's thread alone touches it.
class Subscriber {
public:
    virtual ~Subscriber() = default;
    // Must not block, and may unsubscribe. No bytes at all: the stream is to end.
    virtual void deliver(Bytes const& bytes, Telling) = 0;

private:
    friend class Hub;
    std::string topic_;
    std::uint64_t seen_ = 0;
    std::size_t place_ = 0;
};

// The bytes of one event: "id: 7\nevent: called\ndata: {...}\n\n".
std::string event_text(std::uint64_t id, std::string_view event, std::string_view data);

class Hub {
public:
    using Post = std::function<void(std::function<void()>)>;

    // Numbers count up from `first_id`; derive it from the time of the start, so that a screen
    // that comes back after a restart never finds its old number ahead of the new ones.
    explicit Hub(std::uint64_t first_id = 0) : last_id_(first_id) {}

    // An event that readers must see one by one; the last of them are kept for who comes back.
    void publish(std::string const& topic, std::string_view event, std::string_view data);
    // A whole new state: it makes every earlier event of the topic superfluous, and whoever
    // comes new is told it.
    void publish_state(std::string const& topic, std::string_view event, std::string_view data);

    // Ends all streams of the topic; their readers may ask again.
    void end(std::string const& topic);

    std::uint64_t last_id() const;
    // Are all events of the topic after this one still kept?
    bool can_resume(std::string const& topic, std::uint64_t id) const;
    // Does the topic hold a state? Then a new reader needs no first event of its own.
    bool has_state(std::string const& topic) const;
    std::size_t readers(std::string const& topic) const;
    std::size_t readers() const;

    // For the threads of the server. `post` runs a function later on the shard's thread.
    std::size_t add_shard(Post post);
    // Delivers at once what came after the number `after`.
    void subscribe(std::size_t shard, Subscriber&, std::string const& topic, std::uint64_t after);
    void unsubscribe(std::size_t shard, Subscriber&);
    // Drops topics that had no reader and no event during the last two calls.
    void forget_idle_topics();

private:
    struct Event {
        std::uint64_t id;
        Bytes bytes;
        Telling kind;
    };
    struct Topic {
        std::vector<Event> kept;
        std::uint64_t lost = 0;  // the newest event that is no longer kept
        std::size_t readers = 0;
        int idle_rounds = 0;
        bool is_state = false;
    };
    // While events walk the list, a leaver leaves a hole, so that places stay put.
    struct Readers {
        std::vector<Subscriber*> list;
        std::size_t walking = 0;
        bool has_holes = false;
    };
    struct Shard {
        Post post;
        std::unordered_map<std::string, Readers> topics;
    };

    void add(std::string const& topic, Telling, std::string_view event, std::string_view data);
    void tell(std::string const& topic, Event const&);  // under the guard
    void walk(Shard&, std::string const& topic, Event const&, std::size_t from);
    void settle(Shard&, std::string const& topic);

    mutable std::mutex guard_;  // of all below but the insides of a shard
    std::uint64_t last_id_;
    std::size_t readers_ = 0;
    std::unordered_map<std::string, Topic> topics_;
    std::vector<std::unique_ptr<Shard>> shards_;
};

}  // namespace banshi::server
