#pragma once
// The monitor 监督程序: the tree proves only that nothing was altered; whether what was recorded
// makes sense is asked here, entry by entry. Pure, so that anyone outside can run it too.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace banshi::record {

// A breach 违规 is something the record itself shows to be wrong.
struct Breach {
    std::string text;   // key into text/*.toml: "breach.number_missing"
    std::uint64_t seq;  // the entry where it shows
    Facts facts = {};   // what its sentence names, the seq among it
};

// The numbers of a hall: 1 to n of each series and letter without a gap, each ends exactly once,
// by closing and a quarter of an hour; and times do not run backwards.
class HallAudit {
public:
    // Entries in order. The body is the whole leaf; other kinds than the hall's pass unread but
    // for their time.
    void see(std::uint64_t seq, std::string_view kind, std::chrono::sys_seconds at,
             std::string_view body);
    // What was seen so far, and what is missing or still open at this moment.
    std::vector<Breach> finish(Instant now);

private:
    struct Number {
        std::uint64_t seq = 0;  // where it was first named
        bool named = false, issued = false, ended = false;
    };
    struct Series {
        std::map<std::string, std::vector<Number>, std::less<>> letters;
        std::chrono::sys_seconds closing = std::chrono::sys_seconds::max();
    };

    void see_number(std::uint64_t seq, std::string_view kind, std::chrono::sys_seconds at,
                    Series& series, std::string const& queue, std::string_view number);
    void finish_series(std::string const& queue, Series const& series, Instant now);
    void add(char const* text, std::uint64_t seq, Facts facts);

    std::map<std::string, Series, std::less<>> series_;
    std::chrono::sys_seconds latest_{};
    std::vector<Breach> breaches_;
};

}  // namespace banshi::record
