#include "cli/new_city_for_test.h"
#include "engines/people/keys.h"
#include "engines/people/people.h"

namespace banshi::cli {
namespace {

// A new city that knows one person.
class RotateKeys : public NewCity {
protected:
    RotateKeys() : NewCity("banshi-rotate") {}

    template <class Deed>
    auto ask(Deed const& deed) {
        auto const city = open_city(here);
        auto const store = open_database(here);
        std::optional<decltype(deed(std::declval<Call&>()))> out;
        Actor const machine{Actor::Kind::machine, {}, {}, "", {}};
        store->write_now([&](Transaction& tx) {
            Call call{machine, here.now(),      city.districts.front().district,
                      tx,      system_random(), city.texts};
            out = deed(call);
            return true;
        });
        return *std::move(out);
    }
    void SetUp() override {
        id_ = ask([](Call& call) {
            return people::identify(call, {"赵甲", "11010519491231002X", "13812345678"}).value();
        });
    }
    std::string phone() {
        return ask([&](Call& call) { return people::phone_of(call, id_); });
    }
    std::vector<std::string> key_ids() const {
        std::vector<std::string> ids;
        for (auto const& key : people::read_key_file(here.keys()).sealing) ids.push_back(key.id);
        return ids;
    }
    using Ids = std::vector<std::string>;

    PersonId id_;
};

TEST_F(RotateKeys, SealAnewAndThenForgetTheOldOnes) {
    EXPECT_EQ(rotate_keys(here, {}), done);
    EXPECT_EQ(key_ids(), (Ids{"1", "2"}));
    EXPECT_EQ(phone(), "13812345678");
    EXPECT_EQ(rotate_keys(here, {.forget_old = true}), done);
    EXPECT_EQ(key_ids(), (Ids{"2"}));
    EXPECT_EQ(phone(), "13812345678");
    EXPECT_EQ(rotate_keys(here, {}), done);
    EXPECT_EQ(key_ids(), (Ids{"2", "3"})) << "no id twice";
    EXPECT_EQ(phone(), "13812345678");
}

TEST_F(RotateKeys, GoOnWithTheKeyOfARunThatWasStopped) {
    // The file had its key, no row was sealed by it.
    people::replace_key_file(here.keys(),
                             people::rotated(people::read_key_file(here.keys()), system_random()));
    EXPECT_EQ(rotate_keys(here, {.forget_old = true}), misused) << "rows need the old one";
    EXPECT_EQ(rotate_keys(here, {}), done);
    EXPECT_EQ(key_ids(), (Ids{"1", "2"}));
    EXPECT_EQ(rotate_keys(here, {.forget_old = true}), done);
    EXPECT_EQ(phone(), "13812345678");
}

TEST_F(RotateKeys, WaitUntilNobodyServes) {
    auto const serving = open_database(here);
    EXPECT_EQ(rotate_keys(here, {}), misused);
    EXPECT_EQ(key_ids(), (Ids{"1"}));
}

}  // namespace
}  // namespace banshi::cli
