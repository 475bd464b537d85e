#include <fmt/format.h>

#include <algorithm>

#include "engines/notices/adapters.h"
#include "engines/notices/mail_message.h"
#include "engines/notices/transfer.h"

namespace banshi::notices {

namespace {

struct Upload {
    std::string bytes;
    std::size_t at = 0;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
    auto& upload = *static_cast<Upload*>(from);
    auto const part = std::min(size * count, upload.bytes.size() - upload.at);
    upload.bytes.copy(into, part, upload.at);
    upload.at += part;
    return part;
}

// Nobody listens in on the way to a server on the same machine.
bool is_on_this_machine(std::string const& url) {
    auto const host = url.substr(url.find("://") + 3);
    return host.starts_with("127.0.0.1:") || host.starts_with("localhost:");
}

// Nothing that could begin another command or header.
bool is_plain(std::string const& address) {
    return address.find('@') != address.npos && std::ranges::all_of(address, [](unsigned char c) {
               return c > ' ' && c < 0x7F && c != '<' && c != '>' && c != ',';
           });
}

// 5xx is said of this message or its recipient, save where the server refuses the login.
Answer judged(CURLcode code, long said) {
    if (code == CURLE_OK) return {Outcome::sent};
    if (code == CURLE_LOGIN_DENIED || said == 530 || said == 535)
        return {Outcome::later, "login_refused"};
    if (said >= 500 && said < 600 && code != CURLE_USE_SSL_FAILED)
        return {Outcome::refused, fmt::format("smtp {}", said)};
    if (said >= 400 && said < 500) return {Outcome::later, fmt::format("smtp {}", said)};
    return {Outcome::later, trouble_of(code)};
}

Answer post_by(Mailbox const& box, Letter const& letter) {
    if (!is_plain(letter.to)) return {Outcome::refused, "no_address"};
    Transfer transfer(box.url, "smtp,smtps", box.authorities, box.timeout);
    Lines recipients;
    recipients.add("<" + letter.to + ">");
    auto const from = "<" + box.from + ">";
    Upload upload{mail_message({box.from, letter.to, letter})};
    auto const encryption = is_on_this_machine(box.url) ? CURLUSESSL_TRY : CURLUSESSL_ALL;
    transfer.set(CURLOPT_USE_SSL, static_cast<long>(encryption));
    if (!box.login.empty()) {
        transfer.set(CURLOPT_USERNAME, box.login.c_str());
        transfer.set(CURLOPT_PASSWORD, box.password.c_str());
    }
    transfer.set(CURLOPT_MAIL_FROM, from.c_str());
    transfer.set(CURLOPT_MAIL_RCPT, recipients.get());
    transfer.set(CURLOPT_UPLOAD, 1L);
    transfer.set(CURLOPT_READFUNCTION, give);
    transfer.set(CURLOPT_READDATA, &upload);
    auto const code = transfer.perform();
    return judged(code, transfer.response_code());
}

}  // namespace

Adapter mailbox(Mailbox box) {
    auto const slowest = box.timeout;
    return {[box = std::move(box)](Letter const& letter) { return post_by(box, letter); }, false,
            slowest};
}

}  // namespace banshi::notices
