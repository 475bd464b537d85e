#pragma once
// Live addresses: a GET that people watch. Each distinct address, as seen by one session, is
// one watch; when one of its topics is announced it is asked again once, and all its readers are
// told. A watch lasts as long as somebody holds it: each stream does.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/streams.h"

namespace banshi::server {

// Asks the address again and calls back with the new state, from any thread: the JSON text, or
// nothing when it is refused now (the session has ended, the thing has gone).
using Look = std::function<void(std::function<void(std::optional<std::string>)>)>;

class Live {
public:
    explicit Live(Hub&);

    // The number of the last announcement. Ask before the first state is read.
    std::uint64_t moment() const;
    // From now on the announcements of the topics are heard for the stream `key`. What was
    // announced after `since` is looked at as well, so that nothing falls between the first state
    // and this.
    Hold watch(std::string const& key, std::vector<std::string> const& topics, Look look,
               std::uint64_t since);
    void announced(std::vector<std::string> const& topics);
    std::size_t watches() const;

private:
    struct Register;
    struct Watch;

    void hear(std::shared_ptr<Watch> const&);
    void look(std::shared_ptr<Watch> const&);
    void looked(std::shared_ptr<Watch> const&, std::optional<std::string> const& state);

    Hub& hub_;
    std::shared_ptr<Register> const register_;  // a stream may end after us
};

}  // namespace banshi::server
