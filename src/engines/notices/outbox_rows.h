#pragma once
// The rows behind notices.h; for this engine alone.

#include "engines/notices/notices.h"

namespace banshi::notices::rows {

struct Row {
    std::string id;
    Channel channel;
    std::string language;
    std::string text;
    PersonId person;
    std::string phone;  // sealed, as are facts and words
    std::string facts;
    std::optional<std::string> once;
    std::string about;
    bool urgent;
    State state;
    int attempts;
    Instant due_at;
    std::optional<Instant> ends_at;
    Instant queued_at;
    std::string words;
    std::string trouble;
    AccountId account = {};
    std::string robot = {};
    bool staff = false;
    std::string number = {};
};

// Nothing happens when the key `once` is there already.
void insert(Call&, Row const&, std::string const& sealed_attachment);
void drop_queued(Call&, std::string_view about);
bool exists_tried(Call&, std::string_view about);
std::vector<Row> list_newest(Call&, int limit);
std::vector<Attempt> list_attempts(Call&, Channel, Instant since, int limit);
std::vector<Row> find_due(Call&, Channel, bool only_urgent, int limit);
void claim(Call&, std::string const& id, Instant until);
void settle(Call&, std::string const& id, State, std::string const& words,
            std::string const& trouble);
void retry(Call&, std::string const& id, Instant due_at, std::string const& trouble);
void delete_settled(Call&, Instant before, int limit);

struct Bucket {
    int tokens;
    Instant at;
};
std::optional<Bucket> find_bucket(Call&, Channel);
void put_bucket(Call&, Channel, Bucket const&);

}  // namespace banshi::notices::rows
