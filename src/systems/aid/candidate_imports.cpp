#include "systems/aid/candidate_imports.h"

#include "base/letters.h"
#include "engines/people/keys.h"
#include "engines/people/phones.h"
#include "engines/record/record.h"
#include "systems/aid/family_rows.h"

namespace banshi::aid {

struct CandidatesTakenBack {  // 撤销名册导入
    static constexpr auto kind = "aid.candidates_undone";
    record::Mark c, m;
    std::int64_t removed, restored;
};
BOOST_DESCRIBE_STRUCT(CandidatesTakenBack, (), (c, m, removed, restored))

namespace {

// Papers may have been looked at; what was found at home, or decided, rests on the list.
bool rests_on_list(rows::Standing const& family) {
    bool const before_scores =
        family.state == FamilyState::candidate || family.state == FamilyState::checked;
    return family.did != Listed::unchanged && (family.visited_on || !before_scores);
}

Result<void> may_undo(Call& call, CandidateImport const& import) {
    if (import.undone_at) return Refusal{Why::conflict, "candidates.undone", import.number};
    std::vector<std::string> worked;
    for (auto const& family : rows::standing_of(call, import.number))
        if (rests_on_list(family)) worked.push_back(family.family);
    if (!worked.empty())
        return Refusal{Why::conflict,
                       "candidates.worked",
                       import.number,
                       "",
                       {{"count", std::to_string(worked.size())}, {"family", worked.front()}}};
    if (auto const later = rows::listed_again(call, import.number))
        return Refusal{
            Why::conflict, "candidates.listed_again", import.number, "", {{"list", *later}}};
    return {};
}

void put_back_phone(Call& call, Replaced const& old) {
    if (old.phone_is.empty()) return;
    // A phone that somebody gave since then stays.
    if (people::phone_of(call, old.person) != people::unseal(old.phone_is)) return;
    people::put_back_phone(call, old.person,
                           old.phone_was.empty() ? "" : people::unseal(old.phone_was));
}

// Of a person whom only this list named nothing stays behind.
void put_back_person(Call& call, Replaced const& old, Instant listed_at) {
    if (old.did != Listed::added || !people::named_only_at(call, old.person, listed_at))
        return put_back_phone(call, old);
    people::erase(call, old.person);
    record::forget(call.tx, call.district.name(), old.person);
}

void put_back(Call& call, Replaced const& old, Instant listed_at) {
    put_back_person(call, old, listed_at);
    if (old.did == Listed::unchanged) return;
    if (old.did == Listed::added) { return rows::remove_family(call, old.family); }
    auto family = rows::find_family(call, old.family).value();
    family.street = old.street;
    family.category = old.category;
    family.facts = old.facts;
    family.payee = old.payee;
    put_state(call, family, FamilyState::candidate, "list_undone");
}

CandidateImportView view_of(Call& call, CandidateImport const& import) {
    return {import.number,
            import.name,
            import.added,
            import.changed,
            import.unchanged,
            import.at,
            import.by,
            import.undone_at,
            import.undone_by,
            import.undone_why,
            bool(may_undo(call, import))};
}

}  // namespace

Result<CandidateImportList> list_candidate_imports(Call& call, ListCandidateImports const& form) {
    TRY(may(call, keep_families));
    CandidateImportList list;
    for (auto const& import : rows::imports_of(call, form.campaign))
        list.imports.push_back(view_of(call, import));
    return list;
}

Result<CandidateImportView> undo_candidate_import(Call& call, UndoCandidateImport const& form) {
    auto import = rows::find_import(call, form.number);
    if (!import) return Refusal{Why::not_found, "candidates.import_unknown", form.number, "number"};
    TRY(may(call, keep_families));
    if (is_blank(form.why))
        return Refusal{Why::invalid, "candidates.why_missing", form.number, "why"};
    TRY(may_undo(call, *import));
    for (auto const& old : rows::replaced_by(call, import->number)) put_back(call, old, import->at);
    rows::empty_replaced_by(call, import->number);
    import->undone_at = call.now;
    import->undone_by = call.actor.name;
    import->undone_why = form.why;
    rows::update(call, *import);
    record::append(call, CandidatesTakenBack{import->campaign, import->number, import->added,
                                             import->changed});
    return view_of(call, *import);
}

}  // namespace banshi::aid
