#pragma once
// The world of one scenario: a fresh database, a test city, a clock that obeys, somebody who asks.

#include <filesystem>

#include "cli/city.h"
#include "scenario/line.h"
#include "scenario/plans.h"
#include "server/perform.h"
#include "simulation/faulty_store.h"

namespace banshi::scenario {

// What a verification says of a work that is undone again.
enum class Noticed { nothing, breach, refused };

class World {
public:
    // The database is emptied. After a fault everybody asks again, as one does whose line broke.
    World(cli::City& city, std::string const& database, simulation::Faults = {});
    ~World();

    // What came of the line, in the words of the scenario: empty when it is as expected.
    std::string play(Line const& line, Kept& kept);
    // What a verification of the record finds at the end: every scenario leaves it sound.
    std::vector<std::string> breaches();

    // Of rows changed by hand, which say whether there were any; refused by the database itself, or
    // none there to change.
    Noticed verified_after(Store::Work const& forge);
    void look(Store::Look const& what) { store_.read_now(what); }
    Backend backend() const { return store_.backend(); }

    void become(std::string const& who, std::string const& unit);
    void set_time(Instant now) { now_ = now; }
    Deed const* find(std::string const& verb) const;
    void sequence();  // what waits for its place in the record
    Plans const& plans() const { return plans_; }
    int faults() const { return store_.done(); }
    std::vector<std::string> jobs() const;  // verbs of what the clock does
    // By whoever it is now. Throws StoreFault, as the store does.
    Result<server::Performed> attempt(Deed const&, json::object const&, std::string const& key);

private:
    std::string play_deed(Line const& line, Kept& kept);
    std::vector<std::string> found(Transaction&);
    void patiently(std::function<void()> const& what) const;
    std::string compare_record(std::vector<std::string> const& kinds);
    void tell_time(std::string const& text);
    void set_rule(Line const& line);

    cli::City& city_;
    cli::CityDistrict& home_;
    simulation::Faults faults_;
    simulation::FaultyStore store_;
    Plans plans_;
    SeededRandom random_{2026};
    Actor actor_;
    Instant now_;
    std::uint64_t recorded_ = 0;
    int asked_ = 0;
};

}  // namespace banshi::scenario
