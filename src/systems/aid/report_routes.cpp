#include "systems/aid/reports.h"
#include "systems/aid/routes.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(ReportVersion, (), (version, text, party, fen, why, at))
BOOST_DESCRIBE_STRUCT(PublicReport, (), (number, campaign, kind, day, versions))
BOOST_DESCRIBE_STRUCT(ReportLine, (),
                      (kind, from, day, due, published, late, open, report, versions))
BOOST_DESCRIBE_STRUCT(ReportList, (), (campaign, reports))
BOOST_DESCRIBE_STRUCT(PublishReport, (), (campaign, kind, day, text, party, fen))
BOOST_DESCRIBE_STRUCT(CorrectReport, (), (report, text, party, fen, why))
BOOST_DESCRIBE_STRUCT(ListReports, (), (campaign))
BOOST_DESCRIBE_STRUCT(RemindReports, (), ())
BOOST_DESCRIBE_STRUCT(ReportsReminded, (), (owed))

std::vector<Route> report_routes() {
    return {
        get("/aid/reports", anyone, "list_reports", list_reports),
        creates(post("/aid/reports", run_campaign, "publish_report", publish_report)),
        creates(post("/aid/reports/{report}/corrections", run_campaign, "correct_report",
                     correct_report)),
    };
}

std::vector<Job> report_jobs() {
    return {{.deed = deed(keep_clocks, "remind_reports", remind_reports, true),
             .daily = Clock{Minutes{8 * 60 + 30}}}};
}

}  // namespace banshi::aid
