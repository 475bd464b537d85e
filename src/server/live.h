#pragma once
// Live addresses: a GET that people watch. Each distinct address, as seen by one session, is
// one watch; when its topic is announced it is asked again once, and all its readers are told.

#include <map>
#include <mutex>

#include "base/time.h"
#include "server/streams.h"

namespace banshi::server {

// Asks the address again and calls back with the new state, from any thread: the JSON text, or
// nothing when it is refused now (the session has ended, the thing has gone).
using Look = std::function<void(std::function<void(std::optional<std::string>)>)>;

class Live {
public:
    explicit Live(Hub& hub) : hub_(hub) {}

    // From now on the announcements of `topic` are heard for the stream `key`. Call it before
    // the first state is read, so that nothing falls between.
    void watch(std::string const& key, std::string const& topic, Look look, Instant now);
    void announced(std::vector<std::string> const& topics, Instant now);

private:
    struct Watch {
        std::string key;
        std::string topic;
        Look look;
        Instant wanted;        // when somebody last asked for it or read it
        bool looking = false;  // one look at a time ...
        bool again = false;    // ... and once more when something came meanwhile
    };
    using Shared = std::shared_ptr<Watch>;

    void look(Shared const&);
    void looked(Shared const&, std::optional<std::string> const& state);

    Hub& hub_;
    std::mutex guard_;
    std::map<std::string, Shared> watches_;  // by key
    std::multimap<std::string, Shared> by_topic_;
};

}  // namespace banshi::server
