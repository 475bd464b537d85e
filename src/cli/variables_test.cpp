#include "cli/variables.h"

#include <gtest/gtest.h>

#include "cli/environment.h"

namespace banshi::cli {
namespace {

namespace fs = std::filesystem;

// The environment with one variable set; whatever it was before comes back.
class Variables : public testing::Test {
protected:
    std::string wrong(char const* name, char const* value) {
        auto const* const before = std::getenv(name);
        std::string const kept = before ? before : "";
        setenv(name, value, 1);
        auto const found = wrong_variables(environment([] { return Instant{}; }));
        before ? setenv(name, kept.c_str(), 1) : unsetenv(name);
        std::string names;
        for (auto const& each : found) names += (names.empty() ? "" : " ") + each.name;
        return names;
    }
    void refuses(char const* name, std::vector<char const*> const& values) {
        for (auto const* value : values) EXPECT_EQ(wrong(name, value), name) << value;
    }
    void takes(char const* name, std::vector<char const*> const& values) {
        for (auto const* value : values) EXPECT_EQ(wrong(name, value), "") << name << " " << value;
    }
};

TEST_F(Variables, ThatAreWrongAreNamed) {
    refuses("BANSHI_PORT", {"99999", "abc", "-1", "80a", "8 0"});
    refuses("BANSHI_REDIRECT_PORT", {"65536", "x"});
    refuses("BANSHI_ADDRESS", {"localhost", "1.2.3", "0.0.0.0:80"});
    refuses("BANSHI_PROXIES", {"10.0.0.0/99", "gateway", "127.0.0.1 x"});
    refuses("BANSHI_METRICS", {"10.0.0.0/99", "prometheus"});
    refuses("BANSHI_URL",
            {"banshi.example", "https://", "ftp://banshi.example", "https://a/b", "https://a b"});
    refuses("BANSHI_SMS_URL", {"nonsense", "https://", "smtp://a"});
    refuses("BANSHI_SMS_BODY", {"mobile={phone}", "{}"});
    refuses("BANSHI_DATABASE", {"nonsense", "sqlite:"});
    refuses("BANSHI_DEVICES", {"127.0.0.1:8765"});
    refuses("BANSHI_CONFIG", {"/nonexist"});
    refuses("BANSHI_AUTHORITIES", {"/nonexist"});
    refuses("BANSHI_WITNESSES", {"/nonexist"});
    EXPECT_EQ(wrong("BANSHI_SMTP_URL", "mail.example"), "BANSHI_SMTP_URL BANSHI_SMTP_FROM");
}

TEST_F(Variables, ThatAreRightAreTaken) {
    takes("BANSHI_PORT", {"0", "80", "65535"});
    takes("BANSHI_ADDRESS", {"0.0.0.0", "::", "::1"});
    takes("BANSHI_PROXIES", {"127.0.0.1 10.0.0.0/8 fd00::/8"});
    takes("BANSHI_METRICS", {"10.0.0.5", "127.0.0.0/8 ::1 fd00::/8"});
    takes("BANSHI_URL", {"https://banshi.example.gov.cn", "http://127.0.0.1:8080",
                         "https://banshi.example/", "https://[::1]:8443"});
    takes("BANSHI_SMS_URL", {"https://sms.example:8443/send?key=1"});
    takes("BANSHI_SMS_BODY", {"mobile={phone}&content={text}"});
    takes("BANSHI_DATABASE", {"sqlite:/a/file", "host=a,b dbname=banshi", "postgresql://a/banshi"});
}

TEST_F(Variables, TellWhichLanguageIsSpoken) {
    auto const spoken = [](char const* all) {
        auto const* const before = std::getenv("LC_ALL");
        std::string const kept = before ? before : "";
        setenv("LC_ALL", all, 1);
        auto const language = environment([] { return Instant{}; }).language;
        before ? setenv("LC_ALL", kept.c_str(), 1) : unsetenv("LC_ALL");
        return language;
    };
    EXPECT_EQ(spoken("en_US.UTF-8"), Language::en);
    EXPECT_EQ(spoken("zh_CN.UTF-8"), Language::zh);
    EXPECT_EQ(spoken("C.UTF-8"), Language::zh);
}

}  // namespace
}  // namespace banshi::cli
