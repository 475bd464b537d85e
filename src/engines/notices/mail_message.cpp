#include "engines/notices/mail_message.h"

#include <fmt/format.h>

#include <array>

#include "engines/record/encoding.h"

namespace banshi::notices {

namespace {

// 52 figures: with "Subject: " before it a line of at most 76 (RFC 2047).
constexpr std::size_t bytes_a_word = 39;
constexpr std::size_t figures_a_line = 76;  // RFC 2045

// Wed, 25 Nov 2026 01:00:00 +0000
std::string date(Instant at) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const clock{std::chrono::floor<Seconds>(at - day)};
    return fmt::format(
        "{}, {} {} {} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday{day}.c_encoding()],
        static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
        static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
        clock.seconds().count());
}

// How many bytes from the front are whole characters and no more than `most`.
std::size_t whole_characters(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return end;
}

std::string encoded_words(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        auto const size = whole_characters(text, bytes_a_word);
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + record::base64(text.substr(0, size)) + "?=";
        text.remove_prefix(size);
    }
    return out;
}

std::string folded_base64(std::string_view bytes) {
    auto const figures = record::base64(bytes);
    std::string out;
    for (std::size_t at = 0; at < figures.size(); at += figures_a_line)
        out += figures.substr(at, figures_a_line) + "\r\n";
    return out;
}

std::string percent_encoded(std::string_view text) {
    std::string out;
    for (unsigned char const c : text)
        out += std::isalnum(c) && c < 0x80 ? std::string(1, char(c)) : fmt::format("%{:02X}", c);
    return out;
}

std::string part(std::string const& type, std::string const& more, std::string_view bytes) {
    return "Content-Type: " + type + "\r\n" + more + "Content-Transfer-Encoding: base64\r\n\r\n" +
           folded_base64(bytes);
}

std::string text_part(std::string const& words) {
    return part("text/plain; charset=utf-8", "", words);
}

// The name in the manner of RFC 2231: mail programs of today read it, whatever its language.
std::string file_part(File const& file) {
    return part(file.type,
                "Content-Disposition: attachment;\r\n filename*=UTF-8''" +
                    percent_encoded(file.name) + "\r\n",
                file.bytes);
}

std::string body(Letter const& letter) {
    if (!letter.attachment) return text_part(letter.words);
    auto const boundary = "banshi-" + letter.id;
    auto const rule = "--" + boundary;
    return "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n" + rule + "\r\n" +
           text_part(letter.words) + rule + "\r\n" + file_part(*letter.attachment) + rule +
           "--\r\n";
}

}  // namespace

std::string mail_message(Mail const& mail) {
    auto const& letter = mail.letter;
    auto const domain = mail.from.substr(mail.from.rfind('@') + 1);
    return "Date: " + date(letter.at) + "\r\nFrom: <" + mail.from + ">\r\nTo: <" + mail.to +
           ">\r\nSubject: " + encoded_words(letter.subject) + "\r\nMessage-ID: <" + letter.id +
           "@" + domain + ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n" +
           body(letter);
}

}  // namespace banshi::notices
