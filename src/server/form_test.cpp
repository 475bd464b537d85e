#include "server/form.h"

#include <gtest/gtest.h>

namespace banshi::server {

namespace {

std::string const type = "multipart/form-data; boundary=xyz";

std::string part(std::string const& disposition, std::string const& bytes,
                 std::string const& more = "") {
    return "--xyz\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" +
           bytes + "\r\n";
}
std::string const end = "--xyz--\r\n";

std::string code(std::string_view content_type, std::string_view body) {
    auto const read = read_multipart(content_type, body);
    return read ? "ok" : read.refusal().text;
}

}  // namespace

TEST(Multipart, PartsInOrderWithRepetitions) {
    auto const body = part("name=\"text\"", "路灯\r\n不亮") + part("name=a", "") +
                      part("name=\"a\"", "2") +
                      part("name=\"photo\"; filename=\"灯%22.jpg\"",
                           std::string("\xff\xd8\0\r\n--xy", 9), "content-type: image/jpeg\r\n") +
                      end;
    auto const parts = read_multipart(type, body).value();
    ASSERT_EQ(parts.size(), 4U);
    EXPECT_EQ(parts[0].bytes, "路灯\r\n不亮");
    EXPECT_EQ(parts[1].name + parts[1].bytes, "a");
    EXPECT_EQ(parts[2].name + parts[2].bytes, "a2");
    EXPECT_FALSE(parts[2].file_name);
    EXPECT_EQ(parts[3].file_name, "灯\".jpg");
    EXPECT_EQ(parts[3].media_type, "image/jpeg");
    EXPECT_EQ(parts[3].bytes, std::string("\xff\xd8\0\r\n--xy", 9));
}

TEST(Multipart, WhatSendersDoDifferently) {
    EXPECT_EQ(code(type, "a preamble\r\n" + part("name=a", "1") + end + "an epilogue"), "ok");
    EXPECT_EQ(code("multipart/form-data; charset=utf-8; BOUNDARY=\"xyz\"", end), "ok");
    EXPECT_EQ(code(type, "--xyz \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--xyz--"),
              "ok");
    auto const quoted =
        read_multipart(type, part(R"(name="a\"b"; filename="C:\x\y.jpg")", "") + end);
    EXPECT_EQ(quoted.value()[0].name, "a\"b");
    EXPECT_EQ(quoted.value()[0].file_name, "C:\\x\\y.jpg");
    auto const longer = read_multipart(type, part("name=a", "1\r\n--xyzz\r\n2") + end);
    EXPECT_EQ(longer.value()[0].bytes, "1\r\n--xyzz\r\n2") << "another boundary is text";
}

TEST(Multipart, BrokenBodiesAreRefused) {
    EXPECT_EQ(code("multipart/form-data", end), "form.no_boundary");
    EXPECT_EQ(code("multipart/form-data; boundary=", end), "form.no_boundary");
    EXPECT_EQ(code("multipart/form-data; boundary=\"x", end), "form.no_boundary");
    EXPECT_EQ(code("multipart/form-data; boundary=" + std::string(71, 'x'), end),
              "form.no_boundary");
    EXPECT_EQ(code(type, ""), "form.malformed");
    EXPECT_EQ(code(type, "--xyz"), "form.malformed");
    EXPECT_EQ(code(type, "--xyz\r\n--xyz--"), "form.malformed");
    EXPECT_EQ(code(type, part("name=a", "1")), "form.malformed") << "cut off";
    EXPECT_EQ(code(type, part("filename=a", "1") + end), "form.part_header") << "no name";
    EXPECT_EQ(code(type, part("name=a\r\nno colon", "1") + end), "form.part_header");
    EXPECT_EQ(code(type, part("name=a", "1", "Content-Transfer-Encoding: base64\r\n") + end),
              "form.part_header");
    EXPECT_EQ(code(type, part("name=a", "1", "X: " + std::string(5000, 'x') + "\r\n") + end),
              "form.part_header");
    EXPECT_EQ(code(type, part("name=\"\xff\"", "1") + end), "form.not_utf8");
    EXPECT_EQ(code(type, part("name=\"%ff\"", "1") + end), "form.not_utf8");
    EXPECT_EQ(code(type, part("name=a", "\xff") + end), "form.not_utf8");
    std::string many;
    for (int i = 0; i < 65; ++i) many += part("name=a", "");
    EXPECT_EQ(code(type, many + end), "form.too_many_parts");
}

// Whatever byte is lost or changed, the answer is a refusal or parts, and never a crash.
TEST(Multipart, EveryCutAndEveryChangedByte) {
    auto const body = part("name=\"a\"; filename=\"b\"", "bytes", "Content-Type: image/png\r\n") +
                      part("name=c", "d") + end;
    auto const whole = body.size() - 2;  // the last line break is nobody's
    for (std::size_t cut = 0; cut < whole; ++cut)
        EXPECT_NE(code(type, body.substr(0, cut)), "ok") << cut;
    for (std::size_t at = 0; at < body.size(); ++at)
        for (char const c : {'\0', '\r', '\n', '-', '"', ';', '\x80'}) {
            auto changed = body;
            changed[at] = c;
            auto const read = read_multipart(type, changed);
            EXPECT_TRUE(!read || read.value().size() <= 2);
        }
    std::string const letters = "\r\n-xyz:;=\"";
    for (unsigned seed = 1, i = 0; i < 20'000; ++i) {
        std::string random = "--xyz\r\n";
        for (int n = 0; n < 24; ++n) {
            seed = seed * 1664525 + 1013904223;
            random += letters[(seed >> 16) % letters.size()];
        }
        code(type, random);
    }
}

TEST(Urlencoded, PairsInOrderWithRepetitions) {
    EXPECT_EQ(
        read_urlencoded("a=1&b=%E5%8F%B7+x&a=2&&attribute[K1]=v&e=&f").value(),
        (FormPairs{
            {"a", "1"}, {"b", "号 x"}, {"a", "2"}, {"attribute[K1]", "v"}, {"e", ""}, {"f", ""}}));
    EXPECT_TRUE(read_urlencoded("").value().empty());
    EXPECT_EQ(read_urlencoded("attribute%5BK1%5D=v=w").value(),
              (FormPairs{{"attribute[K1]", "v=w"}}));
    for (auto const* text : {"a=%", "a=%4", "a=%zz", "%=1"})
        EXPECT_EQ(read_urlencoded(text).refusal().text, "form.malformed") << text;
    EXPECT_EQ(read_urlencoded("a=%ff").refusal().text, "form.not_utf8");
    EXPECT_EQ(read_urlencoded("a=%00").refusal().text, "form.not_utf8");
    EXPECT_EQ(read_urlencoded("a&b&c", 2).refusal().text, "form.too_many_parts");
}

}  // namespace banshi::server
