#pragma once
// Personal data 个人信息: a citizen sees what the district keeps about them, how long, and who
// looked; takes it along as a file, and asks for its removal. An account is a telephone: what
// belongs to a person is shown to it only once a desk has had their document in hand.

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/shape.h"
#include "store/call.h"

namespace banshi::privacy {

inline Right const check_identities{"privacy.check_identities"};  // 核验身份, at a desk

// ---- one's own data

struct SeeMyData {};
struct PersonKept {  // 本人信息  masked
    std::string name;
    std::string id_number;
    std::string phone;
    int other_names;  // given for the same document
};
struct ThingKept {
    std::string number;  // official; empty where there is none
    std::string words;
    Instant at;
    std::optional<Day> until;  // what names the person is removed on this day
};
struct KindKept {  // 留存类别
    std::string kind;
    std::string title;
    std::string term;               // how long, in words
    std::vector<ThingKept> things;  // the newest first, at most 200
};
struct LookAtMe {  // 谁看过我
    Instant at;
    std::string by;
    std::string reason;
};
enum class ErasureState {
    asked,    // 已申请
    granted,  // 已删除
    refused,  // 不予删除
};
struct ErasureShown {  // 删除申请
    std::string number;
    ErasureState state;
    Instant asked_at;
    std::optional<Instant> decided_at;
    std::string why;                  // of a "no"
    std::optional<std::int64_t> seq;  // of a "yes": its entry in the public record
};
struct MyData {                                 // 我的信息
    std::string phone;                          // masked
    std::optional<PersonKept> person = {};      // once a desk has looked
    std::optional<Instant> checked_until = {};  // so long
    std::vector<KindKept> kinds;
    std::vector<LookAtMe> looks;               // the newest first, at most 200
    std::optional<ErasureShown> erasure = {};  // the newest
};
// Refuses session.missing to all but a citizen who has logged in, as all of these do.
Result<MyData> see_my_data(Call&, SeeMyData const&);

enum class Format { json, pdf };
struct ExportMyData {  // 带走我的信息
    Format format;
};
// In full where a desk has looked, and then kept in the access log.
Result<File> export_my_data(Call&, ExportMyData const&);

// ---- who somebody is

struct BeginCheck {};
struct CheckBegun {  // 核验码
    std::string code;
    Instant until;
};
// What the citizen says at a desk.
Result<CheckBegun> begin_identity_check(Call&, BeginCheck const&);
struct CheckIdentity {  // 核验身份
    std::string code;
    std::string id_number;
};
struct IdentityChecked {
    std::string name;   // masked
    std::string phone;  // masked
    Instant until;
};
// By a desk with the document in hand. Refuses identity.code_wrong, person.not_found.
Result<IdentityChecked> check_identity(Call&, CheckIdentity const&);

}  // namespace banshi::privacy
