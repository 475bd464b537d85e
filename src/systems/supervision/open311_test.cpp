// What Open311 asks and answers.

#include <pugixml.hpp>

#include "engines/matters/evaluations.h"
#include "engines/matters/lists.h"
#include "systems/supervision/open311_for_test.h"

namespace banshi::supervision {
namespace {

INSTANTIATE_TEST_SUITE_P(Both, Open311Test, testing::Values("sqlite", "postgres"));

TEST_P(Open311Test, SaysTheSameInBothFormats) {
    std::string const text = "路灯不亮 <b>&\"\r\n第二行 ]]>😀𠀀";
    auto const number = file_one({{"description", text + "\x01\xEF\xBF\xBE"},
                                  {"first_name", "三"},
                                  {"last_name", "张"},
                                  {"phone", "13800000001"},
                                  {"email", "zhang@example.org"}});
    auto const json_one = got("requests/" + number).at(0);
    EXPECT_EQ(json_one.at("description").as_string(), text);
    EXPECT_EQ(json_one.at("status").as_string(), "open");
    EXPECT_NEAR(json_one.at("lat").as_double(), 45.608123, 1e-7);
    EXPECT_EQ(json_one.at("requested_datetime").as_string(), "2026-09-18T10:00:00+08:00");
    EXPECT_EQ(json_one.as_object().size(), 17u);

    auto const xml = get("requests/" + number + ".xml");
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(xml.body.c_str()));
    auto const request = document.child("service_requests").child("request");
    std::vector<std::string> names, fields;
    for (auto const& child : request.children()) names.push_back(child.name());
    for (auto const& field : json_one.as_object()) fields.emplace_back(field.key());
    EXPECT_EQ(names, fields);
    EXPECT_EQ(request.child("description").text().get(), text);
    for (auto const* secret : {"张", "13800000001", "zhang@", "banshi-open311"}) {
        EXPECT_EQ(xml.body.find(secret), std::string::npos) << secret;
    }
}

TEST_P(Open311Test, ChecksInOrderAndNamesAllThatIsWrong) {
    Pairs const wrong{{"service_code", "street_lamp"}, {"lat", "91"}};
    EXPECT_EQ(post("requests.csv", wrong).status, 404);
    auto elsewhere = wrong;
    elsewhere.emplace_back("jurisdiction_id", "nowhere");
    EXPECT_EQ(post("requests.json", elsewhere).status, 404);
    key_ = "unknown";
    EXPECT_EQ(post("requests.json", wrong).status, 403);
    key_ = "banshi-open311-trial";
    EXPECT_EQ(post("requests.json", {{"service_code", "none"}}).status, 404);
    auto const all = faults(post("requests.json", wrong));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_NE(all[0].find("long is missing"), std::string::npos);
    EXPECT_NE(all[1].find("attribute[fault]"), std::string::npos);
    EXPECT_EQ(faults(post("requests.json", {})).size(), 2u);
    EXPECT_EQ(said({.method = "PUT", .path = {"v2", "requests.xml"}}).status, 405);
}

TEST_P(Open311Test, ReadsTheAnswersOfACategory) {
    Pairs form{{"service_code", "street_lamp"}, {"address_string", "友协大街 1 号"}};
    form.emplace_back("attribute[fault]", "broken");
    auto const unknown = faults(post("requests.json", form));
    ASSERT_EQ(unknown.size(), 1u);
    EXPECT_NE(unknown[0].find("dark, flicker, damaged"), std::string::npos);
    form.back().second = "dark";
    EXPECT_EQ(post("requests.json", form).status, 201);
    form.back().first = "attribute[fault][0]";  // as PHP writes lists
    EXPECT_EQ(post("requests.json", form).status, 201);
    auto const definition = got("services/street_lamp");
    EXPECT_EQ(definition.at("attributes").at(0).at("values").as_array().size(), 3u);
    EXPECT_FALSE(definition.at("attributes").at(1).as_object().contains("values"));
}

TEST_P(Open311Test, TurnsATokenIntoANumber) {
    auto const answer = post(
        "requests.json",
        {{"service_code", "property"}, {"address_string", "1 号楼"}, {"phone", "13800000002"}});
    ASSERT_EQ(answer.status, 201);
    auto const one = json::parse(answer.body).at(0).as_object();
    EXPECT_FALSE(one.contains("service_request_id"));
    std::string const token = one.at("token").as_string().c_str();
    auto const before = got("tokens/" + token).at(0).as_object();
    EXPECT_FALSE(before.contains("service_request_id"));
    EXPECT_TRUE(got("requests").as_array().empty());
    write([&](Call& call) {
        auto m = matters::reported_by(call, {}, "13800000002").at(0);
        EXPECT_TRUE(matters::accept(call, m));
    });
    auto const after = got("tokens/" + token).at(0).as_object();
    EXPECT_EQ(after.at("service_request_id"), got("requests").at(0).at("service_request_id"));
    EXPECT_EQ(get("tokens/none.json").status, 404);
}

TEST_P(Open311Test, ListsByStateAndNumber) {
    auto const first = file_one();
    now_ += Minutes{1};
    auto const second = file_one();
    clear(first, matters::Outcome::explained, "该路段已列入计划");
    EXPECT_EQ(got("requests", {{"status", "open"}}).as_array().size(), 1u);
    EXPECT_EQ(got("requests", {{"status", "open,closed"}}).as_array().size(), 2u);
    EXPECT_EQ(got("requests", {{"status", ""}}).as_array().size(), 2u);
    auto const closed = got("requests", {{"status", "closed"}}).at(0);
    EXPECT_EQ(closed.at("service_request_id").as_string(), first);
    EXPECT_NE(std::string(closed.at("status_notes").as_string()).find("该路段已列入计划"),
              std::string::npos);
    EXPECT_EQ(closed.at("updated_datetime").as_string(), "2026-09-18T10:06:00+08:00");
    auto const both =
        got("requests", {{"service_request_id", first + "," + second}, {"status", "closed"}});
    EXPECT_EQ(both.as_array().size(), 2u);
    auto const page = get("requests.json", {{"page_size", "1"}});
    EXPECT_EQ(json::parse(page.body).at(0).at("service_request_id").as_string(), second);
    EXPECT_TRUE(std::ranges::any_of(page.headers, [](auto const& each) {
        return each.first == "Link" && each.second.find("page=2") != std::string::npos;
    }));
}

TEST_P(Open311Test, RefusesWindowsThatAreTooWide) {
    EXPECT_EQ(get("requests.json",
                  {{"start_date", "2026-01-01T00:00:00Z"}, {"end_date", "2026-09-01T00:00:00Z"}})
                  .status,
              400);
    EXPECT_EQ(get("requests.json", {{"start_date", "2026-09-01T00:00:00"}}).status, 400);
    auto const number = file_one();
    Pairs const exact{{"start_date", "2026-09-18T02:00:00Z"}, {"end_date", "2026-09-18T02:00:00Z"}};
    EXPECT_EQ(got("requests", exact).as_array().size(), 1u);
}

TEST_P(Open311Test, HearsThatItIsNotMended) {
    auto const number = file_one();
    clear(number, matters::Outcome::solved, "已修好");
    now_ += Minutes{30};
    Pairs update{{"update_id", "7"},
                 {"service_request_id", number},
                 {"updated_datetime", "2026-09-18T10:30:00+08:00"},
                 {"status", "reopen"},
                 {"description", "仍未修好"}};
    auto const first = post("servicerequestupdates.json", update);
    EXPECT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(post("servicerequestupdates.json", update).body, first.body);
    EXPECT_EQ(got("requests/" + number).at(0).at("status").as_string(), "open");
    update.back().second = "已修好";
    EXPECT_EQ(post("servicerequestupdates.json", update).status, 400);
    auto const told = got("servicerequestupdates", {{"api_key", key_}}).as_array();
    std::vector<std::string> words;
    for (auto const& each : told) words.emplace_back(each.at("status").as_string());
    EXPECT_EQ(words, (std::vector<std::string>{"INVESTIGATING", "IN_PROGRESS", "IN_PROGRESS",
                                               "FIXED", "REOPEN"}));
    EXPECT_EQ(get("servicerequestupdates.json").status, 403);
    write([&](Call& call) {
        auto const m = matters::find_by_number(call, number).value();
        auto const deeds = matters::deeds_of(call, m.id);
        EXPECT_EQ(std::ranges::count(deeds, matters::Verb::comment, &matters::Deed::verb), 1);
        auto const judged = matters::evaluations_of(call, m.id);
        ASSERT_EQ(judged.size(), 1u);
        EXPECT_EQ(judged[0].solved, false);
        EXPECT_EQ(judged[0].reason, "仍未修好");
    });
}

// Closed is not mended: the outcome is said, in words and in the update.
TEST_P(Open311Test, SaysHowItWasClosed) {
    auto const number = file_one();
    clear(number, matters::Outcome::explained, "该路段已列入计划");
    auto const one = got("requests/" + number).at(0);
    EXPECT_EQ(one.at("status").as_string(), "closed");
    EXPECT_EQ(one.at("status_notes").as_string(), "Explained: 该路段已列入计划");
    EXPECT_EQ(one.at("updated_datetime").as_string(), "2026-09-18T10:05:00+08:00");
    auto const last = got("servicerequestupdates", {{"api_key", key_}}).as_array().back();
    EXPECT_EQ(last.at("service_request_id").as_string(), number);
    EXPECT_EQ(last.at("status").as_string(), "NO_FURTHER_ACTION");
}

// Whoever did not report it may say what they like: it is a word, and judges nothing.
TEST_P(Open311Test, JudgesForNobodyElse) {
    auto const number = file_one({{"phone", "13800000001"}});
    clear(number, matters::Outcome::solved, "已修好");
    write([&](Call& call) {
        key_ = admit_client(call, {"城市随手拍", "0451-5550000"}).value().key;
    });
    auto const say = [&](std::string const& id, Pairs more = {}) {
        Pairs update{{"update_id", id},
                     {"service_request_id", number},
                     {"updated_datetime", "2026-09-18T10:30:00+08:00"},
                     {"status", "REOPEN"},
                     {"description", "仍未修好"}};
        for (auto& each : more) update.push_back(std::move(each));
        auto const answer = post("servicerequestupdates.json", update);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return std::string(got("requests/" + number).at(0).at("status").as_string());
    };
    EXPECT_EQ(say("1"), "closed");
    key_ = "banshi-open311-trial";
    EXPECT_EQ(say("2", {{"phone", "13800000002"}}), "closed");
    EXPECT_EQ(say("3", {{"phone", "13800000001"}}), "open");
}

// As from our own pages.
TEST_P(Open311Test, TidiesTheWordsThatOthersSend) {
    auto const number = file_one({{"first_name", " \u202EAnna\t "},
                                  {"last_name", "Rene\u0301e\u200B"},
                                  {"description", "灯坏了\r\n\u2066第\u00A0二盏\x1B\u2069 \n"},
                                  {"address_string", "友协大街\u20281 号"}});
    write([&](Call& call) {
        auto const m = matters::find_by_number(call, number).value();
        EXPECT_EQ(m.text, "灯坏了\r\n第 二盏 \n");
        EXPECT_EQ(m.place, "友协大街\n1 号");
        EXPECT_EQ(matters::reporters_of(call, m.id).at(0).name, "Anna Ren\u00E9e");
    });
}

// What the office wrote names nobody in any answer.
TEST_P(Open311Test, NamesNobodyInItsNotes) {
    auto const number =
        file_one({{"first_name", "甲乙"}, {"last_name", "赵"}, {"phone", "13800000001"}});
    write([&](Call& call) {
        auto m = matters::find_by_number(call, number).value();
        EXPECT_TRUE(matters::decline(call, m, "not_ours", "请赵甲乙（13800000001）找邻区"));
    });
    auto const notes = std::string(got("requests/" + number).at(0).at("status_notes").as_string());
    EXPECT_EQ(notes,
              "Not accepted: Another district or office is responsible. Please turn to: "
              "请赵*（***********）找邻区");
    auto const last = got("servicerequestupdates", {{"api_key", key_}}).as_array().back();
    EXPECT_EQ(last.at("description").as_string(), notes);
    EXPECT_EQ(last.at("status").as_string(), "NOT_COUNCILS_RESPONSIBILITY");
}

TEST_P(Open311Test, FollowsWhatWasMerged) {
    auto const first = file_one();
    auto const second = file_one();
    write([&](Call& call) {
        auto into = matters::find_by_number(call, first).value();
        auto gone = matters::find_by_number(call, second).value();
        EXPECT_TRUE(matters::merge(call, into, gone, "同一处"));
    });
    auto merged = got("requests/" + second).at(0);
    EXPECT_EQ(merged.at("status").as_string(), "open");
    EXPECT_NE(std::string(merged.at("status_notes").as_string()).find(first), std::string::npos);
    clear(first, matters::Outcome::solved, "已修好");
    EXPECT_EQ(got("requests/" + second).at(0).at("status").as_string(), "closed");
}

TEST_P(Open311Test, KnowsWhoseKeyItIs) {
    std::string key, client;
    write([&](Call& call) {
        auto const made = admit_client(call, {"城市随手拍", "0451-5550000"}).value();
        key = made.key;
        client = made.client;
    });
    key_ = key;
    file_one();
    write([&](Call& call) {
        auto const list = revoke_client(call, {client}).value();
        auto const view = std::ranges::find(list.clients, client, &ClientView::client);
        ASSERT_NE(view, list.clients.end());
        EXPECT_EQ(view->posts, 1);
    });
    EXPECT_EQ(post("requests.json", {{"service_code", "road"}}).status, 403);
}

TEST_P(Open311Test, AsksWhoSendsTooMuchToWait) {
    for (int sent = 0; sent < 60; ++sent) file_one();
    auto const answer = post("requests.json", {{"service_code", "road"}});
    EXPECT_EQ(answer.status, 429);
    EXPECT_NE(
        std::ranges::find(answer.headers, std::pair<std::string, std::string>("Retry-After", "60")),
        answer.headers.end());
    now_ += Minutes{2};
    file_one();
}

}  // namespace
}  // namespace banshi::supervision
