#include "systems/aid/candidates.h"

#include <fmt/format.h>

#include <set>

#include "engines/people/keys.h"
#include "engines/record/encoding.h"
#include "engines/record/record.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/selection_rows.h"

namespace banshi::aid {

struct CandidatesTaken {  // 名册导入
    static constexpr auto kind = "aid.candidates";
    record::Mark c;
    std::int64_t added, changed;
};
BOOST_DESCRIBE_STRUCT(CandidatesTaken, (), (c, added, changed))

namespace {

constexpr std::size_t most_named = 100;

std::string fresh_salt(Call& call) {
    record::Salt salt;
    call.random.fill(salt.bytes);
    return record::hex(salt);
}

std::string payee_text(CandidateRow const& row) {
    return row.account.empty() ? "" : row.account + "\n" + row.bank;
}

bool same(Family const& family, CandidateRow const& row) {
    auto const payee = family.payee.empty() ? "" : people::unseal(family.payee);
    return family.street.text == row.street && family.category == row.category &&
           facts_text(facts_of(family)) == facts_text(row.facts) && payee == payee_text(row);
}

void take(Call& call, Family& family, CandidateRow const& row) {
    family.street = {row.street};
    family.category = row.category;
    family.facts = people::seal(facts_text(row.facts), call.random);
    auto const payee = payee_text(row);
    family.payee = payee.empty() ? "" : people::seal(payee, call.random);
}

CandidateReport report_of(CandidateTable const& table) {
    std::set<int> rows;
    for (auto const& bad : table.bad) rows.insert(bad.row);
    CandidateReport report{table.rows, 0, 0, 0, table.bad, std::ssize(rows)};
    if (report.bad.size() > most_named) report.bad.resize(most_named);
    return report;
}

// What was found on a visit is not undone by an older list.
bool may_change(Family const& family) {
    return family.state == FamilyState::candidate && !family.visited_on;
}

void count(CandidateReport& report, std::optional<Family> const& known, CandidateRow const& row) {
    if (!known)
        ++report.added;
    else if (may_change(*known) && !same(*known, row))
        ++report.changed;
    else
        ++report.unchanged;
}

Result<void> not_scored(Call& call, Campaign const& campaign) {
    auto const selection = rows::find_selection(call, campaign.number);
    if (!selection || !selection->scored_at) return {};
    return Refusal{Why::conflict, "selection.scored", campaign.number};
}

Result<void> keep_row(Call& call, Campaign const& campaign, CandidateRow const& row, int& serial,
                      CandidateReport& report) {
    auto const person = TRY(people::identify(call, row.who));
    auto known = rows::family_of_person(call, campaign.number, person);
    count(report, known, row);
    if (known) {
        if (!may_change(*known) || same(*known, row)) return {};
        take(call, *known, row);
        put_state(call, *known, FamilyState::candidate, "list");
        return {};
    }
    Family family{fmt::format("F{:04}", ++serial),
                  campaign.number,
                  person,
                  {},
                  row.category,
                  FamilyState::candidate,
                  "",
                  "",
                  fresh_salt(call),
                  call.now,
                  {}};
    take(call, family, row);
    rows::insert(call, family, serial);
    rows::insert_step(call, family, "list");
    return {};
}

}  // namespace

Result<CandidateReport> preview_candidates(Call& call, CandidateFile const& form) {
    TRY(may(call, keep_families));
    auto const campaign = TRY(find_campaign(call, form.campaign));
    auto const table = TRY(read_candidates(call, form.file));
    auto report = report_of(table);
    for (auto const& row : table.sound) {
        auto const person = people::find(call, row.who.id_number);
        count(report,
              person ? rows::family_of_person(call, campaign.number, *person) : std::nullopt, row);
    }
    return report;
}

Result<CandidateReport> import_candidates(Call& call, CandidateFile const& form) {
    auto const campaign = TRY(find_campaign(call, form.campaign));
    TRY(may(call, keep_families));
    TRY(not_scored(call, campaign));
    auto const table = TRY(read_candidates(call, form.file));
    auto report = report_of(table);
    if (!table.bad.empty() && !form.leave_out_bad.value_or(false))
        return Refusal{Why::invalid,
                       "candidates.bad_rows",
                       "",
                       "file",
                       {{"rows", std::to_string(report.bad_rows)},
                        {"row", std::to_string(table.bad.front().row)}}};
    auto serial = rows::last_family_number(call);
    for (auto const& row : table.sound) TRY(keep_row(call, campaign, row, serial, report));
    record::append(call, CandidatesTaken{campaign.number, report.added, report.changed});
    return report;
}

}  // namespace banshi::aid
