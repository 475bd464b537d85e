#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include "engines/notices/adapters.h"
#include "engines/notices/mail_message.h"

namespace banshi::notices {

namespace fs = std::filesystem;
namespace json = boost::json;
using namespace std::chrono_literals;

// The mail server of test/fakes, somebody else's program; it ends when its input does.
class MailServer {
public:
    explicit MailServer(std::string const& how) {
        fs::create_directories(folder_);
        auto const command = "/usr/bin/python3 test/fakes/mail_server.py " + folder_.string() +
                             " " + how + " > " + (folder_ / "told").string();
        input_.reset(popen(command.c_str(), "w"));
        for (int wait = 0; wait < 500 && lines().empty(); ++wait) std::this_thread::sleep_for(20ms);
        if (lines().empty()) throw std::runtime_error("no mail server");
        port = std::to_string(lines().front().at("port").as_int64());
    }
    ~MailServer() {
        input_.reset();
        fs::remove_all(folder_);
    }
    std::string authority() const { return (folder_ / "authority.pem").string(); }
    // What it has taken, each as its parser reads it.
    std::vector<json::object> mails() const {
        auto all = lines();
        all.erase(all.begin());
        return all;
    }

    std::string port;

private:
    std::vector<json::object> lines() const {
        std::vector<json::object> all;
        std::ifstream file(folder_ / "told");
        for (std::string line; std::getline(file, line);)
            all.push_back(json::parse(line).as_object());
        return all;
    }

    fs::path folder_ = fs::temp_directory_path() / ("banshi_mail_" + std::to_string(getpid()));
    std::unique_ptr<FILE, decltype(&pclose)> input_{nullptr, &pclose};
};

static Letter letter() {
    Letter letter{"01J0", "wang@xinqu.example",
                  "督办：“新维街道”漏水，限 9 月 28 日前办结。\n.\n" + std::string(300, 'x')};
    letter.subject = "一级督办：新维街道小区供水管道漏水问题（编号 PFD-2026-000123-3）";
    letter.at = *read_instant("2026-09-23T08:00:05+08:00");
    return letter;
}

static Mailbox box(MailServer const& server, std::string const& scheme = "smtp") {
    return {.url = scheme + "://127.0.0.1:" + server.port,
            .login = "office",
            .password = "a secret of the office",
            .from = "notices@xinqu.example",
            .authorities = server.authority()};
}

TEST(Mailbox, ReachesAServerBySTARTTLSAndArrivesWhole) {
    MailServer server("starttls --login PLAIN");
    auto sent = letter();
    sent.attachment =
        File{"application/pdf", "督办单 12号.pdf", std::string("%PDF\0\r\n.\r\n", 10)};
    EXPECT_EQ(mailbox(box(server)).send(sent).outcome, Outcome::sent);
    ASSERT_EQ(server.mails().size(), 1u);
    auto const mail = server.mails().front();
    EXPECT_EQ(mail.at("encrypted"), true);
    EXPECT_EQ(mail.at("login"), "PLAIN");
    EXPECT_EQ(mail.at("from"), "notices@xinqu.example");
    EXPECT_EQ(mail.at("to"), (json::array{"wang@xinqu.example"}));
    EXPECT_EQ(mail.at("subject").as_string(), sent.subject);
    EXPECT_EQ(mail.at("id"), "<01J0@xinqu.example>") << "the same at each attempt";
    EXPECT_EQ(mail.at("date"), "2026-09-23T00:00:05+00:00");
    EXPECT_EQ(mail.at("text").as_string(), sent.words);
    json::array const file{"督办单 12号.pdf", "application/pdf", "25504446000d0a2e0d0a"};
    EXPECT_EQ(mail.at("files"), json::array(1, file));
    EXPECT_EQ(mail.at("defects"), json::array{});
    EXPECT_LE(mail.at("longest").as_int64(), 76);
}

TEST(Mailbox, ReachesAServerByTLSAndLogsInAsItAsks) {
    MailServer server("tls --login LOGIN");
    EXPECT_EQ(mailbox(box(server, "smtps")).send(letter()).outcome, Outcome::sent);
    auto const mail = server.mails().at(0);
    EXPECT_EQ(mail.at("encrypted"), true);
    EXPECT_EQ(mail.at("login"), "LOGIN");
    EXPECT_EQ(mail.at("files"), json::array{});
}

TEST(Mailbox, DoesNotTrustACertificateThatNobodySigned) {
    MailServer server("tls");
    auto stranger = box(server, "smtps");
    stranger.authorities.clear();
    auto const answer = mailbox(stranger).send(letter());
    EXPECT_EQ(answer.outcome, Outcome::later);
    EXPECT_EQ(answer.trouble, "untrusted");
    EXPECT_TRUE(server.mails().empty());
}

TEST(Mailbox, TriesAgainWhereTheLoginIsRefusedAndTellsNoSecret) {
    MailServer server("starttls --login PLAIN");
    auto wrong = box(server);
    wrong.password = "another secret";
    auto const answer = mailbox(wrong).send(letter());
    EXPECT_EQ(answer.outcome, Outcome::later);
    EXPECT_EQ(answer.trouble, "login_refused");
}

TEST(Mailbox, GivesUpOnARecipientWhomTheServerRefuses) {
    MailServer server("plain --say '550 no such mailbox'");
    auto plain = box(server);
    plain.login.clear();
    auto const answer = mailbox(plain).send(letter());
    EXPECT_EQ(answer.outcome, Outcome::refused);
    EXPECT_EQ(answer.trouble, "smtp 550");
}

TEST(Mailbox, TriesAgainWhereTheServerIsBusyOrDown) {
    {
        MailServer server("plain --say '451 later'");
        auto plain = box(server);
        plain.login.clear();
        auto const answer = mailbox(plain).send(letter());
        EXPECT_EQ(answer.outcome, Outcome::later);
        EXPECT_EQ(answer.trouble, "smtp 451");
    }
    auto const down = mailbox({"smtp://127.0.0.1:9", "", "", "a@b.cn"}).send(letter());
    EXPECT_EQ(down.outcome, Outcome::later);
    EXPECT_EQ(down.trouble, "unreachable");
}

// Elsewhere a server that offers no encryption gets nothing. 127.0.0.2 is taken for one.
TEST(Mailbox, SendsNothingInTheClearToAnotherMachine) {
    MailServer server("plain");
    auto open = box(server);
    open.url = "smtp://127.0.0.2:" + server.port;
    EXPECT_EQ(mailbox(open).send(letter()).outcome, Outcome::later);
    EXPECT_TRUE(server.mails().empty());
}

TEST(Mailbox, LetsNoAddressBeginAnotherHeader) {
    auto letter_to = letter();
    for (auto const* bad :
         {"a@b.cn\r\nBcc: c@d.cn", "a@b.cn>", "a b@c.cn", "nobody", "a@b.cn,c@d"}) {
        letter_to.to = bad;
        auto const answer = mailbox({"smtp://127.0.0.1:9", "", "", "a@b.cn"}).send(letter_to);
        EXPECT_EQ(answer.outcome, Outcome::refused) << bad;
    }
}

TEST(MailMessage, CutsALongSubjectBetweenCharacters) {
    auto long_one = letter();
    long_one.subject.clear();
    for (int at = 0; at < 40; ++at) long_one.subject += "督𠮷a";
    auto const text = mail_message({"a@b.cn", "c@d.cn", long_one});
    auto const subject = text.substr(text.find("Subject: ") + 9);
    EXPECT_TRUE(subject.starts_with("=?UTF-8?B?"));
    for (std::size_t at = 0; at < text.size();) {
        auto const end = text.find("\r\n", at);
        ASSERT_NE(end, text.npos);
        EXPECT_LE(end - at, 76u);
        at = end + 2;
    }
}

}  // namespace banshi::notices
