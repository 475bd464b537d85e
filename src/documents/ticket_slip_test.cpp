#include "documents/ticket_slip.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <iconv.h>

#include "documents/outside_for_test.h"

namespace banshi::documents {

using namespace std::string_literals;

static TicketSlip slip() {
    TicketSlip slip{};
    slip.hall = "民生大厦";
    slip.service = "退休申报";
    slip.number = "A026";
    slip.priority_mark = "老";
    slip.ahead = "前面 4 位";
    slip.estimate = "约 9 分，慢则 16 分";
    slip.due_rule = "预约号按预约时间排，现场号按取号时间排，谁的时间早先叫谁。";
    slip.name = "张*";
    slip.issued = "2026年11月23日 09:00:00";
    slip.proof = "184203 9f3c61ae";
    slip.link = "https://hall.example/t/8F3K2M";
    return slip;
}

static std::string from_gb18030(std::string text) {
    auto const handle = iconv_open("UTF-8", "GB18030");
    std::string out(text.size() * 2, '\0');
    char *from = text.data(), *to = out.data();
    std::size_t unread = text.size(), room = out.size();
    EXPECT_NE(iconv(handle, &from, &unread, &to, &room), std::size_t(-1));
    iconv_close(handle);
    out.resize(out.size() - room);
    return out;
}

static std::string taken(std::string_view& bytes, std::size_t count) {
    std::string const front(bytes.substr(0, count));
    bytes.remove_prefix(front.size());
    return front;
}

// GS ( k pL pH 1 function arguments, with the length in front already known to follow.
static std::string qr_function(std::string_view& bytes) {
    auto const low = static_cast<unsigned char>(bytes[0]),
               high = static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(2);
    auto const function = taken(bytes, low + high * 256u);
    EXPECT_EQ(function[0], '1');
    switch (function[1]) {
        case 'A':
            return function.substr(2) == "2\0"s ? "[qr model 2]" : "[qr model ?]";
        case 'C':
            return fmt::format("[qr dots {}]", int{function[2]});
        case 'P':
            return "[qr text " + function.substr(3) + "]";
        case 'Q':
            return "[qr print]";
    }
    return "[qr ?]";
}

static std::string command(std::string_view& bytes) {
    auto const two = taken(bytes, 2);
    if (two == "\x1B@") return "[start]";
    if (two == "\x1C&") return "[chinese]";
    if (two ==
        "\x1B"
        "a")
        return taken(bytes, 1) == "\1" ? "[centre]" : "[align ?]";
    if (two == "\x1D!") return fmt::format("[size {:02x}]", taken(bytes, 1)[0]);
    if (two == "\x1DV") return taken(bytes, 2) == "B\0"s ? "[cut]" : "[cut ?]";
    if (two == "\x1D(" && taken(bytes, 1) == "k") return qr_function(bytes);
    return "[?]";
}

// What the head of the printer would put on paper: characters, and commands in brackets.
static std::string decoded(std::string const& all) {
    std::string out, text;
    std::string_view bytes = all;
    while (!bytes.empty())
        if (auto const c = bytes.front(); c == '\x1B' || c == '\x1C' || c == '\x1D')
            out += from_gb18030(std::exchange(text, {})) + command(bytes);
        else
            text += taken(bytes, 1);
    return out + from_gb18030(text);
}

TEST(TicketCommands, AnotherDecoderReadsThemBack) {
    EXPECT_EQ(decoded(ticket_commands(slip()).value()),
              "[start][chinese][centre]"
              "[size 00]民生大厦\n"
              "[size 11]退休申报\n"
              "[size 22]A026 老\n"
              "[size 00]●────○────□\n"
              "[size 11]前面 4 位\n"
              "[size 00]约 9 分，慢则 16 分\n"
              "[size 00]预约号按预约时间排，现场号按取号时间排，谁的时间\n早先叫谁。\n"
              "[size 00]张*\n"
              "[size 00]2026年11月23日 09:00:00\n"
              "[qr model 2][qr dots 6][qr text https://hall.example/t/8F3K2M][qr print]\n"
              "[size 00]184203 9f3c61ae\n"
              "[cut]");
}

TEST(TicketCommands, TheSameSlipGivesTheSameBytes) {
    EXPECT_EQ(ticket_commands(slip()).value(), ticket_commands(slip()).value());
}

TEST(TicketCommands, LeavesOutWhatIsEmpty) {
    TicketSlip bare{};
    bare.number = "C001";
    EXPECT_EQ(decoded(ticket_commands(bare).value()),
              "[start][chinese][centre][size 22]C001\n[size 00]●────○────□\n[cut]");
}

TEST(TicketCommands, ALongLinkHasSmallerSquares) {
    auto with_proof = slip();
    with_proof.link += "?p=" + std::string(800, 'f');
    EXPECT_NE(decoded(ticket_commands(with_proof).value()).find("[qr dots 4]"), std::string::npos);
    with_proof.link += std::string(3000, 'f');
    EXPECT_EQ(ticket_commands(with_proof).refusal().text, "qr.too_long");
}

static Instant const morning = read_instant("2026-11-23T09:00:00+08:00").value();

TEST(TicketPdf, AnotherReaderFindsEveryLineAndTheCode) {
    auto rare = slip();
    rare.name = "䶮㛃𠮷";
    auto const pdf = ticket_pdf(rare, morning).value();
    EXPECT_LT(pdf.size(), 150'000u);
    EXPECT_EQ(pages_of_pdf(pdf), 1);
    auto const text = text_of_pdf(pdf);
    for (auto const& line :
         {rare.hall, rare.service, rare.number, rare.priority_mark, rare.way, rare.ahead,
          rare.estimate, "先叫谁。"s, rare.name, rare.issued, rare.proof})
        EXPECT_NE(text.find(line), std::string::npos) << line << " in " << text;
    EXPECT_EQ(scanned(picture_of_pdf(pdf)), std::vector{rare.link});
}

TEST(TicketPdf, TheSameSlipGivesTheSameBytes) {
    EXPECT_EQ(ticket_pdf(slip(), morning).value(), ticket_pdf(slip(), morning).value());
}

TEST(TicketPdf, SaysWhenItWasMade) {
    auto const facts = facts_of_pdf(ticket_pdf(slip(), morning).value());
    EXPECT_NE(facts.find("CreationDate:    2026-11-23T01:00:00Z"), std::string::npos) << facts;
    EXPECT_NE(facts.find("Title:           A026"), std::string::npos) << facts;
}

// 80 mm are 472 dots at 150 to the inch, whatever the slip says.
TEST(TicketPdf, IsAsLongAsItNeeds) {
    auto longer = slip();
    longer.due_rule += longer.due_rule + longer.due_rule;
    auto const one = picture_of_pdf(ticket_pdf(slip(), morning).value());
    auto const other = picture_of_pdf(ticket_pdf(longer, morning).value());
    EXPECT_NEAR(one.width, 472, 1);
    EXPECT_EQ(one.width, other.width);
    EXPECT_GT(other.height, one.height);
}

}  // namespace banshi::documents
