#pragma once
// The rows of digests; for digests*.cpp alone.

#include "systems/voices/voices.h"

namespace banshi::voices::rows {

struct Digest {
    std::string id;
    int year;
    int number;
    std::string title;
    std::string words;
    Instant at;
    std::string account;
};
int next_number(Call&, int year);
void insert(Call&, Digest const&);
std::optional<Digest> find_digest(Call&, std::string const& id);
std::vector<Digest> latest_digests(Call&, int limit);

void add_item(Call&, std::string const& digest, int serial, std::string const& voice);
std::vector<std::string> items_of(Call&, std::string const& digest);

struct Instruction {  // 批示
    std::string digest;
    int serial;
    std::string voice;
    std::string leader;
    std::string text;
    OrgId unit;
    Day last_day;
    std::optional<int> clock;
    Instant at;
    std::string account;
    std::optional<Instant> answered_at;
    std::string answered_by;
    std::string answer;
};
void insert(Call&, Instruction const&);
void update(Call&, Instruction const&);
std::vector<Instruction> instructions_of(Call&, std::string const& digest);
std::vector<Instruction> instructions_on(Call&, std::string const& voice);

}  // namespace banshi::voices::rows
