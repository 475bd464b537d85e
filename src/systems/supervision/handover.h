#pragma once
// 新官理旧账: a matter belongs to the post, not to the person. Whoever leaves a post and whoever
// takes it sign a list of what stands open; clocks, levels and promises go on.

#include "systems/supervision/supervision.h"

namespace banshi::supervision {

inline Right const hand_over{"supervision.hand_over"};

struct HandOverPost {
    std::string post;                    // 包案领导, as the matters name it
    std::optional<std::string> becomes;  // as they name it from then on
    std::string old_name;                // 交出人, the name of an account
    std::string new_name;                // 接收人
};
struct OfHandover {
    std::string handover;
};
enum class HandoverPart {
    old_holder,  // 交出人
    new_holder,  // 接收人
};
BOOST_DESCRIBE_ENUM(HandoverPart, old_holder, new_holder)
struct SignHandover {
    std::string handover;
    HandoverPart part;
};

struct HandoverLine {
    std::string number;
    std::string title;
    std::string unit;
    matters::State state;
    std::optional<Day> problem_since;
    int level;  // that day
    std::optional<Day> last_day;
    std::optional<Day> promised;  // the next promise that is open
};
struct HandoverView {
    std::string handover;
    std::string post;
    std::string becomes;
    std::string old_name;
    std::string new_name;
    Instant made_at;
    std::optional<Instant> old_signed_at;
    std::optional<Instant> new_signed_at;
    bool done;
    int count;
    std::vector<HandoverLine> lines;
};
struct HandoverList {
    std::vector<HandoverView> handovers;  // without their lines, the latest first
};
struct ListHandovers {};

// Refuses handover.nothing, handover.same, handover.open (one of this post waits for signatures).
Result<HandoverView> hand_over_post(Call&, HandOverPost const&);
Result<HandoverList> list_handovers(Call&, ListHandovers const&);
Result<HandoverView> see_handover(Call&, OfHandover const&);
// Each signs for themselves; with the second signature it is done, and each matter says so. Refuses
// handover.not_yours, handover.signed.
Result<HandoverView> sign_handover(Call&, SignHandover const&);

struct OldDebt {  // 旧账
    std::string number;
    std::string title;
    std::string street;
    std::string unit;
    std::string leader;
    matters::State state;
    int level;
    Day problem_since;
    int years;  // full ones
    std::optional<int> households;
};
struct OldDebts {
    std::vector<OldDebt> debts;  // the oldest first
};
struct SeeOldDebts {};
Result<OldDebts> see_old_debts(Call&, SeeOldDebts const&);

}  // namespace banshi::supervision
