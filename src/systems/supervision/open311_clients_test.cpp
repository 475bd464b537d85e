// What real clients of Open311 send beside the letter of the standard.

#include "engines/files/files.h"
#include "systems/supervision/open311_for_test.h"
#include "systems/supervision/open311_rows.h"

namespace banshi::supervision {

TEST_P(Open311Test, KeepsWhoSentAnUpdateAndWhatCameWithIt) {
    auto const number = file_one();
    Asked asked{.method = "POST", .path = {"v2", "servicerequestupdates.json"}};
    asked.form = {{"api_key", key_},
                  {"update_id", "8"},
                  {"service_request_id", number},
                  {"updated_datetime", "2026-09-18T10:30:00+0800"},
                  {"status", "open"},
                  {"description", "李四说还是不亮"},
                  {"first_name", "四"},
                  {"last_name", "李"},
                  {"phone", "138 0000 0009"},
                  {"media_url", "https://photos.example/9.jpg"}};
    auto bad = asked;
    bad.files = {{"x.gif", "image/gif", "GIF89a;;"}};
    auto const no = said(bad);
    EXPECT_EQ(no.status, 400);
    EXPECT_NE(no.body.find("WebP"), no.body.npos) << no.body;
    EXPECT_EQ(no.body.find("PDF"), no.body.npos) << no.body;
    asked.files = {{"x.png", "image/png", file_text("test/scenarios/supervision/road.png")}};
    EXPECT_EQ(said(asked).status, 201);
    EXPECT_EQ(said(asked).status, 201) << "again: the stored answer";
    write([&](Call& call) {
        auto const matter = matters::find_by_number(call, number).value();
        auto const reporters = matters::reporters_of(call, matter.id);
        ASSERT_EQ(reporters.size(), 2u);
        EXPECT_EQ(reporters[1].name, "李四");
        EXPECT_EQ(reporters[1].phone, "13800000009");
        EXPECT_EQ(files::list_about(call, "report/" + matter.id.text).size(), 1u);
        EXPECT_EQ(rows::details_of(call, matter.id).back().content, "https://photos.example/9.jpg");
        for (auto const& deed : matters::deeds_of(call, matter.id))
            EXPECT_EQ(deed.why.find("李四"), deed.why.npos) << "their own name is masked";
    });
    auto const shown = get("requests/" + number + ".json").body;
    EXPECT_EQ(shown.find("9.jpg"), shown.npos) << "nothing of it is published";
}

TEST_P(Open311Test, ReadsTimesAndStatesAsClientsWriteThem) {
    auto const number = file_one();
    for (auto const* start : {"2026-09-01T00:00:00 08:00", "2026-09-01T00:00:00+0800",
                              "2026-09-01T00:00:00 0800", "2026-09-01T00:00:00Z"})
        EXPECT_EQ(got("requests", {{"start_date", start}, {"status", "OPEN"}}).as_array().size(),
                  1u)
            << start;
    for (auto const* start : {"2026-09-01T00:00:00", "2026-09-01 00:00", "2026-09-01T00:00:00 "})
        EXPECT_EQ(get("requests.json", {{"start_date", start}}).status, 400) << start;
}

// A wrong key is said before all else that may be wrong with a form.
TEST_P(Open311Test, LooksAtTheKeyBeforeTheRestOfABrokenForm) {
    Asked asked{.method = "POST", .path = {"v2", "requests.json"}};
    asked.unread = Refusal{Why::invalid, "request.malformed"};
    asked.form = {{"api_key", "wrong"}};
    EXPECT_EQ(said(asked).status, 403);
    asked.form = {{"api_key", key_}};
    EXPECT_EQ(said(asked).status, 400);
    asked.form.clear();
    EXPECT_EQ(said(asked).status, 400) << "where no key can be read, it may have been right";
}

}  // namespace banshi::supervision
