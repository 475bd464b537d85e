#include "server/static_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/file_for_test.h"

namespace banshi::server {

namespace fs = std::filesystem;

class Static : public testing::Test {
protected:
    void SetUp() override {
        fs::create_directories(folder_ / "www/citizen");
        fs::create_directories(folder_ / "www/assets");
        write("www/index.html", "<p>home");
        write("www/citizen/index.html", "<p>citizen");
        write("www/assets/app-1a2b.js", std::string(3000, 'x'));
        write("www/call.mp3", "0123456789");
        write("secret.txt", "secret");
        fs::create_symlink("../secret.txt", folder_ / "www/link.txt");
        files_.emplace((folder_ / "www").string());
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::optional<Reply> get(std::string_view target, Headers headers = {}) {
        Request request;
        request.method = "GET";
        request.headers = std::move(headers);
        if (!read_target(target, request)) return Reply{.status = 400};
        return files_->find(request);
    }
    static std::string header(Reply const& reply, std::string_view name) {
        for (auto const& [key, value] : reply.headers)
            if (key == name) return value;
        return "";
    }

private:
    void write(std::string const& name, std::string const& text) {
        std::ofstream(folder_ / name) << text;
    }
    fs::path folder_ = own_test_folder("banshi_static_test");
    std::optional<StaticFiles> files_;
};

TEST_F(Static, FindsPagesByTheirShortNames) {
    EXPECT_EQ(*get("/")->shared, "<p>home");
    for (auto const* name : {"/citizen", "/citizen/", "/citizen/index.html", "/citizen/index"})
        EXPECT_EQ(*get(name).value().shared, "<p>citizen") << name;
    EXPECT_FALSE(get("/nothing"));
    EXPECT_EQ(header(*get("/"), "Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(header(*get("/"), "Cache-Control"), "no-cache");
}

TEST_F(Static, ServesNothingFromOutsideTheFolder) {
    for (auto const* path :
         {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/citizen/../../secret.txt",
          "//etc/passwd", "/link.txt", "/assets/..\\..\\secret.txt", "/./../secret.txt"})
        EXPECT_FALSE(get(path)) << path;
    EXPECT_EQ(get("/%2e%2e%00/secret.txt")->status, 400);
}

TEST_F(Static, SendsPackedBytesToWhoCanUnpackThem) {
    auto const coding = [&](char const* wanted) {
        auto const reply = get("/assets/app-1a2b.js", {{"Accept-Encoding", wanted}});
        return std::string(header(*reply, "Content-Encoding"));
    };
    for (auto const* wanted : {"*", "br, *;q=0.5", "*;q=0, gzip"})
        EXPECT_EQ(coding(wanted), "gzip") << wanted;
    for (auto const* wanted : {"", "br", "*;q=0", "gzip;q=0, *", "*, gzip;q=0.0"})
        EXPECT_EQ(coding(wanted), "") << wanted;
    auto const packed = get("/assets/app-1a2b.js", {{"Accept-Encoding", "gzip"}}).value();
    EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
    EXPECT_LT(packed.shared->size(), 100u);
    EXPECT_EQ(header(packed, "Cache-Control"), "public, max-age=31536000, immutable");
    auto const plain = get("/assets/app-1a2b.js").value();
    EXPECT_EQ(plain.shared->size(), 3000u);
    EXPECT_NE(header(plain, "ETag"), header(packed, "ETag"));
    EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding");
}

TEST_F(Static, SaysNotModifiedToWhoHasIt) {
    auto const tag = header(*get("/"), "ETag");
    auto const again = get("/", {{"If-None-Match", "\"other\", " + tag}}).value();
    EXPECT_EQ(again.status, 304);
    EXPECT_FALSE(again.shared);
    EXPECT_EQ(get("/", {{"If-None-Match", "\"other\""}})->status, 200);
}

TEST_F(Static, KeepsPagesToThemselves) {
    auto const policy = header(*get("/"), "Content-Security-Policy");
    EXPECT_TRUE(policy.starts_with("default-src 'self'"));
    EXPECT_EQ(policy.find("unsafe"), policy.npos);
    EXPECT_NE(policy.find("frame-ancestors 'none'"), policy.npos);
    EXPECT_EQ(header(*get("/"), "X-Content-Type-Options"), "nosniff");
    EXPECT_NE(security_headers({"http://127.0.0.1:8765"})[0].second.find(
                  "connect-src 'self' http://127.0.0.1:8765"),
              std::string::npos);
}

TEST_F(Static, SendsThePartThatAPlayerAsksFor) {
    struct Row {
        char const *range, *body, *said;
        int status;
    };
    for (auto const& row :
         {Row{"bytes=2-4", "234", "bytes 2-4/10", 206}, Row{"bytes=7-", "789", "bytes 7-9/10", 206},
          Row{"bytes=-2", "89", "bytes 8-9/10", 206},
          Row{"bytes=0-99", "0123456789", "bytes 0-9/10", 206},
          Row{"bytes=10-", "", "bytes */10", 416}, Row{"bytes=5-2", "", "bytes */10", 416}}) {
        auto const reply = get("/call.mp3", {{"Range", row.range}}).value();
        EXPECT_EQ(reply.status, row.status) << row.range;
        EXPECT_EQ(reply.body, row.body) << row.range;
        EXPECT_EQ(header(reply, "Content-Range"), row.said);
    }
    for (auto const* odd : {"bytes=0-1,3-4", "lines=1-2", "bytes=", "bytes=-", "bytes=a-b",
                            "bytes=0-18446744073709551615999"})
        EXPECT_EQ(get("/call.mp3", {{"Range", odd}})->status, 200) << odd;
    EXPECT_EQ(get("/call.mp3", {{"Range", "bytes=0-18446744073709551615"}})->body.size(), 10u);
}

}  // namespace banshi::server
