#pragma once
// The rows of this system; for its use cases alone.

#include "systems/voices/members.h"

namespace banshi::voices::rows {

void insert(Call&, Voice const&);
void update(Call&, Voice const&);
std::optional<Voice> find_voice(Call&, std::string const& id);
std::optional<Voice> voice_of(Call&, MatterId const&);
// Handed in from this street, newest first; and those that a member wrote or was asked to sign.
std::vector<Voice> voices_of_street(Call&, OrgId const&, int limit);
std::vector<Voice> voices_of_member(Call&, std::string const& member, int limit);
// An answer was approved and its publication has not been noted.
std::vector<Voice> awaiting_publication(Call&, int limit);
// The text as it was before it was amended.
void keep_version(Call&, Voice const&, std::string const& by);
struct Version {
    int version;
    Instant at;
    std::string title;
    std::string problem;
    std::string analysis;
    std::string suggestion;
};
std::vector<Version> versions_of(Call&, std::string const& voice);
// Filed or answered last, each once; at most twice as many.
std::vector<Voice> latest_news(Call&, int limit);

void insert(Call&, Author const&);
void update(Call&, Author const&);
std::vector<Author> authors_of(Call&, std::string const& voice);

void insert(Call&, Member const&, std::string const& code_hash);
void update(Call&, Member const&);
// Name, telephone and account go, with the name among the authors.
void forget(Call&, Member const&);
std::optional<Member> find_member(Call&, std::string const& id);
std::optional<Member> member_by_code(Call&, std::string const& code_hash);
std::vector<Member> members_of_account(Call&, std::string const& account);
// By the office: all but citizens.
std::vector<Member> named_members(Call&);

struct SourceCount {
    Source source;
    OrgId street;
    std::int64_t received;
    std::int64_t screened;
    std::int64_t filed;
    std::int64_t answered;
    std::int64_t solved;
};
struct TopicCount {
    std::string topic;
    std::int64_t received;
    std::int64_t filed;
    std::int64_t answered;
    std::int64_t solved;
};
std::vector<TopicCount> counts_by_topic(Call&, Instant before);
struct MemberCount {  // as the first author, and as one of the others
    std::string member;
    std::int64_t received;
    std::int64_t joined;
    std::int64_t filed;
    std::int64_t answered;
    std::int64_t solved;
};
std::vector<MemberCount> counts_by_member(Call&);
// All that happened before this moment.
std::vector<SourceCount> counts_by_source(Call&, Instant before);

}  // namespace banshi::voices::rows
