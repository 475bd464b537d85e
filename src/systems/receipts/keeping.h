#pragma once
// How the public record is kept 记录运行情况: signed by whom, witnessed by whom, verified when, and
// what is wrong with it. Also the erasure of a person from it.

#include "base/result.h"
#include "base/shape.h"
#include "store/call.h"

namespace banshi::receipts {

inline Right const see_keeping_right{"receipts.see_keeping"};
inline Right const erase_person_right{"receipts.erase_person"};

struct SeeState {};
struct WitnessView {  // 见证人
    std::string title;
    std::string name;                       // of its key
    std::string key;                        // to check its signature with
    std::optional<std::int64_t> size = {};  // of the newest head that it signed
    std::optional<Instant> at = {};         // when it did
    std::optional<Instant> asked_at = {};
    std::optional<std::string> answer = {};  // how it answered then: "200", "timed_out"
};
struct AlarmView {  // 告警
    std::string code;
    std::string sentence;
    Instant began;
    std::optional<Instant> ended = {};
};
struct AnchorView {  // a head of this log in the city's
    std::int64_t size;
    std::optional<std::int64_t> seq;  // absent while it waits for its place
};
struct BreachView {  // 违规
    std::int64_t seq;
    std::string sentence;
};
struct VerdictView {  // 核验结果
    Instant at;
    std::int64_t entries;
    std::int64_t breaches;
    std::vector<BreachView> first;
};
struct RecordState {  // 记录状态
    std::string origin;
    std::vector<std::string> keys;
    std::int64_t entries;                          // that have a place
    std::optional<std::int64_t> signed_size = {};  // of the newest head
    std::optional<std::string> signed_root = {};
    std::optional<Instant> signed_at = {};
    int needed;  // witnesses that make a head a witnessed one; 0 where there are none
    std::optional<std::int64_t> witnessed_size = {};
    std::optional<Instant> witnessed_at = {};
    std::vector<WitnessView> witnesses;
    std::optional<AnchorView> anchor = {};
    std::optional<Instant> waiting_since = {};  // of the oldest entry without a place
    std::optional<VerdictView> verdict = {};
    std::vector<AlarmView> alarms;
};
// For everybody: what is wrong is said, but not where files of the house lie.
Result<RecordState> see_state(Call&, SeeState const&);
// For those who keep it: with what to do, and with the alarms that ended.
Result<RecordState> see_keeping(Call&, SeeState const&);

struct ErasePerson {
    std::string id_number;
    std::string reason;
};
struct Erased {
    bool erased;
};
// 删除个人信息: the salt and the person's row go; every entry and every proof stays. Refuses
// person.not_found, person.reason_missing.
Result<Erased> erase_person(Call&, ErasePerson const&);

}  // namespace banshi::receipts
