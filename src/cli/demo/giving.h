#pragma once
// The aid in the demo: the three years that the source tells of, from the pledges of 172 donors
// over the choice of 75 families and their pairing to the payments before each Mid-Autumn, with a
// bank that refuses two, and the visits after them. All through the use cases, in the order of
// time.

#include "cli/demo/staff.h"

namespace banshi::demo {

bool has_aid(District const&);

class Giving {
public:
    Giving(Setting const&, Deeds&, Staff const&);
    // Before anything that is later than its three years.
    void live();

    static Day hired_on();

private:
    struct Donor {
        std::string number, pledge, name;
        std::int64_t fen;  // a year
    };

    Instant at(int year, int month, int day, int hour = 9) const;
    void pledge_all();
    void money_comes(int year);
    void pair_all(Instant now);
    void begin_pairings(Instant now);
    void visit_all(int year);
    void allocate_all(int year, Instant now);
    void pay_all(int year, Instant now);
    void pay(std::string const& batch, Instant now, std::map<std::string, std::string> refused);
    std::string statement_of(int year);
    void settle_with_bank(int year);
    std::string said(char const* key, std::string const& name = {}) const;

    Setting const& setting_;
    Deeds& deeds_;
    Staff const& staff_;
    Actor lead_, cashier_, approver_, keeper_, jury_;
    std::vector<Donor> donors_;
    std::vector<std::string> families_, pairings_;
    std::int64_t balance_ = 0;
};

}  // namespace banshi::demo
