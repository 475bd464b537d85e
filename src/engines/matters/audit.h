#pragma once
// What the public record must show of matters: their numbers run from 1 to n in each book and
// year, each round is cleared at most once, and the levels of supervision 督办 rise. Their rows
// must say what their leaves say.

#include <map>
#include <set>

#include "engines/record/owned.h"

namespace banshi::matters {

class MatterAudit : public record::Audit {
public:
    void see(record::Seen const&) override;
    std::vector<record::Breach> finish(Instant now) override;
    std::vector<record::Breach> compare(Call&) override;

private:
    struct Matter {
        std::int64_t cleared_round = 0;               // the last that was
        std::map<std::int64_t, std::int64_t> levels;  // the highest of each clock
    };
    struct Numbers {               // of a book's prefix and a year: "XQD-2026"
        std::int64_t highest = 0;  // whose entry was seen
        std::uint64_t seq = 0;
        std::set<std::int64_t> missing;  // below it
    };

    void see_number(std::uint64_t seq, std::string_view number);
    void add(char const* text, std::uint64_t seq, std::string_view number);

    std::map<std::string, Matter, std::less<>> matters_;
    std::map<std::string, Numbers, std::less<>> numbers_;
    record::Leaves leaves_;
    std::vector<record::Breach> breaches_;
};

}  // namespace banshi::matters
