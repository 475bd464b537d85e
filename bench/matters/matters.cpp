// What a city with many registered problems costs: lists, search, wall, escalation, import. On
// SQLite in time of the processor, so that a busy machine does not count; on PostgreSQL, whose work
// is done elsewhere, by the clock.
//
//     matters fill DATABASE COUNT [open]   empties the database; `open`: none is done yet
//     matters lists DATABASE               each list, a hundred times: "name median p99" in ms
//     matters climb DATABASE               nothing due, then all that is: milliseconds, seconds
//     matters import DATABASE              two files of 50,000 rows: seconds

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "cli/city.h"
#include "cli/systems.h"
#include "documents/csv.h"
#include "engines/matters/clocks.h"
#include "engines/matters/counts.h"
#include "engines/matters/number.h"
#include "engines/people/keys.h"
#include "engines/people/orgs.h"
#include "fill.h"
#include "store/store.h"

using namespace banshi;

namespace {

constexpr int repeats = 100;
constexpr std::int64_t at_once = 50'000, block = 4096;
Instant const now = read_instant("2026-09-25T10:00:00+08:00").value();

double clock_seconds(clockid_t which) {
    timespec at{};
    clock_gettime(which, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
}

class House {
public:
    House(std::string const& url, bool emptied)
        : city_(cli::read_city({.districts = "test/districts"}, cli::systems()).value()),
          store_(emptied ? open_emptied_store({url, 2, false}) : open_store({url, 2, false})) {
        SeededRandom chance(7);
        people::use_keys(people::fresh_keys(chance));
        for (auto const* right : {"supervision.see", "supervision.see_wall", "supervision.import",
                                  "supervision.inspect", "supervision.see_persons"})
            staff_.grants.push_back({right, "/"});
    }

    // Of the processor; of the wall where the database is another program.
    double seconds() const {
        return clock_seconds(store_->backend() == Backend::sqlite ? CLOCK_PROCESS_CPUTIME_ID
                                                                  : CLOCK_MONOTONIC);
    }
    // Time passes with what is done, so that ids grow as those of a city do.
    Instant moment() const { return now + std::chrono::microseconds(std::llround(spent * 1e6)); }
    template <class Work>
    void write(Work const& work) {
        store_->write_now([&](Transaction& tx) {
            Call call{staff_, moment(), home().district, tx, system_random(), city_.texts};
            work(call);
            return true;
        });
    }
    // How long the deed took, in milliseconds.
    double see(std::string const& verb, json::object const& in) {
        double took = 0;
        store_->read_now([&](Transaction& tx) {
            Call call{staff_, now, home().district, tx, system_random(), city_.texts};
            auto const began = seconds();
            auto const answer = deed(verb).serve(call, in, shape::Source::words);
            took = (seconds() - began) * 1e3;
            if (!answer) throw std::runtime_error(verb + ": " + answer.refusal().text);
        });
        return took;
    }
    json::value perform(std::string const& verb, json::object const& in) {
        json::value out;
        auto const began = seconds();
        write([&](Call& call) {
            auto const done = deed(verb).serve(call, in, shape::Source::json);
            if (!done) throw std::runtime_error(verb + ": " + done.refusal().text);
            out = done.value().body;
        });
        spent += seconds() - began;
        return out;
    }
    cli::CityDistrict& home() { return city_.districts.front(); }

    double spent = 0;  // in what was performed, until it was kept

private:
    Deed const& deed(std::string const& verb) {
        for (auto const* system : home().systems) {
            for (auto const& route : system->routes)
                if (route.deed.verb == verb) return route.deed;
            for (auto const& job : system->jobs)
                if (job.deed.verb == verb) return job.deed;
        }
        throw std::runtime_error("no deed " + verb);
    }

    cli::City city_;
    std::unique_ptr<Store> store_;
    Actor staff_{.kind = Actor::Kind::staff, .account = {"handleru1"}, .name = "bench"};
};

void fill(std::string const& url, std::int64_t count, bool open) {
    House house(url, true);
    house.write([&](Call& call) {
        using people::OrgKind;
        people::put_org(call, {{"city"}, {}, OrgKind::city, "市", ""});
        people::put_org(call, {{"test"}, {"city"}, OrgKind::district, "区", ""});
        for (int at = 0; at < 8; ++at)
            people::put_org(call, {{fmt::format("s{}", at)},
                                   {"test"},
                                   OrgKind::street,
                                   fmt::format("第{}街道", at),
                                   ""});
        for (auto const* system : house.home().systems)
            if (system->establish && !system->establish(call)) std::abort();
    });
    for (std::int64_t first = 1; first <= count; first += at_once)
        house.write([&](Call& call) {
            bench::fill(call, {first, std::min(count, first + at_once - 1), count, open ? 1 : 20,
                               open ? 50 : 10});
        });
    if (!open)
        for (std::int64_t first = 1, at = 0; first <= count; first += block, ++at)
            house.write([&](Call& call) {
                bench::fill_words(call, static_cast<int>(at), first,
                                  std::min(count, first + block - 1));
            });
    for (int folded = 1; folded > 0;)
        house.write([&](Call& call) { folded = matters::fold_counts(call, 20'000); });
    house.write([](Call& call) { bench::analyse(call); });
}

struct Question {
    std::string name, verb;
    json::object in;
};

// Where half of the matters, and nearly all, lie behind.
std::string place_at(int percent) {
    auto const back = std::chrono::days{5 * 365} * percent / 100;
    return fmt::format("{}/", (now - back).time_since_epoch().count());
}

// Of one of them: the filled numbers all end in 0, which is the right digit of every tenth.
std::string one_number() {
    int sequence = 4321;
    while (matters::check_digit(2026, sequence) != 0) ++sequence;
    return matters::written_number("TTD", 2026, sequence);
}

std::vector<Question> questions() {
    std::vector<Question> all;
    auto const cases = [&](std::string name, json::object in) {
        all.push_back({"cases_" + name, "list_cases", in});
        in["after"] = place_at(50);
        if (name.find("due") == name.npos && name.find("words") == name.npos)
            all.push_back({"cases_" + name + "_deep", "list_cases", std::move(in)});
    };
    cases("all", {});
    cases("open", {{"type", "open"}});
    cases("cleared", {{"state", "cleared"}});
    cases("waiting", {{"state", "waiting"}});
    cases("kind", {{"kind", "petition"}});
    cases("category", {{"category", "road"}});
    cases("street", {{"street", "s3"}});
    cases("unit", {{"unit", "u3"}});
    cases("mine", {{"mine", "true"}});
    cases("street_category_open", {{"street", "s1"}, {"category", "road"}, {"type", "open"}});
    cases("days", {{"from", "2024-01-01"}, {"to", "2024-02-01"}});
    cases("level", {{"level", "2"}});
    cases("nothing", {{"outcome", "duplicate"}});
    cases("due", {{"order", "due"}});
    cases("due_overdue", {{"order", "due"}, {"overdue", "true"}});
    cases("due_red_street", {{"order", "due"}, {"colour", "red"}, {"street", "s3"}});
    cases("changed", {{"order", "changed"}});
    cases("words", {{"words", "路灯不亮"}});
    cases("words_rare", {{"words", "凤凰小区"}});
    cases("words_none", {{"words", "火星基地"}});
    cases("words_street", {{"words", "暖气"}, {"street", "s2"}, {"type", "open"}});
    cases("words_number", {{"words", one_number()}});
    for (auto const* verb : {"list_matters", "see_figures", "see_wall", "problems_feed"})
        all.push_back({verb, verb, {}});
    for (auto const* verb : {"see_case", "see_matter"})
        all.push_back({verb, verb, {{"number", one_number()}}});
    all.push_back({"list_matters_open", "list_matters", {{"type", "open"}}});
    all.push_back({"list_matters_words", "list_matters", {{"words", "路面塌陷"}}});
    all.push_back({"list_matters_deep", "list_matters", {{"after", place_at(90)}}});
    all.push_back({"see_wall_days", "see_wall", {{"from", "2025-01-07"}, {"to", "2026-03-09"}}});
    return all;
}

void lists(std::string const& url) {
    House house(url, false);
    for (auto const& [name, verb, in] : questions()) {
        std::vector<double> took;
        for (int at = 0; at < repeats; ++at) took.push_back(house.see(verb, in));
        std::ranges::sort(took);
        fmt::print("{} {:.3f} {:.3f}\n", name, took[repeats / 2], took[repeats * 99 / 100]);
    }
}

void climb(std::string const& url) {
    House house(url, false);
    // Once before: the first one of a process prepares its statements.
    while (house.perform("climb_ladders", {}).at("more").as_bool())
        ;
    auto const all = house.spent;
    house.spent = 0;
    for (int at = 0; at < repeats; ++at) house.perform("climb_ladders", {});
    fmt::print("idle_ms {:.3f}\nclimb_s {:.1f}\n", house.spent * 1e3 / repeats, all);
}

std::string ledger(int from, int count) {
    std::vector<std::vector<std::string>> rows{{"原编号", "挂号时间", "标题", "问题描述",
                                                "问题类型", "诉求人", "联系电话", "结果",
                                                "办结时间"}};
    for (int at = from; at < from + count; ++at) {
        bool const done = at % 5 != 0;
        rows.push_back(
            {fmt::format("L-{:06}", at), fmt::format("2026-{:02}-{:02}", at % 7 + 1, at % 28 + 1),
             fmt::format("第{}件：路面塌陷", at), "反映多次没有解决，居民要求尽快处理", "道路破损",
             "赵某", fmt::format("138{:08}", at), done ? "解决" : "", done ? "2026-08-20" : ""});
    }
    return documents::written_csv(rows);
}

void import(std::string const& url) {
    House house(url, false);
    double longest = 0;
    for (int file = 0; file < 2; ++file) {
        auto const seen = house.perform(
            "preview_import",
            {{"file", upload_value("ledger.csv", "text/csv", ledger(file * 50'000, 50'000))}});
        house.perform("commit_import",
                      {{"import_id", seen.at("import_id")}, {"sha256", seen.at("sha256")}});
        for (bool more = true; more;) {
            auto const before = house.spent;
            more = house.perform("continue_imports", {}).at("more").as_bool();
            longest = std::max(longest, house.spent - before);
        }
    }
    fmt::print("import_s {:.1f}\nimport_turn_ms {:.1f}\n", house.spent, longest * 1e3);
}

}  // namespace

int main(int count, char** words) {
    std::string const what = count > 2 ? words[1] : "";
    if (what == "fill" && count > 3)
        fill(words[2], std::strtoll(words[3], nullptr, 10), count > 4);
    else if (what == "lists")
        lists(words[2]);
    else if (what == "climb")
        climb(words[2]);
    else if (what == "import")
        import(words[2]);
    else
        return 2;
    return 0;
}
