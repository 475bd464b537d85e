#include "server/live.h"

namespace banshi::server {

// The reader of a stream comes a moment after its watch; until then nobody is there, and yet
// it must miss nothing.
static constexpr Seconds patience{10};

void Live::watch(std::string const& key, std::string const& topic, Look look, Instant now) {
    std::lock_guard const lock(guard_);
    auto& watch = watches_[key];
    if (watch) {
        watch->wanted = now;
        return;
    }
    watch = std::make_shared<Watch>(Watch{key, topic, std::move(look), now});
    by_topic_.emplace(topic, watch);
}

void Live::announced(std::vector<std::string> const& topics, Instant now) {
    std::vector<Shared> due;
    {
        std::lock_guard const lock(guard_);
        for (auto const& topic : topics) {
            auto [at, end] = by_topic_.equal_range(topic);
            while (at != end) {
                auto const& watch = at->second;
                if (hub_.readers(watch->key) > 0) watch->wanted = now;
                if (now - watch->wanted > patience) {
                    watches_.erase(watch->key);
                    at = by_topic_.erase(at);
                    continue;
                }
                watch->again = watch->looking;
                if (!std::exchange(watch->looking, true)) due.push_back(watch);
                ++at;
            }
        }
    }
    for (auto const& watch : due) look(watch);
}

void Live::look(Shared const& watch) {
    watch->look([this, watch](std::optional<std::string> const& state) { looked(watch, state); });
}

void Live::looked(Shared const& watch, std::optional<std::string> const& state) {
    if (state)
        hub_.publish_state(watch->key, "state", *state);
    else
        hub_.end(watch->key);  // they come back, and are told why not
    {
        std::lock_guard const lock(guard_);
        watch->looking = std::exchange(watch->again, false);
        if (!watch->looking) return;
    }
    look(watch);
}

}  // namespace banshi::server
