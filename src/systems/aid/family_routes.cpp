#include "systems/aid/candidate_imports.h"
#include "systems/aid/candidates.h"
#include "systems/aid/routes.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(FactsView, (),
                      (members, income_fen, disabled_or_ill, pupils, workers, housing, evidence))
BOOST_DESCRIBE_STRUCT(LinePoints, (), (line, points, most))
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, families))
BOOST_DESCRIBE_STRUCT(CandidateFile, (), (campaign, file, leave_out_bad))
BOOST_DESCRIBE_STRUCT(BadRow, (), (row, column, what))
BOOST_DESCRIBE_STRUCT(CandidateReport, (), (rows, added, changed, unchanged, bad, bad_rows))
BOOST_DESCRIBE_STRUCT(ListCandidateImports, (), (campaign))
BOOST_DESCRIBE_STRUCT(CandidateImportView, (),
                      (number, name, added, changed, unchanged, at, by, undone_at, undone_by,
                       undone_why, undoable))
BOOST_DESCRIBE_STRUCT(CandidateImportList, (), (imports))
BOOST_DESCRIBE_STRUCT(UndoCandidateImport, (), (number, why))
BOOST_DESCRIBE_STRUCT(SeeFamily, (), (family))
BOOST_DESCRIBE_STRUCT(StateStep, (), (at, state, why))
BOOST_DESCRIBE_STRUCT(FamilyView, (),
                      (family, campaign, street, street_name, category, state, name, id_number,
                       phone, facts, visited_on, points, lines, steps))
BOOST_DESCRIBE_STRUCT(ListFamilies, (), (campaign, state, street, after))
BOOST_DESCRIBE_STRUCT(FamilyLine, (), (family, street_name, category, state, name, points))
BOOST_DESCRIBE_STRUCT(FamilyList, (), (families, counts, more))
BOOST_DESCRIBE_STRUCT(RevealFamily, (), (family, reason))
BOOST_DESCRIBE_STRUCT(FamilyRevealed, (), (name, id_number, phone))
BOOST_DESCRIBE_STRUCT(RecordHomeVisit, (),
                      (family, on, members, income_fen, disabled_or_ill, pupils, workers, housing,
                       evidence))
BOOST_DESCRIBE_STRUCT(CheckFamilies, (), (campaign, families))
BOOST_DESCRIBE_STRUCT(FamiliesChecked, (), (checked, without_evidence))
BOOST_DESCRIBE_STRUCT(MoveFamily, (), (family, to, why))
BOOST_DESCRIBE_STRUCT(EraseFamily, (), (family, why))

std::vector<Route> family_routes() {
    std::string const family = "/aid/families/{family}";
    return {
        upload("/aid/candidate-previews", keep_families, "preview_candidates", preview_candidates),
        upload("/aid/candidates", keep_families, "import_candidates", import_candidates),
        get("/aid/candidate-imports", keep_families, "list_candidate_imports",
            list_candidate_imports),
        post("/aid/candidate-imports/{number}/undoing", keep_families, "undo_candidate_import",
             undo_candidate_import),
        get("/aid/families", see_families, "list_families", list_families),
        get(family, see_families, "see_family", see_family),
        post("/aid/family-checks", keep_families, "check_families", check_families),
        secret(post(family + "/reveal", keep_families, "reveal_family", reveal_family)),
        post(family + "/home-visits", keep_families, "record_home_visit", record_home_visit),
        post(family + "/state", choose_families, "move_family", move_family),
        post(family + "/erasure", choose_families, "erase_family", erase_family),
    };
}

}  // namespace banshi::aid
