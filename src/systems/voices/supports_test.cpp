// Whoever counts somebody by hand 同感, or takes somebody away, is named by the verification.

#include "systems/voices/supports.h"

#include "engines/people/world_for_test.h"
#include "engines/record/record.h"
#include "engines/record/sequencer.h"
#include "systems/voices/system.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(Supported, (), (n, h))
BOOST_DESCRIBE_STRUCT(Unsupported, (), (n, h))

class Supports : public people::World {
protected:
    rows::Support add(std::string const& person) {
        return write([&](Call& call) {
            rows::Support const support{"voice-1", person, "account-" + person, call.now};
            rows::insert(call, support);
            record::append(call, Supported{"XQV-1", fingerprint_of(support)});
            return support;
        });
    }

    std::vector<std::string> breaches() {
        return write([&](Call& call) {
            record::sequence_outbox(call.tx, call.district.name(), 1000);
            auto const audit = support_audit();
            auto const size = record::tip(call.tx, call.district.name()).size;
            for (std::uint64_t seq = 0; seq < size; ++seq) {
                auto const entry = record::entry(call.tx, call.district.name(), seq).value();
                audit->see({seq, entry.kind, {}, entry.body});
            }
            std::vector<std::string> texts;
            for (auto const& breach : audit->compare(call)) texts.push_back(breach.text);
            return texts;
        });
    }
};

using Breaches = std::vector<std::string>;

TEST_P(Supports, EachHasItsEntryAndEachEntryItsRow) {
    add("a");
    auto const second = add("b");
    EXPECT_EQ(breaches(), Breaches{});
    write([&](Call& call) {
        rows::insert(call, {"voice-1", "c", "account-c", call.now});
        return 0;
    });
    EXPECT_EQ(breaches(), Breaches{"breach.row_without_leaf"});
    write([&](Call& call) {
        rows::drop(call, {"voice-1", "c", "", call.now});
        rows::drop(call, second);
        return 0;
    });
    EXPECT_EQ(breaches(), Breaches{"breach.leaf_without_row"});
    write([&](Call& call) {
        record::append(call, Unsupported{"XQV-1", fingerprint_of(second)});
        return 0;
    });
    EXPECT_EQ(breaches(), Breaches{});
}

TEST_P(Supports, CountsOnWhenItsPersonIsErased) {
    add("a");
    write([&](Call& call) {
        rows::forget_supporter(call, "account-a");
        EXPECT_FALSE(rows::support_of(call, "voice-1", "account-a"));
        EXPECT_EQ(rows::count_supports(call, "voice-1"), 1);
        return 0;
    });
    EXPECT_EQ(breaches(), Breaches{});
}

INSTANTIATE_TEST_SUITE_P(Both, Supports, people::both_databases(), people::database_name);

}  // namespace banshi::voices
