#include "server/incoming.h"

#include <gtest/gtest.h>

namespace banshi::server {

namespace {

struct Attach {
    std::string matter;
    Upload photo;
    std::optional<std::vector<Upload>> more;
    std::optional<int> height;
    std::optional<std::vector<std::string>> tags;
};
BOOST_DESCRIBE_STRUCT(Attach, (), (matter, photo, more, height, tags))

Route route() {
    Deed deed{"attach", anyone, true, shape::schema<Attach>(), {}, {}};
    return {"post", "/matters/{matter}/files", std::move(deed)};
}

Request sent(std::string type, std::string body) {
    Request out;
    out.method = "POST";
    out.headers = {{"Content-Type", std::move(type)}, {"Idempotency-Key", "k"}};
    out.body = std::move(body);
    return out;
}

Result<Attach> read(Request const& request) {
    auto const to = route();
    auto const in = TRY(incoming({&to, {{"matter", "12"}}}, request));
    return shape::read<Attach>(in.fields, in.source);
}

std::string form_part(std::string const& disposition, std::string const& bytes) {
    return "--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + bytes + "\r\n";
}
Request form(std::string const& parts) {
    return sent("Multipart/Form-Data; boundary=x", parts + "--x--");
}
std::string const photo = form_part("name=photo; filename=a.jpg", std::string("\xff\xd8\0", 3));

std::string code(Request const& request) {
    auto const got = read(request);
    return got ? "ok" : got.refusal().text + " " + got.refusal().field;
}

}  // namespace

TEST(Incoming, AFormFillsTheFieldsByTheirKind) {
    auto const got =
        read(form(photo + form_part("name=height", "-3") + form_part("name=tags", "1") +
                  form_part("name=tags", "号") + form_part("name=more; filename=b", "b") +
                  form_part("name=more; filename=\"\"", "")))
            .value();
    EXPECT_EQ(got.matter, "12");
    EXPECT_EQ(got.photo.name, "a.jpg");
    EXPECT_EQ(got.photo.bytes, std::string("\xff\xd8\0", 3));
    EXPECT_EQ(got.height, -3);
    EXPECT_EQ(got.tags, (std::vector<std::string>{"1", "号"}));
    ASSERT_EQ(got.more->size(), 1U) << "an empty choice is no file";
}

TEST(Incoming, AFileMayBeTheWholeBody) {
    auto const got = read(sent("image/png", "png")).value();
    EXPECT_EQ(got.photo.media_type, "image/png");
    EXPECT_EQ(got.photo.bytes, "png");
    EXPECT_EQ(code(sent("", "png")), "request.unsupported_type ");
}

TEST(Incoming, WordsAreTidyAndFilesStayAsTheyAre) {
    auto const got =
        read(form(form_part("name=photo; filename=a", "Rene\u0301\u202E") +
                  form_part("name=tags", "Rene\u0301\u202E") + form_part("name=tags", "a\u00A0b")))
            .value();
    EXPECT_EQ(got.photo.bytes, "Rene\u0301\u202E");
    EXPECT_EQ(got.tags, (std::vector<std::string>{"Ren\u00E9", "a b"}));
    EXPECT_EQ(code(form(photo + form_part("name=tags", "a\x1B"))), "shape.text tags[0]");
}

TEST(Incoming, WrongFormsAreRefusedByTheField) {
    EXPECT_EQ(code(form("")), "shape.missing photo");
    EXPECT_EQ(code(form(photo + photo)), "request.repeated photo");
    EXPECT_EQ(code(form(photo + form_part("name=matter", "13"))), "request.repeated matter");
    EXPECT_EQ(code(form(photo + form_part("name=other", "1"))), "shape.unknown other");
    EXPECT_EQ(code(form(form_part("name=photo", "text"))), "shape.kind photo");
    EXPECT_EQ(code(form(photo + form_part("name=height; filename=h", "1"))), "shape.kind height");
    EXPECT_EQ(code(form(photo + form_part("name=height", "high"))), "shape.kind height");
    EXPECT_EQ(code(sent("multipart/form-data", photo)), "form.no_boundary ");
    EXPECT_EQ(code(sent("application/json", R"({"photo":"bytes"})")), "shape.kind photo");
}

// As a reader of JSON takes one of the two, and another reader the other.
TEST(Incoming, AKeyThatStandsTwiceIsRefusedByItsName) {
    auto const json = [](std::string body) { return code(sent("application/json", body)); };
    EXPECT_EQ(json(R"({"height":1,"height":2})"), "request.repeated height");
    EXPECT_EQ(json(R"({"tags":[{"a\u0062" : "{\"}", "b":{}, "ab":1}]})"), "request.repeated ab");
    EXPECT_EQ(json(R"({"height":1,"tags":["height","tags:"]})"), "shape.missing photo");
    EXPECT_EQ(json(R"({"height":1,"height":)"), "request.no_json ");
}

}  // namespace banshi::server
