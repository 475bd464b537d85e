#pragma once
// A store that fails by a seed: the same seed and the same work, the same faults in the same
// places. Whoever asks must bear them as a citizen does, and ask again with the same key.

#include <memory>

#include "base/random.h"
#include "store/store.h"

namespace banshi::simulation {

enum class Fault {
    none,
    statement,  // one of its statements fails: all is rolled back
    commit,     // the last step fails: all is rolled back
    answer,     // it is kept, but the line breaks before anybody hears of it
    again,      // done twice, the first in vain, as after a lost race for the same rows
};

struct Faults {
    std::uint64_t seed = 0;
    int in_thousand = 0;  // works that go wrong
    bool any() const { return in_thousand > 0; }
};

class FaultyStore final : public Store {
public:
    FaultyStore(std::unique_ptr<Store> inner, Faults);

    void write(Work work, Done done) override;
    void read(Look look, Done done) override;
    void on_announce(std::function<void(std::vector<std::string> const&)> hear) override;
    Backend backend() const override { return inner_->backend(); }
    std::size_t backlog() const override { return inner_->backlog(); }

    // What its key does not repeat is spared a lost answer; the work itself may say so.
    void answers_get_lost(bool may) { may_lose_answers_ = may; }
    // How many there were.
    int done() const { return done_; }

private:
    Fault next(bool writes);

    std::unique_ptr<Store> inner_;
    Faults faults_;
    SeededRandom chance_;
    bool may_lose_answers_ = true;
    int done_ = 0;
};

}  // namespace banshi::simulation
