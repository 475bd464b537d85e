#pragma once
// Petitions 信访事项: who does not accept the answer asks the next higher authority for a review
// 复查 and then for a recheck 复核, each a matter of its own with its own clock. After the recheck
// the same facts are not taken up again. People who come again are visitors of the open matter, and
// a repeated petition is resolved only when it has stayed quiet.

#include "engines/files/files.h"
#include "systems/supervision/case.h"
#include "systems/supervision/filing.h"
#include "systems/supervision/office.h"

namespace banshi::supervision {

// ---- review and recheck

struct AskReview {
    std::string number;
    std::optional<std::string> code;
    std::string text;
};
// By its reporter. Refuses review.not_petition, review.undecided, review.asked, review.too_late
// and, behind a recheck, petition.final.
Result<Reported> ask_review(Call&, AskReview const&);

struct AskReviewFor {
    std::string number;
    std::optional<int> if_match;
    std::string text;
    std::string channel;
};
Result<Registered> ask_review_for(Call&, AskReviewFor const&);

// Nothing: none may be asked for now.
std::optional<ReviewOffer> review_offer(Call&, matters::Matter const&);
// A review is worked by the authority above alone. Refuses review.authority.
Result<void> check_authority(Call&, matters::Matter const&, OrgId const& lead);
// By moment and number: ids of one instant have no order.
bool is_earlier(matters::Matter const&, matters::Matter const& than);
// The first of the same facts.
matters::Matter first_of(Call&, matters::Matter);
// The recheck that ended the chain of these facts, if one did.
std::optional<matters::Matter> final_of(Call&, matters::Matter const&);

// ---- visits

enum class VisitResult {
    noted,       // 已记录
    taken_back,  // the resolution does not hold any more
    final,       // declined: the chain has ended; the visit is on record
};
BOOST_DESCRIBE_ENUM(VisitResult, noted, taken_back, final)

// People come again with the facts of a known matter. `names` are masked in the words.
Result<VisitResult> note_visit(Call&, matters::Matter&, std::string const& words,
                               std::string const& channel, std::vector<std::string> names);

struct VisitPetition {
    std::string number;
    std::string words;
    std::string channel;  // counter, telephone, letter, reception
};
struct VisitNoted {
    std::string number;  // where it is on record
    VisitResult result;
    std::string sentence;  // what to tell the visitor
};
Result<VisitNoted> visit_petition(Call&, VisitPetition const&);

// ---- the same facts before 疑似重复

enum class Likeness {
    person,  // 同一人
    place,   // 同一地点、同一类别
};
BOOST_DESCRIBE_ENUM(Likeness, person, place)

struct EarlierView {
    std::string number;
    std::string title;
    matters::State state;
    Instant registered_at;
    Likeness likeness;
    std::optional<bool> same;  // what a person decided
    std::string why;
};

struct DecideEarlier {
    std::string number;
    std::optional<int> if_match;
    std::string earlier;
    bool same;
    std::string why;
};
struct EarlierDecided {
    std::string number;  // where it goes on
    VisitResult result;
    bool joined;  // the new number leads to the earlier one
};
// The same: a visit on the open matter, which the new number then leads to; behind a closed one it
// is the next of its chain; behind a final one it is declined with petition.final. Either way with
// a reason. Refuses earlier.itself, earlier.later, earlier.decided.
Result<EarlierDecided> decide_earlier(Call&, DecideEarlier const&);

// ---- resolved 化解

enum class PaperKind {
    agreement,  // 化解协议
    hearing,    // 听证结论
};
BOOST_DESCRIBE_ENUM(PaperKind, agreement, hearing)

struct SettlePetition {
    std::string number;
    std::optional<int> if_match;
    PaperKind kind;
    files::FileId file;  // one of the case
    std::string words;
};

struct ChainLink {
    std::string number;
    std::string kind;
    matters::State state;
    Instant registered_at;
    std::optional<Instant> decided_at;
};
struct PetitionVisit {
    Instant at;
    std::string channel;
    std::string words;
    bool took_back;
};
struct PetitionPaper {
    Instant at;
    PaperKind kind;
    std::string words;
};
struct Resolution {
    bool leader;
    bool received;
    bool paper;
    bool cleared;
    std::optional<Day> quiet_until;  // once the four above stand
    bool resolved;
};
struct PetitionView {
    std::string number;
    bool petition;  // else there is nothing of this page
    bool ended;     // 终结
    std::string basis;
    std::vector<ChainLink> chain;
    std::optional<ReviewOffer> review;
    std::vector<PetitionVisit> visits;
    std::vector<PetitionPaper> papers;
    Resolution resolution;
    std::vector<EarlierView> earlier;
};
Result<PetitionView> see_petition(Call&, OfMatter const&);
Result<PetitionView> settle_petition(Call&, SettlePetition const&);

}  // namespace banshi::supervision
