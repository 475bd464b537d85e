#pragma once
// 删除个人信息: a citizen whom a desk has seen asks for it, the office decides, and a certificate
// says what is gone and what stays. Numbers and deeds stay; nobody can be tied to them any more.

#include "systems/privacy/privacy.h"

namespace banshi::privacy {

inline Right const decide_erasures{"privacy.decide_erasures"};

struct AskForErasure {};
// Refuses erasure.unchecked before a desk has looked, and erasure.asked while one is open.
Result<MyData> ask_for_erasure(Call&, AskForErasure const&);
struct SeeCertificate {};
// 删除证明, as a sheet. Refuses erasure.no_certificate.
Result<File> erasure_certificate(Call&, SeeCertificate const&);

struct ListErasures {};
struct ErasureAsked {  // 删除申请
    std::string number;
    Instant asked_at;
    std::string name;       // masked
    std::string id_number;  // masked
};
struct ErasureList {
    std::vector<ErasureAsked> erasures;  // undecided, the oldest first
};
Result<ErasureList> list_erasures(Call&, ListErasures const&);
struct DecideErasure {  // 决定
    std::string number;
    bool grant;
    std::optional<std::string> why;  // of a "no"; the citizen reads it
};
// Refuses erasure.not_found, erasure.reason_missing.
Result<ErasureList> decide_erasure(Call&, DecideErasure const&);

}  // namespace banshi::privacy
