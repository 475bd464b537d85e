#include "engines/notices/outbox_for_test.h"

namespace banshi::notices {

// Notices to staff, to units and to the robots of their groups.
class StaffNotices : public Outbox {
protected:
    void SetUp() override {
        Outbox::SetUp();
        if (IsSkipped()) return;
        auto calendar = std::make_shared<WorkCalendar>();
        calendar->add_year(
            "year = 2026\nholidays = [2026-05-01, 2026-10-01, 2026-10-02, "
            "2026-10-05, 2026-10-06, 2026-10-07]\n"
            "working_weekends = [2026-05-09, 2026-10-10]\n",
            "2026.toml");
        auto const persons = district.policy<people::Policy>();
        district = District("xinqu", Zone("Asia/Shanghai"), calendar);
        district.set(persons);
        set(rules());
    }
    static Policy rules() { return {{22h}, {7h}, 6000, 6000, 3}; }
    static Robot inspection() {
        return {"inspection", Channel::wecom, "/xinqu/inspection", "inspection"};
    }

    static Notice to(AccountId const& account) {
        auto notice = confirmed("");
        notice.account = account;
        return notice;
    }
    static Notice to(Unit const& unit) {
        auto notice = confirmed("");
        notice.unit = unit;
        return notice;
    }
    void at(std::string const& moment) { now = *read_instant(moment + "+08:00"); }
    std::vector<std::string> addresses() const {
        std::vector<std::string> all;
        for (auto const& letter : letters) all.push_back(letter.to);
        return all;
    }
};

using Addresses = std::vector<std::string>;

TEST_P(StaffNotices, GoByTheFirstChannelThatReachesTheAccount) {
    auto policy = rules();
    policy.staff.channels = {Channel::email, Channel::sms};
    set(policy);
    texts.add(Language::zh, "[notice_subject]\ngeneral = \"通知\"\n", "zh");
    put(to(staff("wang", {"13812345678", "wang@b.cn"})));
    put(to(staff("zhao", {"13912345678", ""})));
    EXPECT_EQ(run().sent, 2);
    EXPECT_EQ(addresses(), (Addresses{"13912345678", "wang@b.cn"})) << "short messages go first";
    EXPECT_EQ(letters.back().subject, "通知");
    EXPECT_EQ(outbox().at(1).phone, "w***@b.cn");
    EXPECT_EQ(outbox().at(1).name, "wang");
}

TEST_P(StaffNotices, AreInChineseUnlessSaidOtherwise) {
    auto notice = to(staff("wang", {"13812345678", ""}));
    write([&](Call& call) {
        Call english{call.actor,  call.now,   call.district, call.tx,
                     call.random, call.texts, Language::en};
        return queue(english, notice), 0;
    });
    run();
    EXPECT_EQ(letters.at(0).words, "已预约 09:30");
}

TEST_P(StaffNotices, WithoutAnAddressAreKeptUntilThereIsOne) {
    auto const wang = staff("wang", {});
    put(to(wang));
    EXPECT_EQ(run().failed, 1);
    EXPECT_EQ(outbox().at(0).trouble, "no_address");
    write([&](Call& call) { return people::set_contact(call, wang, {"13812345678", ""}); }).value();
    auto const kept = outbox().at(0).id;
    write([&](Call& call) { return retry(call, kept); }).value();
    EXPECT_EQ(run().sent, 1);
}

TEST_P(StaffNotices, ToAUnitReachEachOfItsPeopleOnce) {
    staff("wang", {"13812345678", ""});
    staff("zhao", {"13912345678", ""});
    auto notice = to(Unit{"hall.call_tickets", "/xinqu/hall-1"});
    notice.once = "soon/1";
    put(notice);
    put(notice);
    EXPECT_EQ(run().sent, 2);
    put(notice);
    EXPECT_EQ(run().sent, 0);
}

TEST_P(StaffNotices, ToAUnitWithoutPeopleAreKeptWhereTheyAreSeen) {
    put(to(Unit{"accounts.manage", "/xinqu/hall-1"}));
    EXPECT_EQ(run().sent, 0);
    auto const kept = outbox().at(0);
    EXPECT_EQ(kept.trouble, "nobody_holds_right");
    EXPECT_EQ(kept.state, State::failed);
    EXPECT_FALSE(kept.retries);
}

TEST_P(StaffNotices, ToAUnitWithARobotGoToItsGroup) {
    staff("wang", {"13812345678", ""});
    auto policy = rules();
    policy.robots = {inspection()};
    set(policy);
    put(to(Unit{"hall.call_tickets", "/xinqu/inspection"}));
    put(to(Unit{"hall.call_tickets", "/xinqu/hall-1"}));
    EXPECT_EQ(run().sent, 2);
    EXPECT_EQ(addresses(), (Addresses{"13812345678", "inspection"}));
}

// The ladder raises its levels at midnight; the message comes when people work.
TEST_P(StaffNotices, RaisedAtMidnightOfAWeekendGoOutOnMonday) {
    auto const wang = staff("wang", {"13812345678", ""});
    at("2026-05-10T00:00:00");  // a Sunday, after a Saturday that worked
    put(to(wang));
    for (auto const* early :
         {"2026-05-10T00:00:01", "2026-05-10T12:00:00", "2026-05-11T07:59:59"}) {
        at(early);
        EXPECT_EQ(run().sent, 0) << early;
    }
    at("2026-05-11T08:00:00");
    EXPECT_EQ(run().sent, 1);
}

TEST_P(StaffNotices, WaitForTheEndOfAHolidayAndGoOutOnAMakeUpSaturday) {
    auto const wang = staff("wang", {"13812345678", ""});
    at("2026-10-01T00:00:00");
    put(to(wang));
    at("2026-10-07T12:00:00");
    EXPECT_EQ(run().sent, 0);
    at("2026-10-08T08:00:00");
    EXPECT_EQ(run().sent, 1);
    at("2026-10-09T20:00:00");
    put(to(wang));
    EXPECT_EQ(run().sent, 0);
    at("2026-10-10T08:00:00");
    EXPECT_EQ(run().sent, 1) << "this Saturday works";
}

TEST_P(StaffNotices, ThatAreUrgentGoOutAtAnyHour) {
    auto notice = to(staff("wang", {"13812345678", ""}));
    notice.urgent = true;
    at("2026-10-01T03:00:00");
    put(notice);
    EXPECT_EQ(run().sent, 1);
}

TEST_P(StaffNotices, AreNotLostInAYearWithoutACalendar) {
    auto const wang = staff("wang", {"13812345678", ""});
    at("2027-01-04T00:00:00");
    put(to(wang));
    put(confirmed());
    EXPECT_EQ(run().sent, 0);
    at("2027-01-04T08:00:00");
    EXPECT_EQ(run().sent, 2) << "of staff and of the citizen";
}

TEST_P(StaffNotices, OfARobotAreTwentyAMinuteInTheirOrder) {
    auto policy = rules();
    policy.robots = {inspection()};
    set(policy);
    for (int number = 0; number < 50; ++number) {
        auto notice = to(Unit{"hall.call_tickets", "/xinqu/inspection"});
        notice.facts = {{"time", std::to_string(number)}};
        put(notice);
    }
    auto const began = now;
    std::vector<int> minutes;  // sent in each
    while (letters.size() < 50 && now < began + 1h) {
        auto const sent = static_cast<std::size_t>(run().sent);
        minutes.resize(static_cast<std::size_t>((now - began) / 1min) + 1);
        minutes.back() += static_cast<int>(sent);
        now += 2s;
    }
    EXPECT_EQ(minutes, (std::vector{20, 20, 10}));
    for (std::size_t number = 0; number < letters.size(); ++number)
        EXPECT_EQ(letters[number].words, "已预约 " + std::to_string(number));
}

TEST_P(StaffNotices, OfARobotThatIsBusyKeepTheirOrder) {
    auto policy = rules();
    policy.robots = {inspection()};
    set(policy);
    for (int number = 0; number < 3; ++number) {
        auto notice = to(Unit{"hall.call_tickets", "/xinqu/inspection"});
        notice.facts = {{"time", std::to_string(number)}};
        put(notice);
    }
    answer = {Outcome::later, "errcode 45009"};
    EXPECT_EQ(run().later, 1);
    answer = {Outcome::sent};
    EXPECT_EQ(run().sent, 0) << "what follows waits for the first";
    now += 1min;
    EXPECT_EQ(run().sent, 3);
    EXPECT_EQ(letters.at(1).words, "已预约 0");
    EXPECT_EQ(letters.at(3).words, "已预约 2");
}

TEST_P(StaffNotices, CarryAFileByMail) {
    texts.add(Language::zh, "[notice_subject.booking]\nconfirmed = \"预约 {time}\"\n", "zh");
    auto notice = to(staff("wang", {"", "wang@b.cn"}));
    notice.channel = Channel::email;
    notice.attachment = File{"application/pdf", "督办单.pdf", std::string("a\0b", 3)};
    put(notice);
    EXPECT_EQ(run().sent, 1);
    EXPECT_EQ(letters.at(0).subject, "预约 09:30");
    ASSERT_TRUE(letters.at(0).attachment);
    EXPECT_EQ(letters.at(0).attachment->name, "督办单.pdf");
    EXPECT_EQ(letters.at(0).attachment->bytes, std::string("a\0b", 3));
}

INSTANTIATE_TEST_SUITE_P(Both, StaffNotices, people::both_databases(), people::database_name);

}  // namespace banshi::notices
