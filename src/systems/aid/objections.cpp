#include <fmt/format.h>

#include "base/letters.h"
#include "engines/people/keys.h"
#include "engines/record/record.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/selection_parts.h"

namespace banshi::aid {

namespace leaf {

struct Objected {  // 异议
    static constexpr auto kind = "aid.objected";
    record::Mark c, f, o;
};
BOOST_DESCRIBE_STRUCT(Objected, (), (c, f, o))

struct Answered {  // 异议答复
    static constexpr auto kind = "aid.objection_answered";
    record::Mark c, o, w;
};
BOOST_DESCRIBE_STRUCT(Answered, (), (c, o, w))

}  // namespace leaf

namespace {

Result<void> notice_runs(Call& call, Selection const& selection) {
    auto const day = today(call);
    if (selection.notice_to && day <= *selection.notice_to) return {};
    return Refusal{Why::too_late, "objection.no_notice"};
}

bool none_open(Call& call, std::string const& family) {
    for (auto const& each : rows::objections_to(call, family))
        if (!each.answered_at) return false;
    return true;
}

}  // namespace

Result<ObjectionFiled> file_objection(Call& call, FileObjection const& form) {
    auto family = TRY(find_family(call, form.family));
    auto const selection = TRY(find_selection(call, family.campaign));
    using enum FamilyState;
    if (family.state != publicised && family.state != objected)
        return Refusal{Why::conflict, "objection.no_notice", form.family};
    TRY(notice_runs(call, selection));
    if (is_blank(form.text)) return Refusal{Why::invalid, "objection.text_missing", "", "text"};
    Objection objection{fmt::format("Y{:04}", rows::count_objections(call) + 1),
                        family.number,
                        form.text,
                        call.now,
                        {},
                        {},
                        ""};
    if (form.phone && !form.phone->empty())
        objection.phone = people::seal(TRY(people::normalise_phone(*form.phone)), call.random);
    rows::insert(call, family.campaign, objection);
    if (family.state == publicised) put_state(call, family, objected, objection.objection);
    record::append(call, leaf::Objected{family.campaign, family.number, objection.objection});
    auto const days = call.district.policy<Settings>().selection.answer_days;
    return ObjectionFiled{objection.objection, today(call) + std::chrono::days{days}};
}

Result<ObjectionList> list_objections(Call& call, OfCampaign const& form) {
    TRY(may(call, see_families));
    ObjectionList list;
    for (auto const& each : rows::objections(call, form.campaign))
        list.objections.push_back(shown(each));
    return list;
}

// Upheld: the family leaves the list by a decision of those who voted, and the next in order is
// found by shortlisting anew. Not upheld: it stays, and the answer is read by everybody.
Result<ObjectionView> answer_objection(Call& call, AnswerObjection const& form) {
    auto objection = rows::find_objection(call, form.objection);
    if (!objection) return Refusal{Why::not_found, "objection.not_found", form.objection};
    TRY(may(call, choose_families));
    TRY(no_relative(call, objection->family));
    if (objection->answered_at) return Refusal{Why::conflict, "objection.answered"};
    if (is_blank(form.answer))
        return Refusal{Why::invalid, "objection.answer_missing", "", "answer"};
    TRY(voters_given(form.voters));
    auto family = TRY(find_family(call, objection->family));
    objection->answered_at = call.now;
    objection->upheld = form.upheld;
    objection->answer = form.answer;
    rows::update(call, *objection);
    auto const* what = form.upheld ? "upheld" : "dismissed";
    rows::insert_decision(call, family.campaign, family.number, what, form.answer, form.voters);
    if (form.upheld) {
        rows::put_ruling(call, family.campaign, family.number, "out");
        put_state(call, family, FamilyState::candidate, objection->objection);
    } else if (family.state == FamilyState::objected && none_open(call, family.number)) {
        put_state(call, family, FamilyState::publicised, objection->objection);
    }
    record::append(call, leaf::Answered{family.campaign, objection->objection, what});
    return shown(*objection);
}

}  // namespace banshi::aid
