#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/candidate_imports.h"

namespace banshi::aid::rows {

namespace {

constexpr Words import_columns{
    "number, campaign, name, added, changed, unchanged, at, by_whom, undone_at, undone_by, "
    "undone_why"};
constexpr Words replaced_columns{
    "import, family, serial, did, person, street, category, facts, payee, phone_was, phone_is"};

template <Words Where>
constexpr auto select_imports =
    join<Words{"SELECT "}, import_columns, Words{" FROM aid_imports WHERE district = ? "}, Where>;

}  // namespace

void insert(Call& call, CandidateImport const& i) {
    call.tx.run(join<Words{"INSERT INTO aid_imports (district, "}, import_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), i.number, i.campaign, i.name, i.added, i.changed, i.unchanged,
                i.at, i.by, i.undone_at, i.undone_by, i.undone_why);
    bind_row(call, Bound::import, i.number);
}

void update(Call& call, CandidateImport const& i) {
    call.tx.run(
        "UPDATE aid_imports SET undone_at = ?, undone_by = ?, undone_why = ? "
        "WHERE district = ? AND number = ?",
        i.undone_at, i.undone_by, i.undone_why, call.district.name(), i.number);
    bind_row(call, Bound::import, i.number);
}

std::optional<CandidateImport> find_import(Call& call, std::string const& number) {
    return call.tx.one<CandidateImport>(select_imports<"AND number = ?">, call.district.name(),
                                        number);
}

std::vector<CandidateImport> imports_of(Call& call, std::string const& campaign) {
    return call.tx.all<CandidateImport>(select_imports<"AND campaign = ? ORDER BY number DESC">,
                                        call.district.name(), campaign);
}

void insert(Call& call, Replaced const& r) {
    call.tx.run(join<Words{"INSERT INTO aid_replaced (district, "}, replaced_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), r.import, r.family, r.serial, r.did, r.person, r.street,
                r.category, r.facts, r.payee, r.phone_was, r.phone_is);
    bind_row(call, Bound::replaced, r.family);
}

std::vector<Replaced> replaced_by(Call& call, std::string const& import) {
    return call.tx.all<Replaced>(
        join<Words{"SELECT "}, replaced_columns,
             Words{" FROM aid_replaced WHERE district = ? AND import = ? ORDER BY family"}>,
        call.district.name(), import);
}

void empty_replaced_by(Call& call, std::string const& import) {
    call.tx.run(
        "UPDATE aid_replaced SET person = '', facts = '', payee = '', phone_was = '', "
        "phone_is = '' WHERE district = ? AND import = ?",
        call.district.name(), import);
    for (auto const& each : replaced_by(call, import))
        bind_row_anew(call, Bound::replaced, each.family);
}

void empty_replaced(Call& call, std::string const& family) {
    call.tx.run(
        "UPDATE aid_replaced SET facts = '', payee = '', phone_was = '', phone_is = '' "
        "WHERE district = ? AND family = ?",
        call.district.name(), family);
    bind_row_anew(call, Bound::replaced, family);
}

std::optional<std::string> listed_again(Call& call, std::string const& import) {
    return call.tx.one<std::string>(
        "SELECT later.import FROM aid_replaced own "
        "JOIN aid_replaced later ON later.district = own.district AND later.family = own.family "
        "JOIN aid_imports i ON i.district = later.district AND i.number = later.import "
        "WHERE own.district = ? AND own.import = ? AND own.did <> 'unchanged' "
        "AND later.import > own.import AND i.undone_at IS NULL ORDER BY later.import DESC LIMIT 1",
        call.district.name(), import);
}

std::vector<Standing> standing_of(Call& call, std::string const& import) {
    return call.tx.all<Standing>(
        "SELECT f.number, r.did, f.state, f.visited_on FROM aid_replaced r "
        "JOIN aid_families f ON f.district = r.district AND f.number = r.family "
        "WHERE r.district = ? AND r.import = ? ORDER BY f.number",
        call.district.name(), import);
}

}  // namespace banshi::aid::rows
