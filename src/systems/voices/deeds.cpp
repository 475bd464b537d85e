#include "systems/voices/deeds.h"

#include <algorithm>

#include "engines/matters/followers.h"
#include "systems/voices/following.h"
#include "systems/voices/following_rows.h"
#include "systems/voices/inquiry_rows.h"
#include "systems/voices/office.h"
#include "systems/voices/readers.h"
#include "systems/voices/rows.h"
#include "systems/voices/supports.h"

namespace banshi::voices {

namespace {

using matters::Matter;
using matters::State;
using matters::Verb;

struct OfOffice {
    char const* deed;
    Verb verb;
    Right const* right;
    bool at_unit;
};
OfOffice const of_office[] = {
    {"screen_voice", Verb::decline, &screen_voices, false},
    {"hand_over_voice", Verb::dispatch, &hand_over_voices, false},
    {"sign_voice", Verb::sign, &handle_voices, true},
    {"return_voice", Verb::give_back, &handle_voices, true},
    {"extend_voice", Verb::extend, &head_unit, true},
    {"draft_answer", Verb::answer, &handle_voices, true},
    {"send_back_draft", Verb::send_back, &approve_answers, false},
    {"approve_answer", Verb::approve, &approve_answers, false},
    {"join_voices", Verb::merge, &hand_over_voices, false},
    {"part_voices", Verb::unmerge, &hand_over_voices, false},
    {"pause_voice", Verb::wait, &handle_voices, true},
    {"pause_voice", Verb::wait, &approve_answers, false},
    {"resume_voice", Verb::resume, &handle_voices, true},
    {"resume_voice", Verb::resume, &approve_answers, false},
};

// What the state alone does not tell.
bool is_open_to(Call& call, Voice const& voice, Matter const& matter, OfOffice const& deed) {
    switch (deed.verb) {
        case Verb::unmerge:
            return may_part(call, voice, matter);
        case Verb::wait:
            if (matters::rules_of(call, matter).pauses.empty()) return false;
            [[fallthrough]];
        case Verb::resume:
            return matter.level == 0 || deed.right == &approve_answers;
        default:
            return matter.state != State::amending;
    }
}

void add_office(Call& call, Voice const& voice, Matter const& matter,
                std::vector<std::string>& out) {
    for (auto const& each : of_office)
        if (matters::after(matter.state, each.verb) && is_open_to(call, voice, matter, each) &&
            call.actor.holds(*each.right, unit_node(call, each.at_unit ? matter.unit : OrgId{})) &&
            std::ranges::find(out, each.deed) == out.end())
            out.push_back(each.deed);
    bool const in_work = matter.state == State::dispatched || matter.state == State::working ||
                         matter.state == State::waiting;
    if (in_work && call.actor.holds(handle_voices, unit_node(call, matter.unit)))
        out.push_back("record_contact");
    if (!in_work) return;
    for (auto const& task : matters::tasks_of(call, matter.id))
        if (!task.lead && task.open() &&
            call.actor.holds(handle_voices, unit_node(call, task.unit)))
            out.push_back("answer_joint_part");
}

bool supervised_here(Call const& call) {
    auto const& books = call.district.policy<matters::Books>().all;
    return std::ranges::find(books, "supervision", &matters::Book::name) != books.end();
}

// What comes after the answer.
void add_sequel(Call& call, Voice const& voice, Matter const& matter,
                std::vector<std::string>& out) {
    if (matter.state != State::cleared) return;
    auto const district = people::node(call.district);
    auto const measures = rows::measures_of(call, voice.id);
    if (std::ranges::any_of(measures, [&](rows::Measure const& each) {
            return each.clock && !each.done_at &&
                   call.actor.holds(handle_voices, unit_node(call, each.unit));
        }))
        out.push_back("prove_measure");
    if (call.actor.holds(hand_over_voices, district)) {
        if (voice.review_on) out.push_back("review_voice");
        if (is_unsettled(call, voice, matter) && supervised_here(call) &&
            !rows::handing_of(call, voice.id))
            out.push_back("hand_to_supervision");
    }
    if (call.actor.holds(approve_answers, district)) out.push_back("correct_answer");
}

void add_rating(Call& call, Matter const& own, std::vector<Author> const& authors,
                std::vector<Member> const& mine, std::vector<std::string>& out) {
    auto const matter = matters::survivor(call, own).value();
    for (auto const& rating : matters::evaluations_of(call, matter.id))
        for (auto const& author : authors)
            if (reporter_in(call, author, own.id, matter) == rating.reporter &&
                rating.round == matter.round && is_mine(mine, author.member) &&
                !rating.answered_at && call.now < rating.expires_at)
                out.push_back("rate_answer");
}

void add_authors(Call& call, Voice const& voice, std::optional<Matter> const& matter,
                 std::vector<std::string>& out) {
    auto const authors = rows::authors_of(call, voice.id);
    auto const mine = acting_members(call);
    auto const state = matter ? matter->state : State::draft;
    bool const to_hand_in =
        state == State::draft || state == State::amending || state == State::declined;
    if (speaks_first(call, voice, authors)) {
        if (to_hand_in || state == State::registered) out.push_back("amend_voice");
        if (to_hand_in) out.push_back("submit_voice");
        if (!matter && voice.source != Source::citizen) out.push_back("invite_author");
    }
    for (auto const& author : authors) {
        if (!author.named() || !is_mine(mine, author.member)) continue;
        if (!author.confirmed_at && !author.declined_at) out.push_back("answer_invitation");
        bool const open =
            matter ? matters::after(state, Verb::withdraw).has_value() : author.serial == 1;
        if (author.confirmed_at && open && !author.withdrew_at) out.push_back("withdraw_voice");
    }
    if (matter) add_rating(call, *matter, authors, mine, out);
}

}  // namespace

std::vector<std::string> deeds_for(Call& call, Voice const& voice,
                                   std::optional<Matter> const& matter, Eye eye) {
    std::vector<std::string> out;
    if (voice.dropped_at) return out;
    if (eye >= Eye::street && eye <= Eye::author) add_authors(call, voice, matter, out);
    if (matter && eye >= Eye::unit) add_office(call, voice, *matter, out);
    if (matter && eye >= Eye::unit) add_sequel(call, voice, *matter, out);
    if (matter) add_reading_deeds(call, voice, *matter, eye, out);
    if (matter && call.actor.kind != Actor::Kind::staff && everybody_reads(*matter)) {
        out.push_back(matters::asker_follows(call, matter->id) ? "unfollow_voice" : "follow_voice");
        add_support_deeds(call, voice, *matter, out);
    }
    return out;
}

}  // namespace banshi::voices
