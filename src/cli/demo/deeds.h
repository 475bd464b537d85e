#pragma once
// Deeds as the demo does them: by name, with a request, at a moment it says, through the same
// door as the web.

#include <functional>
#include <map>
#include <span>

#include "server/perform.h"
#include "store/store.h"

namespace banshi::demo {

inline Actor const visitor{};  // somebody without an account

class Deeds {
public:
    Deeds(Store& store, District const& district, std::span<System const* const> systems,
          Texts const& texts, std::uint64_t seed);

    // The answer, or the refusal.
    Result<json::value> perform(Actor const&, Instant now, std::string_view verb,
                                json::object const& request);
    // The answer; throws std::runtime_error with the refusal, for what a sound city never refuses.
    json::value must(Actor const&, Instant now, std::string_view verb, json::object const& request);
    // One of those that the clock does, by its verb.
    Result<json::value> run_job(Instant now, std::string_view verb);
    // All that the clock does, once, the daily work before the frequent.
    void run_jobs(Instant now);
    void look(Instant now, std::function<void(Call&)> const&);
    void write(Instant now, std::function<void(Call&)> const&);

    District const& district() const { return district_; }
    Store& store() const { return store_; }
    Texts const& texts() const { return texts_; }
    Random& random() { return random_; }
    std::int64_t done() const { return done_; }

private:
    Result<json::value> perform(Actor const&, Instant now, Deed const&, json::object const&);
    void settle_days_before(Instant now);

    Store& store_;
    District const& district_;
    Texts const& texts_;
    SeededRandom random_;
    std::map<std::string, Deed const*, std::less<>> deeds_;
    std::vector<Job const*> jobs_;
    std::int64_t done_ = 0;
    Day settled_{};
};

// A text of an answer, which is there in a sound city; throws otherwise.
std::string text_at(json::value const&, char const* field);

}  // namespace banshi::demo
