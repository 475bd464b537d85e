#pragma once
// What the verification asks of a hall's entries: its numbers, and that each set of rules which
// was published says today what it said then.

#include "engines/tickets/audit.h"

namespace banshi::hall {

class RecordAudit : public tickets::HallAudit {
public:
    void see(record::Seen const&) override;
    std::vector<record::Breach> compare(Call&) override;

private:
    struct Published {
        std::uint64_t seq;
        std::string hash;
    };
    std::map<std::string, Published, std::less<>> rules_;  // by page: "hall/hall-01/2026-11-23/3"
};

}  // namespace banshi::hall
