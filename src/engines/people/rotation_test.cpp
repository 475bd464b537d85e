// A new sealing key, and every row sealed anew by it.

#include "engines/people/people.h"
#include "engines/people/world_for_test.h"
#include "store/reseal.h"

namespace banshi::people {

class Rotation : public World {
protected:
    static constexpr int many = 1'200;  // more than two batches

    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        SeededRandom chance(7);
        old_ = fresh_keys(chance);
        use_keys(old_);
        write([&](Call& call) {
            for (int at = 0; at < many; ++at) {
                auto const passport = "E" + std::to_string(10'000'000 + at);
                ids_.push_back(
                    identify(call, {"张三", passport, "13812345678", DocumentKind::passport})
                        .value());
            }
            // Looks like a sealed text and is none.
            reveal(call, ids_[0], "1:按来信核对").value();
            return 0;
        });
        fresh_ = rotated(old_, chance);
        use_keys(fresh_);
    }

    // Stops before so many texts.
    std::int64_t run(int most = 1'000'000) {
        int left = most;
        return reseal(address, {{"1:"},
                                [&](std::string const& text) -> std::optional<std::string> {
                                    try {
                                        auto const plain = unseal(text);
                                        if (left-- == 0) throw std::logic_error("killed");
                                        return seal(plain, system_random());
                                    } catch (std::runtime_error const&) { return std::nullopt; }
                                },
                                [&](std::string const& table, std::int64_t) {
                                    EXPECT_EQ(table, "sealed_persons");
                                }});
    }

    bool holds_older() const {
        return holds_text(address, {"1:"}, [](std::string const& text) {
            try {
                return !unseal(text).empty();
            } catch (std::runtime_error const&) { return false; }
        });
    }

    Keys old_, fresh_;
    std::vector<PersonId> ids_;
};

TEST_P(Rotation, SealsEveryRowAnewAndGoesOnWhereItWasStopped) {
    EXPECT_THROW(run(1'700), std::logic_error);
    EXPECT_TRUE(holds_older());
    EXPECT_LT(run(), 3 * many) << "what was done before the end is kept";
    EXPECT_FALSE(holds_older()) << "a reason that only looks sealed is none";
    EXPECT_EQ(run(), 0);

    auto only_new = fresh_;
    only_new.sealing.erase(only_new.sealing.begin());
    use_keys(only_new);
    write([&](Call& call) {
        for (auto const& id : {ids_.front(), ids_[many / 2], ids_.back()})
            EXPECT_EQ(phone_of(call, id), "13812345678");
        EXPECT_EQ(list_access(call, {}, 10).at(0).reason, "1:按来信核对");
        return 0;
    });
}

INSTANTIATE_TEST_SUITE_P(Both, Rotation, both_databases(), database_name);

}  // namespace banshi::people
