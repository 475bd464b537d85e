#pragma once
// What the public record must show of a hall's numbers: each series and letter runs from 1 to n
// without a gap, and each number ends exactly once, by closing and a quarter of an hour. The rows
// of the visits must say what their leaves say.

#include <map>
#include <vector>

#include "engines/record/owned.h"

namespace banshi::tickets {

class HallAudit : public record::Audit {
public:
    void see(record::Seen const&) override;
    std::vector<record::Breach> finish(Instant now) override;
    std::vector<record::Breach> compare(Call&) override;

private:
    struct Number {
        std::uint64_t seq = 0;  // where it was first named
        bool named = false, issued = false, ended = false;
    };
    struct Series {
        std::map<std::string, std::vector<Number>, std::less<>> letters;
        std::chrono::sys_seconds closing = std::chrono::sys_seconds::max();
        bool settled = false;  // over, and nothing to say of it: its numbers are let go
    };

    void see_number(record::Seen const&, Series& series, std::string const& queue,
                    std::string_view number);
    void see_block(record::Seen const&, std::vector<Number>& numbers, std::string const& queue,
                   std::string_view letters, std::size_t first);
    void settle(std::chrono::sys_seconds at);
    void finish_series(std::string const& queue, Series const& series, Instant now);
    void add(char const* text, std::uint64_t seq, Facts facts);

    std::map<std::string, Series, std::less<>> series_;
    std::map<std::string, std::chrono::sys_seconds> open_;  // series and when it is surely over
    std::chrono::sys_seconds next_settling_{};
    record::Leaves leaves_;
    std::vector<record::Breach> breaches_;
};

}  // namespace banshi::tickets
