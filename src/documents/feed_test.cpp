#include "documents/feed.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

namespace banshi::documents {
namespace {

namespace json = boost::json;

std::string body(std::string const& text) { return text.substr(text.find("?>") + 2); }

TEST(Feed, NamesListsInXml) {
    json::value const value = json::parse(
        R"([{"code":"001","metadata":true,"lat":45.608,"notes":null,"values":[{"key":"a"}]}])");
    auto const text = xml({"services", "service", value});
    EXPECT_TRUE(text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
    EXPECT_EQ(body(text),
              "<services><service><code>001</code><metadata>true</metadata><lat>45.608</lat>"
              "<notes/><values><value><key>a</key></value></values></service></services>");
    EXPECT_EQ(plain_json(value), R"([{"code":"001","metadata":true,"lat":45.608,"notes":null,)"
                                 R"("values":[{"key":"a"}]}])");
}

TEST(Feed, WritesNothingIntoAnEmptyList) {
    EXPECT_EQ(body(xml({"requests", "request", json::array{}})), "<requests/>");
    EXPECT_EQ(plain_json(json::array{}), "[]");
}

TEST(Feed, CarriesEveryTextBack) {
    std::string const text = "路灯 <b>&\"'</b> ]]>\r\n\t𠀀😀";
    auto const written = xml({"a", "", json::object{{"text", text}}});
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(written.c_str()));
    EXPECT_EQ(document.child("a").child("text").text().get(), text);
    EXPECT_EQ(json::parse(plain_json(json::value(text))).as_string(), text);
}

TEST(Feed, LeavesOutWhatXmlForbids) {
    EXPECT_EQ(fit_for_xml("a\x01\x0b\x1f"
                          "b\tc\n\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD"),
              "ab\tc\n\xEF\xBF\xBD");
}

}  // namespace
}  // namespace banshi::documents
