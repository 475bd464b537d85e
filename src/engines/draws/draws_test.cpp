#include "engines/draws/draws.h"

#include "engines/draws/vectors_for_test.h"
#include "engines/people/world_for_test.h"

namespace banshi::draws {

namespace {

// As the vectors call it, without what stands before every name.
std::string const slug = word(vector_file("draw-example.json").at("draw")).substr(12);
constexpr Seconds minute{60};

class Draws : public people::World {
protected:
    void SetUp() override {
        people::World::SetUp();
        if (!store) return;
        actor = {Actor::Kind::staff, {"one"}, {}, "One", {}};
    }
    void announce_it(std::int64_t places = 3) {
        Announcement const form{slug,
                                "wheel",
                                places,
                                now + 10 * minute,
                                now + 20 * minute,
                                LateSource::lottery_3d,
                                "2026-300",
                                now + 30 * minute,
                                {}};
        auto const told = write([&](Call& call) { return announce(call, form); }).value();
        for (auto const& [party, code] : told) codes[party] = code;
    }
    std::string enter_all(std::vector<std::string> const& entries) {
        return outcome([&](Call& call) { return enter(call, slug, entries); });
    }
    std::string commit_as(std::string const& party) {
        auto const hex = word(file.at("commitments").at(party));
        return outcome([&](Call& call) { return commit(call, {slug, codes[party], hex}); });
    }
    std::string reveal_as(std::string const& party, std::string hex = "") {
        if (hex.empty()) hex = word(file.at("secrets_hex").at(party));
        return outcome([&](Call& call) { return reveal(call, {slug, codes[party], hex}); });
    }
    std::string tell(std::string const& account, std::string const& value) {
        actor.account = {account};
        return outcome([&](Call& call) { return tell_late(call, {slug, value}); });
    }
    std::vector<std::string> won() {
        return write([&](Call& call) { return winners(call, slug); });
    }
    Draw state() {
        return write([&](Call& call) { return find(call, slug); }).value();
    }
    void till_the_reveals() {
        announce_it();
        enter_all(words(file.at("entries")));
        for (auto const* party : {"organiser", "notary", "citizen"}) commit_as(party);
        now += 10 * minute;
    }

    boost::json::object file = vector_file("draw-example.json");
    std::map<std::string, std::string> codes;
};

TEST_P(Draws, TakeWhatPeopleCopyWithBlanksAndCapitals) {
    announce_it(1);
    auto hex = word(file.at("commitments").at("organiser"));
    for (auto& c : hex) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    EXPECT_EQ(outcome([&](Call& call) {
                  return commit(call, {slug, codes["organiser"], " " + hex + "\n"});
              }),
              "ok");
    EXPECT_EQ(enter_all({" E0001 ", "E0002"}), "ok");
    EXPECT_EQ(enter_all({"E0001"}), "entry.twice");
    EXPECT_EQ(enter_all({"11010518900101002X"}), "entry.id_number");
}

TEST_P(Draws, LetAWrongEntryBeTakenOutUntilTheListCloses) {
    announce_it(1);
    enter_all({"E0001", "E0002", "E0003"});
    auto const out = [&](std::string const& entry) {
        return outcome([&](Call& call) { return take_out(call, slug, entry); });
    };
    EXPECT_EQ(out("E0009"), "entry.not_found");
    EXPECT_EQ(out(" E0002"), "ok");
    EXPECT_EQ(enter_all({"E0004"}), "ok");
    now += 10 * minute;
    EXPECT_EQ(out("E0001"), "draw.closed");
    write([](Call& call) { return advance(call); });
    EXPECT_EQ(write([](Call& call) { return list_file(call, slug); }).value(),
              "E0001\nE0003\nE0004\n");
}

TEST_P(Draws, TheWorkedDrawInTheProduct) {
    till_the_reveals();
    for (auto const* party : {"organiser", "notary", "citizen"}) EXPECT_EQ(reveal_as(party), "ok");
    EXPECT_EQ(state().list, word(file.at("entry_list_sha256")));
    now += 10 * minute;
    EXPECT_EQ(tell("one", "4 1 9"), "late.too_early");
    now += 10 * minute;
    EXPECT_EQ(tell("one", "419"), "ok");
    EXPECT_EQ(tell("one", "419"), "late.told");
    EXPECT_EQ(tell("two", "4 1 9"), "ok");
    EXPECT_EQ(won(), words(file.at("winners_k3")));
    EXPECT_EQ(state().seed, word(file.at("seed")));
    EXPECT_EQ(state().state, State::published);
}

TEST_P(Draws, WhoIsSilentIsLeftOut) {
    till_the_reveals();
    reveal_as("organiser");
    reveal_as("citizen");
    now += 10 * minute;
    EXPECT_EQ(reveal_as("notary"), "reveal.too_late");
    EXPECT_EQ(write([](Call& call) { return advance(call); }), 1);
    now += 10 * minute;
    tell("one", "419");
    tell("two", "419");
    EXPECT_EQ(won(), words(file.at("without_notary").at("winners_k3")));
}

TEST_P(Draws, AMismatchIsKeptAndLeavesThePartyOut) {
    till_the_reveals();
    EXPECT_EQ(reveal_as("notary", std::string(64, '3')), "reveal.mismatch");
    EXPECT_EQ(reveal_as("notary"), "reveal.left_out");
    reveal_as("organiser");
    reveal_as("citizen");
    now += 20 * minute;
    tell("one", "419");
    tell("two", "419");
    EXPECT_EQ(won(), words(file.at("without_notary").at("winners_k3")));
    auto const checks =
        recompute(write([](Call& call) { return published(call, slug); }).value(), std::nullopt);
    for (auto const& check : checks) EXPECT_TRUE(check.holds) << check.text;
}

TEST_P(Draws, EachStepHasItsTime) {
    announce_it();
    EXPECT_EQ(enter_all({"b", "a"}), "ok");
    EXPECT_EQ(enter_all({"c", "a"}), "entry.twice");
    EXPECT_EQ(enter_all({"a\nb"}), "entry.unreadable");
    EXPECT_EQ(commit_as("notary"), "ok");
    EXPECT_EQ(commit_as("notary"), "commitment.given");
    EXPECT_EQ(reveal_as("notary"), "reveal.too_early");
    EXPECT_EQ(outcome([](Call& call) { return list_file(call, slug); }), "draw.open");
    now += 10 * minute;
    EXPECT_EQ(enter_all({"d"}), "draw.closed");
    EXPECT_EQ(commit_as("citizen"), "draw.closed");
    EXPECT_EQ(write([](Call& call) { return advance(call); }), 1);
    EXPECT_EQ(state().why, "too_few") << "three places, two entries";
}

TEST_P(Draws, WithoutAnySecretItIsVoid) {
    till_the_reveals();
    now += 20 * minute;
    write([](Call& call) { return advance(call); });
    EXPECT_EQ(state().why, "no_secret");
    EXPECT_EQ(tell("one", "419"), "draw.ended");
}

TEST_P(Draws, TwoPeopleMustTellTheSame) {
    till_the_reveals();
    reveal_as("citizen");
    now += 20 * minute;
    EXPECT_EQ(tell("one", "41"), "late.malformed");
    EXPECT_EQ(tell("one", "419"), "ok");
    EXPECT_EQ(tell("two", "418"), "late.differs");
    EXPECT_EQ(tell("two", "419"), "ok");
    EXPECT_TRUE(won().empty());
    EXPECT_EQ(tell("one", "419"), "ok");
    EXPECT_EQ(won().size(), 3u);
}

TEST_P(Draws, AnnouncedWithAllItsRulesOrNotAtAll) {
    Announcement const sound{"a",
                             "title",
                             1,
                             now + minute,
                             now + 2 * minute,
                             LateSource::drand,
                             "1000000",
                             Instant{Seconds{1695803364}},
                             {}};
    auto const said = [&](auto change) {
        auto form = sound;
        change(form);
        return outcome([&](Call& call) { return announce(call, form); });
    };
    EXPECT_EQ(said([](auto& a) { a.draw = "A b"; }), "draw.name");
    EXPECT_EQ(said([](auto& a) { a.draw = "call-13812345678"; }), "draw.name");
    EXPECT_EQ(said([](auto& a) { a.places = 0; }), "draw.places");
    EXPECT_EQ(said([](auto& a) { a.parties = {"notary", "notary"}; }), "draw.parties");
    EXPECT_EQ(said([](auto& a) { a.late_reference = "x"; }), "late.reference");
    EXPECT_EQ(said([](auto&) {}), "draw.times") << "the round is long known";
    EXPECT_EQ(said([&](auto& a) { a.late_at = now + 3 * minute; }), "late.moment");
}

INSTANTIATE_TEST_SUITE_P(Both, Draws, people::both_databases(), people::database_name);

}  // namespace

TEST(Published, WhatWasAlteredIsNamed) {
    auto const file = vector_file("draw-example.json");
    Published draw{std::string(rule),
                   word(file.at("draw")),
                   3,
                   word(file.at("entry_list_sha256")),
                   {},
                   word(file.at("late_value")),
                   word(file.at("seed")),
                   words(file.at("winners_k3")),
                   words(file.at("entries"))};
    for (auto const& [party, secret] : file.at("secrets_hex").as_object())
        draw.parties.push_back({party, word(file.at("commitments").at(party)), word(secret), {}});
    auto const broken = [](Published const& it) {
        std::string out;
        for (auto const& check : recompute(it, list_of(it.entered)))
            if (!check.holds) out += check.text.substr(11) + " ";
        return out;
    };
    auto const read = read_published(written(draw));
    ASSERT_TRUE(read);
    EXPECT_EQ(broken(read.value()), "");
    auto other = draw;
    std::swap(other.winners[0], other.winners[1]);
    EXPECT_EQ(broken(other), "winners ");
    other = draw;
    other.parties[1].secret = std::string(64, '4');
    EXPECT_EQ(broken(other), "party_shown seed winners ");
    other = draw;
    other.entered.back() = "E0011";
    EXPECT_EQ(broken(other), "list seed winners ");
    EXPECT_FALSE(read_published("{}"));
    EXPECT_FALSE(read_published("[1"));
}

}  // namespace banshi::draws
