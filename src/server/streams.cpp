#include "server/streams.h"

#include <algorithm>

#include "base/check.h"

namespace banshi::server {

static constexpr std::size_t kept_events = 128;
// So many sockets are written before other work of the thread gets its turn: about 1 ms.
static constexpr std::size_t walk_step = 128;

std::string event_text(std::uint64_t id, std::string_view event, std::string_view data) {
    std::string out = "id: " + std::to_string(id) + "\nevent: " + std::string(event) + "\n";
    for (;;) {
        auto const end = data.find('\n');
        out.append("data: ").append(data.substr(0, end)).append("\n");
        if (end == data.npos) return out += "\n";
        data.remove_prefix(end + 1);
    }
}

void Hub::publish(std::string const& topic, std::string_view event, std::string_view data) {
    add(topic, Telling::event, event, data);
}

void Hub::publish_state(std::string const& topic, std::string_view event, std::string_view data) {
    add(topic, Telling::state, event, data);
}

void Hub::add(std::string const& name, Telling kind, std::string_view event,
              std::string_view data) {
    // Posting under the lock keeps the order of events the same on every shard.
    std::lock_guard const lock(guard_);
    auto const fresh = topics_.find(name) == topics_.end();
    auto& topic = topics_[name];
    if (fresh) topic.lost = last_id_;
    auto const id = ++last_id_;
    Event const told{id, std::make_shared<std::string const>(event_text(id, event, data)), kind};

    topic.is_state = kind == Telling::state;
    topic.idle_rounds = 0;
    if (topic.is_state) {
        topic.kept.clear();
        topic.lost = 0;
    }
    topic.kept.push_back(told);
    if (topic.kept.size() > kept_events) {
        topic.lost = topic.kept.front().id;
        topic.kept.erase(topic.kept.begin());
    }
    if (topic.readers > 0) tell(name, told);
}

void Hub::tell(std::string const& name, Event const& told) {
    for (auto const& shard : shards_)
        shard->post([this, to = shard.get(), name, told] { walk(*to, name, told, 0); });
}

void Hub::end(std::string const& name) {
    std::lock_guard const lock(guard_);
    // What was kept may not be told to those who come now.
    if (auto const found = topics_.find(name); found != topics_.end()) found->second.kept.clear();
    tell(name, {++last_id_, nullptr, Telling::state});
}

void Hub::walk(Shard& shard, std::string const& name, Event const& told, std::size_t from) {
    auto const found = shard.topics.find(name);
    if (found == shard.topics.end()) return;
    auto& readers = found->second;
    if (from == 0) ++readers.walking;

    auto const end = std::min(from + walk_step, readers.list.size());
    for (auto i = from; i < end; ++i) {
        auto* const reader = readers.list[i];
        if (!reader || reader->seen_ >= told.id) continue;
        reader->seen_ = told.id;
        reader->deliver(told.bytes, told.kind);
    }
    if (end < readers.list.size()) {
        shard.post([this, &shard, name, told, end] { walk(shard, name, told, end); });
        return;
    }
    --readers.walking;
    settle(shard, name);
}

// Closes the holes once nobody walks, and drops a list that has become empty.
void Hub::settle(Shard& shard, std::string const& name) {
    auto const found = shard.topics.find(name);
    auto& readers = found->second;
    if (readers.walking) return;
    if (readers.has_holes) {
        std::erase(readers.list, nullptr);
        for (std::size_t i = 0; i < readers.list.size(); ++i) readers.list[i]->place_ = i;
        readers.has_holes = false;
    }
    if (readers.list.empty()) shard.topics.erase(found);
}

std::size_t Hub::add_shard(Post post) {
    std::lock_guard const lock(guard_);
    shards_.push_back(std::make_unique<Shard>(Shard{std::move(post), {}}));
    return shards_.size() - 1;
}

void Hub::subscribe(std::size_t number, Subscriber& reader, std::string const& name,
                    std::uint64_t after) {
    std::vector<Event> missed;
    Shard* shard = nullptr;
    {
        std::lock_guard const lock(guard_);
        shard = shards_.at(number).get();
        auto& topic = topics_[name];
        if (topic.kept.empty() && topic.readers == 0) topic.lost = last_id_;
        ++topic.readers;
        ++readers_;
        for (auto const& event : topic.kept)
            if (event.id > after) missed.push_back(event);
        // What was posted before this moment and arrives later has been replayed from `kept`.
        reader.seen_ = last_id_;
    }
    auto& readers = shard->topics[name];
    reader.topic_ = name;
    reader.place_ = readers.list.size();
    readers.list.push_back(&reader);
    for (auto const& event : missed) reader.deliver(event.bytes, event.kind);
}

void Hub::unsubscribe(std::size_t number, Subscriber& reader) {
    Shard* shard = nullptr;
    {
        std::lock_guard const lock(guard_);
        shard = shards_.at(number).get();
        auto& topic = topics_.at(reader.topic_);
        --topic.readers;
        --readers_;
        topic.idle_rounds = 0;
    }
    auto& readers = shard->topics.at(reader.topic_);
    CHECK(readers.list[reader.place_] == &reader);
    if (readers.walking) {
        readers.list[reader.place_] = nullptr;
        readers.has_holes = true;
        return;
    }
    readers.list[reader.place_] = readers.list.back();
    readers.list[reader.place_]->place_ = reader.place_;
    readers.list.pop_back();
    settle(*shard, reader.topic_);
}

std::uint64_t Hub::last_id() const {
    std::lock_guard const lock(guard_);
    return last_id_;
}

bool Hub::can_resume(std::string const& name, std::uint64_t id) const {
    std::lock_guard const lock(guard_);
    auto const topic = topics_.find(name);
    return topic != topics_.end() && id >= topic->second.lost && id <= last_id_;
}

bool Hub::has_state(std::string const& name) const {
    std::lock_guard const lock(guard_);
    auto const topic = topics_.find(name);
    return topic != topics_.end() && topic->second.is_state && !topic->second.kept.empty();
}

std::size_t Hub::readers(std::string const& name) const {
    std::lock_guard const lock(guard_);
    auto const topic = topics_.find(name);
    return topic == topics_.end() ? 0 : topic->second.readers;
}

std::size_t Hub::readers() const {
    std::lock_guard const lock(guard_);
    return readers_;
}

void Hub::forget_idle_topics() {
    std::lock_guard const lock(guard_);
    for (auto at = topics_.begin(); at != topics_.end();) {
        auto& topic = at->second;
        at = topic.readers == 0 && ++topic.idle_rounds > 2 ? topics_.erase(at) : std::next(at);
    }
}

}  // namespace banshi::server
