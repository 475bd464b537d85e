#pragma once
// What the record says last of each paper of the aid 帮扶留痕, held against the rows: a receipt, a
// family, a pairing, a file for the bank that was altered by hand is named with its entry.

#include <map>
#include <string>
#include <vector>

#include "engines/record/audit.h"

namespace banshi::aid {

class StatesSeen {
public:
    // Entries in order; those that still wait for their place come last, with the size as theirs.
    void see(record::Seen const&);
    std::vector<record::Breach> compare(Call&) const;

private:
    struct Said {
        std::uint64_t seq;
        std::string what;
    };
    using ByNumber = std::map<std::string, Said>;

    void compare_families(Call&, std::vector<record::Breach>&) const;
    void compare_scores(Call&, std::vector<record::Breach>&) const;

    std::map<std::string, ByNumber> said_;         // by the kind of the leaf
    std::map<std::string, std::uint64_t> scored_;  // hash of a batch of scores
    ByNumber selected_;                            // campaign: hash of its families
};

}  // namespace banshi::aid
