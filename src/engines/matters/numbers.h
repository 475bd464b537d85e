#pragma once
// The numbers of many matters in one transaction. The counter of each year is read once and
// written once, however many they are; it stays without a gap, for nobody else can count
// meanwhile. For this engine alone.

#include <map>
#include <string>
#include <utility>

#include "store/call.h"

namespace banshi::matters {

class Numbers {
public:
    explicit Numbers(Call& call) : call_(call) {}
    std::int64_t next(std::string const& prefix, int year);
    // After the last one.
    void finish();

private:
    struct Run {
        std::int64_t first, last;
    };
    Call& call_;
    std::map<std::pair<std::string, int>, Run> runs_;
};

}  // namespace banshi::matters
