#pragma once
// Ways out of the house. An adapter is a struct of functions; each has a time-out, and a failing
// one never fails the deed. Everything secret is given here and told nowhere.

#include <filesystem>

#include "engines/notices/notices.h"

namespace banshi::notices {

// Sends nothing and keeps the words, so that the demo page can show them.
Adapter demo_outbox();

// Where the office has no such way yet: everything is given up at once, to be sent again by hand.
Adapter not_connected();

// A gateway for short messages that takes one POST a message, with its id as Idempotency-Key.
struct Gateway {
    std::string url;
    std::string token;  // sent as "Authorization: Bearer"; empty: none
    // What it is sent: a JSON object, or the fields of a form: "mobile={phone}&content={text}".
    // The holes {id}, {phone} and {text} are filled in the manner of what surrounds them.
    std::string body = R"({"id":"{id}","phone":"{phone}","text":"{text}"})";
    // What a success contains, where the gateway says "200 OK" to everything: "\"code\":0".
    std::string success = {};
    std::string authorities = {};  // file of certificates of a closed network; else the system's
    Seconds timeout{10};
};
Adapter http_gateway(Gateway);

// The office's mail server, by SMTP. Encrypted from the start ("smtps://mail.example:465") or by
// STARTTLS ("smtp://mail.example:587"); only a server on this machine may do without.
struct Mailbox {
    std::string url;
    std::string login;  // empty: none; else AUTH PLAIN or LOGIN, what the server offers
    std::string password;
    std::string from;              // "notices@xinqu.example"
    std::string authorities = {};  // as above
    Seconds timeout{20};
};
Adapter mailbox(Mailbox);

// Robots in the groups of WeCom 企业微信 or DingTalk 钉钉. The file of a robot's secret holds its
// webhook in the first line and, of a DingTalk robot that asks for signatures, the key in the
// second. It is read at each message, so that a new key needs no restart.
struct RobotGroup {
    std::vector<Robot> robots;
    std::filesystem::path secrets;  // the folder; its files are readable by their owner alone
    std::string authorities = {};
    Seconds timeout{10};
};
Adapter robots(RobotGroup);

}  // namespace banshi::notices
