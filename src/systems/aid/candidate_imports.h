#pragma once
// Lists that were taken in 名册导入记录: each has a number and keeps what it replaced, so that a
// wrong one can be taken back while nobody was chosen, visited or listed again by it.

#include "systems/aid/families.h"

namespace banshi::aid {

struct CandidateImport {
    std::string number;  // M2021-001
    std::string campaign;
    std::string name;  // of the file
    std::int64_t added, changed, unchanged;
    Instant at;
    std::string by;
    std::optional<Instant> undone_at = {};
    std::string undone_by = {};
    std::string undone_why = {};
};

struct CandidateImportView {
    std::string number, name;
    std::int64_t added, changed, unchanged;
    Instant at;
    std::string by;
    std::optional<Instant> undone_at;
    std::string undone_by, undone_why;
    bool undoable;
};
struct ListCandidateImports {
    std::string campaign;
};
struct CandidateImportList {
    std::vector<CandidateImportView> imports;  // the newest first
};
Result<CandidateImportList> list_candidate_imports(Call&, ListCandidateImports const&);

struct UndoCandidateImport {  // 撤销导入
    std::string number;
    std::string why;
};
// Families that it brought go, and with them persons whom it alone named; those that it changed
// are as before. Refuses
// candidates.import_unknown, candidates.undone, candidates.why_missing, candidates.worked with the
// facts count and family, candidates.listed_again with the fact list.
Result<CandidateImportView> undo_candidate_import(Call&, UndoCandidateImport const&);

// What a list did to a family.
enum class Listed {
    added,      // 新增
    changed,    // 更新
    unchanged,  // 没有变化, but perhaps the phone
};
BOOST_DESCRIBE_ENUM(Listed, added, changed, unchanged)

// What stood there before, sealed as it was.
struct Replaced {
    std::string import, family;
    int serial;
    Listed did;
    PersonId person;
    OrgId street;
    Category category;
    std::string facts, payee;
    std::string phone_was, phone_is;  // both empty: the list brought no other phone
};

namespace rows {

void insert(Call&, CandidateImport const&);
void update(Call&, CandidateImport const&);
std::optional<CandidateImport> find_import(Call&, std::string const& number);
std::vector<CandidateImport> imports_of(Call&, std::string const& campaign);  // the newest first

void insert(Call&, Replaced const&);
std::vector<Replaced> replaced_by(Call&, std::string const& import);  // by family
void empty_replaced_by(Call&, std::string const& import);
void empty_replaced(Call&, std::string const& family);
// A later import that stands and names a family that this one brought or changed.
std::optional<std::string> listed_again(Call&, std::string const& import);

struct Standing {
    std::string family;
    Listed did;
    FamilyState state;
    std::optional<Day> visited_on;
};
std::vector<Standing> standing_of(Call&, std::string const& import);  // of its families

}  // namespace rows

}  // namespace banshi::aid
