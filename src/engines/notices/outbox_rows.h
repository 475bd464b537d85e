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
std::string find_attachment(Call&, std::string const& id);
// What was given up too: nobody tries it again.
void drop_unsent(Call&, std::string_view about);
bool exists_tried(Call&, std::string_view about);
std::optional<Row> find(Call&, std::string const& id);
// Those queued before the one with this id.
std::vector<Row> list_newest(Call&, std::string const& before, int limit);
std::vector<Row> list_newest(Call&, State, std::string const& before, int limit);
std::vector<Attempt> list_attempts(Call&, Channel, Instant since, int limit);

// Who may be disturbed now; an urgent notice disturbs everybody.
struct Hours {
    bool citizens;
    bool staff;
};
std::vector<Row> find_due(Call&, Channel, Hours, int limit);
// Of one robot, in the order in which they were queued: those due, and those that were tried and
// wait for their next turn.
std::vector<Row> find_in_order(Call&, std::string const& robot, Hours, int limit);
int count_tried(Call&, std::string const& robot, Instant since);

void claim(Call&, std::string const& id, Instant until);
// As it was before the claim.
void release(Call&, Row const&);
// Sent or dropped: what it said is emptied, but for words that are kept.
void settle(Call&, std::string const& id, State, std::string const& words,
            std::string const& trouble);
// Failed: all stays, so that somebody may try it again.
void give_up(Call&, std::string const& id, std::string const& trouble);
void retry(Call&, std::string const& id, Instant due_at, std::string const& trouble);
void begin_again(Call&, std::string const& id);
void delete_settled(Call&, Instant before, int limit);

struct Bucket {
    int tokens;
    Instant at;
};
std::optional<Bucket> find_bucket(Call&, Channel);
void put_bucket(Call&, Channel, Bucket const&);
void give_back(Call&, Channel, int tokens);

struct WayRow {
    std::string way;
    std::optional<Instant> sent_at;
    std::optional<Instant> failed_at;
    std::string trouble;
};
std::vector<WayRow> list_ways(Call&);
void put_sent(Call&, std::string const& way);
void put_failed(Call&, std::string const& way, std::string const& trouble);

struct Waiting {
    Channel channel;
    std::string robot;
    int count;
    Instant since;
};
std::vector<Waiting> list_waiting(Call&);  // due before now, by way

}  // namespace banshi::notices::rows
