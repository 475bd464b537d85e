#pragma once
// What the record says of the draws 抽签核验: each published one is computed again, and the rows of
// all of them say what their entries say.

#include <map>

#include "engines/record/audit.h"

namespace banshi::draws {

class DrawAudit : public record::Audit {
public:
    void see(record::Seen const&) override;
    std::vector<record::Breach> finish(Instant) override { return {}; }
    std::vector<record::Breach> compare(Call&) override;

private:
    struct PartySaid {
        std::string commitment, secret, left_out;
        bool operator==(PartySaid const&) const = default;
    };
    struct Said {
        std::uint64_t seq = 0;  // of its newest entry
        std::int64_t places = 0, entries = 0;
        std::string list, late, seed, file, why;  // hashes in hex; why it is void
        std::map<std::string, PartySaid> parties;
    };

    bool holds(Call&, std::string const& draw, Said const&) const;

    std::map<std::string, Said> said_;
};

}  // namespace banshi::draws
