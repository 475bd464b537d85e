#pragma once
// What the record says of removals 删除核验: each certificate stands as it was given, and nobody
// whom it names as removed is still there.

#include <map>

#include "engines/record/audit.h"

namespace banshi::privacy {

class ErasureAudit : public record::Audit {
public:
    void see(record::Seen const&) override;
    std::vector<record::Breach> finish(Instant) override { return {}; }
    std::vector<record::Breach> compare(Call&) override;

private:
    struct Said {
        std::uint64_t seq;
        std::string hash;
    };
    std::map<std::string, Said> said_;  // by number
};

}  // namespace banshi::privacy
