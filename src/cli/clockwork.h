#pragma once
// Work by the clock: the jobs of the systems and the notices that wait. A job that fails is told to
// the log and comes again. Notices have a thread to themselves: a gateway that hangs delays nothing
// else.

#include <thread>

#include "cli/environment.h"
#include "engines/notices/adapters.h"

namespace banshi::cli {

class Clockwork {
public:
    using AdaptersOf = std::function<notices::Adapters(District const&)>;
    Clockwork(Environment const&, City const&, Store&, AdaptersOf const&);
    ~Clockwork();

private:
    struct Turn;  // something to do, and when next
    void run(std::stop_token const&, std::vector<Turn>&);
    void add_jobs(CityDistrict const&);
    // Whether it says that more waits.
    bool run_job(CityDistrict const&, Job const&);
    void forget_answers(CityDistrict const&);
    void deliver(CityDistrict const&, notices::Channel, notices::Adapter const&);

    Environment const& here_;
    City const& city_;
    Store& store_;
    std::vector<Turn> turns_;
    std::vector<Turn> post_;
    std::jthread thread_;
    std::jthread postman_;
};

}  // namespace banshi::cli
