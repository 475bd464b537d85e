#include "server/live.h"

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>

namespace banshi::server {

// Between the first look at an address and its watch lie a few announcements, never so many.
static constexpr std::size_t remembered = 1'000;

struct Live::Register {
    std::mutex guard;
    std::map<std::string, std::weak_ptr<Watch>> watches;  // by key
    std::multimap<std::string, Watch*> by_topic;
    std::deque<std::string> announced;  // the last topics, up to the number `moment`
    std::uint64_t moment = 0;

    void note(std::string const& topic) {
        ++moment;
        announced.push_back(topic);
        if (announced.size() > remembered) announced.pop_front();
    }
    // True as well when too much has come since to know.
    bool was_announced(std::vector<std::string> const& topics, std::uint64_t since) const {
        auto const count = moment - since;
        if (count > announced.size()) return true;
        return std::any_of(announced.end() - std::ptrdiff_t(count), announced.end(),
                           [&](auto const& each) { return std::ranges::count(topics, each); });
    }
};

struct Live::Watch : std::enable_shared_from_this<Watch> {
    std::shared_ptr<Register> in;
    std::string key;
    std::vector<std::string> topics;
    Look look;
    bool looking = false;  // one look at a time ...
    bool again = false;    // ... and once more when something came meanwhile

    Watch(std::shared_ptr<Register> its_register, std::string its_key,
          std::vector<std::string> its_topics, Look its_look)
        : in(std::move(its_register)),
          key(std::move(its_key)),
          topics(std::move(its_topics)),
          look(std::move(its_look)) {}
    // Never under the guard: whoever lets go of a watch lets go of the guard first.
    ~Watch() {
        std::lock_guard const lock(in->guard);
        for (auto const& topic : topics) {
            auto const [at, end] = in->by_topic.equal_range(topic);
            auto const own =
                std::find_if(at, end, [&](auto& entry) { return entry.second == this; });
            if (own != end) in->by_topic.erase(own);
        }
        // A new one may have come in its place.
        auto const found = in->watches.find(key);
        if (found != in->watches.end() && found->second.expired()) in->watches.erase(found);
    }
};

Live::Live(Hub& hub) : hub_(hub), register_(std::make_shared<Register>()) {}

std::uint64_t Live::moment() const {
    std::lock_guard const lock(register_->guard);
    return register_->moment;
}

std::size_t Live::watches() const {
    std::lock_guard const lock(register_->guard);
    return register_->watches.size();
}

Hold Live::watch(std::string const& key, std::vector<std::string> const& topics, Look look,
                 std::uint64_t since) {
    auto fresh = std::make_shared<Watch>(register_, key, topics, std::move(look));
    std::shared_ptr<Watch> watch;
    bool late = false;
    {
        std::lock_guard const lock(register_->guard);
        auto& known = register_->watches[key];
        watch = known.lock();
        if (!watch) {
            known = watch = fresh;
            for (auto const& topic : topics) register_->by_topic.emplace(topic, watch.get());
            late = register_->was_announced(topics, since);
        }
    }
    if (late) hear(watch);
    return watch;
}

void Live::announced(std::vector<std::string> const& topics) {
    std::vector<std::shared_ptr<Watch>> due;
    {
        std::lock_guard const lock(register_->guard);
        for (auto const& topic : topics) {
            register_->note(topic);
            auto const [at, end] = register_->by_topic.equal_range(topic);
            for (auto each = at; each != end; ++each)
                if (auto watch = each->second->weak_from_this().lock())
                    due.push_back(std::move(watch));
        }
    }
    for (auto const& watch : due) hear(watch);
}

void Live::hear(std::shared_ptr<Watch> const& watch) {
    {
        std::lock_guard const lock(register_->guard);
        watch->again = watch->looking;
        if (std::exchange(watch->looking, true)) return;
    }
    look(watch);
}

void Live::look(std::shared_ptr<Watch> const& watch) {
    watch->look([this, watch](std::optional<std::string> const& state) { looked(watch, state); });
}

void Live::looked(std::shared_ptr<Watch> const& watch, std::optional<std::string> const& state) {
    if (state)
        hub_.publish_state(watch->key, "state", *state);
    else
        hub_.end(watch->key);  // they come back, and are told why not
    {
        std::lock_guard const lock(register_->guard);
        watch->looking = std::exchange(watch->again, false);
        if (!watch->looking) return;
    }
    look(watch);
}

}  // namespace banshi::server
