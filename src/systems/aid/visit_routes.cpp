#include "systems/aid/routes.h"
#include "systems/aid/visit_photos.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(PlanVisit, (), (family, on))
BOOST_DESCRIBE_STRUCT(PhotoView, (), (id, at, by, own))
BOOST_DESCRIBE_STRUCT(VisitView, (),
                      (visit, family, street_name, kind, state, year, planned_on, done_on, received,
                       rightly, note, photos))
BOOST_DESCRIBE_STRUCT(ReportVisit, (), (visit, on, done, received, rightly, note))
BOOST_DESCRIBE_STRUCT(DrawSpotChecks, (), (campaign, year, on))
BOOST_DESCRIBE_STRUCT(SpotGroup, (), (chosen, families, picked, done, wrong))
BOOST_DESCRIBE_STRUCT(SpotReport, (), (year, log_size, seed, groups))
BOOST_DESCRIBE_STRUCT(VisitList, (), (visits, spot_checks, confirmed))
BOOST_DESCRIBE_STRUCT(AttachVisitPhoto, (), (visit, photo))
BOOST_DESCRIBE_STRUCT(VisitPhoto, (), (file))
BOOST_DESCRIBE_STRUCT(ReadVisitPhoto, (), (visit, file, preview))
BOOST_DESCRIBE_STRUCT(RemoveVisitPhoto, (), (visit, file, why))
BOOST_DESCRIBE_STRUCT(VisitPhotosLeft, (), (photos))
BOOST_DESCRIBE_STRUCT(ListVisits, (), (campaign, year))
BOOST_DESCRIBE_STRUCT(ConfirmReceipt, (), (family, id_last4, year, fen, in_full))
BOOST_DESCRIBE_STRUCT(ReceiptConfirmed, (), (family, year, fen, in_full, at))

std::vector<Route> visit_routes() {
    return {
        creates(post("/aid/visits", keep_families, "plan_visit", plan_visit)),
        get("/aid/campaigns/{campaign}/visits", see_families, "list_visits", list_visits),
        post("/aid/visits/{visit}", keep_families, "report_visit", report_visit),
        prepared(files::develop_ahead, creates(upload("/aid/visits/{visit}/photos", keep_families,
                                                      "attach_visit_photo", attach_visit_photo))),
        get("/aid/visits/{visit}/photos/{file}", see_families, "read_visit_photo",
            read_visit_photo),
        post("/aid/visits/{visit}/photos/{file}/removal", keep_families, "remove_visit_photo",
             remove_visit_photo),
        post("/aid/campaigns/{campaign}/spot-checks", choose_families, "draw_spot_checks",
             draw_spot_checks),
        secret(post("/aid/confirmations", anyone, "confirm_receipt", confirm_receipt)),
    };
}

}  // namespace banshi::aid
