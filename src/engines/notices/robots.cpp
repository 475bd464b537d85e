#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <boost/json.hpp>
#include <sstream>
#include <system_error>

#include "engines/notices/adapters.h"
#include "engines/notices/http_post.h"
#include "engines/notices/robot_words.h"
#include "engines/record/encoding.h"
#include "store/secret_file.h"

namespace banshi::notices {

namespace json = boost::json;

namespace {

struct Secret {
    std::string webhook;
    std::string key;      // of signatures; empty: none
    std::string trouble;  // why there is none
};

Secret read_secret(std::filesystem::path const& path) try {
    std::istringstream file(read_secret_file(path));
    Secret secret;
    std::getline(file, secret.webhook);
    std::getline(file, secret.key);
    if (secret.webhook.empty()) secret.trouble = "secret_missing";
    return secret;
} catch (std::system_error const&) {
    return {"", "", "secret_missing"};
} catch (std::runtime_error const&) { return {"", "", "secret_open"}; }

// The vendors answer 200 and say in `errcode` how it went.
Answer judged(Posted const& posted) {
    if (posted.status == 0) return {Outcome::later, posted.trouble};
    if (posted.status != 200) {
        bool const again = posted.status == 429 || posted.status >= 500;
        return {again ? Outcome::later : Outcome::refused, fmt::format("status {}", posted.status)};
    }
    json::error_code no;
    auto const answer = json::parse(posted.body, no);
    auto const* object = no ? nullptr : answer.if_object();
    auto const* code = object ? object->if_contains("errcode") : nullptr;
    if (!code || !code->is_int64()) return {Outcome::refused, "not_accepted"};
    if (code->get_int64() == 0) return {Outcome::sent};
    // Busy, or too many a minute: WeCom 45009, DingTalk 130101 and 410100.
    static constexpr std::array passing{-1, 45009, 130101, 410100};
    bool const again = std::ranges::count(passing, code->get_int64()) > 0;
    return {again ? Outcome::later : Outcome::refused,
            fmt::format("errcode {}", code->get_int64())};
}

Answer say(RobotGroup const& group, Letter const& letter) {
    auto const robot = std::ranges::find(group.robots, letter.to, &Robot::name);
    if (robot == group.robots.end()) return {Outcome::later, "robot_unknown"};
    auto const secret = read_secret(group.secrets / robot->secret);
    if (!secret.trouble.empty()) return {Outcome::later, secret.trouble};
    auto const url =
        secret.key.empty() ? secret.webhook : signed_webhook(secret.webhook, secret.key, letter.at);
    auto const most = robot->channel == Channel::wecom ? longest_at_wecom : longest_at_dingtalk;
    auto const body = json::serialize(json::object{
        {"msgtype", "text"}, {"text", json::object{{"content", shortened(letter.words, most)}}}});
    return judged(
        post({url, body, {"Content-Type: application/json"}, group.authorities, group.timeout}));
}

}  // namespace

std::string signed_webhook(std::string const& webhook, std::string const& key, Instant at) {
    auto const moment =
        std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    auto const signed_text = fmt::format("{}\n{}", moment, key);
    crypto_auth_hmacsha256_state state;
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    auto const bytes = record::octets(signed_text), key_bytes = record::octets(key);
    crypto_auth_hmacsha256_init(&state, key_bytes.data(), key_bytes.size());
    crypto_auth_hmacsha256_update(&state, bytes.data(), bytes.size());
    crypto_auth_hmacsha256_final(&state, mac.data());
    std::string sign;
    for (char const c : record::base64(record::text_of(mac)))
        sign += std::isalnum(static_cast<unsigned char>(c))
                    ? std::string(1, c)
                    : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return fmt::format("{}{}timestamp={}&sign={}", webhook,
                       webhook.find('?') == webhook.npos ? '?' : '&', moment, sign);
}

std::string shortened(std::string const& words, std::size_t most) {
    static constexpr std::string_view more = "…";
    if (words.size() <= most) return words;
    auto end = most - more.size();
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    return words.substr(0, end) + std::string(more);
}

Adapter robots(RobotGroup group) {
    auto const slowest = group.timeout;
    return {[group = std::move(group)](Letter const& letter) { return say(group, letter); }, false,
            slowest};
}

}  // namespace banshi::notices
