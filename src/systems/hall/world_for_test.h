#pragma once
// A hall for tests: two services (A of one slot, B of two), three windows, the opening hours of
// the acceptance scenarios. Runs on SQLite always, on PostgreSQL where BANSHI_POSTGRES names one
// to be emptied.

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "engines/notices/notices.h"
#include "engines/people/keys.h"
#include "engines/people/people.h"
#include "engines/record/record.h"
#include "engines/record/sequencer.h"
#include "store/database_for_test.h"
#include "store/store.h"
#include "systems/hall/hall.h"
#include "systems/hall/report.h"
#include "systems/hall/system.h"

namespace banshi::hall {

inline std::string settings_for_test() {
    std::string toml = R"(
[rules]
basis = "test"
boost_minutes = 15
early_minutes = 30
grace_minutes = 10
hold_minutes = 10
cool_least_minutes = 0
cool_most_minutes = 0
calls_most = 3
recall_gap_seconds = 20
return_behind = 3
returns_most = 2
booked_share_percent = 100
internal_percent = 0
slot_minutes = 15
visit_slots_most = 4
book_ahead_working_days = 5
book_before_minutes = 0
cancel_before_minutes = 0
block_no_shows = 2
block_cancellations = 5
block_days = 30
reminder_minutes = 120
soon_ahead = 3
last_issue_minutes = 0
stop_when_full = false
walkins_most = 0
kiosk_block = 20
heartbeat_seconds = 60
evaluation_days = 7
follow_up_contact_days = 1
follow_up_answer_days = 5
target_minutes = 15
target_percent = 90
waiting_list = false
priority_groups = ["elderly"]

[[halls]]
id = "hall-1"
name = "大厅"
name_en = "Hall"
address = "街 1 号"
address_en = "1 Street"
phone = "0451-12345678"
waiting_area = "东侧"
waiting_area_en = "East"
printer = ""
)";
    for (int weekday = 1; weekday <= 5; ++weekday)
        for (auto const* period :
             {"from = \"09:00\"\nto = \"12:00\"\n", "from = \"13:30\"\nto = \"17:00\"\n"})
            toml += "[[halls.opening]]\nweekday = " + std::to_string(weekday) + "\n" + period;
    for (auto const* service : {"id = \"a\"\nqueue = \"a\"\nprefix = \"A\"\nslots = 1\n",
                                "id = \"b\"\nqueue = \"b\"\nprefix = \"B\"\nslots = 2\n"})
        toml += std::string(
                    "[[halls.services]]\nname = \"业务\"\nname_en = \"Service\"\n"
                    "minutes = 10\ndocuments = []\ndocuments_en = []\n") +
                service;
    for (auto const* window : {"1", "2", "3"})
        toml +=
            std::string("[[halls.windows]]\nservices = [\"a\", \"b\"]\nid = \"") + window + "\"\n";
    return toml;
}

// The number of one of many people, with its check digit (GB 11643).
inline std::string id_number_of(int person) {
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    auto number = "11010119900101" + std::to_string(100 + person);
    int sum = 0;
    for (std::size_t at = 0; at < number.size(); ++at) sum += weights[at] * (number[at] - '0');
    return number + "10X98765432"[sum % 11];
}

class World : public testing::TestWithParam<char const*> {
protected:
    // Does the deed as `actor` at `now`.
    template <class Deed>
    auto write(Deed const& deed) {
        std::optional<std::invoke_result_t<Deed, Call&>> out;
        store->write_now([&](Transaction& tx) {
            Call call{*actor, now, district, tx, system_random(), texts};
            out.emplace(deed(call));
            if constexpr (requires { out->refusal(); })
                return bool(*out) || out->refusal().keeps;
            else
                return true;
        });
        return std::move(*out);
    }
    void SetUp() override {
        if (!database_.find(GetParam())) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        SeededRandom chance(7);
        people::use_keys(people::fresh_keys(chance));
        auto settings = read_settings(settings_for_test(), "hall.toml");
        ASSERT_TRUE(settings) << settings.refusal().text << " " << settings.refusal().detail;
        district.set(std::move(settings).value());
        district.set(notices::Policy{{Minutes{0}}, {Minutes{0}}, 600, 600, 5});
        for (auto const& right :
             {see_windows, call_tickets, check_people_in, issue_tickets, book_internally,
              override_order, see_persons, correct_persons, lift_limits, manage_halls, edit_rules,
              see_reports, see_cities, take_grades})
            staff.grants.push_back({right, "/"});
        store = open_emptied_store({database_.address(), 8, false});
        establish(district);
    }
    void TearDown() override { store.reset(); }

    void establish(District const& somewhere) {
        store->write_now([&](Transaction& tx) {
            Call call{staff, now, somewhere, tx, system_random(), texts};
            auto const& name = somewhere.name();
            people::put_org(call, {{name}, {}, people::OrgKind::district, name, "/" + name});
            return bool(system().establish(call));
        });
    }

    static std::shared_ptr<WorkCalendar const> calendar_of_2026() {
        auto calendar = std::make_shared<WorkCalendar>();
        std::string const file = "config/calendar/2026.toml";
        std::ifstream in(file);
        std::stringstream toml;
        toml << in.rdbuf();
        calendar->add_year(toml.str(), file);
        return calendar;
    }

    // The answer of a use case that must succeed.
    template <class In, class Out>
    Out must(Result<Out> (*use_case)(Call&, In const&), In const& in) {
        auto result = write([&](Call& call) { return use_case(call, in); });
        EXPECT_TRUE(result) << (result ? "" : result.refusal().text);
        return result ? std::move(result).value() : Out{};
    }
    // The code of its refusal, or "ok".
    template <class In, class Out>
    std::string outcome(Result<Out> (*use_case)(Call&, In const&), In const& in) {
        auto const result = write([&](Call& call) { return use_case(call, in); });
        return result ? "ok" : result.refusal().text;
    }

    void at(std::string const& clock) { now = *read_instant("2026-03-02T" + clock + "+08:00"); }
    void on(std::string const& day, std::string const& clock) {
        now = *read_instant(day + "T" + clock + "+08:00");
    }

    TicketView issue(ServiceId const& service = {"a"}) {
        IssueTicket form{};
        form.hall = hall;
        form.service = service;
        return must(issue_ticket, form);
    }
    // From the window's opening to the clearance, so long a service.
    void serve_next(WindowId const& window, Minutes service = Minutes{5}) {
        auto const view = must(call_next, CallNext{hall, window});
        ASSERT_TRUE(view);
        TicketAtWindow const form{hall, window, view->current.value().ticket};
        must(begin, form);
        now += service;
        must(finish, form);
    }

    // Leaves of the kind in the public record.
    int leaves(std::string const& kind) {
        int count = 0;
        write([&](Call& call) {
            record::sequence_outbox(call.tx, district.name(), 1000);
            auto const size = record::tip(call.tx, district.name()).size;
            for (std::uint64_t seq = 0; seq < size; ++seq)
                count += record::entry(call.tx, district.name(), seq).value().kind == kind;
            return true;
        });
        return count;
    }

    // The body of the last leaf of that kind, as hashed; "" without one.
    std::string last_leaf(std::string const& kind) {
        std::string body;
        write([&](Call& call) {
            record::sequence_outbox(call.tx, district.name(), 1000);
            auto const size = record::tip(call.tx, district.name()).size;
            for (std::uint64_t seq = 0; seq < size; ++seq) {
                auto entry = record::entry(call.tx, district.name(), seq).value();
                if (entry.kind == kind) body = std::move(entry.body);
            }
            return true;
        });
        return body;
    }

    HallId const hall{"hall-1"};
    District district{"xinqu", Zone("Asia/Shanghai"), calendar_of_2026()};
    Texts texts;
    Actor staff{Actor::Kind::staff, {"clerk"}, {}, "Clerk", {}};
    Actor visitor;
    Actor const* actor = &staff;
    Instant now = *read_instant("2026-03-02T09:00:00+08:00");  // a Monday
    std::unique_ptr<Store> store;

private:
    TestDatabase database_;
};

inline auto both_databases() { return testing::Values("sqlite", "postgres"); }
inline std::string database_name(testing::TestParamInfo<char const*> const& info) {
    return info.param;
}

}  // namespace banshi::hall
