#include "systems/aid/candidates.h"

#include <fmt/format.h>

#include <set>

#include "engines/people/keys.h"
#include "engines/record/encoding.h"
#include "engines/record/record.h"
#include "systems/aid/books.h"
#include "systems/aid/candidate_imports.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/selection_rows.h"

namespace banshi::aid {

struct CandidatesTaken {  // 名册导入
    static constexpr auto kind = "aid.candidates";
    record::Mark c, m;
    std::int64_t added, changed;
};
BOOST_DESCRIBE_STRUCT(CandidatesTaken, (), (c, m, added, changed))

namespace {

constexpr std::size_t most_named = 100;
constexpr int import_digits = 3;

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

std::string sealed(Call& call, std::string const& text) {
    return text.empty() ? "" : people::seal(text, call.random);
}

void take(Call& call, Family& family, CandidateRow const& row) {
    family.street = {row.street};
    family.category = row.category;
    family.facts = people::seal(facts_text(row.facts), call.random);
    family.payee = sealed(call, payee_text(row));
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

// Who stands in a row, and the phone that the list puts in the place of another.
struct Met {
    PersonId person;
    std::string phone_was, phone_is;
};

Result<Met> meet(Call& call, people::Identity const& who) {
    auto const known = people::find(call, who.id_number);
    auto was = known ? people::phone_of(call, *known) : std::string();
    auto const person = TRY(people::identify(call, who));
    auto is = people::phone_of(call, person);
    if (was == is) return Met{person, "", ""};
    return Met{person, std::move(was), std::move(is)};
}

class Intake {
public:
    Intake(Call& call, std::string import, std::string campaign)
        : call_(call),
          import_(std::move(import)),
          campaign_(std::move(campaign)),
          serial_(rows::last_family_number(call)) {}

    Result<void> keep(CandidateRow const& row, CandidateReport& report) {
        auto const met = TRY(meet(call_, row.who));
        auto known = rows::family_of_person(call_, campaign_, met.person);
        count(report, known, row);
        if (!known) return add(row, met);
        bool const changes = may_change(*known) && !same(*known, row);
        keep_old(*known, changes ? Listed::changed : Listed::unchanged, met);
        if (!changes) return {};
        take(call_, *known, row);
        put_state(call_, *known, FamilyState::candidate, "list");
        return {};
    }

private:
    Result<void> add(CandidateRow const& row, Met const& met) {
        Family family{fmt::format("F{:04}", ++serial_),
                      campaign_,
                      met.person,
                      {},
                      row.category,
                      FamilyState::candidate,
                      "",
                      "",
                      fresh_salt(call_),
                      call_.now,
                      {}};
        keep_old(family, Listed::added, met);
        take(call_, family, row);
        rows::insert(call_, family, serial_);
        rows::insert_step(call_, family, "list");
        return {};
    }

    void keep_old(Family const& family, Listed did, Met const& met) {
        rows::insert(
            call_, Replaced{import_, family.number, did == Listed::added ? serial_ : 0, did,
                            met.person, family.street, family.category, family.facts, family.payee,
                            sealed(call_, met.phone_was), sealed(call_, met.phone_is)});
    }

    Call& call_;
    std::string import_, campaign_;
    int serial_;
};

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
    CandidateImport import{next_number(call, "M" + campaign.number + "-", import_digits),
                           campaign.number,
                           form.file.name,
                           0,
                           0,
                           0,
                           call.now,
                           call.actor.name};
    Intake intake(call, import.number, campaign.number);
    for (auto const& row : table.sound) TRY(intake.keep(row, report));
    import.added = report.added;
    import.changed = report.changed;
    import.unchanged = report.unchanged;
    rows::insert(call, import);
    record::append(call,
                   CandidatesTaken{campaign.number, import.number, report.added, report.changed});
    return report;
}

}  // namespace banshi::aid
