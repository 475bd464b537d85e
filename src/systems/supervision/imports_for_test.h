#pragma once
// For tests: the ledger of an older program, looked at and taken in on both databases.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file_for_test.h"
#include "documents/csv.h"
#include "engines/matters/audit.h"
#include "engines/matters/counts.h"
#include "engines/notices/notices.h"
#include "engines/people/keys.h"
#include "store/database_for_test.h"
#include "store/store.h"
#include "systems/supervision/imports.h"
#include "systems/supervision/ledger.h"
#include "systems/supervision/system.h"

namespace banshi::supervision {

using Rows = std::vector<std::vector<std::string>>;

inline std::vector<std::string> const heads{"原编号", "挂号时间", "标题", "问题描述", "问题类型",
                                            "街道",   "主办单位", "结果", "办结时间"};

// Rows that can be taken in: so many, so many of them finished.
inline Rows good_rows(int count, int finished) {
    Rows rows;
    for (int at = 0; at < count; ++at) {
        bool const done = at < finished;
        auto const day = fmt::format("2026-{:02}-{:02}", at % 8 + 1, at % 28 + 1);
        rows.push_back({fmt::format("L-{:04}", at), day, fmt::format("第{}件", at), "路面坏了",
                        "道路破损", "新伟街道", at % 3 == 0 ? "区民政局" : "", done ? "解决" : "",
                        done ? "2026-08-30" : ""});
    }
    return rows;
}

class ImportsTest : public testing::TestWithParam<char const*> {
protected:
    template <class Deed>
    auto write(Deed const& deed) {
        std::optional<std::invoke_result_t<Deed, Call&>> out;
        store_->write_now([&](Transaction& tx) {
            Call call{clerk_, now_, district_, tx, system_random(), texts_};
            out.emplace(deed(call));
            if constexpr (requires { out->refusal(); })
                return bool(*out);
            else
                return true;
        });
        return *std::move(out);
    }

    void SetUp() override {
        if (!database_.find(GetParam())) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        for (auto const* part : {"documents", "matter", "supervision"})
            for (auto const& [language, folder] :
                 {std::pair{Language::zh, "zh"}, {Language::en, "en"}}) {
                auto const file = "text/" + std::string(folder) + "/" + part + ".toml";
                texts_.add(language, file_text(file), file);
            }
        SeededRandom chance(7);
        people::use_keys(people::fresh_keys(chance));
        std::string const settings = "test/districts/test/supervision.toml";
        ASSERT_TRUE(system().configure(district_, file_text(settings), settings));
        district_.set(notices::Policy{{Minutes{0}}, {Minutes{0}}, 600, 600, 5});
        store_ = open_emptied_store({database_.address(), 2, false});
        write([&](Call& call) {
            using people::OrgKind;
            people::put_org(call, {{"city"}, {}, OrgKind::city, "市", ""});
            people::put_org(call, {{"test"}, {"city"}, OrgKind::district, "测试区", ""});
            people::put_org(call, {{"s1"}, {"test"}, OrgKind::street, "新伟街道", ""});
            EXPECT_TRUE(system().establish(call));
            return 0;
        });
    }
    void TearDown() override { store_.reset(); }

    Result<ImportView> preview(std::string const& bytes) {
        return write([&](Call& call) {
            return preview_import(call, {{"台账.csv", "text/csv", bytes}});
        });
    }
    Result<ImportView> preview(Rows rows) {
        rows.insert(rows.begin(), heads);
        return preview(documents::written_csv(rows));
    }
    Result<ImportView> commit(ImportView const& view) {
        return write([&](Call& call) {
            return commit_import(call, {view.import_id, view.sha256});
        });
    }
    Result<ImportView> undo(ImportView const& view) {
        return write([&](Call& call) { return undo_import(call, {view.import_id, "传错了"}); });
    }
    // Until nothing is under way; how many turns that took.
    int go_on() {
        for (int turns = 0;; ++turns)
            if (auto const done = write([](Call& call) { return continue_imports(call, {}); });
                !done.value().more)
                return turns;
    }
    std::vector<matters::LineView> lines(ImportView const& view, matters::LineState state) {
        return write([&](Call& call) {
                   return see_import_lines(call, {view.import_id, state, {}});
               })
            .value()
            .lines;
    }
    // By state, as the boards count.
    std::map<std::string, std::int64_t> counted() {
        std::map<std::string, std::int64_t> out;
        for (auto const& tally : write([](Call& call) {
                 return matters::tallies(call, "supervision", matters::Split::total,
                                         matters::Days::all());
             }))
            if (tally.what == matters::What::matter) out[tally.detail] += tally.n;
        return out;
    }
    void expect_sound() {
        write([](Call& call) {
            EXPECT_TRUE(matters::check_counts(call, "supervision").empty());
            EXPECT_TRUE(matters::check_clocks(call, {}, 5000).empty());
            return 0;
        });
    }

    TestDatabase database_;
    Instant now_ = read_instant("2026-09-25T10:00:00+08:00").value();
    District district_{"test", Zone{"Asia/Shanghai"}, calendar()};
    Texts texts_;
    Actor clerk_{.kind = Actor::Kind::staff,
                 .account = {"clerk"},
                 .name = "李受理",
                 .grants = {{import_matters, "/"},
                            {see_reporters, "/"},
                            {see_matters, "/"},
                            {export_ledgers, "/"}}};
    std::unique_ptr<Store> store_;

    static std::shared_ptr<WorkCalendar const> calendar() {
        auto days = std::make_shared<WorkCalendar>();
        std::string const file = "config/calendar/2026.toml";
        days->add_year(file_text(file), file);
        return days;
    }
};

}  // namespace banshi::supervision
