#include "server/file_reply.h"

#include <gtest/gtest.h>

namespace banshi::server {

static std::string outcome(File file, Headers headers) {
    Request request;
    request.headers = std::move(headers);
    auto const reply = file_reply(200, std::move(file), request);
    auto out = std::to_string(reply.status) + " " + reply.body;
    for (auto const& [name, value] : reply.headers)
        if (name == "Content-Range") out += " " + value;
    return out;
}

TEST(FileReply, IsThePartThatAPlayerAsksFor) {
    File const sound{"audio/wav", "A001.wav", "0123456"}, picture{"image/png", "", "0123456", "t"};
    for (auto const& file : {sound, picture}) {
        EXPECT_EQ(outcome(file, {}), "200 0123456");
        EXPECT_EQ(outcome(file, {{"Range", "bytes=2-4"}}), "206 234 bytes 2-4/7");
        EXPECT_EQ(outcome(file, {{"Range", "bytes=7-"}}), "416  bytes */7");
        EXPECT_EQ(outcome(file, {{"Range", "bytes=2-4"}, {"If-Range", "\"x\""}}), "200 0123456");
    }
}

// What is written anew at each request is no other half of what was.
TEST(FileReply, IsWholeWhereTheBytesMayChange) {
    EXPECT_EQ(outcome({"application/pdf", "list.pdf", "0123456"}, {{"Range", "bytes=2-4"}}),
              "200 0123456");
}

}  // namespace banshi::server
