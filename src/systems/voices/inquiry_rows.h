#pragma once
// The rows of inquiries and of what went to supervision; for inquiries*.cpp alone.

#include "systems/voices/inquiries.h"

namespace banshi::voices::rows {

struct Inquiry {
    std::string id;
    InquiryKind kind;
    std::string topic;
    std::string title;
    std::string place;
    Day day;
    std::string members;
    Instant at;
    std::string account;
};
void insert(Call&, Inquiry const&);
std::optional<Inquiry> find_inquiry(Call&, std::string const& id);
std::vector<Inquiry> latest_inquiries(Call&, int limit);

struct Visit {
    std::string inquiry;
    int serial;
    Day day;
    std::string place;
    std::string words;
    Instant at;
    std::string account;
};
void insert(Call&, Visit const&);
std::vector<Visit> visits_of(Call&, std::string const& inquiry);

struct Finding {
    std::string inquiry;
    int serial;
    std::string voice;
    Instant at;
};
void insert(Call&, Finding const&);
std::vector<Finding> findings_of(Call&, std::string const& inquiry);

struct Handing {
    std::string voice;
    MatterId matter;
    Instant at;
    std::optional<Instant> solved_at;
};
void insert(Call&, Handing const&);
void update(Call&, Handing const&);
std::optional<Handing> handing_of(Call&, std::string const& voice);
std::vector<Handing> open_handings(Call&, int limit);

}  // namespace banshi::voices::rows
