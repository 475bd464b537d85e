#pragma once
// What the record says of the accounts of staff and devices 账号绑定: which roles each has and
// where, its password, and whether it may log in. Whoever gives a right or a password by SQL is
// named by the verification. No entry tells whose account it is: the id, which none shows, is the
// salt.

#include <map>

#include "engines/people/accounts.h"
#include "engines/record/audit.h"

namespace banshi::people {

// Ends each deed that changes one of these; nothing for citizens.
void bind_account(Call&, AccountId const&);
// Those of before there were such entries, once, when the program starts. A later one was written
// into the table by hand, and its entry is a breach.
void bind_accounts_of_before(Call&);

class AccountAudit : public record::Audit {
public:
    void see(record::Seen const&) override;
    std::vector<record::Breach> finish(Instant) override;
    std::vector<record::Breach> compare(Call&) override;
    std::vector<record::Breach> unchecked() const override;

private:
    struct Said {
        std::uint64_t seq;
        std::string hash;
    };
    std::map<std::string, Said> said_;  // by the account's mark
    bool bound_ = false;                // something was bound by its deed
    std::vector<record::Breach> found_;
    int unbound_ = 0;
};

}  // namespace banshi::people
