#pragma once
// The world of one scenario: a fresh database, a test city, a clock that obeys, somebody who asks.

#include <filesystem>

#include "cli/city.h"
#include "scenario/line.h"
#include "store/store.h"

namespace banshi::scenario {

class World {
public:
    World(cli::City& city, std::string const& database);
    ~World();

    // What came of the line, in the words of the scenario: empty when it is as expected.
    std::string play(Line const& line, Kept& kept);
    // What a verification of the record finds at the end: every scenario leaves it sound.
    std::vector<std::string> breaches();

private:
    std::string play_deed(Line const& line, Kept& kept);
    std::string compare_record(std::vector<std::string> const& kinds);
    void become(std::string const& who, std::string const& unit);
    void set_time(std::string const& text);
    void set_rule(Line const& line);
    Deed const* find(std::string const& verb) const;

    cli::City& city_;
    cli::CityDistrict& home_;
    std::unique_ptr<Store> store_;
    SeededRandom random_{2026};
    Actor actor_;
    Instant now_;
    std::uint64_t recorded_ = 0;
};

}  // namespace banshi::scenario
