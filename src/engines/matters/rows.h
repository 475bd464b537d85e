#pragma once
// The rows of this engine, named for what is done to them. For the engine alone.

#include "engines/matters/matter.h"

namespace banshi::matters::rows {

void insert(Call&, Matter const&);
void update(Call&, Matter const&);
std::optional<Matter> find(Call&, MatterId const&);
std::optional<Matter> find_by_number(Call&, std::string_view number);
std::vector<Matter> merged_into(Call&, MatterId const&);
std::vector<Matter> following(Call&, MatterId const& previous);
std::vector<Matter> led_by(Call&, std::string const& book, std::string const& leader);
std::vector<Matter> oldest(Call&, std::string const& book, int limit);
std::int64_t next_number(Call&, std::string const& prefix, int year);
void set_last_number(Call&, std::string const& prefix, int year, std::int64_t last);
// Of a matter that is new, or whose title or text has changed.
void insert_words(Call&, Matter const&, std::vector<std::string> const& words);

void insert(Call&, Deed const&, std::string const& book);
std::vector<Deed> deeds_of(Call&, MatterId const&);
std::optional<Deed> latest_deed(Call&, MatterId const&, Verb);

void insert(Call&, Task const&);
void update(Call&, Task const&);
std::vector<Task> tasks_of(Call&, MatterId const&);

void insert(Call&, Answer const&);
void update(Call&, Answer const&);
std::vector<Answer> answers_of(Call&, MatterId const&);

// Approved, and their moment of publication has come; the earliest first.
std::vector<MatterId> due_to_publish(Call&, int limit);

void put_quantities(Call&, MatterId const&, int round, std::vector<Quantity> const&);
std::vector<Quantity> quantities_of(Call&, MatterId const&);

// Sealed here, opened here; `code` opens the matter to its reporter, only its hash is kept.
void insert(Call&, Reporter const&, std::string const& code);
std::vector<Reporter> reporters_of(Call&, MatterId const&);
std::optional<int> reporter_by_code(Call&, MatterId const&, std::string const& code);
std::vector<MatterId> reported_by(Call&, PersonId const&, std::string const& phone);
std::vector<MatterId> reported_from(Call&, std::string const& phone_lookup);
// Those of a matter that is merged in are copied: its own rows go on opening it.
void copy_reporters(Call&, MatterId const& from, MatterId const& to);
void drop_copied_reporters(Call&, MatterId const& of, MatterId const& through);
// Empties names and telephones for good.
void forget_reporters(Call&, MatterId const&);
void forget_reporter(Call&, std::string const& book, PersonId const&,
                     std::string const& phone_lookup);

struct Original {
    int serial;
    Instant at;
    std::string actor;
    std::string title;
    std::string text;
    bool flagged;
};
void insert(Call&, MatterId const&, Original const&);
std::vector<Original> originals_of(Call&, MatterId const&);

}  // namespace banshi::matters::rows
