#pragma once
// The rows of erasures. They decide nothing.

#include "store/call.h"

namespace banshi::privacy::rows {

struct Erasure {
    std::int64_t number;
    AccountId account;
    PersonId person;
    Instant asked_at;
    std::optional<Instant> decided_at = {};
    bool granted = false;
    std::string why = {};
    std::optional<std::int64_t> trace = {};
};
std::int64_t last_number(Call&);
void insert(Call&, Erasure const&);
void decide(Call&, Erasure const&);  // by the actor
std::optional<Erasure> find(Call&, std::int64_t number);
std::optional<Erasure> newest_of(Call&, AccountId const&);
std::vector<Erasure> undecided(Call&, int limit);
std::vector<Erasure> granted(Call&);  // that have an entry in the record

}  // namespace banshi::privacy::rows
