#pragma once
// Many people at one city, in an order, with pauses and with faults that a seed decides. Nothing
// else is left to chance: the same seed tells the same tale to the last byte.

#include <map>
#include <string>
#include <vector>

#include "scenario/world.h"
#include "simulation/stories.h"

namespace banshi::simulation {

struct Plan {
    std::uint64_t seed = 1;
    int steps = 1500;
    int faults_in_thousand = 60;
};

struct Tale {
    int deeds = 0, refused = 0, faults = 0;
    std::string told;                 // each deed and its answer, a line each
    std::vector<std::string> wrongs;  // what may not be
};

class Simulator {
public:
    Simulator(cli::City& city, std::string database, Plan);
    Tale run();

private:
    struct Person {
        Story story;
        std::string key;  // of the deed at hand, the same until it is answered
        int tries = 0;
    };
    // What was acknowledged, to be asked again.
    struct Promise {
        Asked asked;
        std::string key, answer;
        Instant at;
    };

    Person arrive();
    void let_time_pass();
    void go_to_bed();
    void step(Person&);
    void run_a_job();
    Told perform(Asked const&, std::string const& key);
    Told insist(Asked const&, std::string const& key);
    void keep_promises();
    void look_for_wrongs(std::string const& when);

    std::string database_;
    Plan plan_;
    SeededRandom chance_;
    Zone zone_{"Asia/Shanghai"};
    Stage stage_;
    scenario::World world_;
    std::vector<std::string> jobs_;
    std::vector<Person> people_;
    std::vector<Promise> promises_;
    Tale tale_;
    int keys_ = 0;
};

}  // namespace banshi::simulation
