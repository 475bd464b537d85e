// Who stands behind a matter for certain.

#include "engines/matters/matter_for_test.h"
#include "engines/matters/matters.h"

namespace banshi::matters {

class Reporters : public World {
protected:
    void add(Matter const& matter, Reporter reporter) {
        write([&](Call& call) {
            reporter.matter = matter.id;
            reporter.serial = static_cast<int>(reporters_of(call, matter.id).size()) + 1;
            rows::insert(call, reporter, "code" + std::to_string(reporter.serial));
            return 0;
        });
    }
    Matter reported() {
        auto const matter = write([](Call& call) { return insert_for_test(call); });
        add(matter, {});
        return matter;
    }
    bool alone(Matter const& matter) {
        return write([&](Call& call) { return stands_alone(call, matter.id, 1); });
    }
};

TEST_P(Reporters, StandAloneBesideFortyWhoProvedNothing) {
    auto const matter = reported();
    for (int each = 0; each < 40; ++each) add(matter, {});
    EXPECT_TRUE(alone(matter));
    Reporter proved{};
    proved.proved_at = now;
    add(matter, proved);
    EXPECT_FALSE(alone(matter));
    EXPECT_EQ(write([&](Call& call) { return reporters_of(call, matter.id).back().proved_at; }),
              now);
}

TEST_P(Reporters, DoNotStandAloneBesideWhomAnOfficerKnows) {
    auto const written = reported(), merged = reported();
    Reporter known{};
    known.recorded_by = "李";
    add(written, known);
    EXPECT_FALSE(alone(written));
    auto const gone = reported();
    write([&](Call& call) { return rows::copy_reporters(call, gone.id, merged.id), 0; });
    EXPECT_FALSE(alone(merged));
}

INSTANTIATE_TEST_SUITE_P(Matters, Reporters, both_databases(), database_name);

}  // namespace banshi::matters
